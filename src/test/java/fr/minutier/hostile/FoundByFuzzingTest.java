package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed files once did: each is taken by the target, which throws for whatever should not happen. */
class FoundByFuzzingTest {
    @TempDir
    Path folder;

    private boolean template(String name, UnaryOperator<String> change) throws IOException {
        FuzzTarget target = name.equals("mots.yaml")
                ? FuzzTarget.WORDS
                : name.equals("style.yaml") ? FuzzTarget.STYLE : FuzzTarget.TEMPLATE;
        FuzzTarget.Seed seed = target.seeds().stream()
                .filter(any -> any.path().equals(name))
                .findFirst()
                .orElseThrow();
        return target.takes(seed, text(seed.bytes(), change, StandardCharsets.UTF_8), folder);
    }

    private static byte[] text(byte[] bytes, UnaryOperator<String> change, Charset charset) {
        String before = new String(bytes, StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return after.getBytes(charset);
    }

    private boolean session(String file, UnaryOperator<String> change) throws IOException {
        FuzzTarget.Seed seed = FuzzTarget.CSV.seeds().getFirst();
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(seed.bytes()));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(file) ? text(bytes, change, StandardCharsets.UTF_8) : bytes);
            }
        }
        return FuzzTarget.CSV.takes(seed, changed.toByteArray(), folder);
    }

    @Test
    void a_reason_of_pages_withholds_its_candidate_and_the_minutes_of_the_others_are_printed() throws IOException {
        assertThat(session("deliberation.csv", text -> text.replace("Double correction", "x".repeat(40_000))))
                .isTrue();
    }

    @Test
    void a_reason_as_long_as_a_row_may_have_is_printed() throws IOException {
        assertThat(session("deliberation.csv", text -> text.replace("Double correction", "x".repeat(900))))
                .isTrue();
        assertThat(session("candidats.csv", text -> text.replace(": accord du jury", ": " + "mot ".repeat(240))))
                .isTrue();
    }

    @Test
    void what_no_font_prints_withholds_its_candidate_and_the_minutes_of_the_others_are_printed() throws IOException {
        for (String written : new String[] {"Clémence", "25N-001;Mme", ": accord du jury", "Institut régional"}) {
            assertThat(session("candidats.csv", text -> text.replaceFirst(written, "\uBA54" + written)))
                    .as(written)
                    .isTrue();
        }
        assertThat(session("deliberation.csv", text -> text.replace("Double correction", "\uBA54")))
                .isTrue();
    }

    @Test
    void a_value_longer_than_a_cell_of_a_spreadsheet_can_be_is_told_in_the_annotated_copy() throws IOException {
        assertThat(session("candidats.csv", text -> text.replace(";12;96;14;", ";" + "9".repeat(40_000) + ";96;14;")))
                .isTrue();
    }

    @Test
    void observations_as_long_as_may_be_are_printed() throws IOException {
        assertThat(session("session.csv", text -> text + "\nObservations;" + "Une phrase. ".repeat(1_600)))
                .isTrue();
    }

    @Test
    void a_command_to_the_terminal_in_a_sheet_of_words_or_style_is_refused() throws IOException {
        for (String command : new String[] {"\u001B[2J", "\u0000"}) {
            assertThat(template("mots.yaml", text -> text.replaceFirst("mois:", command + "mois:")))
                    .isFalse();
            assertThat(template("style.yaml", text -> command + text)).isFalse();
        }
    }

    @Test
    void a_reversed_line_in_a_template_does_not_reverse_the_message() throws IOException {
        assertThat(template("releve-de-notes.md", text -> text.replaceFirst("\\{\\{acte", "{{\u202Eacte")))
                .isFalse();
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws IOException {
        FuzzTarget.Seed seed = FuzzTarget.STYLE.seeds().getFirst();
        byte[] latin = text(seed.bytes(), text -> text + "\n# été\n", StandardCharsets.ISO_8859_1);
        assertThat(FuzzTarget.STYLE.takes(seed, latin, folder)).isFalse();
    }

    @Test
    void a_field_of_a_thousand_parts_is_an_unknown_field() throws IOException {
        assertThat(template("releve-de-notes.md", text -> text + "\n{{session" + ".a".repeat(4_000) + "}}\n"))
                .isFalse();
    }

    @Test
    void sections_in_sections_without_end_are_refused() throws IOException {
        assertThat(template("releve-de-notes.md", text -> text + "\n" + "{{#session}}".repeat(20_000) + "\n"))
                .isFalse();
    }

    @Test
    void the_head_of_a_table_higher_than_a_page_is_refused() throws IOException {
        assertThat(template("releve-de-notes.md", text -> text.replace("| Note |", "| " + "x ".repeat(20_000) + "|")))
                .isFalse();
    }

    @Test
    void thousands_of_sections_in_each_other_are_refused() throws IOException {
        String open = "\n\n{{#rectifie}}\n\n";
        String close = "\n\n{{/rectifie}}\n\n";
        assertThat(template("proces-verbal.md", text -> text + open.repeat(5_000) + "mot" + close.repeat(5_000)))
                .isFalse();
        assertThat(template("proces-verbal.md", text -> text + open.repeat(5_000)))
                .isFalse();
        assertThat(template("proces-verbal.md", text -> text + "\n\n" + "> ".repeat(5_000) + "[!cadre]\n"))
                .isFalse();
    }

    @Test
    void a_number_of_pages_withholds_its_candidate_and_the_bordereau_comes_back_marked() throws IOException {
        assertThat(session("candidats.csv", text -> text.replaceFirst("25N-001;", "x".repeat(40_000) + ";")))
                .isTrue();
    }
}

package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final String FRENCH = "N° candidat;Nom de naissance;BC01 Mémoire\r\nC001;Lefèvre – Œuvré;12,5\r\n";

    @TempDir
    Path folder;

    private Reading reading(byte[] candidates) throws IOException {
        Files.writeString(folder.resolve("session.csv"), "Champ;Valeur\nSession;DEIS-2026\n");
        Files.write(folder.resolve("candidats.csv"), candidates);
        return BordereauReader.read(folder, "DEIS-2026");
    }

    private Sheet read(byte[] candidates) throws IOException {
        Reading reading = reading(candidates);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading)
                .bordereau()
                .sheet("Candidats", List.of())
                .orElseThrow();
    }

    private Sheet read(String candidates) throws IOException {
        return read(candidates.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(byte[] candidates) throws IOException {
        Reading reading = reading(candidates);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).sentence();
    }

    private static List<String> row(Sheet sheet, int line) {
        return sheet.lines().get(line).cells().stream().map(Cell::text).toList();
    }

    private static String addresses(Sheet sheet) {
        return sheet.lines().stream()
                .flatMap(line -> line.cells().stream())
                .map(cell -> cell.address().a1())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void accents_are_read_in_every_encoding_that_spreadsheets_write(String encoding) throws IOException {
        assertThat(row(read(FRENCH.getBytes(Charset.forName(encoding))), 1))
                .containsExactly("C001", "Lefèvre – Œuvré", "12,5");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws IOException {
        Sheet sheet = read("\uFEFF" + FRENCH);
        assertThat(sheet.lines().getFirst().cells().getFirst().content()).isEqualTo(new Content.Text("N° candidat"));
    }

    @Test
    void a_utf8_file_that_is_cut_or_spoiled_is_refused_rather_than_its_names_spoiled() throws IOException {
        byte[] whole = (FRENCH + "C002;é").getBytes(StandardCharsets.UTF_8);
        assertThat(refused(Arrays.copyOf(whole, whole.length - 1)))
                .contains("DEIS-2026/candidats.csv")
                .contains("CSV UTF-8");
    }

    @Test
    void every_field_is_text_and_an_empty_one_is_nothing() throws IOException {
        Sheet sheet = read("N° candidat;Nom;Note\n007;;12.5\n");
        assertThat(sheet.lines().get(1).cells())
                .extracting(Cell::content)
                .containsExactly(new Content.Text("007"), new Content.Text("12.5"));
        assertThat(addresses(sheet)).isEqualTo("A1 B1 C1 A2 C2");
    }

    @Test
    void a_cell_is_named_by_its_file_and_its_sheet() throws IOException {
        Address first = read(FRENCH).lines().getFirst().cells().getFirst().address();
        assertThat(first).isEqualTo(new Address("DEIS-2026/candidats.csv", "Candidats", 0, 0));
    }

    @Test
    void the_delimiter_is_found_out() throws IOException {
        assertThat(row(read("N° candidat\tNom\tNote\nC1\tA, B; C\t12,5\n"), 1))
                .containsExactly("C1", "A, B; C", "12,5");
        assertThat(row(read("N° candidat,Nom,Note\nC1,\"Martin, Ève\",\"12,5\"\n"), 1))
                .containsExactly("C1", "Martin, Ève", "12,5");
        assertThat(row(read("N° candidat,Blocs acquis,Note\nC1,BC01; BC02; BC03,12.5\nC2,BC01; BC02; BC03,9\n"), 1))
                .containsExactly("C1", "BC01; BC02; BC03", "12.5");
    }

    @Test
    void decimal_commas_do_not_part_fields() throws IOException {
        Sheet sheet =
                read("N° candidat;Nom;Note 1;Note 2;Note 3\nC1;Martin;12,5;13,5;8,25\nC2;Durand;11,5;10,5;9,75\n");
        assertThat(row(sheet, 2)).containsExactly("C2", "Durand", "11,5", "10,5", "9,75");
    }

    @Test
    void title_rows_above_the_header_do_not_mislead() throws IOException {
        Sheet sheet =
                read("Session de juin 2026, jury de Lyon, salle 3, rez-de-chaussée\n\nN° candidat;Nom\nC1;Martin\n");
        assertThat(row(sheet, 2)).containsExactly("C1", "Martin");
        assertThat(addresses(sheet)).isEqualTo("A1 A3 B3 A4 B4");
    }

    @Test
    void a_declared_delimiter_is_obeyed_and_is_no_row() throws IOException {
        assertThat(addresses(read("sep=,\r\nN° candidat,Nom\r\nC1,Martin\r\n"))).isEqualTo("A1 B1 A2 B2");
        assertThat(row(read("\uFEFFsep=|\nN° candidat|Nom\nC1|Mar;tin\n"), 1)).containsExactly("C1", "Mar;tin");
    }

    @Test
    void a_quoted_line_break_does_not_end_the_row() throws IOException {
        Sheet sheet = read("N° candidat;\"Nom de\nnaissance\"\nC1;\"Martin \"\"Marty\"\"\"\n");
        assertThat(row(sheet, 0)).containsExactly("N° candidat", "Nom de naissance");
        assertThat(row(sheet, 1)).containsExactly("C1", "Martin \"Marty\"");
        assertThat(addresses(sheet)).isEqualTo("A1 B1 A2 B2");
    }

    @Test
    void empty_rows_count_as_a_spreadsheet_counts_them() throws IOException {
        assertThat(addresses(read("N° candidat;Nom\r\n\r\n;;\r\nC1;Martin\r\n")))
                .isEqualTo("A1 B1 A4 B4");
        assertThat(addresses(read("N° candidat;Nom\rC1;Martin"))).isEqualTo("A1 B1 A2 B2");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_with_its_row() throws IOException {
        String file = "N° candidat;Nom\nC1;Martin\nC2;\"Durand\nC3;Petit\n";
        assertThat(refused(file.getBytes(StandardCharsets.UTF_8)))
                .contains("guillemet")
                .contains("ligne 3");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        assertThat(refused("N° candidat;Nom\0\nC1;Martin".getBytes(StandardCharsets.UTF_8)))
                .contains("n’est pas un texte");
        assertThat(refused(new byte[0])).contains("est vide");
    }

    @Test
    void the_four_files_become_the_sheets_of_one_bordereau() throws IOException {
        Files.writeString(folder.resolve("DÉLIBÉRATION.CSV"), "N° candidat;Composante\n");
        Files.writeString(folder.resolve("Jury.csv"), "Nom;Qualité\n");
        Files.writeString(folder.resolve("notes.csv"), "rien\n");
        reading(FRENCH.getBytes(StandardCharsets.UTF_8));
        Bordereau bordereau = ((Reading.Read) BordereauReader.read(folder, "DEIS-2026")).bordereau();
        assertThat(bordereau.sheets())
                .extracting(Sheet::name)
                .containsExactly("Session", "Jury", "Candidats", "Délibération");
        assertThat(bordereau.sheets().getLast().file()).isEqualTo("DEIS-2026/DÉLIBÉRATION.CSV");
    }

    @Test
    void two_files_for_one_sheet_are_refused_by_name() throws IOException {
        Files.writeString(folder.resolve("délibération.csv"), "N° candidat\n");
        Files.writeString(folder.resolve("deliberation.csv"), "N° candidat\n");
        assertThat(refused(FRENCH.getBytes(StandardCharsets.UTF_8)))
                .contains("deliberation.csv")
                .contains("délibération.csv");
    }

    @Test
    void every_file_that_cannot_be_read_is_named() throws IOException {
        Files.write(folder.resolve("jury.csv"), new byte[0]);
        assertThat(refused(new byte[] {'a', 0, 'b'})).contains("jury.csv").contains("candidats.csv");
    }
}

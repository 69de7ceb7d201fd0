package fr.minutier.report.annotated;

import static fr.minutier.certification.Gravity.AVERTISSEMENT;
import static fr.minutier.certification.Gravity.A_ARBITRER;
import static fr.minutier.certification.Gravity.BLOQUANTE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class AnnotatedOdsTest {
    private static final String COMMON = """
            <style:default-style style:family="table-cell"><style:text-properties fo:color="#000000"/></style:default-style>\
            <style:style style:name="Default" style:family="table-cell"/>\
            <style:style style:name="Titre" style:family="table-cell" style:parent-style-name="Default">\
            <style:text-properties fo:color="#ffffff"/></style:style>""";

    private static final String AUTOMATIC = """
            <style:style style:name="co1" style:family="table-column">\
            <style:table-column-properties style:column-width="2.54cm"/></style:style>\
            <style:style style:name="ro1" style:family="table-row">\
            <style:table-row-properties style:row-height="0.5in"/></style:style>\
            <style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Titre">\
            <style:table-cell-properties fo:background-color="#1f3864" fo:wrap-option="wrap"/>\
            <style:paragraph-properties fo:text-align="center"/></style:style>\
            <style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Default" \
            style:data-style-name="N2"><style:text-properties fo:font-weight="bold"/>\
            <style:map style:condition="value()&gt;20" style:apply-style-name="Titre"/></style:style>""";

    private static final String PERSONS_NOTE = "<office:annotation><dc:creator>Coordination</dc:creator>"
            + "<text:p>Vérifié avec l’école</text:p><text:p>le 3 mai</text:p></office:annotation>";

    private static final String UNTOUCHED = "<table:table-row table:style-name=\"ro1\">"
            + "<table:table-cell office:value-type=\"string\"><text:p>2 &lt; 3 &amp; «\u00a0<text:s text:c=\"3\"/>x</text:p>"
            + "</table:table-cell><table:table-cell table:formula=\"of:=IF([.A1]=&quot;a&#10;b&quot;;1;2)\""
            + " office:value-type=\"float\" office:value=\"9.9600000000000009\"><text:p>10,0</text:p></table:table-cell>"
            + "<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>";

    /** Rows 1 to 4 with headers, then rows 5 to the last one of all sheets alike. */
    private static final String SHEET = """
            <table:content-validations><table:content-validation table:name="val1" \
            table:condition="of:cell-content-is-in-list(&quot;ABS&quot;;&quot;NP&quot;)"/></table:content-validations>\
            <table:table table:name="Candidats" table:style-name="ta1">\
            <table:table-column table:style-name="co1" table:number-columns-repeated="2" \
            table:default-cell-style-name="Default"/>\
            <table:table-column table:style-name="co1" table:number-columns-repeated="16382" \
            table:default-cell-style-name="ce2"/>\
            <table:table-header-rows><table:table-row table:style-name="ro1">\
            <table:table-cell table:style-name="ce1" office:value-type="string" table:number-columns-spanned="2" \
            table:number-rows-spanned="1"><text:p>Titre</text:p></table:table-cell><table:covered-table-cell/>\
            <table:table-cell table:style-name="ce1" office:value-type="string" table:number-columns-repeated="4">\
            <text:p>Note</text:p></table:table-cell></table:table-row></table:table-header-rows>\
            """ + UNTOUCHED + """
            <table:table-row table:style-name="ro1"><table:table-cell table:style-name="ce2" \
            table:content-validation-name="val1" table:formula="of:=[.B2]+1" office:value-type="float" office:value="99">\
            """ + PERSONS_NOTE + """
            <text:p>99,00</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/>\
            </table:table-row><table:table-row table:number-rows-repeated="1048573">\
            <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>\
            <table:named-expressions/>""";

    @TempDir
    Path input;

    private OdsFile source = OdsFile.of(AUTOMATIC, COMMON, SHEET);

    @Test
    void each_faulty_cell_bears_the_colour_of_its_gravest_anomaly_and_all_its_messages() throws Exception {
        OdsFile annotated = annotated(
                at(1, 1, AVERTISSEMENT, "JURY_PARITE", "Un avis."),
                at(2, 3, A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages. Demandez au jury."),
                at(2, 3, BLOQUANTE, "NOTE_MANQUANTE", "La note manque. Saisissez-la."),
                at(2, 4, A_ARBITRER, "LONGUEUR_MEMOIRE", "130 pages."));
        assertThat(annotated.fill(1, 1)).isEqualTo("#ffee8c");
        assertThat(annotated.fill(2, 3)).isEqualTo("#f4a9a3");
        assertThat(annotated.fill(2, 4)).isEqualTo("#ffc07a");
        assertThat(annotated.fill(2, 2)).isEmpty();
        assertThat(annotated.comment(2, 3)).isEqualTo("""
                        — Minutier —
                        À ARBITRER – LONGUEUR_MEMOIRE
                        130 pages. Demandez au jury.

                        BLOQUANTE – NOTE_MANQUANTE
                        La note manque. Saisissez-la.""");
        assertThat(annotated.comment(2, 5)).isNull();
    }

    @Test
    void a_comment_stands_beside_its_cell_out_of_sight_and_is_large_enough() throws Exception {
        Element note = OdsFile.elements(
                        annotated(at(1, 1, BLOQUANTE, "NOTE_PAS", "x".repeat(520)))
                                .cell(1, 1),
                        "office:annotation")
                .getFirst();
        assertThat(note.hasAttribute("office:display")).isFalse();
        // Two columns of 2.54 cm and twelve pixels; one row of half an inch above.
        assertThat(note.getAttribute("svg:x")).isEqualTo("5.398cm");
        assertThat(note.getAttribute("svg:y")).isEqualTo("1.270cm");
        // Twelve lines of seventeen pixels and a margin of fourteen.
        assertThat(note.getAttribute("svg:height")).isEqualTo("5.768cm");
    }

    @Test
    void what_is_not_marked_stays_as_it_was_written() throws Exception {
        OdsFile annotated = annotated(at(2, 0, BLOQUANTE, "NOTE_PAS", "Trop fine."));
        assertThat(annotated.content())
                .contains(UNTOUCHED)
                .contains("<table:content-validation table:name=\"val1\"")
                .endsWith("<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell"
                        + " table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
                        + "<table:named-expressions/></office:spreadsheet></office:body></office:document-content>");
        Element cell = annotated.cell(2, 0);
        assertThat(cell.getAttribute("table:formula")).isEqualTo("of:=[.B2]+1");
        assertThat(cell.getAttribute("office:value")).isEqualTo("99");
        assertThat(cell.getAttribute("table:content-validation-name")).isEqualTo("val1");
        assertThat(annotated.comment(2, 0))
                .isEqualTo("Vérifié avec l’école\nle 3 mai\n\n— Minutier —\nBLOQUANTE – NOTE_PAS\nTrop fine.");
        Element style = annotated.style(cell);
        assertThat(style.getAttribute("style:parent-style-name")).isEqualTo("Default");
        assertThat(style.getAttribute("style:data-style-name")).isEqualTo("N2");
        assertThat(style.getFirstChild().getNodeName()).isEqualTo("style:table-cell-properties");
        assertThat(OdsFile.property(style, "style:text-properties", "fo:font-weight"))
                .isEqualTo("bold");
        assertThat(style.getLastChild().getNodeName()).isEqualTo("style:map");
    }

    @Test
    void cells_without_a_style_of_their_own_keep_that_of_their_column() throws Exception {
        OdsFile annotated = annotated(at(2, 1, BLOQUANTE, "NOTE_PAS", "Ici."), at(2, 2, BLOQUANTE, "NOTE_PAS", "Là."));
        assertThat(annotated.style(annotated.cell(2, 1)).hasAttribute("style:data-style-name"))
                .isFalse();
        assertThat(annotated.style(annotated.cell(2, 2)).getAttribute("style:data-style-name"))
                .isEqualTo("N2");
    }

    @Test
    void text_on_a_coloured_cell_is_dark() throws Exception {
        OdsFile annotated = annotated(at(0, 3, BLOQUANTE, "COLONNE_MANQUANTE", "Une colonne manque."));
        Element style = annotated.style(annotated.cell(0, 3));
        assertThat(OdsFile.property(style, "style:text-properties", "fo:color")).isEqualTo("#000000");
        assertThat(OdsFile.property(style, "style:table-cell-properties", "fo:wrap-option"))
                .isEqualTo("wrap");
        assertThat(OdsFile.property(style, "style:paragraph-properties", "fo:text-align"))
                .isEqualTo("center");
        assertThat(style.getAttribute("style:parent-style-name")).isEqualTo("Titre");
    }

    @Test
    void cells_and_rows_that_stand_for_many_are_parted_where_they_are_marked() throws Exception {
        OdsFile annotated = annotated(
                at(0, 3, BLOQUANTE, "COLONNE_MANQUANTE", "Ici."),
                at(9, 2, BLOQUANTE, "NOTE_MANQUANTE", "Là."),
                at(9, 4, A_ARBITRER, "LONGUEUR_MEMOIRE", "Et là."),
                at(1_048_575, 16_383, AVERTISSEMENT, "HOMONYME", "Au bout."));
        assertThat(annotated.rows()).isEqualTo(1_048_576);
        assertThat(annotated.content()).contains("""
                <table:table-row table:number-rows-repeated="6"><table:table-cell \
                table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell \
                table:number-columns-repeated="2"/><table:table-cell table:style-name=""");
        for (int column = 2; column < 6; column++) {
            assertThat(annotated.cell(0, column).getLastChild().getTextContent())
                    .isEqualTo("Note");
            assertThat(annotated.fill(0, column)).isEqualTo(column == 3 ? "#f4a9a3" : "#1f3864");
        }
        assertThat(annotated.comment(8, 2)).isNull();
        assertThat(annotated.comment(9, 2)).endsWith("Là.");
        assertThat(annotated.comment(9, 3)).isNull();
        assertThat(annotated.comment(9, 4)).endsWith("Et là.");
        assertThat(annotated.comment(10, 2)).isNull();
        assertThat(annotated.comment(1_048_575, 16_383)).endsWith("Au bout.");
        assertThat(annotated.content().length()).isLessThan(20_000);
    }

    @Test
    void a_cell_beyond_those_of_the_file_is_marked_too() throws Exception {
        source = OdsFile.of("", "", """
                <table:table table:name="Candidats"><table:table-row><table:table-cell office:value-type="string">\
                <text:p>1</text:p></table:table-cell></table:table-row><table:named-expressions/></table:table>""");
        OdsFile annotated = annotated(
                at(0, 2, BLOQUANTE, "NOTE_MANQUANTE", "À droite."), at(4, 1, BLOQUANTE, "NOTE_MANQUANTE", "En bas."));
        assertThat(annotated.comment(0, 1)).isNull();
        assertThat(annotated.comment(0, 2)).endsWith("À droite.");
        assertThat(annotated.rows()).isEqualTo(5);
        assertThat(annotated.comment(4, 1)).endsWith("En bas.");
        assertThat(annotated.fill(4, 1)).isEqualTo("#f4a9a3");
        assertThat(annotated.content()).contains("</table:table-row><table:named-expressions/></table:table>");
    }

    @Test
    void a_row_shows_at_its_first_cell_and_a_merged_cell_where_it_is_seen() throws Exception {
        OdsFile annotated = annotated(
                at(3, -1, BLOQUANTE, "IDENTITE_INCOMPLETE", "Le nom manque."),
                at(0, 1, BLOQUANTE, "COLONNE_MANQUANTE", "Une colonne manque."));
        assertThat(annotated.comment(3, 0)).contains("IDENTITE_INCOMPLETE");
        assertThat(annotated.comment(0, 0)).contains("COLONNE_MANQUANTE");
        assertThat(annotated.comment(0, 1)).isNull();
    }

    @Test
    void a_correction_made_in_the_annotated_file_sheds_the_old_marks() throws Exception {
        source = annotated(
                at(2, 0, BLOQUANTE, "NOTE_PAS", "Trop fine."),
                at(2, 3, BLOQUANTE, "NOTE_MANQUANTE", "La note manque."));
        OdsFile again = annotated(at(1, 1, BLOQUANTE, "NOTE_HORS_BORNES", "Hors bornes."));
        assertThat(again.comment(2, 0)).isEqualTo("Vérifié avec l’école\nle 3 mai");
        assertThat(again.fill(2, 0)).isEmpty();
        assertThat(again.style(again.cell(2, 0)).getAttribute("style:data-style-name"))
                .isEqualTo("N2");
        assertThat(again.comment(2, 3)).isNull();
        assertThat(again.fill(2, 3)).isEmpty();
        assertThat(again.comment(1, 1)).contains("NOTE_HORS_BORNES");
    }

    @Test
    void marks_do_not_pile_up() throws Exception {
        Anomaly anomaly = at(2, 0, BLOQUANTE, "NOTE_PAS", "Trop fine.");
        source = annotated(anomaly);
        String said = source.comment(2, 0);
        int styles = source.styleNames().size();
        source = annotated(anomaly);
        source = annotated(anomaly);
        assertThat(source.comment(2, 0)).isEqualTo(said);
        assertThat(source.fill(2, 0)).isEqualTo("#f4a9a3");
        assertThat(source.styleNames()).hasSize(styles).doesNotHaveDuplicates();
    }

    @Test
    void our_words_are_known_again_as_a_spreadsheet_program_rewrites_them() throws Exception {
        source.with(
                "content.xml",
                source.content()
                        .replace(
                                PERSONS_NOTE,
                                "<office:annotation><dc:creator>Coordination</dc:creator><text:p>Vérifié<text:line-break/>"
                                        + "<text:span>— </text:span><text:span>Minutier —</text:span></text:p>"
                                        + "<text:p>BLOQUANTE</text:p></office:annotation>"));
        OdsFile annotated = annotated(at(1, 0, BLOQUANTE, "NOTE_PAS", "Trop fine."));
        assertThat(annotated.comment(2, 0)).isEqualTo("Vérifié");
    }

    @Test
    void spaces_and_lines_of_a_message_are_kept() throws Exception {
        assertThat(annotated(at(1, 0, BLOQUANTE, "NOTE_ILLISIBLE", " 12   5\tou\n\n« < & > »"))
                        .comment(1, 0))
                .endsWith("\n 12   5\tou\n\n« < & > »");
    }

    @Test
    void the_other_parts_of_the_file_are_copied_and_a_signature_is_not() throws Exception {
        source.with("Thumbnails/thumbnail.png", "image")
                .with("Basic/script-lc.xml", "<libraries/>")
                .with("META-INF/documentsignatures.xml", "<signature/>")
                .with("META-INF/manifest.xml", "<manifest/>");
        byte[] bytes = copy(at(1, 0, BLOQUANTE, "NOTE_PAS", "Trop fine.")).bytes();
        OdsFile annotated = OdsFile.open(bytes);
        assertThat(annotated.entries().keySet())
                .containsExactly(
                        "mimetype",
                        "content.xml",
                        "styles.xml",
                        "Thumbnails/thumbnail.png",
                        "Basic/script-lc.xml",
                        "META-INF/manifest.xml");
        for (String same : List.of("styles.xml", "Thumbnails/thumbnail.png", "META-INF/manifest.xml")) {
            assertThat(annotated.entries().get(same)).isEqualTo(source.entries().get(same));
        }
        // Stored: without extra fields, the type can be read from the first bytes of the file.
        assertThat(new String(bytes, 30, 8 + OdsFile.TYPE.length(), StandardCharsets.US_ASCII))
                .isEqualTo("mimetype" + OdsFile.TYPE);
    }

    @Test
    void the_same_bordereau_gives_the_same_bytes_later() throws Exception {
        Anomaly anomaly = at(2, 0, BLOQUANTE, "NOTE_PAS", "Trop fine.");
        byte[] first = copy(anomaly).bytes();
        Thread.sleep(2_100); // The clock of a zip file ticks every second second.
        assertThat(copy(anomaly).bytes()).isEqualTo(first);
    }

    @Test
    void what_cannot_be_rewritten_or_has_macros_is_shown_as_a_workbook_of_texts() throws Exception {
        Anomaly anomaly = at(2, 0, BLOQUANTE, "NOTE_PAS", "Trop fine.");
        source.with("Basic/Standard/Module1.xml", "<module/>");
        assertThat(copy(anomaly).extension()).isEqualTo("xlsx");
        source = OdsFile.of(AUTOMATIC, COMMON, SHEET);
        source.with(
                "content.xml",
                "<!DOCTYPE x [<!ENTITY y 'z'>]>" + source.content().substring(39));
        assertThat(copy(anomaly).extension()).isEqualTo("xlsx");
        source.with("content.xml", "<office:document-content");
        assertThat(copy(anomaly).extension()).isEqualTo("xlsx");
    }

    private OdsFile annotated(Anomaly... anomalies) throws Exception {
        AnnotatedBordereau.Copy copy = copy(anomalies);
        assertThat(copy.extension()).isEqualTo("ods");
        return OdsFile.open(copy.bytes());
    }

    private AnnotatedBordereau.Copy copy(Anomaly... anomalies) throws Exception {
        Path file = input.resolve("jury.ods");
        Files.write(file, source.bytes());
        Bordereau read = new Bordereau("jury.ods", List.of(new Sheet("Candidats", "jury.ods", false, List.of())));
        return AnnotatedBordereau.annotate(file, read, List.of(anomalies)).orElseThrow();
    }

    private static Anomaly at(int row, int column, Gravity gravity, String code, String message) {
        return new Anomaly(
                new Address("jury.ods", "Candidats", row, column),
                Anomaly.Scope.CANDIDATE,
                "1",
                code,
                gravity,
                message);
    }
}

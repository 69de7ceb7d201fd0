package fr.minutier.report.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CommentsDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Copies held to the schema of the format (ECMA-376, part 1): Excel repairs, or refuses, what departs from it. */
class XlsxSchemaTest {
    private static final String STYLES = """
            <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>""";
    private static final String SHEET = """
            <dimension ref="A1:B2"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>\
            <sheetFormatPr defaultRowHeight="15"/><sheetData><row r="1"><c r="A1" t="str"><v>N°</v></c></row>\
            <row r="2"><c r="B2"><v>25</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A6:B7"/></mergeCells>\
            <pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>""";

    @TempDir
    Path input;

    private interface Part {
        XmlObject read(InputStream part) throws Exception;
    }

    private XlsxFile annotated(XlsxFile source) throws Exception {
        Path file = Files.write(input.resolve("jury.xlsx"), source.bytes());
        Bordereau bordereau = ((Reading.Read) BordereauReader.read(file, "jury.xlsx")).bordereau();
        return XlsxFile.open(
                AnnotatedBordereau.annotate(file, bordereau, List.of(at(1, 1), at(4, 3), at(6, 1), at(9, -1)))
                        .orElseThrow()
                        .bytes());
    }

    private static Anomaly at(int row, int column) {
        return new Anomaly(
                new Address("jury.xlsx", "Candidats", row, column),
                Anomaly.Scope.CANDIDATE,
                "1",
                "NOTE_HORS_BORNES",
                Gravity.BLOQUANTE,
                "« 25 » n’est pas une note sur 20 : corrigez-la.");
    }

    private static List<String> breaches(XlsxFile file, String part, Part kind) throws Exception {
        List<XmlError> found = new ArrayList<>();
        kind.read(new ByteArrayInputStream(file.entries().get(part)))
                .validate(new XmlOptions().setErrorListener(found));
        return found.stream()
                .map(XmlError::getMessage)
                // Every program puts it on texts, and the schema forgets it there.
                .filter(breach -> !breach.contains("space@http://www.w3.org/XML/1998/namespace in element t@"))
                .toList();
    }

    private static void keepsToTheSchema(XlsxFile copy) throws Exception {
        assertThat(breaches(copy, "xl/workbook.xml", WorkbookDocument.Factory::parse))
                .isEmpty();
        assertThat(breaches(copy, "xl/styles.xml", StyleSheetDocument.Factory::parse))
                .isEmpty();
        List<String> sheets = parts(copy, "xl/worksheets/sheet");
        assertThat(sheets).hasSize(3);
        for (String sheet : sheets) {
            assertThat(breaches(copy, sheet, WorksheetDocument.Factory::parse)).isEmpty();
        }
        for (String comments : parts(copy, "xl/comments")) {
            assertThat(breaches(copy, comments, CommentsDocument.Factory::parse))
                    .isEmpty();
        }
        assertThat(parts(copy, "xl/comments")).hasSize(1);
    }

    private static List<String> parts(XlsxFile file, String start) {
        return file.entries().keySet().stream()
                .filter(name -> name.startsWith(start))
                .toList();
    }

    @Test
    void the_parts_of_a_copy_keep_to_the_schema_and_those_of_its_own_copy_too() throws Exception {
        XlsxFile first = annotated(XlsxFile.of(STYLES, SHEET));
        keepsToTheSchema(first);
        keepsToTheSchema(annotated(first));
    }

    @Test
    void a_breach_is_seen() throws Exception {
        XlsxFile disorderly = XlsxFile.of(STYLES, "<mergeCells><mergeCell ref=\"A6:B7\"/></mergeCells><sheetData/>");
        assertThat(breaches(disorderly, "xl/worksheets/sheet1.xml", WorksheetDocument.Factory::parse))
                .isNotEmpty();
    }
}

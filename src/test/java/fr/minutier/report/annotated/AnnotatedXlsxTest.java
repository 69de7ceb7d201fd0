package fr.minutier.report.annotated;

import static fr.minutier.certification.Gravity.AVERTISSEMENT;
import static fr.minutier.certification.Gravity.A_ARBITRER;
import static fr.minutier.certification.Gravity.BLOQUANTE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as other programs write them, marked. POI, which has no part in it, tells what came out. */
class AnnotatedXlsxTest {
    /** Style 1 is white on dark blue by the theme, 2 a border, 3 the text light by a tint, 4 white by the palette. */
    private static final String STYLES = """
            <fonts count="4"><font><sz val="11"/><name val="Calibri"/></font>\
            <font><b/><sz val="11"/><color theme="0"/><name val="Calibri"/></font>\
            <font><sz val="11"/><color theme="1" tint="0.6"/><name val="Calibri"/></font>\
            <font><sz val="11"/><color indexed="9"/><name val="Calibri"/></font></fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor theme="3"/><bgColor indexed="64"/></patternFill></fill></fills>\
            <borders count="2"><border/><border><left style="thin"/></border></borders>\
            <cellStyleXfs count="1"><xf/></cellStyleXfs>\
            <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0"/>\
            <xf numFmtId="2" fontId="0" fillId="0" borderId="1" xfId="0"/>\
            <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="0" fontId="3" fillId="2" borderId="0" xfId="0"/></cellXfs>""";

    private static final String THEME = """
            <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">\
            <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/>\
            </a:lt1><a:dk2><a:srgbClr val="1F3864"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>\
            </a:clrScheme></a:themeElements></a:theme>""";

    private static final String SHEET = """
            <dimension ref="A1:C3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>\
            <cols><col min="2" max="4" width="20" style="2" customWidth="1"/></cols>\
            <sheetData><row r="1" spans="1:3"><c r="A1" s="1" t="str"><v>N°</v></c><c r="C1" s="3" t="str"><v>Note</v></c></row>\
            <row r="3" s="2" customFormat="1"><c r="A3"><v>12.5</v></c></row></sheetData>\
            <mergeCells count="1"><mergeCell ref="A6:B7"/></mergeCells>\
            <tableParts count="0"/>""";

    @TempDir
    Path input;

    private XlsxFile source = XlsxFile.of(STYLES, SHEET)
            .with("xl/theme/theme1.xml", THEME)
            .adding("xl/_rels/workbook.xml.rels", XlsxFile.relation("rId4", "theme", "theme/theme1.xml"));

    private static Anomaly at(int row, int column, Gravity gravity, String message) {
        return new Anomaly(
                new Address("jury.xlsx", "Candidats", row, column),
                Anomaly.Scope.CANDIDATE,
                "1",
                "NOTE_PAS",
                gravity,
                message);
    }

    private XlsxFile annotated(Anomaly... anomalies) throws Exception {
        Path file = Files.write(input.resolve("jury.xlsx"), source.bytes());
        Bordereau bordereau = ((Reading.Read) BordereauReader.read(file, "jury.xlsx")).bordereau();
        AnnotatedBordereau.Copy copy =
                AnnotatedBordereau.annotate(file, bordereau, List.of(anomalies)).orElseThrow();
        assertThat(copy.extension()).isEqualTo("xlsx");
        return XlsxFile.open(copy.bytes());
    }

    private XSSFSheet sheet(Anomaly... anomalies) throws Exception {
        return annotated(anomalies).workbook().getSheet("Candidats");
    }

    private static String fill(XSSFSheet sheet, int row, int column) {
        XSSFCellStyle style = sheet.getRow(row).getCell(column).getCellStyle();
        return style.getFillForegroundColorColor() == null
                ? ""
                : style.getFillForegroundColorColor().getARGBHex();
    }

    private static String comment(XSSFSheet sheet, int row, int column) {
        return sheet.getCellComment(new CellAddress(row, column)).getString().getString();
    }

    @Test
    void what_is_not_marked_is_copied_byte_for_byte() throws Exception {
        source.with("xl/custom/unknown.xml", "\u0001\u0002 quelconque");
        XlsxFile annotated = annotated(at(2, 0, BLOQUANTE, "Trop fine."));
        for (String part :
                List.of("_rels/.rels", "xl/worksheets/sheet2.xml", "xl/theme/theme1.xml", "xl/custom/unknown.xml")) {
            assertThat(annotated.text(part)).as(part).isEqualTo(source.text(part));
        }
        assertThat(annotated.text("xl/worksheets/sheet1.xml"))
                .contains("<c r=\"A1\" s=\"1\" t=\"str\"><v>N°</v></c>")
                .contains("<row r=\"1\" spans=\"1:3\">");
    }

    @Test
    void the_list_comes_first_and_names_of_one_sheet_still_mean_it() throws Exception {
        source.change(
                "xl/workbook.xml",
                text -> text.replace(
                        "<calcPr",
                        "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">Jury!$1:$1"
                                + "</definedName><definedName name=\"Tout\">Candidats!$A$1</definedName>"
                                + "</definedNames><calcPr"));
        try (XSSFWorkbook workbook =
                annotated(at(2, 0, BLOQUANTE, "Trop fine.")).workbook()) {
            assertThat(workbook.getSheetName(0)).isEqualTo("À corriger");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.getFirstVisibleTab()).isZero();
            assertThat(workbook.getSheet("Candidats").isSelected()).isFalse();
            assertThat(workbook.getSheetAt(0).isSelected()).isTrue();
            assertThat(workbook.getSheetAt(0).getRepeatingRows().formatAsString())
                    .isEqualTo("3:3");
            assertThat(workbook.getSheet("Jury").getRepeatingRows().formatAsString())
                    .isEqualTo("1:1");
            assertThat(workbook.getName("Tout").getSheetIndex()).isEqualTo(-1);
            XSSFSheet list = workbook.getSheetAt(0);
            assertThat(list.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(list.getPrintSetup().getLandscape()).isTrue();
            assertThat(list.getFitToPage()).isTrue();
            assertThat(list.getMergedRegions()).hasSize(2);
            assertThat(list.getRow(3).getCell(0).getHyperlink().getLocation()).isEqualTo("'Candidats'!A3");
            assertThat(list.getRow(3)
                            .getCell(1)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFF4A9A3");
        }
    }

    @Test
    void light_text_is_darkened_whatever_tells_its_colour_and_the_comment_says_what_it_was() throws Exception {
        source.change("xl/worksheets/sheet1.xml", text -> text.replace("<c r=\"A3\">", "<c r=\"A3\" s=\"4\">"));
        XSSFSheet sheet =
                sheet(at(0, 0, BLOQUANTE, "Un."), at(0, 2, BLOQUANTE, "Deux."), at(2, 0, BLOQUANTE, "Trois."));
        for (CellAddress cell : List.of(new CellAddress("A1"), new CellAddress("C1"), new CellAddress("A3"))) {
            XSSFFont font = sheet.getRow(cell.getRow())
                    .getCell(cell.getColumn())
                    .getCellStyle()
                    .getFont();
            assertThat(font.getXSSFColor().getARGBHex()).as(cell.toString()).isEqualTo("FF000000");
        }
        assertThat(comment(sheet, 0, 0)).endsWith("fond 1F3864, texte FFFFFF");
        // Black, sixty hundredths of the way to white.
        assertThat(comment(sheet, 0, 2)).endsWith("\u00a0: texte 999999");
        assertThat(comment(sheet, 2, 0)).endsWith("fond 1F3864, texte FFFFFF");
        assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold())
                .isTrue();
    }

    @Test
    void a_cell_or_a_row_that_is_not_written_is_put_in_at_its_place() throws Exception {
        XSSFSheet sheet = sheet(
                at(0, 1, BLOQUANTE, "Entre."),
                at(1, 2, A_ARBITRER, "Sans ligne."),
                at(2, 3, AVERTISSEMENT, "À droite."),
                at(9, 0, BLOQUANTE, "En bas."));
        assertThat(sheet.getCTWorksheet().getSheetData().getRowArray(0).getCList())
                .extracting(cell -> cell.getR())
                .containsExactly("A1", "B1", "C1");
        assertThat(sheet.getCTWorksheet().getSheetData().getRowList())
                .extracting(row -> row.getR())
                .containsExactly(1L, 2L, 3L, 10L);
        assertThat(fill(sheet, 1, 2)).isEqualTo("FFFFC07A");
        // The style of its column, or of its row where the row has one.
        assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormat()).isEqualTo((short) 2);
        assertThat(sheet.getRow(2).getCell(3).getCellStyle().getDataFormat()).isEqualTo((short) 2);
        assertThat(sheet.getRow(9).getCell(0).getCellStyle().getDataFormat()).isZero();
        assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo("A1:D10");
        assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(12.5);
    }

    @Test
    void rows_and_cells_without_numbers_are_counted() throws Exception {
        source = XlsxFile.of(
                "", "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>");
        XSSFSheet sheet = sheet(at(1, 0, BLOQUANTE, "Ici."), at(0, 3, BLOQUANTE, "Plus loin."));
        assertThat(fill(sheet, 1, 0)).isEqualTo("FFF4A9A3");
        assertThat(fill(sheet, 0, 3)).isEqualTo("FFF4A9A3");
        assertThat(sheet.getRow(0).getCell(1).getNumericCellValue()).isEqualTo(2);
    }

    @Test
    void a_workbook_without_styles_gets_some() throws Exception {
        source = XlsxFile.of("", "<sheetData><row><c><v>1</v></c></row></sheetData>")
                .without("xl/styles.xml");
        source.change("xl/_rels/workbook.xml.rels", text -> text.replaceFirst("<Relationship Id=\"rId3\"[^>]*>", ""));
        source.change("[Content_Types].xml", text -> text.replace(XlsxFile.type("xl/styles.xml", "styles+xml"), ""));
        assertThat(fill(sheet(at(0, 0, BLOQUANTE, "Ici.")), 0, 0)).isEqualTo("FFF4A9A3");
    }

    @Test
    void a_comment_stands_beside_its_cell_and_is_large_enough() throws Exception {
        XSSFSheet sheet = sheet(at(6, 1, BLOQUANTE, "x".repeat(520)));
        // On the merged area, at its first cell.
        XSSFComment comment = sheet.getCellComment(new CellAddress("A6"));
        assertThat(comment.getAuthor()).isEqualTo("Minutier");
        assertThat(comment.isVisible()).isFalse();
        XSSFClientAnchor box = (XSSFClientAnchor) comment.getClientAnchor();
        assertThat(box.getCol1()).isEqualTo((short) 1);
        assertThat(box.getRow1()).isEqualTo(5);
        // Three columns of twenty characters, 140 pixels each, hold 392 pixels.
        assertThat(box.getCol2()).isEqualTo((short) 3);
        // Twelve lines of seventeen pixels and a margin, 218 pixels over rows of twenty.
        assertThat(box.getRow2()).isEqualTo(15);
        assertThat(comment.getString().getFontAtIndex(0).getBold()).isFalse();
        assertThat(comment.getString().getFontAtIndex("— Minutier —\n".length()).getBold())
                .isTrue();
    }

    @Test
    void what_a_person_wrote_in_a_comment_keeps_its_look_and_stays_when_ours_goes() throws Exception {
        commented("<r><rPr><b/></rPr><t xml:space=\"preserve\">Vu </t></r><r><t>avec l’école</t></r>");
        XlsxFile first = annotated(at(0, 0, BLOQUANTE, "Un."), at(2, 0, BLOQUANTE, "Deux."));
        XSSFSheet sheet = first.workbook().getSheet("Candidats");
        assertThat(comment(sheet, 0, 0)).startsWith("Vu avec l’école\n\n— Minutier —\n");
        assertThat(sheet.getCellComment(new CellAddress(0, 0))
                        .getString()
                        .getFontAtIndex(0)
                        .getBold())
                .isTrue();
        assertThat(sheet.getCellComment(new CellAddress(0, 0)).getAuthor()).isEqualTo("Coordination");
        source = first;
        XlsxFile again = annotated(at(0, 2, BLOQUANTE, "Trois."));
        sheet = again.workbook().getSheet("Candidats");
        assertThat(comment(sheet, 0, 0)).isEqualTo("Vu avec l’école");
        assertThat(sheet.getCellComment(new CellAddress(0, 0))
                        .getString()
                        .getFontAtIndex(0)
                        .getBold())
                .isTrue();
        assertThat(sheet.getCellComments()).hasSize(2);
        assertThat(again.text("xl/drawings/vmlDrawing1.vml").split("ObjectType=\"Note\"", -1))
                .hasSize(3);
        assertThat(fill(sheet, 0, 0)).isEqualTo("FF1F3864");
    }

    private void commented(String text) {
        source.change(
                        "xl/worksheets/sheet1.xml",
                        whole -> whole.replace(
                                "<tableParts",
                                "<legacyDrawing xmlns:q=\"" + XlsxFile.RELATIONS + "\" q:id=\"rId1\"/><tableParts"))
                .with(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        XlsxFile.relations(XlsxFile.relation("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml")
                                + XlsxFile.relation("rId2", "comments", "../comments1.xml")))
                .with(
                        "xl/comments1.xml",
                        "<comments xmlns=\"" + XlsxFile.MAIN + "\"><authors><author>Coordination</author></authors>"
                                + "<commentList><comment ref=\"A1\" authorId=\"0\"><text>" + text
                                + "</text></comment></commentList></comments>")
                .with(
                        "xl/drawings/vmlDrawing1.vml",
                        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                                + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shape id=\"_x0000_s1025\""
                                + " type=\"#_x0000_t202\"><v:textbox><div>a<br>b</div></v:textbox><x:ClientData"
                                + " ObjectType=\"Note\"><x:Anchor>1, 1, 1, 1, 2, 2, 2, 2</x:Anchor><x:Row>0</x:Row>"
                                + "<x:Column>0</x:Column></x:ClientData></v:shape></xml>")
                .adding(
                        "[Content_Types].xml",
                        XlsxFile.type("xl/comments1.xml", "comments+xml")
                                + "<Override PartName=\"/xl/drawings/vmlDrawing1.vml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>");
    }

    @Test
    void a_thread_of_comments_is_left_as_it_is() throws Exception {
        commented("<t>[Threaded comment] Bonjour</t>");
        source.adding(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationship Id=\"rId9\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/"
                                + "threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/>")
                .with("xl/threadedComments/threadedComment1.xml", "<ThreadedComments  />");
        XlsxFile annotated = annotated(at(0, 0, BLOQUANTE, "Un."));
        assertThat(annotated.text("xl/threadedComments/threadedComment1.xml")).isEqualTo("<ThreadedComments  />");
        assertThat(annotated.text("xl/worksheets/_rels/sheet1.xml.rels")).contains("threadedComment1.xml");
        assertThat(annotated.text("xl/comments1.xml")).contains("<t>[Threaded comment] Bonjour</t>");
    }

    @Test
    void the_boxes_stand_where_the_format_wants_them() throws Exception {
        assertThat(annotated(at(2, 0, BLOQUANTE, "Un.")).text("xl/worksheets/sheet1.xml"))
                .containsPattern("</mergeCells><legacyDrawing r:id=\"rId2\"/><tableParts count=\"0\"/></worksheet>$");
    }

    @Test
    void marks_that_come_back_leave_no_more_styles_each_evening() throws Exception {
        Anomaly[] anomalies = {at(0, 0, BLOQUANTE, "Un."), at(0, 2, A_ARBITRER, "Deux."), at(2, 0, BLOQUANTE, "Trois.")
        };
        source = annotated(anomalies);
        source = annotated(anomalies);
        int styles;
        int fonts;
        try (XSSFWorkbook workbook = source.workbook()) {
            styles = workbook.getNumCellStyles();
            fonts = workbook.getNumberOfFonts();
        }
        for (int evening = 3; evening <= 6; evening++) {
            source = annotated(anomalies);
        }
        try (XSSFWorkbook workbook = source.workbook()) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getNumCellStyles()).isEqualTo(styles);
            assertThat(workbook.getNumberOfFonts()).isEqualTo(fonts);
            assertThat(workbook.getSheet("Candidats").getCellComments()).hasSize(3);
            assertThat(comment(workbook.getSheet("Candidats"), 0, 0)).endsWith("fond 1F3864, texte FFFFFF");
        }
    }

    @Test
    void the_list_that_comes_back_goes_with_the_formulas_that_a_person_put_there() throws Exception {
        source = annotated(at(0, 0, BLOQUANTE, "Un."));
        source.with("xl/calcChain.xml", "<calcChain xmlns=\"" + XlsxFile.MAIN + "\"><c r=\"G1\" i=\"8\"/></calcChain>")
                .adding("xl/_rels/workbook.xml.rels", XlsxFile.relation("rId77", "calcChain", "calcChain.xml"))
                .adding("[Content_Types].xml", XlsxFile.type("xl/calcChain.xml", "calcChain+xml"));
        XlsxFile again = annotated(at(2, 0, BLOQUANTE, "Deux."));
        assertThat(again.entries()).doesNotContainKey("xl/calcChain.xml");
        assertThat(again.text("xl/_rels/workbook.xml.rels")).doesNotContain("calcChain");
        assertThat(again.text("[Content_Types].xml")).doesNotContain("calcChain");
        assertThat(again.text("xl/workbook.xml").split("Print_Titles", -1)).hasSize(2);
    }

    @Test
    void a_workbook_whose_elements_bear_a_prefix_is_marked_under_it() throws Exception {
        for (String part : List.of("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml")) {
            source.change(part, text -> text.replaceAll("<(/?)(?=\\w)", "<$1x:").replace("xmlns=", "xmlns:x="));
        }
        XlsxFile annotated = annotated(at(2, 0, BLOQUANTE, "Un."), at(4, 4, BLOQUANTE, "Deux."));
        assertThat(annotated.text("xl/worksheets/sheet1.xml")).contains("<x:row r=\"5\"><x:c r=\"E5\"");
        XSSFSheet sheet = annotated.workbook().getSheet("Candidats");
        assertThat(fill(sheet, 2, 0)).isEqualTo("FFF4A9A3");
        assertThat(comment(sheet, 4, 4)).contains("Deux.");
    }

    @Test
    void a_workbook_in_the_strict_dialect_stays_in_it() throws Exception {
        String relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        for (String part : List.copyOf(source.entries().keySet())) {
            source.change(part, text -> text.replace(XlsxFile.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                    .replace(XlsxFile.RELATIONS, relations));
        }
        XlsxFile annotated = annotated(at(2, 0, BLOQUANTE, "Un."));
        assertThat(annotated.entries().keySet()).contains("xl/comments1.xml", "xl/worksheets/sheet3.xml");
        annotated.entries().keySet().forEach(part -> assertThat(annotated.text(part))
                .as(part)
                .doesNotContain(XlsxFile.MAIN)
                .doesNotContain(XlsxFile.RELATIONS));
        Path file = Files.write(input.resolve("strict.xlsx"), annotated.bytes());
        Bordereau read = ((Reading.Read) BordereauReader.read(file, "strict.xlsx")).bordereau();
        assertThat(read.returned()).isTrue();
        assertThat(read.sheets()).extracting(Sheet::name).containsExactly("Candidats", "Jury");
    }

    @Test
    void a_template_becomes_a_workbook() throws Exception {
        source.change("[Content_Types].xml", text -> text.replace("sheet.main", "template.main"));
        assertThat(annotated(at(2, 0, BLOQUANTE, "Un.")).text("[Content_Types].xml"))
                .contains("sheet.main+xml")
                .doesNotContain("template");
    }

    @Test
    void macros_are_not_passed_on() throws Exception {
        source.with("xl/vbaProject.bin", "macro")
                .adding(
                        "[Content_Types].xml",
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>");
        XlsxFile annotated = annotated(at(2, 0, BLOQUANTE, "Un."));
        assertThat(annotated.entries()).doesNotContainKey("xl/vbaProject.bin");
        XSSFCell cell = annotated.workbook().getSheet("Candidats").getRow(2).getCell(0);
        assertThat(cell.getStringCellValue()).isEqualTo("12.5");
        assertThat(comment(annotated.workbook().getSheet("Candidats"), 2, 0)).contains("Un.");
    }

    @Test
    void a_text_that_the_format_would_change_is_escaped() throws Exception {
        XSSFSheet sheet = sheet(at(2, 0, BLOQUANTE, "a_x0041_b\u0007c\uFFFEd <&>  \"fin"));
        XSSFSheet list = sheet.getWorkbook().getSheetAt(0);
        assertThat(list.getRow(3).getCell(4).getStringCellValue()).isEqualTo("a_x0041_b\u0007c\uFFFEd <&>  \"fin");
    }

    @Test
    void sheets_whose_names_no_tab_can_bear_are_all_shown() throws Exception {
        Bordereau bordereau = new Bordereau(
                "jury.csv",
                List.of(
                        new Sheet("Candidats", "jury.csv", false, List.of()),
                        new Sheet("Été [1]", "jury.csv", false, List.of()),
                        new Sheet("Été ?1]", "jury.csv", false, List.of()),
                        new Sheet("x".repeat(40), "jury.csv", false, List.of())));
        Anomaly anomaly = new Anomaly(
                new Address("jury.csv", "Été ?1]", 4, 1), Anomaly.Scope.CANDIDATE, "1", "NOTE_PAS", BLOQUANTE, "Un.");
        try (XSSFWorkbook workbook = XlsxFile.open(AnnotatedBordereau.annotate(input, bordereau, List.of(anomaly))
                        .orElseThrow()
                        .bytes())
                .workbook()) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(5);
            assertThat(comment(workbook.getSheetAt(3), 4, 1)).contains("Un.");
            assertThat(workbook.getSheetAt(0)
                            .getRow(3)
                            .getCell(0)
                            .getHyperlink()
                            .getLocation())
                    .isEqualTo("'" + workbook.getSheetName(3) + "'!B5");
        }
    }
}

package fr.minutier.report.annotated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A .xlsx made by hand, and one taken apart again with nothing but the Java platform. */
final class XlsxFile {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /**
     * A workbook with a sheet « Candidats » and another one « Jury ».
     *
     * @param styles what is in the part of styles
     * @param sheet what is in the first sheet
     */
    static XlsxFile of(String styles, String sheet) {
        return new XlsxFile()
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType="
                                + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + type("xl/workbook.xml", "sheet.main+xml")
                                + type("xl/styles.xml", "styles+xml")
                                + type("xl/worksheets/sheet1.xml", "worksheet+xml")
                                + type("xl/worksheets/sheet2.xml", "worksheet+xml") + "</Types>")
                .with("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><workbookPr/><bookViews>"
                                + "<workbookView firstSheet=\"1\" activeTab=\"1\"/></bookViews><sheets>"
                                + "<sheet name=\"Candidats\" sheetId=\"4\" r:id=\"rId1\"/>"
                                + "<sheet name=\"Jury\" sheetId=\"7\" r:id=\"rId2\"/></sheets>"
                                + "<calcPr calcId=\"191029\"/></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                                + relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                                + relation("rId3", "styles", "styles.xml")))
                .with("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\">" + styles + "</styleSheet>")
                .with("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\">" + sheet + "</worksheet>")
                .with(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet  xmlns=\"" + MAIN + "\"><sheetData><row><c t=\"str\"><v>Nom</v></c></row>"
                                + "</sheetData></worksheet>");
    }

    static String type(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPES + type + "\"/>";
    }

    static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    static XlsxFile open(byte[] bytes) throws IOException {
        XlsxFile file = new XlsxFile();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                file.entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return file;
    }

    XlsxFile with(String part, String text) {
        entries.put(part, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    XlsxFile change(String part, UnaryOperator<String> change) {
        return with(part, change.apply(text(part)));
    }

    XlsxFile without(String part) {
        entries.remove(part);
        return this;
    }

    /** Puts one thing more into the list of types or of relations. */
    XlsxFile adding(String part, String inside) {
        return change(part, text -> text.replaceFirst("</(Types|Relationships)>$", inside + "</$1>"));
    }

    Map<String, byte[]> entries() {
        return entries;
    }

    String text(String part) {
        return new String(entries.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As an independent reader sees it. */
    XSSFWorkbook workbook() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes()));
    }
}

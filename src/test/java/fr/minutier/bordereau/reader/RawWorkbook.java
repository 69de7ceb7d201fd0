package fr.minutier.bordereau.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A .xlsx written part by part, for what no library would write. */
final class RawWorkbook {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private String workbookExtras = "";
    private String sheet = "<sheetData/>";
    private int level = Deflater.DEFAULT_COMPRESSION;

    /** The content of the only sheet, {@code Candidats}, inside {@code <worksheet>}. */
    RawWorkbook sheet(String xml) {
        sheet = xml;
        return this;
    }

    /** Rows of the only sheet. */
    RawWorkbook rows(String xml) {
        return sheet("<sheetData>" + xml + "</sheetData>");
    }

    /** Elements of the workbook before its sheets, {@code <workbookPr date1904="1"/>}. */
    RawWorkbook workbook(String xml) {
        workbookExtras = xml;
        return this;
    }

    RawWorkbook strings(String xml) {
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + xml + "</sst>");
        return this;
    }

    /** Cell styles: one for each number format id given, after the custom formats. */
    RawWorkbook styles(String customFormats, int... formats) {
        StringBuilder cells = new StringBuilder();
        for (int format : formats) {
            cells.append("<xf numFmtId=\"").append(format).append("\"/>");
        }
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main + "\"><numFmts>" + customFormats
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells
                        + "</cellXfs></styleSheet>");
        return this;
    }

    /** The dialect that programs write when asked for "strict" workbooks. */
    RawWorkbook strict() {
        main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        return this;
    }

    /** Any part as it is, in place of the one that would be written. */
    RawWorkbook part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    /** Leaves every part in the file as it is, unpacked. */
    RawWorkbook stored() {
        level = Deflater.NO_COMPRESSION;
        return this;
    }

    Path write(Path file) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + override("/xl/workbook.xml", type + "sheet.main+xml")
                        + override("/xl/worksheets/sheet1.xml", type + "worksheet+xml")
                        + override("/xl/sharedStrings.xml", type + "sharedStrings+xml")
                        + override("/xl/styles.xml", type + "styles+xml") + "</Types>");
        all.put("_rels/.rels", relationships(relation("rId1", "officeDocument", "xl/workbook.xml")));
        all.put(
                "xl/_rels/workbook.xml.rels",
                relationships(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "sharedStrings", "sharedStrings.xml")
                        + relation("rId3", "styles", "styles.xml")));
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\">" + workbookExtras
                        + "<sheets><sheet name=\"Candidats\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        all.put("xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\"/>");
        all.put("xl/styles.xml", "<styleSheet xmlns=\"" + main + "\"/>");
        all.put("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + main + "\">" + sheet + "</worksheet>");
        all.putAll(parts);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            for (Map.Entry<String, String> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String xml = part.getValue();
                zip.write((xml.startsWith("<?xml") ? xml : DECLARATION + xml).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relationships(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }
}

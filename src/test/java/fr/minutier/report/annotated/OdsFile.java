package fr.minutier.report.annotated;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A .ods made by hand, and one taken apart again with nothing but the Java platform. */
final class OdsFile {
    static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final String NAMESPACES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3\"""";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static OdsFile of(String automaticStyles, String commonStyles, String sheets) {
        OdsFile file = new OdsFile();
        file.with("mimetype", TYPE);
        file.with("content.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content %s><office:scripts/><office:automatic-styles>%s</office:automatic-styles>\
                <office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>""".formatted(NAMESPACES, automaticStyles, sheets));
        file.with("styles.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-styles %s><office:styles>%s</office:styles></office:document-styles>""".formatted(NAMESPACES, commonStyles));
        return file;
    }

    static OdsFile open(byte[] bytes) throws IOException {
        OdsFile file = new OdsFile();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                file.entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return file;
    }

    OdsFile with(String entry, String text) {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Map<String, byte[]> entries() {
        return entries;
    }

    String content() {
        return new String(entries.get("content.xml"), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                ZipEntry made = new ZipEntry(entry.getKey());
                if (entry.getKey().equals("mimetype")) {
                    CRC32 sum = new CRC32();
                    sum.update(entry.getValue());
                    made.setMethod(ZipEntry.STORED);
                    made.setSize(entry.getValue().length);
                    made.setCrc(sum.getValue());
                }
                zip.putNextEntry(made);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Document document() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(entries.get("content.xml")));
    }

    /** The sheet that was handed in, behind the list of what is to be corrected. */
    private Element sheet() throws Exception {
        return elements(document(), "table:table").getLast();
    }

    /** The cell that stands there in the sheet handed in, whether for itself or for many. */
    Element cell(int row, int column) throws Exception {
        return at(at(elements(sheet(), "table:table-row"), row, "table:number-rows-repeated"), column);
    }

    private static Element at(Element row, int column) {
        List<Element> cells = new ArrayList<>();
        for (Node child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element cell) {
                cells.add(cell);
            }
        }
        return at(cells, column, "table:number-columns-repeated");
    }

    private static Element at(List<Element> alike, int index, String repeated) {
        int next = 0;
        for (Element element : alike) {
            next += element.hasAttribute(repeated) ? Integer.parseInt(element.getAttribute(repeated)) : 1;
            if (index < next) {
                return element;
            }
        }
        throw new AssertionError("no such cell: " + index);
    }

    /** How many rows that sheet has. */
    int rows() throws Exception {
        return elements(sheet(), "table:table-row").stream()
                .map(row -> row.getAttribute("table:number-rows-repeated"))
                .mapToInt(count -> count.isEmpty() ? 1 : Integer.parseInt(count))
                .sum();
    }

    /** The style that a cell names itself. */
    Element style(Element cell) throws Exception {
        return elements(document(), "style:style").stream()
                .filter(style -> style.getAttribute("style:name").equals(cell.getAttribute("table:style-name")))
                .findFirst()
                .orElseThrow();
    }

    List<String> styleNames() throws Exception {
        return elements(document(), "style:style").stream()
                .map(style -> style.getAttribute("style:name"))
                .toList();
    }

    /** The fill of a cell; empty for none. */
    String fill(int row, int column) throws Exception {
        Element cell = cell(row, column);
        return cell.hasAttribute("table:style-name")
                ? property(style(cell), "style:table-cell-properties", "fo:background-color")
                : "";
    }

    static String property(Element style, String properties, String attribute) {
        return elements(style, properties).stream()
                .map(element -> element.getAttribute(attribute))
                .findFirst()
                .orElse("");
    }

    /** The comment of a cell, a line to a paragraph; null for none. */
    String comment(int row, int column) throws Exception {
        List<Element> notes = elements(cell(row, column), "office:annotation");
        return notes.isEmpty()
                ? null
                : String.join(
                        "\n",
                        elements(notes.getFirst(), "text:p").stream()
                                .map(OdsFile::text)
                                .toList());
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(
                    switch (child.getNodeName()) {
                        case "#text" -> child.getNodeValue();
                        case "text:s" -> " ";
                        case "text:tab" -> "\t";
                        default -> text(child);
                    });
        }
        return text.toString();
    }

    static List<Element> elements(Node from, String name) {
        var found = from instanceof Document document
                ? document.getElementsByTagName(name)
                : ((Element) from).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }
}

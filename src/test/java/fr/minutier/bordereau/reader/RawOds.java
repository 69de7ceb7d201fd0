package fr.minutier.bordereau.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A .ods written part by part, for what no library would write. */
final class RawOds {

    private static final String NAMES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
            + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private String styles = "";

    RawOds() {
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        rows("");
    }

    /** Rows of the only sheet, {@code Candidats}. */
    RawOds rows(String xml) {
        return sheets("<table:table table:name=\"Candidats\">" + xml + "</table:table>");
    }

    /** What the spreadsheet holds: its sheets and what lies beside them. */
    RawOds sheets(String xml) {
        return content("<office:document-content" + NAMES + "><office:automatic-styles>" + styles
                + "</office:automatic-styles><office:body><office:spreadsheet>" + xml
                + "</office:spreadsheet></office:body></office:document-content>");
    }

    /** Automatic styles; to be told before the sheets. */
    RawOds styles(String xml) {
        styles = xml;
        return this;
    }

    /** The whole {@code content.xml}. */
    RawOds content(String xml) {
        return part("content.xml", xml);
    }

    RawOds part(String name, String text) {
        parts.put(name, text);
        return this;
    }

    RawOds without(String name) {
        parts.remove(name);
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}

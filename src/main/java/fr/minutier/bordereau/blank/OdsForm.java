package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.SteadyPackage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a form as .ods: the package and what is neither content nor style. */
final class OdsForm {
    static final String VERSION = "1.2";

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private OdsForm() {}

    static byte[] bytes(Form form) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("content.xml", OdsContent.of(form));
        parts.put("styles.xml", OdsStyles.document());
        parts.put("settings.xml", settings(form));
        parts.put("meta.xml", meta(form));
        parts.put("META-INF/manifest.xml", manifest(parts));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            type(zip);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(SteadyPackage.timeless(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes is no device", e);
        }
        return bytes.toByteArray();
    }

    /** First and not compressed, so that the type can be read at a known place. */
    private static void type(ZipOutputStream zip) throws IOException {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry entry = SteadyPackage.timeless("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
    }

    private static byte[] manifest(Map<String, byte[]> parts) {
        return OdsXml.part(
                "manifest:manifest",
                xml -> {
                    file(xml, "/", TYPE);
                    parts.keySet().forEach(name -> file(xml, name, "text/xml"));
                },
                "manifest:version",
                VERSION);
    }

    private static void file(OdsXml xml, String path, String type) {
        xml.element("manifest:file-entry", "manifest:full-path", path, "manifest:media-type", type);
    }

    private static byte[] meta(Form form) {
        return OdsXml.part(
                "office:document-meta",
                xml -> xml.element("office:meta", () -> {
                    xml.text("meta:generator", "Minutier");
                    xml.text("dc:title", form.title());
                }),
                "office:version",
                VERSION);
    }

    /** Which rows and columns stay in sight. */
    private static byte[] settings(Form form) {
        return OdsXml.part(
                "office:document-settings",
                xml -> xml.element(
                        "office:settings",
                        () -> xml.element(
                                "config:config-item-set",
                                () -> xml.element(
                                        "config:config-item-map-indexed",
                                        () -> xml.element("config:config-item-map-entry", () -> view(xml, form)),
                                        "config:name",
                                        "Views"),
                                "config:name",
                                "ooo:view-settings")),
                "office:version",
                VERSION);
    }

    private static void view(OdsXml xml, Form form) {
        item(xml, "ViewId", "string", "view1");
        xml.element(
                "config:config-item-map-named",
                () -> form.sheets()
                        .forEach(sheet -> xml.element(
                                "config:config-item-map-entry", () -> frozen(xml, sheet), "config:name", sheet.name())),
                "config:name",
                "Tables");
        item(xml, "ActiveTable", "string", form.sheets().getFirst().name());
        item(xml, "ShowGrid", "boolean", "false");
    }

    private static void frozen(OdsXml xml, Form.Sheet sheet) {
        item(xml, "ShowGrid", "boolean", "false");
        if (sheet.header() < 0) {
            return;
        }
        String column = String.valueOf(sheet.frozenColumns());
        String row = String.valueOf(sheet.header() + 1);
        item(xml, "CursorPositionX", "int", column);
        item(xml, "CursorPositionY", "int", row);
        item(xml, "HorizontalSplitMode", "short", "2");
        item(xml, "VerticalSplitMode", "short", "2");
        item(xml, "HorizontalSplitPosition", "int", column);
        item(xml, "VerticalSplitPosition", "int", row);
        item(xml, "ActiveSplitRange", "short", "3");
        item(xml, "PositionLeft", "int", "0");
        item(xml, "PositionRight", "int", column);
        item(xml, "PositionTop", "int", "0");
        item(xml, "PositionBottom", "int", row);
    }

    private static void item(OdsXml xml, String name, String type, String value) {
        xml.text("config:config-item", value, "config:name", name, "config:type", type);
    }
}

package fr.minutier.report.annotated;

import fr.minutier.bordereau.SteadyPackage;
import fr.minutier.bordereau.reader.PartXml;
import fr.minutier.report.annotated.AnnotatedBordereau.Copy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes a .ods again with its cells marked: all that is not the content of its sheets is copied byte for byte. */
final class OdsPackage {
    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String TYPE_ENTRY = "mimetype";
    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String STYLES = "styles.xml";
    private static final String SETTINGS = "settings.xml";

    private static final Pattern ACTIVE_TABLE =
            Pattern.compile("(<config:config-item config:name=\"ActiveTable\"[^>]*>)[^<]*(</)");

    private final Parts parts;
    private final ToCorrect list;

    private OdsPackage(Parts parts, ToCorrect list) {
        this.parts = parts;
        this.list = list;
    }

    /** Whether it is a zip file with the parts of a .ods, and not with those of a .xlsx. */
    static boolean isOne(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return archive.getEntry(CONTENT) != null && archive.getEntry("[Content_Types].xml") == null;
        }
    }

    /**
     * The annotated file.
     *
     * @param marks by the names of the sheets
     * @param list that comes before the sheets
     * @return empty when it has macros, or is not a .ods that can be rewritten
     */
    static Optional<Copy> annotated(Path file, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list)
            throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            Parts parts = Parts.of(archive);
            return parts.names().stream().anyMatch(OdsPackage::isMacro)
                    ? Optional.empty()
                    : Optional.of(new Copy(new OdsPackage(parts, list).written(marks), "ods"));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static boolean isMacro(String name) {
        // A library without modules has a list of them all the same.
        boolean list = name.endsWith("/script-lc.xml") || name.endsWith("/script-lb.xml");
        return name.startsWith("Scripts/") || (name.startsWith("Basic/") && !list);
    }

    private byte[] written(Map<String, Map<CellAddress, Remarks>> marks) throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(typeEntry());
            out.write(TYPE.getBytes(StandardCharsets.US_ASCII));
            for (String name : parts.names()) {
                if (name.equals(CONTENT)) {
                    out.putNextEntry(SteadyPackage.timeless(CONTENT));
                    content(marks, out);
                } else if (!name.equals(TYPE_ENTRY) && !signs(name)) {
                    out.putNextEntry(SteadyPackage.timeless(name));
                    try (InputStream stream = parts.open(name)) {
                        if (name.equals(MANIFEST)) {
                            out.write(manifest(stream.readAllBytes()));
                        } else if (name.equals(SETTINGS)) {
                            out.write(opensOnTheList(stream.readAllBytes()));
                        } else {
                            stream.transferTo(out);
                        }
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Stored first and as it is, so that a file is known by its first bytes. */
    private static ZipEntry typeEntry() {
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        ZipEntry entry = SteadyPackage.timeless(TYPE_ENTRY);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    /** The list of the parts, as it is: only a template, which would open as a new file without a name, is none here. */
    private static byte[] manifest(byte[] list) {
        return new String(list, StandardCharsets.ISO_8859_1)
                .replace(TYPE + "-template", TYPE)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The settings, as they are: only the sheet that is shown first is the list. */
    private byte[] opensOnTheList(byte[] settings) {
        return ACTIVE_TABLE
                .matcher(new String(settings, StandardCharsets.UTF_8))
                .replaceFirst("$1" + list.name() + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A signature of what was handed in is none of what is given back. */
    private static boolean signs(String name) {
        return name.startsWith("META-INF/") && name.contains("signatures");
    }

    private void content(Map<String, Map<CellAddress, Remarks>> marks, ZipOutputStream out)
            throws IOException, XMLStreamException {
        Map<String, List<CellRangeAddress>> merged;
        try (InputStream content = parts.open(CONTENT)) {
            merged = OdsAreas.read(content);
        }
        try (InputStream content = parts.open(CONTENT)) {
            new OdsContent(content, marks, merged, list).writeTo(out, commonStyles());
        }
    }

    private List<XmlElement> commonStyles() throws IOException, XMLStreamException {
        List<XmlElement> styles = new ArrayList<>();
        if (parts.names().contains(STYLES)) {
            try (InputStream stream = parts.open(STYLES)) {
                XMLStreamReader xml = PartXml.open(stream);
                for (int event; (event = XmlElement.next(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
                    if (event == XMLStreamConstants.START_ELEMENT
                            && xml.getName().equals(Odf.COMMON_STYLES)) {
                        styles.addAll(XmlElement.read(xml).elements());
                    }
                }
            }
        }
        return styles;
    }
}

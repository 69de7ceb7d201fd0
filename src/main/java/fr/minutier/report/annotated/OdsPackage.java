package fr.minutier.report.annotated;

import fr.minutier.bordereau.SteadyPackage;
import fr.minutier.report.annotated.AnnotatedBordereau.Copy;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

    /** All entries together, unpacked: twice as much as is read of a bordereau, for the content is read twice. */
    private static final long MOST_BYTES = 400_000_000;

    private final ZipFile archive;
    private final ToCorrect list;
    private long unpacked;

    private OdsPackage(ZipFile archive, ToCorrect list) {
        this.archive = archive;
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
            List<? extends ZipEntry> entries = Collections.list(archive.entries());
            return entries.stream().anyMatch(OdsPackage::isMacro)
                    ? Optional.empty()
                    : Optional.of(new Copy(new OdsPackage(archive, list).written(entries, marks), "ods"));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static boolean isMacro(ZipEntry entry) {
        String name = entry.getName();
        // A library without modules has a list of them all the same.
        boolean list = name.endsWith("/script-lc.xml") || name.endsWith("/script-lb.xml");
        return !entry.isDirectory() && (name.startsWith("Scripts/") || (name.startsWith("Basic/") && !list));
    }

    private byte[] written(List<? extends ZipEntry> entries, Map<String, Map<CellAddress, Remarks>> marks)
            throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(typeEntry());
            out.write(TYPE.getBytes(StandardCharsets.US_ASCII));
            for (ZipEntry entry : entries) {
                if (entry.getName().equals(CONTENT)) {
                    out.putNextEntry(SteadyPackage.timeless(CONTENT));
                    content(entry, marks, out);
                } else if (!entry.getName().equals(TYPE_ENTRY) && !signs(entry)) {
                    out.putNextEntry(SteadyPackage.timeless(entry.getName()));
                    try (InputStream stream = open(entry)) {
                        if (entry.getName().equals(MANIFEST)) {
                            out.write(manifest(stream.readAllBytes()));
                        } else if (entry.getName().equals(SETTINGS)) {
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
    private static boolean signs(ZipEntry entry) {
        return entry.getName().startsWith("META-INF/") && entry.getName().contains("signatures");
    }

    private void content(ZipEntry entry, Map<String, Map<CellAddress, Remarks>> marks, ZipOutputStream out)
            throws IOException, XMLStreamException {
        Map<String, List<CellRangeAddress>> merged;
        try (InputStream content = open(entry)) {
            merged = OdsAreas.read(content);
        }
        try (InputStream content = open(entry)) {
            new OdsContent(content, marks, merged, list).writeTo(out, commonStyles());
        }
    }

    private List<XmlElement> commonStyles() throws IOException, XMLStreamException {
        List<XmlElement> styles = new ArrayList<>();
        ZipEntry entry = archive.getEntry(STYLES);
        if (entry != null) {
            try (InputStream stream = open(entry)) {
                XMLStreamReader xml = XmlElement.open(stream);
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

    private InputStream open(ZipEntry entry) throws IOException {
        return new FilterInputStream(archive.getInputStream(entry)) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(read, 0));
                return read;
            }
        };
    }

    private void count(int read) throws IOException {
        unpacked += read;
        if (unpacked > MOST_BYTES) {
            throw new IOException("unpacks to more than any bordereau holds");
        }
    }
}

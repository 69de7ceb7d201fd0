package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Reads an OpenDocument spreadsheet, .ods: the sheets of its {@code content.xml}, as a stream. Values are those stored,
 * never those shown. Tracked changes, copies of other files, named areas and links are no cells and are passed over.
 */
final class OdsReader {

    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /** The list of an archive's files is longer in no workbook. */
    private static final int LONGEST_MANIFEST = 1_000_000;

    private final String name;
    private final Budget budget;
    private final Numbers numbers = new Numbers(false);
    private final Set<String> hidden = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();

    private OdsReader(String name) {
        this.name = name;
        this.budget = new Budget(name);
    }

    /** Reads an open archive that is one of OpenDocument by its type or by its parts. */
    static Bordereau read(ZipSecureFile archive, String name) throws Refusal {
        try {
            if (encrypted(archive)) {
                throw Refusal.password(name);
            }
            return new OdsReader(name).content(archive);
        } catch (XMLStreamException | IOException | RuntimeException e) {
            // The archive library answers malformed entries with unchecked exceptions too.
            throw Refusal.of(e, name);
        }
    }

    private static boolean encrypted(ZipSecureFile archive) throws IOException {
        ZipArchiveEntry manifest = archive.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return false;
        }
        try (InputStream stream = archive.getInputStream(manifest)) {
            byte[] start = stream.readNBytes(LONGEST_MANIFEST);
            return new String(start, StandardCharsets.ISO_8859_1).contains("encryption-data");
        }
    }

    private Bordereau content(ZipSecureFile archive) throws XMLStreamException, IOException, Refusal {
        ZipArchiveEntry part = archive.getEntry("content.xml");
        if (part == null) {
            throw Refusal.damaged(name);
        }
        boolean spreadsheet;
        try (CheckedInputStream stream =
                new CheckedInputStream(budget.counting(archive.getInputStream(part)), new CRC32())) {
            XMLStreamReader xml = PartXml.open(stream);
            try {
                spreadsheet = document(xml);
            } finally {
                xml.close();
            }
            // A digit spoiled on the way would still be a digit.
            if (part.getCrc() != stream.getChecksum().getValue()) {
                throw new IOException("checksum of content.xml");
            }
        }
        if (!spreadsheet) {
            throw Refusal.otherDocument(name);
        }
        return new Bordereau(name, sheets);
    }

    /** Reads styles and sheets to the end of the document, and tells whether it is a spreadsheet at all. */
    private boolean document(XMLStreamReader xml) throws XMLStreamException, Refusal {
        boolean spreadsheet = false;
        String style = "";
        for (int event; (event = PartXml.nextTag(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(xml, OFFICE, "spreadsheet")) {
                    spreadsheet = true;
                    spreadsheet(xml);
                } else if (is(xml, STYLE, "style")) {
                    style = String.valueOf(xml.getAttributeValue(STYLE, "name"));
                } else if (is(xml, STYLE, "table-properties")
                        && "false".equals(xml.getAttributeValue(TABLE, "display"))) {
                    hidden.add(style);
                }
            }
        }
        return spreadsheet;
    }

    private void spreadsheet(XMLStreamReader xml) throws XMLStreamException, Refusal {
        while (PartXml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            String sheet = String.valueOf(xml.getAttributeValue(TABLE, "name"));
            if (is(xml, TABLE, "table") && !isCopyOfAnotherFile(sheet)) {
                boolean unseen = Optional.ofNullable(xml.getAttributeValue(TABLE, "style-name"))
                        .filter(hidden::contains)
                        .isPresent();
                sheets.add(new Sheet(sheet, name, unseen, new OdsSheet(name, sheet, numbers, budget).lines(xml)));
            } else {
                PartXml.skip(xml);
            }
        }
    }

    /** What formulas last saw in other files is kept as further tables, named {@code 'file:///D:/notes.ods'#Feuille1}. */
    private static boolean isCopyOfAnotherFile(String sheet) {
        return sheet.startsWith("'") && sheet.contains("'#");
    }

    static boolean is(XMLStreamReader xml, String namespace, String localName) {
        return xml.getLocalName().equals(localName) && namespace.equals(xml.getNamespaceURI());
    }
}

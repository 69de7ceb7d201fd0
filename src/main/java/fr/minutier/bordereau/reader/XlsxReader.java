package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.ZipPackagePart;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Reads a .xlsx workbook, transitional or strict: POI opens the package behind its guards, the parts are read here as
 * streams, because stored values are needed as they are stored. No link out of the file is followed.
 */
final class XlsxReader {

    private final String name;
    private final Budget budget;

    private XlsxReader(String name) {
        this.name = name;
        this.budget = new Budget(name);
    }

    /** What the workbook says of one of its sheets. */
    private record Tab(String name, String relation, boolean hidden) {}

    /**
     * What the workbook says of itself.
     *
     * @param from1904 whether days are counted from 1904
     * @param stale whether its formulas wait to be computed by the next program that opens it
     */
    private record Front(List<Tab> tabs, boolean from1904, boolean stale) {}

    /** Reads an open archive that has the content types of an Office package. */
    static Bordereau read(ZipSecureFile archive, String name) throws Refusal {
        XlsxReader reader = new XlsxReader(name);
        try (OPCPackage opened = OPCPackage.open(new ZipFileZipEntrySource(archive))) {
            return reader.read(opened);
        } catch (OpenXML4JException | XMLStreamException | IOException | RuntimeException e) {
            // The library answers malformed packages with unchecked exceptions of many kinds.
            throw Refusal.of(e, name);
        }
    }

    private Bordereau read(OPCPackage opened) throws OpenXML4JException, XMLStreamException, IOException, Refusal {
        PackagePart workbook = related(opened, "/officeDocument")
                .filter(part -> isWorkbook(part.getContentType()))
                .orElseThrow(() -> new Refusal(Refusal.quoted(name)
                        + " n’est pas un classeur .xlsx\u00A0: ouvrez le bordereau dans votre tableur et enregistrez-le au"
                        + " format .xlsx ou .ods."));
        Front front = parse(workbook, this::front);
        Optional<PackagePart> styles = related(workbook, "/styles");
        Optional<PackagePart> strings = related(workbook, "/sharedStrings");
        XlsxValues values = new XlsxValues(
                strings.isPresent() ? parse(strings.get(), this::strings) : List.of(),
                styles.isPresent() ? parse(styles.get(), XlsxStyles::read) : XlsxStyles.none(),
                new Numbers(front.from1904()),
                front.stale());
        List<Sheet> sheets = new ArrayList<>();
        for (Tab tab : front.tabs()) {
            PackageRelationship relation = workbook.getRelationship(tab.relation());
            // Sheets of charts and of old macros hold no cells.
            if (relation != null && relation.getRelationshipType().endsWith("/worksheet")) {
                PackagePart part = workbook.getRelatedPart(relation);
                List<Line> lines = parse(part, xml -> new XlsxSheet(name, tab.name(), values, budget).lines(xml));
                sheets.add(new Sheet(tab.name(), name, tab.hidden(), lines));
            }
        }
        return new Bordereau(name, sheets);
    }

    /** The content types of .xlsx, .xlsm and their templates; .xlsb has another. */
    private static boolean isWorkbook(String contentType) {
        return contentType.endsWith("+xml")
                && (contentType.contains("spreadsheetml") || contentType.contains("ms-excel"));
    }

    /** The two dialects of the format name their relations in different places with the same last word. */
    private static Optional<PackagePart> related(RelationshipSource source, String type) throws OpenXML4JException {
        Optional<PackageRelationship> relation = StreamSupport.stream(
                        source.getRelationships().spliterator(), false)
                .filter(r -> r.getRelationshipType().endsWith(type) && r.getTargetMode() == TargetMode.INTERNAL)
                .findFirst();
        if (relation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                source instanceof PackagePart part
                        ? part.getRelatedPart(relation.get())
                        : ((OPCPackage) source).getPart(relation.get()));
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(XMLStreamReader xml) throws XMLStreamException, Refusal;
    }

    /** A part is refused when its checksum is not the one stored: a digit spoiled on the way would still be a digit. */
    private <T> T parse(PackagePart part, Parser<T> parser) throws XMLStreamException, IOException, Refusal {
        try (CheckedInputStream stream = new CheckedInputStream(budget.counting(part.getInputStream()), new CRC32())) {
            XMLStreamReader xml = PartXml.open(stream);
            T parsed;
            try {
                parsed = parser.parse(xml);
            } finally {
                xml.close();
            }
            // Each parser reads to the end of its document, which is the end of the part.
            if (part instanceof ZipPackagePart packed
                    && packed.getZipArchive().getCrc() != stream.getChecksum().getValue()) {
                throw new IOException("checksum of " + part.getPartName());
            }
            return parsed;
        }
    }

    private Front front(XMLStreamReader xml) throws XMLStreamException {
        List<Tab> tabs = new ArrayList<>();
        boolean from1904 = false;
        boolean stale = false;
        for (int event; (event = PartXml.nextTag(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "workbookPr" -> from1904 = PartXml.isTrue(PartXml.attribute(xml, "date1904"));
                    case "calcPr" -> stale = PartXml.isTrue(PartXml.attribute(xml, "fullCalcOnLoad"));
                    case "sheet" -> {
                        String state = PartXml.attribute(xml, "state");
                        tabs.add(new Tab(
                                String.valueOf(PartXml.attribute(xml, "name")),
                                relation(xml),
                                state != null && !state.equals("visible")));
                    }
                    default -> {}
                }
            }
        }
        return new Front(tabs, from1904, stale);
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && namespace.endsWith("relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private List<Content> strings(XMLStreamReader xml) throws XMLStreamException, Refusal {
        List<Content> strings = new ArrayList<>();
        for (int event; (event = PartXml.nextTag(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                strings.add(new Content.Text(XlsxText.rich(xml)));
                if (strings.size() > Budget.CELLS) {
                    throw Refusal.tooLarge(name);
                }
            }
        }
        return strings;
    }
}

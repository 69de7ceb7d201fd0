package fr.minutier.report.annotated;

import fr.minutier.bordereau.reader.PartXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Writes the content of a .ods again with the cells marked. It goes through as a stream, a row at a time; only the body
 * is kept back, deflated, for the automatic styles stand before it and those of marked cells are known after it.
 */
final class OdsContent {
    /** Where the sheets stand: in the spreadsheet, in the body, in the document. */
    private static final int DEPTH_OF_SHEETS = 3;

    private final XMLStreamReader xml;
    private final Map<String, Map<CellAddress, Remarks>> marks;
    private final Map<String, List<CellRangeAddress>> merged;
    private final ToCorrect list;
    private boolean listed;

    private XmlElement automaticStyles = new XmlElement(Odf.AUTOMATIC_STYLES);

    /**
     * @param marks by the names of the sheets
     * @param merged areas, by the names of the sheets
     * @param list that comes before the sheets
     */
    OdsContent(
            InputStream content,
            Map<String, Map<CellAddress, Remarks>> marks,
            Map<String, List<CellRangeAddress>> merged,
            ToCorrect list)
            throws XMLStreamException {
        this.xml = PartXml.open(content);
        this.marks = new HashMap<>(marks);
        this.merged = merged;
        this.list = list;
    }

    /**
     * Writes all of it.
     *
     * @param commonStyles that the content may name
     * @throws XMLStreamException when it is no content of a spreadsheet
     */
    void writeTo(OutputStream content, List<XmlElement> commonStyles) throws XMLStreamException, IOException {
        XmlWriter out = new XmlWriter(content);
        out.declaration();
        head(out);
        OdsStyles styles = new OdsStyles(automaticStyles, commonStyles);
        OdsNote.addStyles(styles);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (XmlWriter kept = new XmlWriter(new DeflaterOutputStream(body, fast))) {
            body(kept, styles);
        } finally {
            fast.end();
        }
        out.write(styles.written());
        out.flush();
        new InflaterInputStream(new ByteArrayInputStream(body.toByteArray())).transferTo(content);
    }

    /** What stands before the body, but for the automatic styles. */
    private void head(XmlWriter out) throws XMLStreamException, IOException {
        XmlElement.next(xml);
        out.start(XmlElement.tag(xml).declare(Odf.PREFIXES));
        while (XmlElement.next(xml) != XMLStreamConstants.START_ELEMENT
                || !xml.getName().equals(Odf.BODY)) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = XmlElement.read(xml);
                    if (element.is(Odf.AUTOMATIC_STYLES)) {
                        automaticStyles = element;
                    } else {
                        out.write(element);
                    }
                }
                case XMLStreamConstants.CHARACTERS -> out.text(xml.getText());
                default -> throw new XMLStreamException("a document without a body");
            }
        }
    }

    /** From the body on to the end of the document. */
    private void body(XmlWriter out, OdsStyles styles) throws XMLStreamException, IOException {
        out.start(XmlElement.tag(xml));
        // In the document and in its body.
        for (int depth = 2; depth > 0; ) {
            switch (XmlElement.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == DEPTH_OF_SHEETS && xml.getName().equals(Odf.TABLE)) {
                        sheet(out, styles);
                    } else {
                        out.start(XmlElement.tag(xml));
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    out.end(xml.getName());
                }
                default -> out.text(xml.getText());
            }
        }
    }

    private void sheet(XmlWriter out, OdsStyles styles) throws XMLStreamException, IOException {
        String name = Objects.requireNonNullElse(XmlElement.tag(xml).get(Odf.TABLE_NAME), "");
        if (!listed && !list.anomalies().isEmpty()) {
            new OdsToCorrect(out, styles).write(list);
            listed = true;
        }
        if (list.isOfBefore(name)) {
            XmlElement.read(xml);
            return;
        }
        Map<CellAddress, Remarks> cells = marks.remove(name);
        new OdsSheet(
                        xml,
                        out,
                        styles,
                        Remarks.seen(cells == null ? Map.of() : cells, merged.getOrDefault(name, List.of())))
                .write();
    }
}

package fr.minutier.report.annotated;

import fr.minutier.bordereau.reader.PartXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;

/** One sheet of a .xlsx that is written again: its cells, then its comments, then the boxes of these. */
final class XlsxMarkedSheet {
    private final Parts parts;
    private final Sml sml;
    private final Map<CellAddress, Remarks> marks;
    private final XlsxOutline outline;

    private Map<CellAddress, Colours> worn = Map.of();
    private @Nullable XlsxComments said;

    /**
     * The sheet with its marks.
     *
     * @param sml of the workbook, in which new parts are written
     */
    XlsxMarkedSheet(Parts parts, Sml sml, XlsxOutline outline, Map<CellAddress, Remarks> marks) {
        this.parts = parts;
        this.sml = sml.plain();
        this.outline = outline;
        this.marks = Remarks.seen(marks, outline.merged());
    }

    /**
     * Writes its cells; comes first.
     *
     * @param part that holds them
     * @param before what cells wore that an earlier annotation marked
     * @param selected whether it is the sheet that is shown first
     * @param boxes the identity of a relation to boxes of comments that it did not have; {@code ""} for none
     */
    void cells(
            XmlWriter out,
            String part,
            XlsxStyles styles,
            Map<CellAddress, Colours> before,
            boolean selected,
            String boxes)
            throws IOException, XMLStreamException {
        try (InputStream stream = parts.open(part)) {
            worn = new XlsxSheet(PartXml.open(stream), out, styles, outline, marks, before).write(selected, boxes);
        }
    }

    /**
     * Writes its comments.
     *
     * @param part that holds them, if there is one
     */
    void comments(XmlWriter out, String part) throws IOException, XMLStreamException {
        said = new XlsxComments(marks, worn);
        try (InputStream stream = parts.names().contains(part) ? parts.open(part) : bytes(XlsxComments.none(sml))) {
            said.write(PartXml.open(stream), out);
        }
    }

    /**
     * Writes the boxes of its comments; comes last.
     *
     * @param part that holds them, if there is one
     */
    void boxes(XmlWriter out, String part) throws IOException, XMLStreamException {
        Map<CellAddress, CommentBox> boxes = new TreeMap<>();
        Map<CellAddress, String> texts = said == null ? Map.of() : said.texts();
        texts.forEach((cell, text) -> boxes.put(
                cell, CommentBox.beside(cell, text, SpreadsheetVersion.EXCEL2007, outline::width, outline::height)));
        try (InputStream stream = parts.names().contains(part) ? closed(part) : bytes(XlsxShapes.none())) {
            new XlsxShapes(boxes, said == null ? Set.of() : said.gone()).write(PartXml.open(stream), out);
        }
    }

    /** Excel itself leaves line breaks open, as in the web pages of long ago. */
    private InputStream closed(String part) throws IOException {
        try (InputStream stream = parts.open(part)) {
            String written = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            return new ByteArrayInputStream(
                    written.replaceAll("(?i)<br *>", "<br/>").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static InputStream bytes(XmlElement document) throws IOException {
        return new ByteArrayInputStream(XmlWriter.document(document));
    }
}

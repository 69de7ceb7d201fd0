package fr.minutier.report.annotated;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;

/** Writes the boxes of the comments of one sheet of a .xlsx again, which are shapes of a drawing of their own. */
final class XlsxShapes {
    private static final String V = "urn:schemas-microsoft-com:vml";
    private static final String O = "urn:schemas-microsoft-com:office:office";
    private static final String X = "urn:schemas-microsoft-com:office:excel";
    private static final Map<String, String> PREFIXES = Map.of("v", V, "o", O, "x", X);

    private static final QName SHAPE = new QName(V, "shape", "v");
    private static final QName SHAPE_TYPE = new QName(V, "shapetype", "v");
    private static final QName DATA = new QName(X, "ClientData", "x");
    private static final QName ROW = new QName(X, "Row", "x");
    private static final QName COLUMN = new QName(X, "Column", "x");
    private static final QName ANCHOR = new QName(X, "Anchor", "x");
    private static final QName ID = new QName("id");

    private static final String BOX_TYPE = "_x0000_t202";
    private static final Pattern NUMBERED = Pattern.compile("_x0000_s([0-9]{1,9})");

    private final Map<CellAddress, CommentBox> boxes;
    private final Set<CellAddress> gone;

    /** By which Excel numbers the shapes of a drawing. */
    private int last = 1024;

    private boolean hasType;

    /**
     * The boxes as they are to be.
     *
     * @param boxes of the comments that say something of ours
     * @param gone cells that no longer have a comment
     */
    XlsxShapes(Map<CellAddress, CommentBox> boxes, Set<CellAddress> gone) {
        this.boxes = new TreeMap<>(boxes);
        this.gone = gone;
    }

    /** A part without boxes. */
    static XmlElement none() throws XMLStreamException {
        QName extension = new QName(V, "ext", "v");
        return new XmlElement(new QName("xml"))
                .declare(PREFIXES)
                .add(new XmlElement(new QName(O, "shapelayout", "o"))
                        .set(extension, "edit")
                        .add(new XmlElement(new QName(O, "idmap", "o"))
                                .set(extension, "edit")
                                .set(new QName("data"), "1")));
    }

    /** Writes all of it. */
    void write(XMLStreamReader xml, XmlWriter out) throws XMLStreamException, IOException {
        XmlElement.next(xml);
        XmlElement root = XmlElement.tag(xml).declare(PREFIXES);
        out.start(root);
        while (XmlElement.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                out.text(xml.getText());
                continue;
            }
            XmlElement shape = XmlElement.read(xml);
            Matcher numbered = NUMBERED.matcher(shape.get(ID, ""));
            if (numbered.matches()) {
                last = Math.max(last, Integer.parseInt(numbered.group(1)));
            }
            hasType |= shape.is(SHAPE_TYPE) && shape.get(ID, "").equals(BOX_TYPE);
            Optional<XmlElement> data = shape.child(DATA)
                    .filter(any -> any.get(new QName("ObjectType"), "").equals("Note"));
            Optional<CellAddress> cell = data.flatMap(XlsxShapes::cell);
            if (cell.isPresent() && data.isPresent()) {
                if (gone.contains(cell.get())) {
                    continue;
                }
                CommentBox box = boxes.remove(cell.get());
                if (box != null) {
                    place(data.get(), box);
                }
            }
            out.write(shape);
        }
        if (!boxes.isEmpty() && !hasType) {
            out.write(type());
        }
        for (var box : boxes.entrySet()) {
            out.write(shape(box.getKey(), box.getValue()));
        }
        out.end(root.name());
    }

    private static Optional<CellAddress> cell(XmlElement data) {
        Optional<XmlElement> row = data.child(ROW);
        Optional<XmlElement> column = data.child(COLUMN);
        return row.isEmpty() || column.isEmpty()
                ? Optional.empty()
                : Optional.of(new CellAddress(
                        Integer.parseInt(row.get().text().strip()),
                        Integer.parseInt(column.get().text().strip())));
    }

    private static void place(XmlElement data, CommentBox box) {
        XmlElement anchor = data.child(ANCHOR).orElseGet(() -> {
            XmlElement made = new XmlElement(ANCHOR);
            data.children().addFirst(made);
            return made;
        });
        anchor.children().clear();
        anchor.add(new XmlNode.Text(corners(box)));
    }

    /** Each as column, pixels, row, pixels. */
    private static String corners(CommentBox box) {
        return Stream.of(
                        box.left(),
                        box.fromLeft(),
                        box.top(),
                        0,
                        box.right(),
                        box.fromRight(),
                        box.bottom(),
                        box.fromBottom())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static XmlElement type() {
        return new XmlElement(SHAPE_TYPE)
                .set(ID, BOX_TYPE)
                .set(new QName("coordsize"), "21600,21600")
                .set(new QName(O, "spt", "o"), "202")
                .set(new QName("path"), "m,l,21600r21600,l21600,xe")
                .add(vml("stroke").set(new QName("joinstyle"), "miter"))
                .add(vml("path").set(new QName("gradientshapeok"), "t").set(new QName(O, "connecttype", "o"), "rect"));
    }

    private static XmlElement vml(String name) {
        return new XmlElement(new QName(V, name, "v"));
    }

    /** Out of sight until a person points at the cell. */
    private XmlElement shape(CellAddress cell, CommentBox box) {
        last++;
        XmlElement data = new XmlElement(DATA)
                .set(new QName("ObjectType"), "Note")
                .add(new XmlElement(new QName(X, "MoveWithCells", "x")))
                .add(new XmlElement(new QName(X, "SizeWithCells", "x")))
                .add(new XmlElement(ANCHOR))
                .add(new XmlElement(new QName(X, "AutoFill", "x")).add(new XmlNode.Text("False")))
                .add(new XmlElement(ROW).add(new XmlNode.Text(String.valueOf(cell.getRow()))))
                .add(new XmlElement(COLUMN).add(new XmlNode.Text(String.valueOf(cell.getColumn()))));
        place(data, box);
        return new XmlElement(SHAPE)
                .set(ID, "_x0000_s" + last)
                .set(new QName("type"), "#" + BOX_TYPE)
                .set(new QName("style"), "position:absolute;visibility:hidden")
                .set(new QName("fillcolor"), "#ffffe1")
                .set(new QName(O, "insetmode", "o"), "auto")
                .add(vml("fill").set(new QName("color2"), "#ffffe1"))
                .add(vml("shadow")
                        .set(new QName("on"), "t")
                        .set(new QName("color"), "black")
                        .set(new QName("obscured"), "t"))
                .add(vml("path").set(new QName(O, "connecttype", "o"), "none"))
                .add(vml("textbox")
                        .set(new QName("style"), "mso-direction-alt:auto")
                        .add(new XmlElement(new QName("div")).set(new QName("style"), "text-align:left")))
                .add(data);
    }
}

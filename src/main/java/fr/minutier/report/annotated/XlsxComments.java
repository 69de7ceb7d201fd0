package fr.minutier.report.annotated;

import fr.minutier.bordereau.reader.PartXml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;

/** Writes the comments of one sheet of a .xlsx again: without what an earlier annotation left, with what is said now. */
final class XlsxComments {
    private static final QName REF = new QName("ref");
    private static final QName AUTHOR = new QName("authorId");

    private final Map<CellAddress, Remarks> marks;
    private final Map<CellAddress, Colours> worn;
    private final Map<CellAddress, String> texts = new HashMap<>();
    private final Set<CellAddress> gone = new HashSet<>();
    private Sml sml = Sml.USUAL;

    /**
     * What is to be said.
     *
     * @param worn what each marked cell wore before
     */
    XlsxComments(Map<CellAddress, Remarks> marks, Map<CellAddress, Colours> worn) {
        this.marks = new TreeMap<>(marks);
        this.worn = worn;
    }

    /** What the cells wore that an earlier annotation marked, as far as their comments are still there. */
    static Map<CellAddress, Colours> before(InputStream part) throws XMLStreamException {
        Map<CellAddress, Colours> before = new HashMap<>();
        XMLStreamReader xml = PartXml.open(part);
        for (int event; (event = XmlElement.next(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("comment")) {
                XmlElement comment = XmlElement.read(xml);
                String text = text(comment);
                if (Remarks.withoutOurs(text).isPresent()) {
                    before.putIfAbsent(cell(comment), Colours.told(text));
                }
            }
        }
        return before;
    }

    /** A part without comments. */
    static XmlElement none(Sml sml) {
        return sml.root("comments").add(sml.element("authors")).add(sml.element("commentList"));
    }

    private static CellAddress cell(XmlElement comment) {
        return new CellAddress(comment.get(REF, "").strip());
    }

    private static String text(XmlElement comment) {
        StringBuilder text = new StringBuilder();
        pieces(comment).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** The elements that hold its text, in their order; phonetic guides are none of it. */
    private static List<XmlElement> pieces(XmlElement element) {
        List<XmlElement> pieces = new ArrayList<>();
        for (XmlElement child : element.elements()) {
            switch (child.name().getLocalPart()) {
                case "t" -> pieces.add(child);
                case "text", "r" -> pieces.addAll(pieces(child));
                default -> {}
            }
        }
        return pieces;
    }

    /** Writes all of it. */
    void write(XMLStreamReader xml, XmlWriter out) throws XMLStreamException, IOException {
        out.declaration();
        XmlElement.next(xml);
        XmlElement root = XmlElement.tag(xml);
        sml = Sml.of(root);
        out.start(root);
        int author = 0;
        while (XmlElement.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                out.text(xml.getText());
            } else if (xml.getLocalName().equals("authors")) {
                XmlElement authors = XmlElement.read(xml);
                author = ours(authors);
                out.write(authors);
            } else if (xml.getLocalName().equals("commentList")) {
                list(xml, out, author);
            } else {
                out.copy(xml);
            }
        }
        out.end(root.name());
    }

    /** The whole texts of the comments that say something of ours. */
    Map<CellAddress, String> texts() {
        return texts;
    }

    /** The cells that no longer have a comment. */
    Set<CellAddress> gone() {
        return gone;
    }

    private int ours(XmlElement authors) {
        List<String> names = authors.elements().stream().map(XmlElement::text).toList();
        int there = names.indexOf(Remarks.AUTHOR);
        if (there < 0 && !marks.isEmpty()) {
            authors.add(sml.element("author").add(new XmlNode.Text(Remarks.AUTHOR)));
            return names.size();
        }
        return there;
    }

    private void list(XMLStreamReader xml, XmlWriter out, int author) throws XMLStreamException, IOException {
        XmlElement list = XmlElement.tag(xml);
        out.start(list);
        while (XmlElement.next(xml) != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                XmlElement comment = XmlElement.read(xml);
                if (stays(comment)) {
                    out.write(comment);
                }
            }
        }
        for (var mark : marks.entrySet()) {
            XmlElement text = sml.element("text");
            say(text, mark.getKey(), mark.getValue(), "");
            out.write(sml.element("comment")
                    .set(REF, mark.getKey().formatAsString())
                    .set(AUTHOR, String.valueOf(author))
                    .add(text));
        }
        out.end(list.name());
    }

    /** Whether a person wrote something in the comment; if so, what is ours in it is what is said now. */
    private boolean stays(XmlElement comment) {
        String written = text(comment);
        Optional<String> theirs = Remarks.withoutOurs(written);
        CellAddress cell = cell(comment);
        boolean empty = theirs.orElse(written).isEmpty();
        if (empty && marks.containsKey(cell)) {
            return false;
        }
        if (empty && theirs.isPresent()) {
            gone.add(cell);
            return false;
        }
        Optional<XmlElement> text = comment.child(sml.name("text"));
        if (text.isPresent()) {
            theirs.ifPresent(words -> cut(text.get(), written.indexOf(words) + words.length()));
            Remarks remarks = marks.remove(cell);
            if (remarks != null) {
                say(text.get(), cell, remarks, theirs.orElse(written));
            }
        }
        return true;
    }

    /** Leaves so many characters of the text. */
    private void cut(XmlElement text, int length) {
        int left = length;
        for (XmlElement piece : pieces(text)) {
            String words = piece.text();
            String kept = words.substring(0, Math.min(left, words.length()));
            left -= kept.length();
            piece.children().clear();
            piece.add(new XmlNode.Text(kept));
        }
        text.children()
                .removeIf(child -> child instanceof XmlElement run
                        && isRun(run)
                        && (isPlain(run) ? run.text() : text(run)).isEmpty());
    }

    private static boolean isPlain(XmlElement element) {
        return element.name().getLocalPart().equals("t");
    }

    private static boolean isRun(XmlElement element) {
        return isPlain(element) || element.name().getLocalPart().equals("r");
    }

    /** Adds the remarks below what a person wrote. */
    private void say(XmlElement text, CellAddress cell, Remarks remarks, String theirs) {
        List<XmlNode> runs = new ArrayList<>();
        StringBuilder whole = new StringBuilder(theirs);
        for (XmlElement run : text.elements()) {
            if (isRun(run)) {
                text.children().remove(run);
                runs.add(isPlain(run) ? sml.element("r").add(run) : run);
            }
        }
        List<Remarks.Run> ours = new ArrayList<>();
        if (!theirs.isEmpty()) {
            ours.add(new Remarks.Run("\n\n", false));
        }
        ours.addAll(remarks.runs(theirs.length(), worn.getOrDefault(cell, new Colours(null, null))));
        for (Remarks.Run run : ours) {
            whole.append(run.text());
            runs.add(sml.element("r").add(font(run.strong())).add(sml.text("t", run.text())));
        }
        text.children().addAll(0, runs);
        texts.put(cell, whole.toString());
    }

    private XmlElement font(boolean strong) {
        XmlElement font = sml.element("rPr");
        if (strong) {
            font.add(sml.element("b"));
        }
        return font.add(sml.valued("sz", String.valueOf(Remarks.FONT_POINTS)))
                .add(sml.element("color").set(new QName("indexed"), "81"))
                .add(sml.valued("rFont", Remarks.FONT));
    }
}

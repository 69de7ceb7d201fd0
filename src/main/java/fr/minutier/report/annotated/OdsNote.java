package fr.minutier.report.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;

/** The comment of a cell in a .ods: what it says, without what an earlier annotation left, and with what is said now. */
final class OdsNote {
    private static final String BOX = "minutier-note";
    private static final String PARAGRAPH = "minutier-texte";
    private static final String STRONG = "minutier-fort";

    private static final double CENTIMETRES_PER_PIXEL = 2.54 / 96;

    private OdsNote() {}

    /** Adds the styles that comments of ours bear. */
    static void addStyles(OdsStyles styles) {
        styles.addOnce(style(BOX, "graphic")
                .add(new XmlElement(Odf.GRAPHIC_PROPERTIES)
                        .set(Odf.name("draw:stroke"), "solid")
                        .set(Odf.name("svg:stroke-color"), "#808080")
                        .set(Odf.name("draw:shadow"), "hidden")
                        .set(Odf.name("draw:fill"), "solid")
                        .set(Odf.name("draw:fill-color"), "#ffffe1")
                        .set(Odf.name("draw:textarea-horizontal-align"), "justify")
                        .set(Odf.name("draw:textarea-vertical-align"), "top")
                        .set(Odf.name("draw:auto-grow-height"), "true")
                        .set(Odf.name("draw:auto-grow-width"), "false")
                        .set(Odf.name("fo:wrap-option"), "wrap")
                        .set(Odf.name("fo:padding"), "0.15cm")));
        styles.addOnce(style(PARAGRAPH, "paragraph")
                .add(new XmlElement(Odf.TEXT_PROPERTIES)
                        .set(Odf.name("fo:font-size"), Remarks.FONT_POINTS + "pt")
                        .set(Odf.COLOUR, "#000000")));
        styles.addOnce(
                style(STRONG, "text").add(new XmlElement(Odf.TEXT_PROPERTIES).set(Odf.name("fo:font-weight"), "bold")));
    }

    private static XmlElement style(String name, String family) {
        return new XmlElement(Odf.STYLE).set(Odf.STYLE_NAME, name).set(Odf.FAMILY, family);
    }

    /** Takes off what an earlier annotation left in the cell, and tells what the cell wore before; empty for nothing. */
    static Optional<Colours> clear(XmlElement cell) {
        Optional<XmlElement> found = cell.child(Odf.ANNOTATION);
        if (found.isEmpty() || Remarks.withoutOurs(text(found.get())).isEmpty()) {
            return Optional.empty();
        }
        XmlElement note = found.get();
        Colours worn = Colours.told(text(note));
        List<XmlNode> theirs = new ArrayList<>();
        for (XmlElement part : note.elements().stream().filter(OdsNote::isText).toList()) {
            note.children().remove(part);
            Optional<String> before = Remarks.withoutOurs(text(part));
            if (before.isPresent()) {
                theirs.addAll(paragraphs(List.of(new Remarks.Run(before.get(), false))));
                break;
            }
            theirs.add(part);
        }
        note.children().removeIf(child -> child instanceof XmlElement part && isText(part));
        while (!theirs.isEmpty()
                && theirs.getLast() instanceof XmlElement last
                && text(last).isBlank()) {
            theirs.removeLast();
        }
        note.children().addAll(theirs);
        if (theirs.isEmpty()) {
            cell.children().remove(note);
        }
        return Optional.of(worn);
    }

    /**
     * Says the remarks in the comment of the cell.
     *
     * @param worn what the cell wore before it was marked
     * @param left edge of the box on the sheet, in pixels
     * @param top edge of the box on the sheet, in pixels
     */
    static void say(XmlElement cell, Remarks remarks, Colours worn, double left, double top) {
        XmlElement note = cell.child(Odf.ANNOTATION).orElseGet(() -> begin(cell));
        int theirs = text(note).length();
        if (theirs > 0) {
            note.add(paragraph());
        }
        paragraphs(remarks.runs(theirs, worn)).forEach(note::add);
        note.attributes().remove(Odf.name("draw:caption-point-x"));
        note.attributes().remove(Odf.name("draw:caption-point-y"));
        note.set(Odf.name("svg:x"), length(left + CommentBox.GAP));
        note.set(Odf.name("svg:y"), length(top));
        note.set(Odf.name("svg:width"), length(CommentBox.WIDTH));
        note.set(Odf.name("svg:height"), length(CommentBox.height(text(note))));
    }

    private static XmlElement begin(XmlElement cell) {
        XmlElement note = new XmlElement(Odf.ANNOTATION)
                .set(Odf.name("draw:style-name"), BOX)
                .set(Odf.name("draw:text-style-name"), PARAGRAPH)
                .add(new XmlElement(Odf.CREATOR).add(new XmlNode.Text(Remarks.AUTHOR)));
        int place = 0;
        for (int at = 0; at < cell.children().size(); at++) {
            if (cell.children().get(at) instanceof XmlElement child && child.is(Odf.CELL_RANGE_SOURCE)) {
                place = at + 1;
            }
        }
        cell.children().add(place, note);
        return note;
    }

    private static String length(double pixels) {
        return String.format(Locale.ROOT, "%.3fcm", pixels * CENTIMETRES_PER_PIXEL);
    }

    private static XmlElement paragraph() {
        return new XmlElement(Odf.PARAGRAPH).set(Odf.TEXT_STYLE, PARAGRAPH);
    }

    /** A paragraph for each line. */
    private static List<XmlElement> paragraphs(List<Remarks.Run> runs) {
        List<XmlElement> paragraphs = new ArrayList<>(List.of(paragraph()));
        for (Remarks.Run run : runs) {
            String[] lines = run.text().split("\n", -1);
            for (int line = 0; line < lines.length; line++) {
                if (line > 0) {
                    paragraphs.add(paragraph());
                }
                if (!lines[line].isEmpty()) {
                    XmlElement span = new XmlElement(Odf.SPAN);
                    if (run.strong()) {
                        span.set(Odf.TEXT_STYLE, STRONG);
                    }
                    write(lines[line], span);
                    paragraphs.getLast().add(span);
                }
            }
        }
        return paragraphs;
    }

    /** Writes the text so that its tabs and spaces are kept, which the format would draw together. */
    private static void write(String line, XmlElement into) {
        int start = 0;
        for (int at = 0; at < line.length(); at++) {
            boolean tab = line.charAt(at) == '\t';
            boolean space =
                    line.charAt(at) == ' ' && (at == 0 || line.charAt(at - 1) == ' ' || at == line.length() - 1);
            if (tab || space) {
                into.add(new XmlNode.Text(line.substring(start, at))).add(new XmlElement(tab ? Odf.TAB : Odf.SPACES));
                start = at + 1;
            }
        }
        into.add(new XmlNode.Text(line.substring(start)));
    }

    private static boolean isText(XmlElement element) {
        return Odf.PARAGRAPH.getNamespaceURI().equals(element.name().getNamespaceURI());
    }

    /** The lines of a comment, or of a part of one. */
    private static String text(XmlElement element) {
        StringBuilder text = new StringBuilder();
        append(element, text);
        return text.toString();
    }

    private static void append(XmlElement element, StringBuilder text) {
        QName name = element.name();
        if (name.equals(Odf.SPACES)) {
            text.repeat(' ', Math.min(Odf.count(element, Odf.SPACE_COUNT), 1000));
        } else if (name.equals(Odf.TAB)) {
            text.append('\t');
        } else if (name.equals(Odf.LINE_BREAK)) {
            text.append('\n');
        }
        boolean first = true;
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlNode.Text characters -> {
                    if (!element.is(Odf.ANNOTATION)) {
                        text.append(characters.characters());
                    }
                }
                case XmlElement inside -> {
                    if (isText(inside)) {
                        if (element.is(Odf.ANNOTATION) && !first) {
                            text.append('\n');
                        }
                        first = false;
                        append(inside, text);
                    }
                }
            }
        }
    }
}

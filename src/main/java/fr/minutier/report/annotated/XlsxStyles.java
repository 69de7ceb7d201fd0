package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.namespace.QName;

/**
 * The styles of a .xlsx: what they show, and the same ones on our colours. Each is a number, its place in the list; what
 * is there already is not added again, so that the styles of a workbook that comes back do not pile up.
 */
final class XlsxStyles {
    private static final List<String> ORDER = List.of(
            "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles");

    /** What stands before the colour of a font. */
    private static final Set<String> BEFORE_COLOUR =
            Set.of("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz");

    private static final QName FONT = new QName("fontId");
    private static final QName FILL = new QName("fillId");
    private static final QName RGB = new QName("rgb");
    private static final String OPAQUE = "FF";
    private static final String BLACK = "000000";
    private static final String BLUE = "0000FF";
    private static final int POINTS = 10;

    /** The kind of font to take where the one that is named is missing. */
    private static final String WITHOUT_SERIFS = "2";

    /** The place of the format in which what is typed stays a text. */
    private static final String TEXT_FORMAT = "49";

    private final XmlElement root;
    private final Sml sml;
    private final XlsxColours colours;
    private final Section fonts;
    private final Section fills;
    private final Section cells;

    /** A style as it was and what was put on it. */
    private record Coloured(int style, Gravity gravity) {}

    private record Restored(int style, Colours worn) {}

    private final Map<Coloured, Integer> made = new HashMap<>();
    private final Map<Restored, Integer> restored = new HashMap<>();

    /** A list of the part: its elements are known by their places, and each that is added is there once. */
    private static final class Section {
        private final XmlElement element;
        private final List<XmlElement> members;
        private final Map<String, Integer> places = new HashMap<>();

        Section(XmlElement element) {
            this.element = element;
            this.members = new ArrayList<>(element.elements());
            for (int place = 0; place < members.size(); place++) {
                places.putIfAbsent(said(members.get(place)), place);
            }
        }

        /** All that the element says, whatever the order of its attributes. */
        private static String said(XmlElement element) {
            Map<String, String> attributes = new TreeMap<>();
            element.attributes().forEach((name, value) -> attributes.put(name.getLocalPart(), value));
            StringBuilder said = new StringBuilder(element.name().getLocalPart()).append(attributes);
            element.elements()
                    .forEach(child -> said.append('<').append(said(child)).append('>'));
            return said.toString();
        }

        Optional<XmlElement> at(int place) {
            return place >= 0 && place < members.size() ? Optional.of(members.get(place)) : Optional.empty();
        }

        int place(XmlElement wanted) {
            return places.computeIfAbsent(said(wanted), any -> {
                members.add(wanted);
                element.add(wanted).set(Sml.COUNT, String.valueOf(members.size()));
                return members.size() - 1;
            });
        }
    }

    /**
     * The styles of a workbook.
     *
     * @param root the whole part, to which new ones are added
     * @param theme the whole part; none when there is none
     */
    XlsxStyles(XmlElement root, Optional<XmlElement> theme) {
        this.root = root;
        this.sml = Sml.of(root);
        this.colours = new XlsxColours(
                theme,
                root.child(sml.name("colors"))
                        .flatMap(all -> all.child(sml.name("indexedColors")))
                        .map(all -> all.elements().stream()
                                .map(colour -> colour.get(RGB, ""))
                                .toList())
                        .orElse(List.of()));
        this.fonts =
                section("fonts", sml.element("font").add(sml.valued("sz", "11")).add(sml.valued("name", "Calibri")));
        this.fills = section("fills", pattern("none"));
        section("borders", sml.element("border"));
        section("cellStyleXfs", cell(0, 0));
        this.cells = section("cellXfs", cell(0, 0));
    }

    /** The styles of a workbook that has none. */
    static XlsxStyles none(Sml sml) {
        XlsxStyles none = new XlsxStyles(sml.root("styleSheet"), Optional.empty());
        // Programs take the second fill for this one, whatever it is.
        none.fills.place(none.pattern("gray125"));
        return none;
    }

    XmlElement written() {
        return root;
    }

    /** @param first what its first place holds when it has none */
    private Section section(String name, XmlElement first) {
        XmlElement element = root.child(sml.name(name)).orElseGet(() -> {
            XmlElement missing = sml.element(name);
            int place = 0;
            for (int at = 0; at < root.children().size(); at++) {
                if (root.children().get(at) instanceof XmlElement child
                        && ORDER.subList(0, ORDER.indexOf(name))
                                .contains(child.name().getLocalPart())) {
                    place = at + 1;
                }
            }
            root.children().add(place, missing);
            return missing;
        });
        Section section = new Section(element);
        if (section.members.isEmpty()) {
            section.place(first);
        }
        return section;
    }

    private XmlElement pattern(String kind) {
        return sml.element("fill").add(sml.element("patternFill").set(new QName("patternType"), kind));
    }

    private XmlElement cell(int font, int fill) {
        return sml.element("xf")
                .set(new QName("numFmtId"), "0")
                .set(FONT, String.valueOf(font))
                .set(FILL, String.valueOf(fill))
                .set(new QName("borderId"), "0");
    }

    private XmlElement style(int style) {
        return cells.at(style).orElseGet(() -> cell(0, 0));
    }

    private static int number(XmlElement style, QName attribute) {
        return Integer.parseInt(style.get(attribute, "0").strip());
    }

    private Optional<XmlElement> font(int style) {
        return fonts.at(number(style(style), FONT));
    }

    /** Whether cells of that style show one of our colours. */
    boolean fillIsOurs(int style) {
        String fill = worn(style).fill();
        return fill != null && Tints.isOurs(fill);
    }

    /** The colours of the style that a mark hides. */
    Colours worn(int style) {
        return new Colours(
                fills.at(number(style(style), FILL))
                        .flatMap(fill -> fill.child(sml.name("patternFill")))
                        .filter(pattern ->
                                pattern.get(new QName("patternType"), "").equals("solid"))
                        .flatMap(pattern -> pattern.child(sml.name("fgColor")))
                        .flatMap(colours::digits)
                        .orElse(null),
                faded(style).orElse(null));
    }

    /** The colour of the text of that style when it is too light for ours. */
    private Optional<String> faded(int style) {
        return font(style)
                .flatMap(font -> font.child(sml.name("color")))
                .flatMap(colours::digits)
                .filter(digits -> {
                    int[] rgb = Colours.parts(digits);
                    return Tints.fades(rgb[0], rgb[1], rgb[2]);
                });
    }

    /** The same style on the colour of the gravity, with a text that is read on it. */
    int coloured(int style, Gravity gravity) {
        return made.computeIfAbsent(new Coloured(style, gravity), any -> {
            XmlElement copy = style(style).copy();
            fill(copy, fills.place(solid(Tints.of(gravity))));
            if (faded(style).isPresent()) {
                write(copy, BLACK);
            }
            return cells.place(copy);
        });
    }

    /** The same style in the colours that it wore before it was marked. */
    int restored(int style, Colours worn) {
        return restored.computeIfAbsent(new Restored(style, worn), any -> {
            XmlElement copy = style(style).copy();
            fill(copy, worn.fill() == null ? 0 : fills.place(solid(worn.fill())));
            if (worn.text() != null) {
                write(copy, worn.text());
            }
            return cells.place(copy);
        });
    }

    private XmlElement solid(String rgb) {
        return sml.element("fill")
                .add(sml.element("patternFill")
                        .set(new QName("patternType"), "solid")
                        .add(sml.element("fgColor").set(RGB, OPAQUE + rgb))
                        .add(sml.element("bgColor").set(new QName("indexed"), "64")));
    }

    private static void fill(XmlElement style, int fill) {
        style.set(FILL, String.valueOf(fill));
        if (fill == 0) {
            style.attributes().remove(new QName("applyFill"));
        } else {
            style.set(new QName("applyFill"), "1");
        }
    }

    private void write(XmlElement style, String rgb) {
        XmlElement font = fonts.at(number(style, FONT)).map(XmlElement::copy).orElseGet(() -> sml.element("font"));
        font.child(sml.name("color")).ifPresent(font.children()::remove);
        int place = 0;
        for (int at = 0; at < font.children().size(); at++) {
            if (font.children().get(at) instanceof XmlElement child
                    && BEFORE_COLOUR.contains(child.name().getLocalPart())) {
                place = at + 1;
            }
        }
        font.children().add(place, sml.element("color").set(RGB, OPAQUE + rgb));
        style.set(FONT, String.valueOf(fonts.place(font))).set(new QName("applyFont"), "1");
    }

    /** A style of the list of what is to be corrected. */
    int plain() {
        return listed(false, false);
    }

    /** A style of the list of what is to be corrected. */
    int bold() {
        return listed(true, false);
    }

    /** A style of the list of what is to be corrected. */
    int link() {
        return listed(false, true);
    }

    private int listed(boolean bold, boolean link) {
        XmlElement font = sml.element("font");
        if (bold) {
            font.add(sml.element("b"));
        }
        if (link) {
            font.add(sml.element("u"));
        }
        font.add(sml.valued("sz", String.valueOf(POINTS)))
                .add(sml.element("color").set(RGB, OPAQUE + (link ? BLUE : BLACK)))
                .add(sml.valued("name", Remarks.FONT))
                .add(sml.valued("family", WITHOUT_SERIFS));
        return cells.place(aligned(cell(fonts.place(font), 0)).set(new QName("applyFont"), "1"));
    }

    private XmlElement aligned(XmlElement style) {
        return style.set(new QName("xfId"), "0")
                .set(new QName("applyAlignment"), "1")
                .add(sml.element("alignment").set(new QName("vertical"), "top").set(new QName("wrapText"), "1"));
    }

    /**
     * A style for texts as they were read.
     *
     * @param quoted whether the text stays a text when somebody edits it, though it looks like a formula
     */
    int text(boolean bold, boolean quoted) {
        XmlElement font = sml.element("font");
        if (bold) {
            font.add(sml.element("b"));
        }
        font.add(sml.valued("sz", "11")).add(sml.valued("name", "Calibri")).add(sml.valued("family", WITHOUT_SERIFS));
        XmlElement style = cell(fonts.place(font), 0).set(new QName("numFmtId"), TEXT_FORMAT);
        if (quoted) {
            style.set(new QName("quotePrefix"), "1");
        }
        return cells.place(
                aligned(style).set(new QName("applyNumberFormat"), "1").set(new QName("applyFont"), "1"));
    }
}

package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The styles of a .ods: what they show, and the same ones on our colours. Style {@code ""} is none. */
final class OdsStyles {
    /** Begins the name of each style made here. */
    private static final String OURS = "minutier-";

    private static final String PLAIN = "Default";

    /** Of columns and rows that say nothing, in pixels. */
    private static final double COLUMN_WIDTH = 85;

    private static final double ROW_HEIGHT = 17;

    private static final Pattern RGB = Pattern.compile("#([0-9A-Fa-f]{6})");
    private static final Pattern LENGTH = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(cm|mm|in|pt|pc|px)");

    /** How far a style is followed to those that it is made from; one that is made from itself ends there. */
    private static final int MOST_PARENTS = 20;

    private final XmlElement automatic;
    private final Map<String, XmlElement> common = new HashMap<>();
    private final Map<String, XmlElement> cells = new HashMap<>();
    private final Map<String, Double> widths = new HashMap<>();
    private final Map<String, Double> heights = new HashMap<>();
    private @Nullable XmlElement fallback;

    /** A style as it was and what was put on it, so that cells which looked alike share their new style. */
    private record Coloured(String style, Gravity gravity) {}

    private record Restored(String style, Colours worn) {}

    private final Map<Coloured, String> made = new HashMap<>();
    private final Map<Restored, String> restored = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> borne = new HashSet<>();
    private int next = 1;

    /**
     * @param automatic the automatic styles of the content, to which new ones are added
     * @param common the styles that a person knows by their names
     */
    OdsStyles(XmlElement automatic, List<XmlElement> common) {
        this.automatic = automatic;
        for (XmlElement style : common) {
            if (isOf(style, "table-cell")) {
                if (style.is(Odf.DEFAULT_STYLE)) {
                    fallback = style;
                } else {
                    this.common.put(nameOf(style), style);
                }
            }
        }
        for (XmlElement style : automatic.elements()) {
            names.add(nameOf(style));
            if (isOf(style, "table-cell")) {
                cells.put(nameOf(style), style);
            } else if (isOf(style, "table-column")) {
                length(style, Odf.COLUMN_PROPERTIES, Odf.COLUMN_WIDTH).ifPresent(px -> widths.put(nameOf(style), px));
            } else if (isOf(style, "table-row")) {
                length(style, Odf.ROW_PROPERTIES, Odf.ROW_HEIGHT).ifPresent(px -> heights.put(nameOf(style), px));
            }
        }
    }

    private static boolean isOf(XmlElement style, String family) {
        return family.equals(style.get(Odf.FAMILY));
    }

    private static String nameOf(XmlElement style) {
        return given(style, Odf.STYLE_NAME);
    }

    private static String given(XmlElement element, QName attribute) {
        String value = element.get(attribute);
        return value == null ? "" : value;
    }

    private static Optional<Double> length(XmlElement style, QName properties, QName attribute) {
        return style.child(properties).map(of -> of.get(attribute)).flatMap(OdsStyles::pixels);
    }

    /** A length as pixels, 96 to the inch. */
    private static Optional<Double> pixels(String length) {
        Matcher matcher = LENGTH.matcher(length);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double perUnit =
                switch (matcher.group(2)) {
                    case "cm" -> 96 / 2.54;
                    case "mm" -> 96 / 25.4;
                    case "in" -> 96;
                    case "pt" -> 96 / 72.0;
                    case "pc" -> 16;
                    default -> 1;
                };
        return Optional.of(Double.parseDouble(matcher.group(1)) * perUnit);
    }

    /** In pixels. */
    double columnWidth(String style) {
        return widths.getOrDefault(style, COLUMN_WIDTH);
    }

    /** In pixels. */
    double rowHeight(String style) {
        return heights.getOrDefault(style, ROW_HEIGHT);
    }

    /** Whether cells of that style show one of our colours. */
    boolean fillIsOurs(String style) {
        String fill = worn(style).fill();
        return fill != null && Tints.isOurs(fill);
    }

    /** The colours of the style that a mark hides. */
    Colours worn(String style) {
        return new Colours(
                first(style, Odf.CELL_PROPERTIES, properties -> properties.get(Odf.BACKGROUND))
                        .map(RGB::matcher)
                        .filter(Matcher::matches)
                        .map(rgb -> rgb.group(1))
                        .orElse(null),
                faded(style).orElse(null));
    }

    /** The name of the same style on the colour of the gravity, with a text that is read on it. */
    String coloured(String style, Gravity gravity) {
        return made.computeIfAbsent(new Coloured(style, gravity), any -> {
            XmlElement copy = copy(style);
            XmlElement cell = properties(copy, Odf.CELL_PROPERTIES);
            // Pictures and colours of a theme would hide a plain colour.
            cell.children().clear();
            cell.set(Odf.BACKGROUND, "#" + Tints.of(gravity).toLowerCase(Locale.ROOT));
            if (faded(style).isPresent()) {
                write(copy, "#000000");
            }
            return add(copy);
        });
    }

    /** The name of the same style in the colours that it wore before it was marked. */
    String restored(String style, Colours worn) {
        return restored.computeIfAbsent(new Restored(style, worn), any -> {
            XmlElement copy = copy(style);
            XmlElement cell = properties(copy, Odf.CELL_PROPERTIES);
            cell.children().clear();
            if (worn.fill() == null) {
                cell.attributes().remove(Odf.BACKGROUND);
            } else {
                cell.set(Odf.BACKGROUND, "#" + worn.fill().toLowerCase(Locale.ROOT));
            }
            if (worn.text() != null) {
                write(copy, "#" + worn.text().toLowerCase(Locale.ROOT));
            }
            return add(copy);
        });
    }

    private static void write(XmlElement style, String colour) {
        XmlElement text = properties(style, Odf.TEXT_PROPERTIES);
        text.children().clear();
        text.attributes().remove(Odf.AUTOMATIC_COLOUR);
        text.set(Odf.COLOUR, colour);
    }

    /** An automatic style over again, or an empty one that is made from a common style. */
    private XmlElement copy(String style) {
        XmlElement there = cells.get(style);
        if (there != null) {
            return there.copy();
        }
        XmlElement made = new XmlElement(Odf.STYLE).set(Odf.STYLE_NAME, "").set(Odf.FAMILY, "table-cell");
        String parent = common.containsKey(style) ? style : PLAIN;
        return common.containsKey(parent) ? made.set(Odf.PARENT, parent) : made;
    }

    private String add(XmlElement style) {
        String name;
        do {
            name = OURS + next++;
        } while (!names.add(name));
        style.set(Odf.STYLE_NAME, name);
        automatic.add(style);
        cells.put(name, style);
        return name;
    }

    /** The properties of that kind, in the place that the format wants for them. */
    private static XmlElement properties(XmlElement style, QName kind) {
        return style.child(kind).orElseGet(() -> {
            XmlElement properties = new XmlElement(kind);
            int place = 0;
            if (kind.equals(Odf.TEXT_PROPERTIES)) {
                for (int at = 0; at < style.children().size(); at++) {
                    if (style.children().get(at) instanceof XmlElement child
                            && (child.is(Odf.CELL_PROPERTIES) || child.is(Odf.PARAGRAPH_PROPERTIES))) {
                        place = at + 1;
                    }
                }
            }
            style.children().add(place, properties);
            return properties;
        });
    }

    /** The colour of the text of that style when it is too light for ours. */
    private Optional<String> faded(String style) {
        return first(
                        style,
                        Odf.TEXT_PROPERTIES,
                        text -> "true".equals(text.get(Odf.AUTOMATIC_COLOUR)) ? "" : text.get(Odf.COLOUR))
                .map(RGB::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(digits -> {
                    int[] rgb = Colours.parts(digits);
                    return Tints.fades(rgb[0], rgb[1], rgb[2]);
                });
    }

    /** What the style says, or else the first of those that it is made from that says something. */
    private Optional<String> first(String style, QName kind, Function<XmlElement, @Nullable String> question) {
        String name = style;
        for (int step = 0; step < MOST_PARENTS; step++) {
            XmlElement here = cells.getOrDefault(name, common.get(name));
            boolean last = here == null;
            XmlElement asked = here == null ? fallback : here;
            if (asked != null) {
                Optional<String> answer = asked.child(kind).map(question);
                if (answer.isPresent()) {
                    return answer;
                }
            }
            if (last || here == null) {
                return Optional.empty();
            }
            name = given(here, Odf.PARENT);
        }
        return Optional.empty();
    }

    /** Adds a style of our own unless an earlier annotation left it. */
    void addOnce(XmlElement style) {
        if (names.add(nameOf(style))) {
            automatic.add(style);
            if (isOf(style, "table-cell")) {
                cells.put(nameOf(style), style);
            }
        }
    }

    /** Takes note of the styles that a cell, a row or a column names. */
    void bear(XmlElement element) {
        borne.add(given(element, Odf.STYLE_OF));
        borne.add(given(element, Odf.DEFAULT_STYLE_OF));
    }

    /** The automatic styles, without those of an earlier annotation that nothing bears any more. */
    XmlElement written() {
        automatic
                .children()
                .removeIf(child -> child instanceof XmlElement style
                        && isOf(style, "table-cell")
                        && nameOf(style).startsWith(OURS)
                        && !borne.contains(nameOf(style)));
        return automatic;
    }
}

package fr.minutier.bordereau;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** As what the cell styles of a workbook show a number. */
final class XlsxStyles {

    /** What a person sees where a number is stored. */
    enum Shown {
        NUMBER,
        DAY,
        HOUR
    }

    /** Parts of a format that are printed as they are, or that only colour or localise: quoted, bracketed, escaped. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[_*].");

    /** What is left of a format that shows a day: date and time letters with separators, a day or a year among them. */
    private static final Pattern DAY = Pattern.compile("(?i)(?=.*[dy])[dmyhse0./,: \\-\u00A0tap]+");

    /** What is left of a format that shows the hour of a day, and no day. */
    private static final Pattern HOUR = Pattern.compile("(?i)(?=.*h)[hms0.: \u00A0ap/]+");

    private final List<Shown> styles = new ArrayList<>();

    private XlsxStyles() {}

    /** For a workbook without styles: every number is shown as one. */
    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles read(XMLStreamReader xml) throws XMLStreamException {
        XlsxStyles read = new XlsxStyles();
        Map<String, Shown> formats = new HashMap<>();
        boolean inCells = false;
        boolean inFormats = false;
        for (int event; (event = XlsxXml.nextTag(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            switch (xml.getLocalName()) {
                case "numFmts" -> inFormats = starts;
                case "cellXfs" -> inCells = starts;
                case "numFmt" -> {
                    if (starts && inFormats) {
                        formats.put(
                                String.valueOf(XlsxXml.attribute(xml, "numFmtId")),
                                shown(String.valueOf(XlsxXml.attribute(xml, "formatCode"))));
                    }
                }
                case "xf" -> {
                    if (starts && inCells) {
                        String id = String.valueOf(XlsxXml.attribute(xml, "numFmtId"));
                        Shown custom = formats.get(id);
                        read.styles.add(custom == null ? builtIn(id) : custom);
                    }
                }
                default -> {}
            }
        }
        return read;
    }

    /** @param style zero-based index of a cell style; one that the workbook does not have shows a number */
    Shown of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Shown.NUMBER;
    }

    /** Formats that a workbook may name without spelling them out. */
    private static Shown builtIn(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "22" -> Shown.DAY;
            case "27", "28", "29", "30", "31", "34", "35", "36" -> Shown.DAY;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> Shown.DAY;
            case "18", "19", "20", "21", "32", "33" -> Shown.HOUR;
            default -> Shown.NUMBER;
        };
    }

    /** As what a format that is spelled out shows a positive number. */
    static Shown shown(String format) {
        String plain = DECORATION.matcher(format).replaceAll("");
        int end = plain.indexOf(';');
        String positive = end < 0 ? plain : plain.substring(0, end);
        if (DAY.matcher(positive).matches()) {
            return Shown.DAY;
        }
        return HOUR.matcher(positive).matches() ? Shown.HOUR : Shown.NUMBER;
    }
}

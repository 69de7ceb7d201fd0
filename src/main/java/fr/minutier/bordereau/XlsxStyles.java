package fr.minutier.bordereau;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles of a workbook show a number as a day. */
final class XlsxStyles {

    /** Parts of a format that are printed as they are, or that only colour or localise: quoted, bracketed, escaped. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[_*].");

    /** What is left of a format that shows a day: date and time letters with separators, a day or a year among them. */
    private static final Pattern DAY = Pattern.compile("(?i)(?=.*[dy])[dmyhse0./,: \\-\u00A0tap]+");

    private final BitSet days = new BitSet();

    private XlsxStyles() {}

    /** For a workbook without styles: nothing is a day. */
    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles read(XMLStreamReader xml) throws XMLStreamException {
        XlsxStyles styles = new XlsxStyles();
        Map<String, Boolean> formats = new HashMap<>();
        int index = 0;
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
                                showsDay(String.valueOf(XlsxXml.attribute(xml, "formatCode"))));
                    }
                }
                case "xf" -> {
                    if (starts && inCells) {
                        String id = String.valueOf(XlsxXml.attribute(xml, "numFmtId"));
                        Boolean custom = formats.get(id);
                        styles.days.set(index++, custom == null ? builtInDay(id) : custom);
                    }
                }
                default -> {}
            }
        }
        return styles;
    }

    boolean showsDay(int style) {
        return style >= 0 && days.get(style);
    }

    /** Formats that a workbook may name without spelling them out; hours alone are no day. */
    private static boolean builtInDay(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "22" -> true;
            case "27", "28", "29", "30", "31", "34", "35", "36" -> true;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> true;
            default -> false;
        };
    }

    static boolean showsDay(String format) {
        String plain = DECORATION.matcher(format).replaceAll("");
        int end = plain.indexOf(';');
        return DAY.matcher(end < 0 ? plain : plain.substring(0, end)).matches();
    }
}

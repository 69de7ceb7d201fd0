package fr.minutier.bordereau.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How a .xlsx workbook writes texts. */
final class XlsxText {

    /** How the format writes characters that XML cannot hold, as in {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /** The text of the string element that has just started: its runs joined, its phonetic guides left out. */
    static String rich(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (PartXml.nextTag(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "t" -> text.append(xml.getElementText());
                        case "rPh" -> PartXml.skip(xml);
                        default -> depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> throw new XMLStreamException("the document ends inside a text");
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String stored) {
        return stored.contains("_x")
                ? ESCAPED.matcher(stored)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : stored;
    }
}

package fr.minutier.report.annotated;

import java.util.Map;
import javax.xml.namespace.QName;

/** The words of the OpenDocument format that a marked cell needs. */
final class Odf {
    private static final String URN = "urn:oasis:names:tc:opendocument:xmlns:";

    /** The prefixes under which our own elements are written. */
    static final Map<String, String> PREFIXES = Map.of(
            "office", URN + "office:1.0",
            "table", URN + "table:1.0",
            "text", URN + "text:1.0",
            "style", URN + "style:1.0",
            "draw", URN + "drawing:1.0",
            "fo", URN + "xsl-fo-compatible:1.0",
            "svg", URN + "svg-compatible:1.0",
            "dc", "http://purl.org/dc/elements/1.1/",
            "xlink", "http://www.w3.org/1999/xlink");

    static final QName AUTOMATIC_STYLES = name("office:automatic-styles");
    static final QName COMMON_STYLES = name("office:styles");
    static final QName BODY = name("office:body");
    static final QName SPREADSHEET = name("office:spreadsheet");

    static final QName TABLE = name("table:table");
    static final QName TABLE_NAME = name("table:name");
    static final QName COLUMN = name("table:table-column");
    static final QName COLUMNS_REPEATED = name("table:number-columns-repeated");
    static final QName COLUMNS_SPANNED = name("table:number-columns-spanned");
    static final QName ROW = name("table:table-row");
    static final QName ROWS_REPEATED = name("table:number-rows-repeated");
    static final QName ROWS_SPANNED = name("table:number-rows-spanned");
    static final QName CELL = name("table:table-cell");
    static final QName COVERED_CELL = name("table:covered-table-cell");
    static final QName CELL_RANGE_SOURCE = name("table:cell-range-source");
    static final QName VISIBILITY = name("table:visibility");
    static final QName STYLE_OF = name("table:style-name");
    static final QName DEFAULT_STYLE_OF = name("table:default-cell-style-name");

    static final QName STYLE = name("style:style");
    static final QName DEFAULT_STYLE = name("style:default-style");
    static final QName STYLE_NAME = name("style:name");
    static final QName FAMILY = name("style:family");
    static final QName PARENT = name("style:parent-style-name");
    static final QName CELL_PROPERTIES = name("style:table-cell-properties");
    static final QName PARAGRAPH_PROPERTIES = name("style:paragraph-properties");
    static final QName TEXT_PROPERTIES = name("style:text-properties");
    static final QName COLUMN_PROPERTIES = name("style:table-column-properties");
    static final QName ROW_PROPERTIES = name("style:table-row-properties");
    static final QName GRAPHIC_PROPERTIES = name("style:graphic-properties");
    static final QName COLUMN_WIDTH = name("style:column-width");
    static final QName ROW_HEIGHT = name("style:row-height");
    static final QName AUTOMATIC_COLOUR = name("style:use-window-font-color");
    static final QName BACKGROUND = name("fo:background-color");
    static final QName COLOUR = name("fo:color");

    static final QName ANNOTATION = name("office:annotation");
    static final QName CREATOR = name("dc:creator");
    static final QName PARAGRAPH = name("text:p");
    static final QName SPAN = name("text:span");
    static final QName SPACES = name("text:s");
    static final QName SPACE_COUNT = name("text:c");
    static final QName TAB = name("text:tab");
    static final QName LINE_BREAK = name("text:line-break");
    static final QName TEXT_STYLE = name("text:style-name");

    private Odf() {}

    /** @param prefixed such as {@code table:name} */
    static QName name(String prefixed) {
        int colon = prefixed.indexOf(':');
        String prefix = prefixed.substring(0, colon);
        String uri = PREFIXES.get(prefix);
        if (uri == null) {
            throw new IllegalArgumentException("no such prefix: " + prefix);
        }
        return new QName(uri, prefixed.substring(colon + 1), prefix);
    }

    /** How often an element stands for itself: at least once. */
    static int count(XmlElement element, QName attribute) {
        String written = element.get(attribute);
        if (written == null) {
            return 1;
        }
        try {
            return Math.max(1, Integer.parseInt(written.strip()));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    static void setCount(XmlElement element, QName attribute, int count) {
        if (count == 1) {
            element.attributes().remove(attribute);
        } else {
            element.set(attribute, String.valueOf(count));
        }
    }
}

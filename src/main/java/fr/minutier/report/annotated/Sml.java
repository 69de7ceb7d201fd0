package fr.minutier.report.annotated;

import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/**
 * The words of the .xlsx format, in the dialect of one part and under the prefix that it gives them.
 *
 * @param namespace of either dialect
 * @param prefix {@code ""} for none
 */
record Sml(String namespace, String prefix) {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/";

    /** In which new workbooks are written. */
    static final Sml USUAL = new Sml(TRANSITIONAL, "");

    static final QName REFERENCE = new QName("r");
    static final QName STYLE = new QName("s");
    static final QName COUNT = new QName("count");
    static final QName VALUE = new QName("val");

    private static final QName TYPE = new QName("t");
    private static final QName SPACE = new QName(XMLConstants.XML_NS_URI, "space", "xml");

    /** What would be taken for a character that is escaped. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** What XML cannot hold, or would change. */
    private static final Pattern TO_ESCAPE = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

    /** Refuses what is neither dialect. */
    Sml {
        if (!namespace.equals(TRANSITIONAL) && !namespace.equals(STRICT)) {
            throw new IllegalArgumentException("no part of a workbook: " + namespace);
        }
    }

    /** As the first element of a part has them. */
    static Sml of(XmlElement root) {
        return new Sml(root.name().getNamespaceURI(), root.name().getPrefix());
    }

    /** The same dialect without a prefix. */
    Sml plain() {
        return new Sml(namespace, "");
    }

    QName name(String local) {
        return new QName(namespace, local, prefix);
    }

    XmlElement element(String local) {
        return new XmlElement(name(local));
    }

    /** The first element of a new part. */
    XmlElement root(String local) {
        XmlElement root = element(local);
        root.namespaces().put(prefix, namespace);
        return root;
    }

    /** An element with a value. */
    XmlElement valued(String local, String value) {
        return element(local).set(VALUE, value);
    }

    /** An element with a text, each space of which counts. */
    XmlElement text(String local, String text) {
        return element(local).set(SPACE, "preserve").add(new XmlNode.Text(escaped(text)));
    }

    /** A cell with a text of its own. */
    XmlElement cell(String reference, int style, String text) {
        return element("c")
                .set(REFERENCE, reference)
                .set(STYLE, String.valueOf(style))
                .set(TYPE, "inlineStr")
                .add(element("is").add(text("t", text)));
    }

    private static String escaped(String text) {
        String told = text.contains("_x") ? LIKE_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
        return TO_ESCAPE.matcher(told).replaceAll(found -> "_x%04X_"
                .formatted((int) found.group().charAt(0)));
    }

    /** The kind of a relation, whole. */
    String relation(String kind) {
        return relations() + "/" + kind;
    }

    private String relations() {
        return (namespace.equals(STRICT) ? STRICT_OFFICE : OFFICE) + "relationships";
    }

    /** The attribute by which an element of that part names a relation; the part may have no prefix for it yet. */
    QName relationId(XmlElement root) {
        String prefix = root.namespaces().entrySet().stream()
                .filter(known ->
                        known.getValue().equals(relations()) && !known.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("r");
        String there = root.namespaces().putIfAbsent(prefix, relations());
        if (there != null && !there.equals(relations())) {
            throw new IllegalArgumentException("a prefix that stands for something else: " + prefix);
        }
        return new QName(relations(), "id", prefix);
    }

    static boolean isTrue(String attribute) {
        return attribute.equals("1") || attribute.equals("true");
    }
}

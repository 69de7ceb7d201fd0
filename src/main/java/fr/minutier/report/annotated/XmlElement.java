package fr.minutier.report.annotated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A small element held in memory with all that is in it, in the order and with the prefixes in which it was written.
 * Comments and processing instructions are passed over.
 */
final class XmlElement implements XmlNode {
    /** No spreadsheet nests deeper; what does would exhaust the stack. */
    private static final int DEEPEST = 200;

    private static final QName ID = new QName(XMLConstants.XML_NS_URI, "id");

    private final QName name;
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final Map<QName, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();

    XmlElement(QName name) {
        this.name = name;
    }

    /** The next event that is a tag, characters or the end; a document type or an entity of its own is refused. */
    static int next(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("no workbook declares a document type");
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> {
                    return xml.getEventType();
                }
            }
        }
    }

    /** The start tag at which the reader is, without what follows it. */
    static XmlElement tag(XMLStreamReader xml) {
        XmlElement element = new XmlElement(xml.getName());
        for (int at = 0; at < xml.getNamespaceCount(); at++) {
            element.namespaces.put(
                    Objects.requireNonNullElse(xml.getNamespacePrefix(at), ""),
                    Objects.requireNonNullElse(xml.getNamespaceURI(at), ""));
        }
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            element.attributes.put(xml.getAttributeName(at), xml.getAttributeValue(at));
        }
        return element;
    }

    /** The element whose start tag the reader is at, read to its end tag. */
    static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static XmlElement read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested too deep");
        }
        XmlElement element = tag(xml);
        for (int event; (event = next(xml)) != XMLStreamConstants.END_ELEMENT; ) {
            element.children.add(
                    event == XMLStreamConstants.START_ELEMENT ? read(xml, depth + 1) : new Text(xml.getText()));
        }
        return element;
    }

    QName name() {
        return name;
    }

    boolean is(QName wanted) {
        return name.equals(wanted);
    }

    /** Prefixes that it declares, with what they stand for. */
    Map<String, String> namespaces() {
        return namespaces;
    }

    Map<QName, String> attributes() {
        return attributes;
    }

    /** To be changed as one likes. */
    List<XmlNode> children() {
        return children;
    }

    @Nullable
    String get(QName attribute) {
        return attributes.get(attribute);
    }

    /** The value of the attribute, or else another one. */
    String get(QName attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** All characters that are in it, at whatever depth. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (XmlNode child : children) {
            switch (child) {
                case Text characters -> text.append(characters.characters());
                case XmlElement inside -> text.append(inside.text());
            }
        }
        return text.toString();
    }

    /**
     * Makes prefixes stand for what they stand for everywhere, beside those that are declared here.
     *
     * @throws XMLStreamException when one of them stands for something else here
     */
    XmlElement declare(Map<String, String> prefixes) throws XMLStreamException {
        for (var ours : new TreeMap<>(prefixes).entrySet()) {
            String there = namespaces.putIfAbsent(ours.getKey(), ours.getValue());
            if (there != null && !there.equals(ours.getValue())) {
                throw new XMLStreamException("a prefix that stands for something else: " + ours.getKey());
            }
        }
        return this;
    }

    XmlElement set(QName attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    XmlElement add(XmlNode child) {
        children.add(child);
        return this;
    }

    List<XmlElement> elements() {
        return children.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    Optional<XmlElement> child(QName wanted) {
        return elements().stream().filter(element -> element.is(wanted)).findFirst();
    }

    /** The same element once more, without the identities that only one element may bear. */
    XmlElement copy() {
        return copy(name);
    }

    /** The same element once more under another name. */
    XmlElement copy(QName under) {
        XmlElement copy = new XmlElement(under);
        copy.namespaces.putAll(namespaces);
        copy.attributes.putAll(attributes);
        copy.attributes.remove(ID);
        for (XmlNode child : children) {
            copy.children.add(child instanceof XmlElement element ? element.copy() : child);
        }
        return copy;
    }
}

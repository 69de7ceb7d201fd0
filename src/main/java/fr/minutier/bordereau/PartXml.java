package fr.minutier.bordereau;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The XML of a workbook's parts, read as a stream that follows no reference out of the file. */
final class PartXml {

    private static final XMLInputFactory FACTORY = factory();

    private PartXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a workbook refers to nothing outside itself");
        });
        return factory;
    }

    static XMLStreamReader open(InputStream part) throws XMLStreamException {
        // The factory is only configured once and is not documented as safe for threads while it creates.
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(part);
        }
    }

    /** The next start or end of an element, or the end of the document; a document type is refused. */
    static int nextTag(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT,
                        XMLStreamConstants.END_ELEMENT,
                        XMLStreamConstants.END_DOCUMENT -> {
                    return xml.getEventType();
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("no workbook declares a document type");
                default -> {}
            }
        }
    }

    static @Nullable String attribute(XMLStreamReader xml, String localName) {
        return xml.getAttributeValue(null, localName);
    }

    static boolean isTrue(@Nullable String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }

    /** Passes over the element that has just started, with all that it holds. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (nextTag(xml)) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> throw new XMLStreamException("the document ends inside an element");
            }
        }
    }
}

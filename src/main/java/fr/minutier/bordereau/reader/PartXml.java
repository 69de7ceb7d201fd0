package fr.minutier.bordereau.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The XML of a workbook's parts, read as a stream that follows no reference out of the file. */
public final class PartXml {

    private static final XMLInputFactory FACTORY = factory();

    /** No declaration is longer. */
    private static final int DECLARATION = 200;

    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");

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

    /**
     * Opens a part; what is no text in the part's encoding ends in an exception and is told nowhere else.
     *
     * @throws XMLStreamException when its encoding is not known, or it cannot be read
     */
    public static XMLStreamReader open(InputStream part) throws XMLStreamException {
        try {
            BufferedInputStream stream = new BufferedInputStream(part);
            // Given bytes, the parser writes to the terminal what it cannot decode.
            Reader text = new InputStreamReader(stream, encoding(stream).newDecoder());
            // The factory is only configured once and is not documented as safe for threads while it creates.
            synchronized (FACTORY) {
                return FACTORY.createXMLStreamReader(text);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new XMLStreamException(e);
        }
    }

    /** As XML tells it: by the mark at the start, which is passed over, or by the declaration; else UTF-8. */
    private static Charset encoding(BufferedInputStream stream) throws IOException {
        stream.mark(DECLARATION);
        String start = new String(stream.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
        stream.reset();
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            stream.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(start);
        return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
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

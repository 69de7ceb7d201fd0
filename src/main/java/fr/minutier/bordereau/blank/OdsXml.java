package fr.minutier.bordereau.blank;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML part of an OpenDocument package, its elements and attributes named with their usual prefixes. */
final class OdsXml {
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String FOUNDATION = "urn:org:documentfoundation:names:experimental:";

    private static final Map<String, String> SPACES = new LinkedHashMap<>();

    static {
        for (String name : new String[] {"office", "table", "text", "style", "meta", "manifest", "config"}) {
            SPACES.put(name, OASIS + name + ":1.0");
        }
        SPACES.put("number", OASIS + "datastyle:1.0");
        SPACES.put("fo", OASIS + "xsl-fo-compatible:1.0");
        SPACES.put("svg", OASIS + "svg-compatible:1.0");
        SPACES.put("of", OASIS + "of:1.2");
        SPACES.put("dc", "http://purl.org/dc/elements/1.1/");
        SPACES.put("calcext", FOUNDATION + "calc:xmlns:calcext:1.0");
        SPACES.put("loext", FOUNDATION + "office:xmlns:loext:1.0");
        SPACES.put("ooo", "http://openoffice.org/2004/office");
    }

    private final XMLStreamWriter writer;

    private OdsXml(OutputStream out) throws XMLStreamException {
        writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    /** A part with that root; attributes as names and values by turns. */
    static byte[] part(String root, Consumer<OdsXml> content, String... attributes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            OdsXml xml = new OdsXml(bytes);
            xml.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.open(root);
            for (Map.Entry<String, String> space : SPACES.entrySet()) {
                xml.writer.writeNamespace(space.getKey(), space.getValue());
            }
            xml.attributes(attributes);
            content.accept(xml);
            xml.writer.writeEndElement();
            xml.writer.writeEndDocument();
            xml.writer.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return bytes.toByteArray();
    }

    /** An element and what is in it. */
    void element(String name, Runnable content, String... attributes) {
        try {
            open(name);
            attributes(attributes);
            content.run();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** An element with nothing in it. */
    void element(String name, String... attributes) {
        element(name, () -> {}, attributes);
    }

    /** An element with a text in it. */
    void text(String name, String text, String... attributes) {
        element(name, () -> text(text), attributes);
    }

    /** Paragraphs, one to a line. */
    void paragraphs(String text) {
        text.lines().forEach(line -> text("text:p", line));
    }

    private void text(String text) {
        try {
            writer.writeCharacters(text);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    private void open(String name) throws XMLStreamException {
        writer.writeStartElement(prefix(name), local(name), space(name));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            writer.writeAttribute(prefix(name), space(name), local(name), attributes[i + 1]);
        }
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String space(String name) {
        String space = SPACES.get(prefix(name));
        if (space == null) {
            throw new IllegalArgumentException("no such prefix: " + name);
        }
        return space;
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("a part in memory is no device", e);
    }
}

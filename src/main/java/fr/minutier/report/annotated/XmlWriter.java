package fr.minutier.report.annotated;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML in UTF-8 with the prefixes that names bear. The library's own writer leaves line breaks in attributes as
 * they are, and the next reader takes them for spaces.
 */
final class XmlWriter implements Closeable {
    private final Writer out;
    private boolean tagIsOpen;

    XmlWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void declaration() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** The start tag of an element, and nothing of what is in it. */
    void start(XmlElement element) throws IOException {
        closeTag();
        out.write('<');
        name(element.name());
        for (var namespace : element.namespaces().entrySet()) {
            out.write(namespace.getKey().isEmpty() ? " xmlns" : " xmlns:" + namespace.getKey());
            value(namespace.getValue());
        }
        for (var attribute : element.attributes().entrySet()) {
            out.write(' ');
            name(attribute.getKey());
            value(attribute.getValue());
        }
        tagIsOpen = true;
    }

    void text(String characters) throws IOException {
        if (!characters.isEmpty()) {
            closeTag();
            escaped(characters, false);
        }
    }

    void end(QName name) throws IOException {
        if (tagIsOpen) {
            out.write("/>");
            tagIsOpen = false;
        } else {
            out.write("</");
            name(name);
            out.write('>');
        }
    }

    /** A whole document. */
    static byte[] document(XmlElement root) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XmlWriter out = new XmlWriter(bytes)) {
            out.declaration();
            out.write(root);
        }
        return bytes.toByteArray();
    }

    /** An element with all that is in it. */
    void write(XmlElement element) throws IOException {
        start(element);
        for (XmlNode child : element.children()) {
            switch (child) {
                case XmlElement inside -> write(inside);
                case XmlNode.Text text -> text(text.characters());
            }
        }
        end(element.name());
    }

    /** The element whose start tag the reader is at, with all that is in it, as it is. */
    void copy(XMLStreamReader xml) throws XMLStreamException, IOException {
        start(XmlElement.tag(xml));
        copyInside(xml);
    }

    /** What is in the element whose start tag the reader is at, as it is, and its end tag. */
    void copyInside(XMLStreamReader xml) throws XMLStreamException, IOException {
        for (int depth = 1; depth > 0; ) {
            switch (XmlElement.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start(XmlElement.tag(xml));
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(xml.getName());
                    depth--;
                }
                default -> text(xml.getText());
            }
        }
    }

    /** Hands on all that was written so far, a start tag with its end. */
    void flush() throws IOException {
        closeTag();
        out.flush();
    }

    private void closeTag() throws IOException {
        if (tagIsOpen) {
            out.write('>');
            tagIsOpen = false;
        }
    }

    private void name(QName name) throws IOException {
        if (!name.getPrefix().isEmpty()) {
            out.write(name.getPrefix());
            out.write(':');
        }
        out.write(name.getLocalPart());
    }

    private void value(String value) throws IOException {
        out.write("=\"");
        escaped(value, true);
        out.write('"');
    }

    private void escaped(String characters, boolean inAttribute) throws IOException {
        int start = 0;
        for (int at = 0; at < characters.length(); at++) {
            String instead = instead(characters.charAt(at), inAttribute);
            if (instead != null) {
                out.write(characters, start, at - start);
                out.write(instead);
                start = at + 1;
            }
        }
        out.write(characters, start, characters.length() - start);
    }

    /** What is written for a character that cannot stand there as it is; null for any other. */
    private static @Nullable String instead(char character, boolean inAttribute) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '"' -> inAttribute ? "&quot;" : null;
            case '\n' -> inAttribute ? "&#10;" : null;
            case '\t' -> inAttribute ? "&#9;" : null;
            default -> character < ' ' || character > '\uFFFD' ? "\uFFFD" : null;
        };
    }

    @Override
    public void close() throws IOException {
        closeTag();
        out.close();
    }
}

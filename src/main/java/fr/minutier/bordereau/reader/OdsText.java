package fr.minutier.bordereau.reader;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The text of a cell of an OpenDocument spreadsheet: its paragraphs, one a line. */
final class OdsText {

    /** More spaces in a row than anybody types. */
    private static final int MOST_SPACES = 1_000;

    /** Longer than a page in one cell, many times over. */
    private static final int LONGEST = 1_000_000;

    private final Budget budget;
    private final StringBuilder written = new StringBuilder();
    private boolean atStart = true;

    private OdsText(Budget budget) {
        this.budget = budget;
    }

    /**
     * The text of the cell that has just started, read to its end; null when it has no paragraph. Comments, drawings and
     * whatever else a cell may hold are no text.
     */
    static @Nullable String of(XMLStreamReader xml, Budget budget) throws XMLStreamException, Refusal {
        OdsText text = null;
        while (PartXml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            if (OdsReader.is(xml, OdsReader.TEXT, "p") || OdsReader.is(xml, OdsReader.TEXT, "h")) {
                if (text == null) {
                    text = new OdsText(budget);
                } else {
                    text.written.append('\n');
                }
                text.paragraph(xml);
            } else {
                PartXml.skip(xml);
            }
        }
        return text == null ? null : text.written.toString();
    }

    private void paragraph(XMLStreamReader xml) throws XMLStreamException, Refusal {
        atStart = true;
        for (int depth = 1; depth > 0; ) {
            if (written.length() > LONGEST) {
                throw new XMLStreamException("no cell holds as much");
            }
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!OdsReader.TEXT.equals(xml.getNamespaceURI())) {
                        PartXml.skip(xml);
                    } else {
                        switch (xml.getLocalName()) {
                            case "s" -> {
                                spaces(xml.getAttributeValue(OdsReader.TEXT, "c"));
                                PartXml.skip(xml);
                            }
                            case "tab" -> single(xml, '\t');
                            case "line-break" -> single(xml, '\n');
                            case "ruby-text", "note" -> PartXml.skip(xml);
                            default -> depth++;
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    characters(xml.getText());
                case XMLStreamConstants.END_DOCUMENT, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw new XMLStreamException("no text of a workbook");
                default -> {}
            }
        }
    }

    private void single(XMLStreamReader xml, char character) throws XMLStreamException {
        written.append(character);
        atStart = false;
        PartXml.skip(xml);
    }

    private void spaces(@Nullable String count) throws XMLStreamException, Refusal {
        try {
            int spaces = count == null ? 1 : Integer.parseInt(count.strip());
            if (spaces < 0 || spaces > MOST_SPACES) {
                throw new XMLStreamException("nobody types as many spaces: " + spaces);
            }
            // A few letters of the file stand for many spaces.
            budget.bytes(spaces);
            written.repeat(' ', spaces);
            atStart = false;
        } catch (NumberFormatException e) {
            throw new XMLStreamException("not a number: " + count, e);
        }
    }

    /** The format counts a run of spaces and line ends as one space, and none at the start of a paragraph. */
    private void characters(String run) {
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            boolean white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!white) {
                written.append(c);
                atStart = false;
            } else if (!atStart && written.charAt(written.length() - 1) != ' ') {
                written.append(' ');
            }
        }
    }
}

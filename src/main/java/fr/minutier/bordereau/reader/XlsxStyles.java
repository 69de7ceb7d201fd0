package fr.minutier.bordereau.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** As what the cell styles of a workbook show a number. */
final class XlsxStyles {

    private final List<Shown> styles = new ArrayList<>();

    private XlsxStyles() {}

    /** For a workbook without styles: every number is shown as one. */
    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles read(XMLStreamReader xml) throws XMLStreamException {
        XlsxStyles read = new XlsxStyles();
        Map<String, Shown> formats = new HashMap<>();
        boolean inCells = false;
        boolean inFormats = false;
        for (int event; (event = PartXml.nextTag(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            switch (xml.getLocalName()) {
                case "numFmts" -> inFormats = starts;
                case "cellXfs" -> inCells = starts;
                case "numFmt" -> {
                    if (starts && inFormats) {
                        formats.put(
                                String.valueOf(PartXml.attribute(xml, "numFmtId")),
                                Shown.by(String.valueOf(PartXml.attribute(xml, "formatCode"))));
                    }
                }
                case "xf" -> {
                    if (starts && inCells) {
                        String id = String.valueOf(PartXml.attribute(xml, "numFmtId"));
                        Shown custom = formats.get(id);
                        read.styles.add(custom == null ? Shown.builtIn(id) : custom);
                    }
                }
                default -> {}
            }
        }
        return read;
    }

    /** @param style zero-based index of a cell style; one that the workbook does not have shows a number */
    Shown of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Shown.NUMBER;
    }
}

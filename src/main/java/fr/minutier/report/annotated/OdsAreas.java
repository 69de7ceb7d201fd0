package fr.minutier.report.annotated;

import fr.minutier.bordereau.reader.PartXml;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;

/** Finds the merged areas of each sheet of a .ods: a mark on one must be made at its first cell, which comes before. */
final class OdsAreas {
    private final Map<String, List<CellRangeAddress>> byName = new HashMap<>();
    private final XMLStreamReader xml;

    private OdsAreas(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** By the names of the sheets; of two that bear the same, the first. */
    static Map<String, List<CellRangeAddress>> read(InputStream content) throws XMLStreamException {
        OdsAreas areas = new OdsAreas(PartXml.open(content));
        for (int event; (event = XmlElement.next(areas.xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            if (event == XMLStreamConstants.START_ELEMENT && areas.xml.getName().equals(Odf.TABLE)) {
                areas.table();
            }
        }
        return areas.byName;
    }

    private void table() throws XMLStreamException {
        List<CellRangeAddress> areas = new ArrayList<>();
        String name = XmlElement.tag(xml).get(Odf.TABLE_NAME);
        byName.putIfAbsent(Objects.requireNonNullElse(name, ""), areas);
        int row = 0;
        int next = 0;
        int column = 0;
        for (int depth = 1; depth > 0; ) {
            switch (XmlElement.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement tag = XmlElement.tag(xml);
                    if (tag.is(Odf.ROW)) {
                        row = next;
                        next = Math.addExact(next, Odf.count(tag, Odf.ROWS_REPEATED));
                        column = 0;
                        depth++;
                    } else if (tag.is(Odf.CELL) || tag.is(Odf.COVERED_CELL)) {
                        int rows = Odf.count(tag, Odf.ROWS_SPANNED);
                        int columns = Odf.count(tag, Odf.COLUMNS_SPANNED);
                        if (rows > 1 || columns > 1) {
                            areas.add(new CellRangeAddress(row, row + rows - 1, column, column + columns - 1));
                        }
                        column += Odf.count(tag, Odf.COLUMNS_REPEATED);
                        skip();
                    } else if (OdsSheet.holdsRows(tag.name())) {
                        depth++;
                    } else {
                        skip();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (XmlElement.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }
}

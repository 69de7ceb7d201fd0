package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet of an OpenDocument spreadsheet from its XML. */
final class OdsSheet {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final String file;
    private final String name;
    private final OdsValues values;
    private final Budget budget;
    private final List<Line> lines = new ArrayList<>();
    private int row;

    OdsSheet(String file, String name, Numbers numbers, Budget budget) {
        this.file = file;
        this.name = name;
        this.values = new OdsValues(numbers, budget);
        this.budget = budget;
    }

    /** A cell of one row, as often as it is repeated to the right. */
    private record Run(int column, int times, Content content) {}

    /** The rows that have something in them, read to the end of the table that has just started. */
    List<Line> lines(XMLStreamReader xml) throws XMLStreamException, Refusal {
        // For each element that is open here, whether it or one around it is a group of rows folded away.
        Deque<Boolean> folded = new ArrayDeque<>();
        folded.push(false);
        while (!folded.isEmpty()) {
            switch (PartXml.nextTag(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (OdsReader.is(xml, OdsReader.TABLE, "table-row")) {
                        row(xml, folded.element());
                    } else if (holdsRows(xml)) {
                        boolean away = "false".equals(xml.getAttributeValue(OdsReader.TABLE, "display"));
                        folded.push(folded.element() || away);
                    } else {
                        PartXml.skip(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> folded.pop();
                default -> throw new XMLStreamException("the document ends inside a table");
            }
        }
        return lines;
    }

    private static boolean holdsRows(XMLStreamReader xml) {
        return OdsReader.is(xml, OdsReader.TABLE, "table-row-group")
                || OdsReader.is(xml, OdsReader.TABLE, "table-header-rows")
                || OdsReader.is(xml, OdsReader.TABLE, "table-rows");
    }

    private void row(XMLStreamReader xml, boolean folded) throws XMLStreamException, Refusal {
        int times = times(xml, "number-rows-repeated", MOST_ROWS);
        String visibility = xml.getAttributeValue(OdsReader.TABLE, "visibility");
        boolean hidden = folded || "collapse".equals(visibility) || "filter".equals(visibility);
        List<Run> runs = runs(xml);
        // Sheets are padded with empty rows to their largest size, and beyond it by some programs.
        if (!runs.isEmpty()) {
            if (row + times > MOST_ROWS) {
                throw new XMLStreamException("row out of place: " + row);
            }
            for (int i = 0; i < times; i++) {
                lines.add(line(row + i, hidden, runs));
            }
        }
        row = Math.min(row + times, MOST_ROWS);
    }

    private Line line(int index, boolean hidden, List<Run> runs) throws Refusal {
        List<Cell> cells = new ArrayList<>();
        for (Run run : runs) {
            for (int column = run.column(); column < run.column() + run.times(); column++) {
                cells.add(new Cell(new Address(file, name, index, column), run.content()));
            }
        }
        budget.row(cells.size());
        return new Line(index, hidden, cells);
    }

    private List<Run> runs(XMLStreamReader xml) throws XMLStreamException, Refusal {
        List<Run> runs = new ArrayList<>();
        int column = 0;
        while (PartXml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            boolean covered = OdsReader.is(xml, OdsReader.TABLE, "covered-table-cell");
            if (!covered && !OdsReader.is(xml, OdsReader.TABLE, "table-cell")) {
                PartXml.skip(xml);
                continue;
            }
            int times = times(xml, "number-columns-repeated", MOST_COLUMNS);
            if (covered) {
                // A merged area hides it; what it held before may still lie there.
                PartXml.skip(xml);
            } else {
                Content content = values.content(xml);
                if (!new Cell(new Address(file, name, row, column), content).blank()) {
                    if (column + times > MOST_COLUMNS) {
                        throw new XMLStreamException("cell out of place: " + column);
                    }
                    runs.add(new Run(column, times, content));
                }
            }
            column = Math.min(column + times, MOST_COLUMNS);
        }
        return runs;
    }

    private static int times(XMLStreamReader xml, String attribute, int most) throws XMLStreamException {
        @Nullable String written = xml.getAttributeValue(OdsReader.TABLE, attribute);
        if (written == null) {
            return 1;
        }
        try {
            int times = Integer.parseInt(written.strip());
            if (times >= 1 && times <= most) {
                return times;
            }
        } catch (NumberFormatException e) {
            throw new XMLStreamException("not a number: " + written, e);
        }
        throw new XMLStreamException("no sheet is as large: " + written);
    }
}

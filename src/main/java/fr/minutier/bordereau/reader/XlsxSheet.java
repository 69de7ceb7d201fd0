package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet of a workbook from its XML. */
final class XlsxSheet {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private static final Pattern AREA = Pattern.compile("([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})");

    private final String file;
    private final String name;
    private final XlsxValues values;
    private final Budget budget;
    private final List<Line> lines = new ArrayList<>();
    private final MergedAreas merged;

    XlsxSheet(String file, String name, XlsxValues values, Budget budget) {
        this.file = file;
        this.name = name;
        this.values = values;
        this.budget = budget;
        this.merged = new MergedAreas(file);
    }

    /** The rows that have something in them. */
    List<Line> lines(XMLStreamReader xml) throws XMLStreamException, Refusal {
        boolean data = false;
        int row = -1;
        for (int event; (event = PartXml.nextTag(xml)) != XMLStreamConstants.END_DOCUMENT; ) {
            boolean starts = event == XMLStreamConstants.START_ELEMENT;
            switch (xml.getLocalName()) {
                case "sheetData" -> data = starts;
                case "row" -> {
                    if (data && starts) {
                        row = row(xml, row);
                    }
                }
                case "mergeCell" -> {
                    if (starts) {
                        merged(String.valueOf(PartXml.attribute(xml, "ref")));
                    }
                }
                default -> {}
            }
        }
        return merged.uncovered(lines);
    }

    private int row(XMLStreamReader xml, int before) throws XMLStreamException, Refusal {
        // Rows are counted from one in the file; a row that does not say its number follows the last.
        int row = number(PartXml.attribute(xml, "r"), before + 2) - 1;
        if (row <= before || row >= MOST_ROWS) {
            throw new XMLStreamException("row out of place: " + row);
        }
        boolean hidden = PartXml.isTrue(PartXml.attribute(xml, "hidden"));
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (PartXml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("c")) {
                column = cell(xml, row, column, cells);
            } else {
                PartXml.skip(xml);
            }
        }
        if (!cells.isEmpty()) {
            budget.row(cells.size());
            lines.add(new Line(row, hidden, cells));
        }
        return row;
    }

    private int cell(XMLStreamReader xml, int row, int before, List<Cell> cells) throws XMLStreamException {
        String reference = PartXml.attribute(xml, "r");
        int column = reference == null ? before + 1 : column(reference);
        if (column <= before || column >= MOST_COLUMNS) {
            throw new XMLStreamException("cell out of place: " + reference);
        }
        String type = PartXml.attribute(xml, "t");
        int style = number(PartXml.attribute(xml, "s"), 0);
        boolean formula = false;
        String stored = null;
        while (PartXml.nextTag(xml) == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "v" -> stored = xml.getElementText();
                case "is" -> stored = XlsxText.rich(xml);
                case "f" -> {
                    formula = true;
                    PartXml.skip(xml);
                }
                default -> PartXml.skip(xml);
            }
        }
        Content content = values.content(type, style, formula, stored);
        Cell cell = new Cell(new Address(file, name, row, column), content);
        if (!cell.blank()) {
            cells.add(cell);
        }
        return column;
    }

    private static int number(@Nullable String written, int absent) throws XMLStreamException {
        try {
            return written == null ? absent : Integer.parseInt(written.strip());
        } catch (NumberFormatException e) {
            throw new XMLStreamException("not a number: " + written, e);
        }
    }

    /** The zero-based column of a reference such as {@code N14}; -1 when it is none. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    private static int rowOf(String reference) {
        return Integer.parseInt(reference.replaceFirst("[A-Z]+", "")) - 1;
    }

    private void merged(String area) throws Refusal {
        Matcher matcher = AREA.matcher(area);
        if (matcher.matches()) {
            String first = matcher.group(1);
            String last = matcher.group(2);
            merged.add(rowOf(first), column(first), rowOf(last), column(last));
        }
    }
}

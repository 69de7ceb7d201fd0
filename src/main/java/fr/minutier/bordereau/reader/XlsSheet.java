package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of one sheet of a .xls workbook from its records. */
final class XlsSheet {

    private static final int MOST_ROWS = 65_536;
    private static final int MOST_COLUMNS = 256;

    private static final Comparator<Cell> IN_PLACE = Comparator.<Cell>comparingInt(
                    cell -> cell.address().row())
            .thenComparingInt(cell -> cell.address().column());

    private final String file;
    private final String name;
    private final XlsValues values;
    private final Budget budget;
    private final List<Cell> cells = new ArrayList<>();
    private final BitSet hidden = new BitSet();
    private final MergedAreas merged;
    private @Nullable Address awaited;

    XlsSheet(String file, String name, XlsValues values, Budget budget) {
        this.file = file;
        this.name = name;
        this.values = values;
        this.budget = budget;
        this.merged = new MergedAreas(file);
    }

    /** Takes one of the records of the sheet, in their order; most kinds hold no cell and are passed over. */
    void add(Record record) throws Refusal {
        switch (record) {
            case RowRecord row -> hidden.set(row.getRowNumber(), row.getZeroHeight());
            case MergeCellsRecord areas -> {
                for (int i = 0; i < areas.getNumAreas(); i++) {
                    CellRangeAddress area = areas.getAreaAt(i);
                    merged.add(area.getFirstRow(), area.getFirstColumn(), area.getLastRow(), area.getLastColumn());
                }
            }
            case FormulaRecord formula -> add(formula, values.result(formula, style(formula)));
            case StringRecord text -> {
                if (awaited != null) {
                    cells.set(cells.size() - 1, new Cell(awaited, new Content.Text(text.getString())));
                    awaited = null;
                }
            }
            case LabelSSTRecord text -> add(text, values.shared(text.getSSTIndex()));
            case LabelRecord text -> add(text, new Content.Text(text.getValue()));
            case NumberRecord number -> add(number, values.number(Double.toString(number.getValue()), style(number)));
            case BoolErrRecord cell -> add(cell, values.truthOrFault(cell));
            default -> {}
        }
    }

    private static int style(CellValueRecordInterface cell) {
        return Short.toUnsignedInt(cell.getXFIndex());
    }

    private void add(CellValueRecordInterface record, Content content) throws Refusal {
        int column = Short.toUnsignedInt(record.getColumn());
        if (record.getRow() >= MOST_ROWS || column >= MOST_COLUMNS) {
            throw new RecordFormatException("cell out of place");
        }
        Address address = new Address(file, name, record.getRow(), column);
        Cell cell = new Cell(address, content);
        boolean textFollows = record instanceof FormulaRecord formula && formula.hasCachedResultString();
        awaited = textFollows ? address : null;
        if (!cell.blank()) {
            cells.add(cell);
            if (cells.size() > Budget.CELLS) {
                throw Refusal.tooLarge(file);
            }
        }
    }

    /** The rows that have something in them. */
    List<Line> lines() throws Refusal {
        // Some programs write the cells in the order in which they were filled; of two at one place the last counts.
        cells.sort(IN_PLACE);
        List<Line> lines = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            @Nullable Cell next = i + 1 < cells.size() ? cells.get(i + 1) : null;
            boolean replaced = next != null && next.address().equals(cell.address());
            if (!replaced && !cell.blank()) {
                row.add(cell);
            }
            if ((next == null || next.address().row() != cell.address().row()) && !row.isEmpty()) {
                budget.row(row.size());
                int index = cell.address().row();
                lines.add(new Line(index, hidden.get(index), row));
                row.clear();
            }
        }
        return merged.uncovered(lines);
    }
}

package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.blank.Form.Area;
import fr.minutier.bordereau.blank.Form.Cell;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Entry;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Message;
import fr.minutier.bordereau.blank.Form.Row;
import fr.minutier.bordereau.blank.Form.Severity;
import java.util.ArrayList;
import java.util.List;

/** A sheet of entry rows under one row of headers, and where its cells lie, so that conditions can name them. */
final class Grid {
    /** In characters. */
    private static final int TOO_WIDE_FOR_A4 = 200;

    private static final int TOO_WIDE_FOR_A3 = 400;

    private final List<Column> columns;
    private final int header;
    private final int times;

    /**
     * Lays out a grid.
     *
     * @param header zero-based row of the headers; the entry rows follow at once
     * @param times how many entry rows there are
     */
    Grid(List<Column> columns, int header, int times) {
        this.columns = List.copyOf(columns);
        this.header = header;
        this.times = times;
    }

    /**
     * One column to be filled.
     *
     * @param rule what its header explains when somebody points at it; empty for nothing
     * @param prompt what is said when one of its cells is entered; empty for nothing
     * @param alert what is said of an entry that is not as demanded
     * @param cases its colours, the first that is true winning
     */
    record Field(
            Column column,
            int width,
            Look look,
            boolean required,
            String rule,
            String prompt,
            Demand demand,
            Severity severity,
            String alert,
            List<Highlight.Case> cases) {

        /** A column that takes whatever is written. */
        static Field free(Column column, int width, boolean required, String rule) {
            return new Field(
                    column,
                    width,
                    Look.TEXT_ENTRY,
                    required,
                    rule,
                    "",
                    new Demand.Anything(),
                    Severity.ACCEPTED,
                    "",
                    List.of());
        }

        Field look(Look other) {
            return new Field(column, width, other, required, rule, prompt, demand, severity, alert, cases);
        }

        Field prompted(String said) {
            return new Field(column, width, look, required, rule, said, demand, severity, alert, cases);
        }

        Field demanding(Demand demanded, Severity otherwise, String said) {
            return new Field(column, width, look, required, rule, prompt, demanded, otherwise, said, cases);
        }

        Field coloured(List<Highlight.Case> told) {
            return new Field(column, width, look, required, rule, prompt, demand, severity, alert, told);
        }
    }

    /** The cell of that column in the row that a condition is about. */
    String cell(Column column) {
        return Formula.inRow(place(column), header + 1);
    }

    /** All entry cells of that column. */
    Area area(Column column) {
        return new Area(place(column), header + 1, header + times);
    }

    /** The same as a range in a condition. */
    String whole(Column column) {
        return Formula.whole(area(column));
    }

    /** The case of a cell that is empty while the condition holds. */
    Highlight.Case toFill(Column column, String condition) {
        return new Highlight.Case(new Formula("AND(" + condition + ";" + cell(column) + "=\"\")"), Tint.TO_FILL);
    }

    private int place(Column column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(column.key())) {
                return i;
            }
        }
        throw new IllegalArgumentException("not a column of this sheet: " + column.key());
    }

    /**
     * The sheet.
     *
     * @param above the rows above the headers, as many as were said
     * @param fields one for each column, in the same order
     * @param filled the cells that are filled in already, row by row, each row whole
     */
    Form.Sheet sheet(String name, List<Row> above, List<Field> fields, int frozenColumns, List<List<Cell>> filled) {
        List<Integer> widths = fields.stream().map(Field::width).toList();
        List<Row> rows = new ArrayList<>(above);
        rows.add(new Row(
                headerLines(fields), fields.stream().map(Grid::headerCell).toList()));
        filled.forEach(cells -> rows.add(new Row(1, cells)));
        if (times > filled.size()) {
            rows.add(new Row(
                    1,
                    times - filled.size(),
                    fields.stream().map(field -> Cell.empty(field.look())).toList()));
        }
        List<Entry> entries = new ArrayList<>();
        List<Highlight> highlights = new ArrayList<>();
        for (Field field : fields) {
            String title = field.column().official();
            if (!(field.demand() instanceof Demand.Anything) || !field.prompt().isEmpty()) {
                entries.add(new Entry(
                        area(field.column()),
                        field.demand(),
                        field.severity(),
                        new Message(title, field.prompt()),
                        new Message(title, field.alert())));
            }
            if (!field.cases().isEmpty()) {
                highlights.add(new Highlight(area(field.column()), field.cases()));
            }
        }
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        return new Form.Sheet(name, widths, rows, header, frozenColumns, page(width), entries, highlights);
    }

    private static Form.Page page(int width) {
        if (width > TOO_WIDE_FOR_A3) {
            return Form.Page.TWO_LARGE_LANDSCAPES;
        }
        return width > TOO_WIDE_FOR_A4 ? Form.Page.LARGE_LANDSCAPE : Form.Page.LANDSCAPE;
    }

    private static Cell headerCell(Field field) {
        String title = field.column().official();
        return Cell.text(title, field.required() ? Look.REQUIRED_HEADER : Look.HEADER)
                .commented(field.rule());
    }

    private static int headerLines(List<Field> fields) {
        return fields.stream()
                .mapToInt(field -> Wrapping.lines(field.column().official(), field.width() - 1))
                .max()
                .orElse(1);
    }
}

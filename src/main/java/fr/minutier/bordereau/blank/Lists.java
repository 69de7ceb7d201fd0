package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.blank.Form.Area;
import fr.minutier.bordereau.blank.Form.Cell;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet, out of sight, that holds the words of every drop-down, a column each: a list in a formula has too little
 * room, and a comma in a word would part it.
 */
final class Lists {
    private static final String SHEET = "Listes";
    private static final int WIDTH = 40;

    private final List<List<String>> columns = new ArrayList<>();

    /** Adds a list, at least one word. */
    Demand.OneOf of(String title, List<String> words) {
        List<String> column = new ArrayList<>(List.of(title));
        column.addAll(words);
        columns.add(column);
        return new Demand.OneOf(Formula.on(SHEET, new Area(columns.size() - 1, 1, words.size())));
    }

    Form.Sheet sheet() {
        int deepest = columns.stream().mapToInt(List::size).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < deepest; i++) {
            List<Cell> cells = new ArrayList<>();
            for (List<String> column : columns) {
                cells.add(Cell.text(i < column.size() ? column.get(i) : "", i == 0 ? Look.TERM : Look.FILLED));
            }
            rows.add(new Row(1, cells));
        }
        return new Form.Sheet(
                SHEET,
                columns.stream().map(column -> WIDTH).toList(),
                rows,
                -1,
                0,
                Form.Page.HIDDEN,
                List.of(),
                List.of());
    }
}

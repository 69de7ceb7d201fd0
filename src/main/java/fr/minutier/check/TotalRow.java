package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a row that sums up those above is told from one that names somebody. In doubt it names somebody. */
final class TotalRow {
    /** What such a row begins with, folded. */
    private static final Set<String> WORDS = Set.of(
            "total",
            "totaux",
            "soustotal",
            "soustotaux",
            "moyenne",
            "moyennes",
            "effectif",
            "effectifs",
            "nombre",
            "somme",
            "sommes");

    private TotalRow() {}

    /** The rows of a table that names people, those that sum them up left out. */
    static List<Table.Record> others(Table table, List<Column> naming) {
        List<Table.Record> told = new ArrayList<>(table.records());
        told.removeIf(row -> isLabelled(row, naming));
        // What follows the last person and holds but numbers is a row of totals without a label.
        while (!told.isEmpty() && isUnlabelled(told.getLast(), table, naming)) {
            told.removeLast();
        }
        return told;
    }

    /**
     * Whether a row bears a word of totals, in its first cell or where a name would stand, and names nobody otherwise.
     *
     * @param naming the columns by which a row names somebody; the label may stand in one of them
     */
    static boolean isLabelled(Table.Record row, List<Column> naming) {
        List<Cell> told = naming.stream()
                .map(column -> row.cell(column.key()))
                .filter(cell -> !cell.blank())
                .toList();
        Stream<Cell> first =
                row.line().cells().stream().filter(cell -> !cell.blank()).limit(1);
        return told.size() <= 1
                && Stream.concat(first, told.stream()).anyMatch(cell -> WORDS.contains(firstWord(cell.text())));
    }

    /** Whether a row names nobody and holds nothing but numbers in the columns that count. */
    private static boolean isUnlabelled(Table.Record row, Table table, List<Column> naming) {
        return naming.stream().allMatch(column -> row.cell(column.key()).blank())
                && table.columns().keySet().stream().map(row::cell).allMatch(TotalRow::blankOrComputed);
    }

    private static boolean blankOrComputed(Cell cell) {
        return cell.blank()
                || cell.number().isPresent()
                || cell.formulaWithoutValue()
                || cell.content() instanceof Content.Fault;
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ':') {
            end++;
        }
        return Label.fold(text.substring(0, end));
    }
}

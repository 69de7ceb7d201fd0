package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Table;
import java.util.List;
import java.util.Set;

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

    /**
     * Whether a row begins with a word of totals and names nobody otherwise.
     *
     * @param naming the columns by which a row names somebody; the label may stand in one of them
     */
    static boolean isLabelled(Table.Record row, List<Column> naming) {
        long told = naming.stream()
                .filter(column -> !row.cell(column.key()).blank())
                .count();
        return told <= 1
                && row.line().cells().stream()
                        .filter(cell -> !cell.blank())
                        .findFirst()
                        .filter(cell -> WORDS.contains(firstWord(cell.text())))
                        .isPresent();
    }

    /** Whether a row names nobody and holds nothing but numbers in the columns that count. */
    static boolean isUnlabelled(Table.Record row, Table table, List<Column> naming) {
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

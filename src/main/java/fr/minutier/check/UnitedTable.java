package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A sheet as all files of a session have it: one table for the rules. Rows of different files that name the same
 * candidate, member or mark are one row; two rows of one file never are.
 */
final class UnitedTable {
    /** Between the parts of a key: no cell's text holds a control character. */
    private static final String NEXT = "\u001f";

    private final List<Optional<Table>> tables;
    private final List<List<Table.Record>> records;
    private final List<Row> rows;

    private UnitedTable(
            List<Optional<Table>> tables,
            Function<Table, List<Table.Record>> told,
            Function<Table.Record, String> key) {
        this.tables = tables;
        this.records =
                tables.stream().map(table -> table.map(told).orElse(List.of())).toList();
        this.rows = unite(key);
    }

    /** The jury; members are known by their names, however these are spelled. Rows of totals are left out. */
    static UnitedTable jury(List<Bordereau> files, Meaning meaning) {
        return new UnitedTable(
                find(files, "Jury", Columns.OF_JURY),
                table -> table.records().stream()
                        .filter(row -> !TotalRow.isLabelled(row, JuryRules.REQUIRED))
                        .toList(),
                key(JuryRules.NAMES, Label::fold, Columns.OF_JURY, meaning));
    }

    /** The candidates, known by their numbers as written. Rows of totals are left out. */
    static UnitedTable candidates(List<Bordereau> files, List<Column> columns, Meaning meaning) {
        return new UnitedTable(
                find(files, "Candidats", columns),
                table -> TotalRow.others(table, Columns.REQUIRED_OF_CANDIDATES),
                key(List.of(Columns.NUMBER), UnaryOperator.identity(), columns, meaning));
    }

    /** The marks that the jury settled, known by candidate and component. */
    static UnitedTable deliberation(List<Bordereau> files, Meaning meaning) {
        return new UnitedTable(
                find(files, Check.DELIBERATION, Columns.OF_DELIBERATION),
                Table::records,
                key(
                        List.of(Columns.NUMBER, Columns.COMPONENT),
                        UnaryOperator.identity(),
                        Columns.OF_DELIBERATION,
                        meaning));
    }

    private static List<Optional<Table>> find(List<Bordereau> files, String name, List<Column> columns) {
        return files.stream()
                .map(file -> {
                    Optional<Sheet> sheet = Check.sheet(file, name);
                    return sheet.flatMap(found -> Table.find(found, columns));
                })
                .toList();
    }

    /** By what a row is known in another file: by its naming cells, or when one is empty by all that it says. */
    private static Function<Table.Record, String> key(
            List<Column> naming, UnaryOperator<String> spelling, List<Column> columns, Meaning meaning) {
        return row -> {
            boolean named = naming.stream()
                    .noneMatch(column -> row.cell(column.key()).text().isEmpty());
            return (named ? naming : columns)
                    .stream()
                            .map(column -> meaning.of(column.key(), row.cell(column.key())))
                            .map(said -> named ? spelling.apply(said) : said)
                            .collect(Collectors.joining(NEXT, named + NEXT, ""));
        };
    }

    /** A name that a file has twice stands for two rows, and so it does with those of another file. */
    private List<Row> unite(Function<Table.Record, String> key) {
        if (records.size() == 1) {
            return records.getFirst().stream().map(row -> new Row(List.of(row))).toList();
        }
        Map<String, List<Table.Record>> united = new LinkedHashMap<>();
        for (List<Table.Record> file : records) {
            Map<String, Integer> times = new HashMap<>();
            for (Table.Record row : file) {
                String named = key.apply(row);
                int time = times.merge(named, 1, Integer::sum);
                united.computeIfAbsent(named + NEXT + time, any -> new ArrayList<>())
                        .add(row);
            }
        }
        return united.values().stream().map(Row::new).toList();
    }

    /** Whether no file has such a sheet. */
    boolean isEmpty() {
        return tables().isEmpty();
    }

    /** The sheets of the files that have it, in their order. */
    List<Table> tables() {
        return tables.stream().flatMap(Optional::stream).toList();
    }

    /** Whether that file has the sheet, with a header. */
    boolean isIn(int file) {
        return tables.get(file).isPresent();
    }

    /** Whether a file has that column: a cell cannot be missing in a column that is. */
    boolean has(Column column) {
        return has(column.key());
    }

    /** Whether a file has the column of that key. */
    boolean has(String key) {
        return tables().stream().anyMatch(table -> table.columns().containsKey(key));
    }

    /** The columns found, by key. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        tables().forEach(table -> keys.addAll(table.columns().keySet()));
        return keys;
    }

    /** The header of the first file that has the sheet. */
    Address header() {
        return tables().getFirst().header();
    }

    /** In the order of the files; a row that several have stands where the first has it. */
    List<Row> rows() {
        return rows;
    }

    /** How many rows a file has. */
    int rowsIn(int file) {
        return records.get(file).size();
    }
}

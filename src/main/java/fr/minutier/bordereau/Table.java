package fr.minutier.bordereau;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet seen as records under a header: title rows above it, empty rows and repeated headers are left out, columns
 * may come in any order.
 *
 * @param header the row of the header as a whole
 * @param columns the columns found, by key, from left to right
 * @param unknown headers that name no column looked for
 * @param doubled headers of a column that was already found further left
 * @param records the rows below the header that hold something in a column found, from top to bottom; total rows, if
 *     any, included
 */
public record Table(
        Address header,
        Map<String, HeaderCell> columns,
        List<HeaderCell> unknown,
        List<HeaderCell> doubled,
        List<Record> records) {

    /** How many rows with something in them may come before the header is given up. */
    private static final int DEEPEST_HEADER = 30;

    /** Keeps its own copies. */
    public Table {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        unknown = List.copyOf(unknown);
        doubled = List.copyOf(doubled);
        records = List.copyOf(records);
    }

    /**
     * A header cell.
     *
     * @param written the header as the person wrote it, tidied
     */
    public record HeaderCell(Address address, String written) {}

    /** One row below the header. */
    @SuppressWarnings("JavaLangClash")
    public static final class Record {
        private final Line line;
        private final Address whole;
        private final Map<String, Integer> places;

        private Record(Sheet sheet, Line line, Map<String, Integer> places) {
            this.line = line;
            this.whole = new Address(sheet.file(), sheet.name(), line.index(), -1);
            this.places = places;
        }

        /** The row as a whole. */
        public Address address() {
            return whole;
        }

        /** Whether the row is out of sight in the spreadsheet program. */
        public boolean hidden() {
            return line.hidden();
        }

        /** The row with all its cells, those of unknown columns included. */
        public Line line() {
            return line;
        }

        /**
         * The cell of that column; a blank one at the right address when nothing is written there, and at the address of
         * the whole row when the sheet has no such column.
         *
         * @throws IllegalArgumentException for a key that was not looked for
         */
        public Cell cell(String key) {
            Integer place = places.get(key);
            if (place == null) {
                throw new IllegalArgumentException("not a column looked for: " + key);
            }
            if (place < 0) {
                return Cell.blank(whole);
            }
            return line.cell(place)
                    .orElseGet(() -> Cell.blank(new Address(whole.file(), whole.sheet(), whole.row(), place)));
        }
    }

    /**
     * Looks among the first rows of the sheet for the one that bears the most headers looked for: at least two of them,
     * or one when only one is looked for. The highest such row is the header.
     *
     * @param known the columns looked for; where two claim the same header the first has it
     * @return empty when no row is a header
     */
    public static Optional<Table> find(Sheet sheet, List<Column> known) {
        Map<String, String> keys = new HashMap<>();
        for (Column column : known) {
            column.names().forEach(name -> keys.putIfAbsent(Label.fold(name), column.key()));
        }
        int best = -1;
        int most = Math.min(2, known.size()) - 1;
        List<Line> lines = sheet.lines();
        for (int i = 0; i < Math.min(lines.size(), DEEPEST_HEADER); i++) {
            int matched = keysOf(lines.get(i), keys).size();
            if (matched > most) {
                best = i;
                most = matched;
            }
        }
        return best < 0 || most == 0
                ? Optional.empty()
                : Optional.of(below(sheet, lines.get(best), lines.subList(best + 1, lines.size()), keys, known));
    }

    private static Set<String> keysOf(Line line, Map<String, String> keys) {
        Set<String> found = new HashSet<>();
        for (Cell cell : line.cells()) {
            String key = keys.get(Label.fold(cell.text()));
            if (key != null) {
                found.add(key);
            }
        }
        return found;
    }

    private static Table below(
            Sheet sheet, Line header, List<Line> lines, Map<String, String> keys, List<Column> known) {
        Map<String, HeaderCell> columns = new LinkedHashMap<>();
        List<HeaderCell> unknown = new ArrayList<>();
        List<HeaderCell> doubled = new ArrayList<>();
        for (Cell cell : header.cells()) {
            HeaderCell written = new HeaderCell(cell.address(), cell.text());
            String key = keys.get(Label.fold(written.written()));
            if (key == null) {
                unknown.add(written);
            } else if (columns.putIfAbsent(key, written) != null) {
                doubled.add(written);
            }
        }
        Map<String, Integer> places = new HashMap<>();
        known.forEach(column -> places.put(column.key(), -1));
        columns.forEach((key, cell) -> places.put(key, cell.address().column()));
        List<Record> records = new ArrayList<>();
        for (Line line : lines) {
            List<Cell> told = columns.values().stream()
                    .flatMap(column -> line.cell(column.address().column()).stream())
                    .filter(cell -> !cell.blank())
                    .toList();
            if (!told.isEmpty() && !repeatsHeader(told, columns, keys)) {
                records.add(new Record(sheet, line, places));
            }
        }
        Address whole = new Address(sheet.file(), sheet.name(), header.index(), -1);
        return new Table(whole, columns, unknown, doubled, records);
    }

    /** Whether every cell of the row repeats a header of its own column, as on the second page of a printed list. */
    private static boolean repeatsHeader(List<Cell> told, Map<String, HeaderCell> columns, Map<String, String> keys) {
        return told.size() >= Math.min(2, columns.size())
                && told.stream().allMatch(cell -> {
                    String key = keys.get(Label.fold(cell.text()));
                    HeaderCell header = key == null ? null : columns.get(key);
                    return header != null
                            && header.address().column() == cell.address().column();
                });
    }
}

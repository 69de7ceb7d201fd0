package oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One jury session as its bordereau says it: texts under official headers, whatever the form of the file.
 *
 * <p>A mark is written {@code 12,5}, a length {@code 95}, a date {@code 05/03/1990}; the {@link Writer} may show them
 * otherwise, never change them. Mutable on purpose: the generator lays a clean session, then spoils it.
 */
public final class RawSession {
    /** What a cell says when it holds a formula and no stored value; only a workbook can show it. */
    public static final String FORMULA_WITHOUT_VALUE = "\u0000formule sans valeur";

    /** One row of the sheet Session. */
    public record Field(String name, String value) {}

    /** A sheet with one header row; a row maps the official header to what is written, absent when empty. */
    public static final class Sheet {
        public final String name;
        /** Official headers, and any other text for an unknown column. */
        public final List<String> headers;

        public final List<Map<String, String>> rows = new ArrayList<>();
        /** Indexes of {@link #rows} that the coordinator hid; only a workbook can show it. */
        public final Set<Integer> hidden = new LinkedHashSet<>();

        public Sheet(String name, List<String> headers) {
            this.name = name;
            this.headers = new ArrayList<>(headers);
        }

        /** Adds a row from header, value, header, value...; a value of no length is left out. */
        public Map<String, String> add(String... headersAndValues) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < headersAndValues.length; i += 2) {
                if (!headersAndValues[i + 1].isEmpty()) {
                    row.put(headersAndValues[i], headersAndValues[i + 1]);
                }
            }
            rows.add(row);
            return row;
        }

        /** What the row says under the header, "" when the cell is empty or the column is not there. */
        public String text(int row, String header) {
            return headers.contains(header) ? Text.clean(rows.get(row).getOrDefault(header, "")) : "";
        }
    }

    public static final String SESSION = "Session";
    public static final String JURY = "Jury";
    public static final String CANDIDATES = "Candidats";
    public static final String DELIBERATION = "Délibération";

    /** Name of the file or folder, without extension. */
    public final String stem;

    public final List<Field> fields = new ArrayList<>();
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    /** A session with the three sheets that it needs and no row in them. */
    public RawSession(String stem) {
        this.stem = stem;
        put(new Sheet(JURY, Deis.JURY_HEADERS));
        put(new Sheet(CANDIDATES, Deis.CANDIDATE_HEADERS));
    }

    /** Adds or replaces a sheet. */
    public void put(Sheet sheet) {
        sheets.put(sheet.name, sheet);
    }

    /** Takes a sheet away, as if it had been forgotten. */
    public void remove(String name) {
        sheets.remove(name);
    }

    public Optional<Sheet> sheet(String name) {
        return Optional.ofNullable(sheets.get(name));
    }

    public Sheet jury() {
        return sheets.get(JURY);
    }

    public Sheet candidates() {
        return sheets.get(CANDIDATES);
    }

    /** The sheet Délibération, made when it is first asked for. */
    public Sheet deliberation() {
        return sheets.computeIfAbsent(DELIBERATION, name -> new Sheet(name, Deis.DELIBERATION_HEADERS));
    }

    /** The sheets but Session, in the order in which they were added. */
    public List<Sheet> sheets() {
        return Collections.unmodifiableList(new ArrayList<>(sheets.values()));
    }

    /** The first value given to a field of the session, "" when there is none. */
    public String field(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(f -> Text.clean(f.value()))
                .findFirst()
                .orElse("");
    }

    /** Gives a field its only value; "" takes the row away. */
    public void field(String name, String value) {
        int at = 0;
        while (at < fields.size() && !fields.get(at).name().equals(name)) {
            at++;
        }
        fields.removeIf(f -> f.name().equals(name));
        if (!value.isEmpty()) {
            fields.add(Math.min(at, fields.size()), new Field(name, value));
        }
    }

    /** Whether it says something that no CSV can say. */
    public boolean needsWorkbook() {
        return sheets.values().stream()
                .anyMatch(s ->
                        !s.hidden.isEmpty() || s.rows.stream().anyMatch(r -> r.containsValue(FORMULA_WITHOUT_VALUE)));
    }
}

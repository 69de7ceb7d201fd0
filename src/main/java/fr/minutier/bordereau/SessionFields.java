package fr.minutier.bordereau;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sheet {@code Session} as named fields, each with the cell of its value. */
public final class SessionFields {
    public static final String ID = "Session";
    public static final String CERTIFICATION = "Certification";
    public static final String LABEL = "Libellé";
    public static final String STATUS = "Statut";
    public static final String DELIBERATED = "Date de délibération";
    public static final String AUTHORITY = "Autorité";
    public static final String COUNT = "Nombre de candidats";
    public static final String PLACE = "Lieu";
    public static final String SCHOOL = "Établissement";
    public static final String REGION = "Région";
    public static final String APPOINTMENT = "Arrêté de nomination";
    public static final String OPENING = "Ouverture";
    public static final String CLOSING = "Clôture";
    public static final String OBSERVATIONS = "Observations";
    public static final String CORRECTIVE = "PV rectificatif";
    public static final String CORRECTIVE_REASON = "Motif";

    private static final List<String> KNOWN = List.of(
            ID,
            CERTIFICATION,
            LABEL,
            STATUS,
            DELIBERATED,
            AUTHORITY,
            COUNT,
            PLACE,
            SCHOOL,
            REGION,
            APPOINTMENT,
            OPENING,
            CLOSING,
            OBSERVATIONS,
            CORRECTIVE,
            CORRECTIVE_REASON);

    private final Address sheet;
    private final Map<String, List<Cell>> values = new LinkedHashMap<>();
    private final List<Cell> unknown = new ArrayList<>();

    private SessionFields(Address sheet) {
        this.sheet = sheet;
    }

    /** Reads the sheet; empty when there is no such sheet, or no header in it. */
    public static Optional<SessionFields> read(Bordereau bordereau) {
        Optional<Sheet> found = bordereau.sheet("Session", List.of());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Table> table = Table.find(found.get(), Columns.OF_SESSION);
        return table.map(rows -> of(found.get(), rows));
    }

    /** What is read of a file without that sheet: nothing. */
    public static SessionFields none(Address file) {
        return new SessionFields(file);
    }

    /**
     * The fields of all files of a session, each given by the first file that states it; the authorities are those of one
     * file, for two lists do not add up.
     *
     * @param each the fields of each file; at least one
     */
    public static SessionFields united(List<SessionFields> each) {
        SessionFields united = new SessionFields(each.getFirst().sheet);
        for (SessionFields fields : each) {
            boolean authorities = united.all(AUTHORITY).isEmpty();
            fields.values.forEach((name, cells) -> {
                if (!name.equals(AUTHORITY) || authorities) {
                    united.values
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .addAll(cells);
                }
            });
            united.unknown.addAll(fields.unknown);
        }
        return united;
    }

    private static SessionFields of(Sheet sheet, Table table) {
        SessionFields fields = new SessionFields(sheet.address());
        Map<String, String> names = new LinkedHashMap<>();
        KNOWN.forEach(name -> names.put(Label.fold(name), name));
        names.put(Label.fold("Autorités"), AUTHORITY);
        for (Table.Record row : table.records()) {
            Cell field = row.cell(Columns.FIELD.key());
            if (field.blank()) {
                continue;
            }
            String name = names.get(Label.fold(field.text()));
            if (name == null) {
                fields.unknown.add(field);
            } else {
                fields.values.computeIfAbsent(name, key -> new ArrayList<>()).add(row.cell(Columns.VALUE.key()));
            }
        }
        return fields;
    }

    /** The first cell of that field, blank at the sheet's address when there is none. */
    public Cell first(String field) {
        List<Cell> cells = values.getOrDefault(field, List.of());
        return cells.stream()
                .filter(cell -> !cell.blank())
                .findFirst()
                .orElseGet(() -> cells.isEmpty() ? Cell.blank(sheet) : cells.getFirst());
    }

    /** All cells of that field that hold something. */
    public List<Cell> all(String field) {
        return values.getOrDefault(field, List.of()).stream()
                .filter(cell -> !cell.blank())
                .toList();
    }

    /** Every value cell of a field that is known. */
    public List<Cell> cells() {
        return values.values().stream().flatMap(List::stream).toList();
    }

    /** Cells of names that are no field. */
    public List<Cell> unknown() {
        return unknown;
    }

    /** Every field, in the order of the blank bordereau. */
    public static List<String> names() {
        return KNOWN;
    }

    /** Every field that may stand only once. */
    public static List<String> single() {
        return KNOWN.stream().filter(name -> !name.equals(AUTHORITY)).toList();
    }
}

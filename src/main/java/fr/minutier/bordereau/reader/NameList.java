package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of candidates in CSV, from which a blank bordereau takes what is known of them. */
public sealed interface NameList {
    /** What is known of a candidate before the jury meets; the rest of a list is left aside. */
    List<Column> COLUMNS = List.of(
            Columns.NUMBER,
            Columns.CIVILITY,
            Columns.BIRTH_NAME,
            Columns.USAGE_NAME,
            Columns.FIRST_NAMES,
            Columns.BIRTH_DATE,
            Columns.BIRTH_PLACE,
            Columns.EMAIL,
            Columns.SCHOOL,
            Columns.ROUTE,
            Columns.GROUP,
            Columns.TITLE,
            Columns.ACQUIRED);

    /**
     * One candidate.
     *
     * @param cells what is written of him, under the keys of {@link #COLUMNS}; blank cells left out
     */
    record Person(Map<String, Cell> cells) {
        /** Keeps its own copy. */
        public Person {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * It was read.
     *
     * @param people in the order of the list
     * @param ignored headers of columns that are left aside
     */
    record Read(List<Person> people, List<String> ignored) implements NameList {
        /** Keeps its own copies. */
        public Read {
            people = List.copyOf(people);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * It cannot be used.
     *
     * @param sentence in French: what was found, and what to do
     */
    record Refused(String sentence) implements NameList {}

    /** Reads a list, in whatever encoding and with whatever delimiter a bordereau in CSV may have. */
    static NameList read(Path file) {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            return new Refused(
                    "La liste " + Refusal.quoted(file.toString()) + " n’existe pas, ou n’est pas un fichier.");
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Sheet sheet = CsvReader.read(
                            Map.of("Candidats", List.of(CsvReader.file(file))),
                            folder == null ? "" : String.valueOf(folder.getFileName()),
                            "du dossier")
                    .sheets()
                    .getFirst();
            return table(sheet)
                    .<NameList>map(NameList::read)
                    .orElseGet(() -> new Refused("Aucune colonne de "
                            + Refusal.quoted(name) + " n’est connue\u00a0: il en faut une au moins parmi "
                            + String.join(
                                    ", ", COLUMNS.stream().map(Column::official).toList()) + "."));
        } catch (Refusal e) {
            return new Refused(e.sentence());
        }
    }

    /** A list may have a single column, which is too little to tell a header among others. */
    private static Optional<Table> table(Sheet sheet) {
        return Table.find(sheet, COLUMNS).or(() -> COLUMNS.stream()
                .flatMap(column -> Table.find(sheet, List.of(column)).stream())
                .findFirst());
    }

    private static Read read(Table table) {
        List<Person> people = new ArrayList<>();
        for (Table.Record row : table.records()) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            table.columns().keySet().forEach(key -> cells.put(key, row.cell(key)));
            cells.values().removeIf(Cell::blank);
            people.add(new Person(cells));
        }
        List<String> ignored = new ArrayList<>();
        table.unknown().forEach(header -> ignored.add(header.written()));
        table.doubled().forEach(header -> ignored.add(header.written()));
        return new Read(people, ignored);
    }
}

package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import fr.minutier.bordereau.blank.BlankBordereau;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The sheets and columns of the files. What the session needs, one of its files must have; what is there twice or is not
 * known is told of each file.
 */
final class SheetRules {
    private final List<Bordereau> files;
    private final Findings findings;

    SheetRules(List<Bordereau> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /**
     * Tells of a sheet that no file has, and of every file where it stands without a header, unless it is empty there.
     *
     * @param required whether the session needs the sheet
     * @param readIn whether the sheet was found, with its header, in the file of that index
     */
    void sheetOrHeaderMissing(String name, List<Column> columns, boolean required, IntPredicate readIn) {
        boolean told = false;
        Optional<Sheet> empty = Optional.empty();
        for (int file = 0; file < files.size(); file++) {
            Optional<Sheet> sheet = Check.sheet(files.get(file), name);
            if (readIn.test(file)) {
                told = true;
            } else if (sheet.isPresent() && !sheet.get().lines().isEmpty()) {
                headerMissing(sheet.get(), columns);
                told = true;
            } else {
                empty = empty.or(() -> sheet);
            }
        }
        if (told || !required) {
            return;
        }
        if (empty.isPresent()) {
            headerMissing(empty.get(), columns);
            return;
        }
        findings.session(
                AnomalyCode.FEUILLE_MANQUANTE,
                Address.ofSheet(files.getFirst().name(), ""),
                "La feuille " + quoted(name) + " manque\u00a0; ajoutez-la, ou rendez-lui son nom.");
    }

    private void headerMissing(Sheet sheet, List<Column> columns) {
        findings.session(
                AnomalyCode.COLONNE_MANQUANTE,
                sheet.address(),
                "La ligne d’en-tête est introuvable\u00a0; écrivez-la au-dessus des données, avec au moins les colonnes "
                        + quoted(columns.get(0).official()) + " et "
                        + quoted(columns.get(1).official()) + ".");
    }

    /** A sheet that is not read must be told: it may hold candidates, or marks that the jury settled. */
    void sheetUnknownOrDouble() {
        for (Bordereau file : files) {
            List<Address> read = Check.SHEETS.stream()
                    .flatMap(name -> Check.sheet(file, name).stream())
                    .map(Sheet::address)
                    .toList();
            file.sheets().stream()
                    .filter(sheet -> !sheet.hidden() && !sheet.lines().isEmpty() && !read.contains(sheet.address()))
                    .filter(sheet -> !Label.fold(sheet.name()).equals(Label.fold(BlankBordereau.GUIDE)))
                    .forEach(this::sheetUnknownOrDouble);
        }
    }

    private void sheetUnknownOrDouble(Sheet sheet) {
        if (Check.SHEETS.stream().map(Label::fold).anyMatch(Label.fold(sheet.name())::equals)) {
            findings.session(
                    AnomalyCode.FEUILLE_DOUBLE,
                    sheet.address(),
                    "La feuille " + quoted(sheet.name())
                            + " est là deux fois\u00a0: laquelle compte ne peut pas être deviné\u00a0; gardez la bonne.");
        } else {
            findings.session(
                    AnomalyCode.FEUILLE_INCONNUE,
                    sheet.address(),
                    "La feuille " + quoted(sheet.name())
                            + " n’est pas connue\u00a0: elle n’est pas reprise\u00a0; corrigez son nom si elle devait"
                            + " l’être.");
        }
    }

    void columnMissing(UnitedTable table, List<Column> columns) {
        for (Column column : columns) {
            if (!table.has(column)) {
                columnMissing(table.header(), column);
            }
        }
    }

    /** The numbers are what ties the files together: each one needs them. */
    void numberMissing(UnitedTable candidates) {
        for (Table table : candidates.tables()) {
            if (!table.columns().containsKey(Columns.NUMBER.key())) {
                columnMissing(table.header(), Columns.NUMBER);
            }
        }
    }

    private void columnMissing(Address where, Column column) {
        findings.session(
                AnomalyCode.COLONNE_MANQUANTE,
                where,
                "La colonne " + quoted(column.official()) + " manque\u00a0; ajoutez-la, ou rendez-lui son nom.");
    }

    void columnUnknown(UnitedTable united) {
        columnUnknown(united, Set.of());
    }

    /** @param spare headers, folded, of columns that may stand there unused */
    void columnUnknown(UnitedTable united, Set<String> spare) {
        for (Table table : united.tables()) {
            for (Table.HeaderCell header : table.unknown()) {
                if (spare.contains(Label.fold(header.written())) && unused(table, header)) {
                    continue;
                }
                findings.session(
                        AnomalyCode.COLONNE_INCONNUE,
                        header.address(),
                        "La colonne " + quoted(header.written())
                                + " n’est pas connue\u00a0: elle n’est pas reprise\u00a0; corrigez son nom si elle devait"
                                + " l’être.");
            }
        }
    }

    private static boolean unused(Table table, Table.HeaderCell header) {
        return table.records().stream()
                .flatMap(row -> row.line().cell(header.address().column()).stream())
                .allMatch(Cell::blank);
    }

    void columnDouble(UnitedTable united) {
        for (Table table : united.tables()) {
            for (Table.HeaderCell header : table.doubled()) {
                findings.session(
                        AnomalyCode.COLONNE_DOUBLE,
                        header.address(),
                        "La colonne " + quoted(header.written())
                                + " est là deux fois\u00a0: laquelle compte ne peut pas être deviné\u00a0; gardez la bonne.");
            }
        }
    }
}

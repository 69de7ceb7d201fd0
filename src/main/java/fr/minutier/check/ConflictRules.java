package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.certification.FrenchDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The same cell with two values in two files of a session. It is told at the cell of each file, and nothing else is told
 * of these cells: the other rules read the value of the first file, so that what is wrong beside it is found too.
 */
final class ConflictRules {
    private final Meaning meaning;
    private final Set<String> annotated;
    private final Findings findings;

    ConflictRules(Meaning meaning, List<Bordereau> files, Findings findings) {
        this.meaning = meaning;
        this.annotated =
                files.stream().filter(Bordereau::returned).map(Bordereau::name).collect(Collectors.toUnmodifiableSet());
        this.findings = findings;
    }

    /** A file that does not state a field agrees with those that do; authorities are compared as one list. */
    void fieldsDiffer(List<SessionFields> each) {
        for (String field : SessionFields.single()) {
            if (!field.equals(SessionFields.COUNT)) {
                List<Stated> stated = each.stream()
                        .map(fields -> fields.first(field))
                        .filter(cell -> !cell.blank() && !cell.formulaWithoutValue())
                        .map(cell -> new Stated(cell.address(), meaning.of(field, cell), shown(cell)))
                        .toList();
                compare(field, stated, findings::conflictOfSession);
            }
        }
        List<Stated> authorities = each.stream()
                .map(fields -> fields.all(SessionFields.AUTHORITY))
                .filter(cells -> !cells.isEmpty())
                .map(cells -> {
                    String list = cells.stream().map(Cell::text).collect(Collectors.joining(" ; "));
                    return new Stated(cells.getFirst().address(), list, list.replace(" ;", "\u00a0;"));
                })
                .toList();
        compare(SessionFields.AUTHORITY, authorities, findings::conflictOfSession);
    }

    /** Members are one by their names; these may be spelled with other capitals or accents. */
    void membersDiffer(UnitedTable jury) {
        for (Row row : jury.rows()) {
            for (Column column : Columns.OF_JURY) {
                if (!JuryRules.NAMES.contains(column)) {
                    differ(row, column, findings::conflictOfSession);
                }
            }
        }
    }

    void candidatesDiffer(List<CandidateRow> rows, List<Column> columns) {
        for (CandidateRow row : rows) {
            for (Column column : columns) {
                if (differ(row.row(), column, (where, message) -> findings.conflictOfCandidate(row, where, message))) {
                    row.dispute(column.key());
                }
            }
        }
    }

    /** Whether the files say different things of a mark that the jury settled for a candidate. */
    boolean settledDiffers(CandidateRow candidate, Row settled, Column column) {
        return differ(settled, column, (where, message) -> findings.conflictOfCandidate(candidate, where, message));
    }

    private boolean differ(Row row, Column column, BiConsumer<Address, String> tell) {
        if (row.parts().size() == 1) {
            return false;
        }
        List<Stated> stated = row.cells(column.key()).stream()
                .filter(cell -> !cell.formulaWithoutValue())
                .map(cell -> new Stated(cell.address(), meaning.of(column.key(), cell), shown(cell)))
                .toList();
        return compare(column.official(), stated, tell);
    }

    /** What one file states: where, what it means, how it is shown. */
    private record Stated(Address where, String meaning, String shown) {}

    private boolean compare(String what, List<Stated> stated, BiConsumer<Address, String> tell) {
        boolean differ = stated.stream().map(Stated::meaning).distinct().count() > 1;
        if (differ) {
            String copies = copies(stated);
            for (Stated here : stated) {
                String others = stated.stream()
                        .filter(other -> !Objects.equals(other.meaning(), here.meaning()))
                        .map(other ->
                                quoted(other.shown()) + " dans " + other.where().file() + " (feuille "
                                        + other.where().sheet() + ", cellule "
                                        + other.where().a1() + ")")
                        .collect(Collectors.joining(" et "));
                tell.accept(
                        here.where(),
                        quoted(what) + " vaut ici " + quoted(here.shown()) + ", mais " + others
                                + "\u00a0; gardez la bonne valeur dans tous les fichiers, ou dans un seul." + copies);
            }
        }
        return differ;
    }

    /** Said when one file is an annotated copy and another is none: the corrected copy then lies beside its original. */
    private String copies(List<Stated> stated) {
        List<String> files =
                stated.stream().map(each -> each.where().file()).distinct().toList();
        List<String> copies = files.stream().filter(annotated::contains).toList();
        return copies.isEmpty() || copies.size() == files.size()
                ? ""
                : " " + String.join(", ", copies)
                        + (copies.size() == 1 ? " est une copie annotée" : " sont des copies annotées")
                        + "\u00a0: d’une copie et de son original, ne gardez que l’un des deux.";
    }

    private static String shown(Cell cell) {
        return cell.content() instanceof Content.Number number ? FrenchDecimal.of(number.value()) : cell.text();
    }
}

package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Table;
import java.util.List;
import java.util.Set;

/** How the rows of candidates are written, whatever their columns mean. */
final class RowRules {
    private final List<CandidateRow> rows;
    private final Findings findings;

    RowRules(List<CandidateRow> rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    void lineHidden() {
        for (CandidateRow row : rows) {
            for (Table.Record part : row.row().parts()) {
                if (part.hidden()) {
                    findings.candidate(
                            row,
                            AnomalyCode.LIGNE_MASQUEE,
                            part.address(),
                            "Cette ligne est masquée dans le classeur\u00a0: elle a été lue comme les autres\u00a0; supprimez-la"
                                    + " si elle ne doit pas compter.");
                }
            }
        }
    }

    /** @param keys of the columns that are read */
    void formulaWithoutValue(Set<String> keys) {
        for (CandidateRow row : rows) {
            for (Table.Record part : row.row().parts()) {
                for (String key : keys) {
                    Cell cell = part.cell(key);
                    if (cell.formulaWithoutValue()) {
                        findings.candidate(row, AnomalyCode.FORMULE_SANS_VALEUR, cell.address(), Sentences.FORMULA);
                    }
                }
            }
        }
    }
}

package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.CompetenceChoice;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.LengthLimit;
import fr.minutier.session.Mark;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marks, and the works that they were given for. */
final class MarkRules {
    private final Certification certification;
    private final List<CandidateRow> rows;
    private final Findings findings;

    MarkRules(Certification certification, List<CandidateRow> rows, Findings findings) {
        this.certification = certification;
        this.rows = rows;
        this.findings = findings;
    }

    void markUnreadableOutOfBoundsOrStep() {
        for (CandidateRow row : rows) {
            for (Component component : certification.components()) {
                Cell cell = row.cell(component.column());
                MarkReading reading = MarkReading.of(cell, certification.marks());
                row.marks.put(component.column(), reading);
                // A formula without value is told once, for all columns alike.
                if (reading instanceof MarkReading.Faulty faulty && faulty.code() != AnomalyCode.FORMULE_SANS_VALEUR) {
                    findings.candidate(row, faulty.code(), cell.address(), faulty.message());
                }
            }
        }
    }

    void markUnexpected() {
        for (CandidateRow row : rows) {
            for (Epreuve epreuve : certification.epreuves()) {
                if (row.examinedIn(epreuve, certification)) {
                    continue;
                }
                String because = certification
                        .dispensing(epreuve, row::otherwiseHeld)
                        .map(block -> "Le bloc " + block.code() + " est déjà acquis ou dispensé")
                        .orElse("Ce candidat vient par la VAE");
                for (Component component : epreuve.components()) {
                    if (row.marks.get(component.column()) instanceof MarkReading.Read) {
                        unexpected(row, row.cell(component.column()).address(), because);
                    }
                    CandidateRow.Settled settled = row.settled.get(component.column());
                    if (settled != null) {
                        unexpected(row, settled.where(), because);
                    }
                }
            }
        }
    }

    /** A mark, or a decision, in a column of other rules than those that the candidate comes under. */
    void markOfAnotherRegime(Certification other) {
        Set<String> own = columns(certification).collect(Collectors.toSet());
        for (CandidateRow row : rows) {
            columns(other)
                    .filter(column -> !own.contains(column))
                    .map(row::cell)
                    .filter(cell -> !cell.blank())
                    .forEach(cell -> unexpected(
                            row,
                            cell.address(),
                            "Ce candidat relève de " + certification.code() + " et cette colonne est de "
                                    + other.code()));
        }
    }

    private static Stream<String> columns(Certification of) {
        return Stream.concat(
                of.components().stream().map(Component::column),
                of.blocks().stream().map(Block::vaeColumn));
    }

    private void unexpected(CandidateRow row, Address where, String because) {
        findings.candidate(
                row,
                AnomalyCode.NOTE_INATTENDUE,
                where,
                because
                        + "\u00a0: aucune note n’y est attendue\u00a0; videz la cellule, ou corrigez la situation du candidat.");
    }

    void markMissing() {
        for (CandidateRow row : rows) {
            for (Epreuve epreuve : certification.epreuves()) {
                if (row.examinedIn(epreuve, certification)) {
                    missing(row, epreuve);
                }
            }
        }
    }

    private void missing(CandidateRow row, Epreuve epreuve) {
        List<Component> components = epreuve.components();
        boolean allNotPresented =
                components.stream().allMatch(component -> row.mark(component) instanceof Mark.NotPresented);
        for (Component component : components) {
            if (!row.has(component.column())) {
                continue;
            }
            Address where = row.cell(component.column()).address();
            Mark mark = row.mark(component);
            if (mark == null && row.marks.get(component.column()) instanceof MarkReading.Nothing) {
                findings.candidate(
                        row,
                        AnomalyCode.NOTE_MANQUANTE,
                        where,
                        "La note manque pour " + quoted(component.column())
                                + "\u00a0; écrivez-la, ou ABS (absent) ou NP (non présenté)\u00a0; une cellule vide n’est jamais"
                                + " un zéro.");
            } else if (mark instanceof Mark.NotPresented && !allNotPresented) {
                findings.candidate(
                        row,
                        AnomalyCode.NOTE_MANQUANTE,
                        where,
                        "NP ne vaut que pour l’épreuve entière\u00a0: l’autre composante "
                                + certification.ofWhich(epreuve)
                                + " n’est pas NP\u00a0; écrivez ici la note ou ABS, ou NP partout.");
            }
        }
    }

    /** A mark that cannot be compared with anything yet: the result waits. */
    void settingToFill() {
        for (CandidateRow row : rows) {
            List<String> unfilled = certification.epreuves().stream()
                    .filter(epreuve -> !epreuve.filled() && row.examinedIn(epreuve, certification))
                    .map(epreuve -> "«\u00a0" + epreuve.title() + "\u00a0»")
                    .toList();
            if (!unfilled.isEmpty()) {
                findings.candidate(
                        row,
                        AnomalyCode.REGLAGE_A_REMPLIR,
                        row.cell(Columns.NUMBER.key()).address(),
                        "La définition laisse à remplir le seuil ou un coefficient de " + String.join(", ", unfilled)
                                + "\u00a0: rien ne peut être décidé de ces notes\u00a0; remplissez"
                                + " templates/certifications/" + certification.code() + ".yaml.");
            }
        }
    }

    void lengthMissingOrOutOfBounds() {
        for (CandidateRow row : rows) {
            for (Epreuve epreuve : certification.epreuves()) {
                for (LengthLimit limit : epreuve.lengths()) {
                    if (bearsNumber(row, epreuve, limit.measures())) {
                        length(row, limit);
                    }
                }
            }
        }
    }

    private void length(CandidateRow row, LengthLimit limit) {
        Cell cell = row.cell(limit.column());
        if (cell.formulaWithoutValue()) {
            return;
        }
        String bounds = FrenchDecimal.grouped(limit.minimum()) + " à " + FrenchDecimal.grouped(limit.maximum()) + " "
                + limit.unit() + (limit.notCounted().isEmpty() ? "" : " hors " + limit.notCounted());
        String remedy = "corrigez la cellule, ou que le jury y déroge en écrivant dans "
                + quoted(Columns.WAIVERS.official()) + "\u00a0: ";
        Optional<BigDecimal> length = cell.number();
        if (length.isEmpty()) {
            findings.toSettle(
                    row,
                    AnomalyCode.LONGUEUR_MANQUANTE.name(),
                    limit.gravity(),
                    cell.address(),
                    (cell.blank()
                                    ? "La longueur manque pour " + quoted(limit.column())
                                    : quoted(cell.text()) + " n’est pas un nombre de " + limit.unit())
                            + " (" + bounds + ")",
                    remedy + AnomalyCode.LONGUEUR_MANQUANTE.name() + "\u00a0: motif.");
        } else if (!limit.allows(length.get())) {
            findings.toSettle(
                    row,
                    limit.anomaly(),
                    limit.gravity(),
                    cell.address(),
                    FrenchDecimal.grouped(length.get()) + " " + limit.unit() + " au lieu de " + bounds + " ("
                            + limit.source().text() + ")",
                    remedy + limit.anomaly() + "\u00a0: motif.");
        }
    }

    void competenceInvalid() {
        for (CandidateRow row : rows) {
            for (Epreuve epreuve : certification.epreuves()) {
                Optional<CompetenceChoice> choice = epreuve.choice();
                if (choice.isPresent() && bearsNumber(row, epreuve, choice.get().measures())) {
                    competence(row, epreuve, row.cell(choice.get().column()));
                }
            }
        }
    }

    private void competence(CandidateRow row, Epreuve epreuve, Cell cell) {
        if (cell.formulaWithoutValue()) {
            return;
        }
        List<Competence> known = certification.competences(epreuve);
        Optional<Competence> chosen = competence(known, cell);
        if (chosen.isPresent()) {
            certification.restingOn(epreuve).stream()
                    .filter(block -> block.competences().contains(chosen.get()))
                    .findFirst()
                    .ifPresent(block ->
                            row.competences.put(block.code(), chosen.get().code()));
            return;
        }
        findings.candidate(
                row,
                AnomalyCode.COMPETENCE_INVALIDE,
                cell.address(),
                (cell.blank()
                                ? "La compétence choisie manque"
                                : quoted(cell.text()) + " n’est pas une compétence " + certification.ofWhich(epreuve))
                        + "\u00a0; écrivez l’une de\u00a0: "
                        + known.stream().map(Competence::code).collect(Collectors.joining("\u00a0; "))
                        + ".");
    }

    /** The competence that a cell names by its code, which its title may follow. */
    static Optional<Competence> competence(List<Competence> competences, Cell cell) {
        String written = cell.text().replace(',', '.');
        return competences.stream()
                .filter(known -> written.equals(known.code()) || written.startsWith(known.code() + " "))
                .findFirst();
    }

    private boolean bearsNumber(CandidateRow row, Epreuve epreuve, String column) {
        return row.examinedIn(epreuve, certification)
                && epreuve.components().stream()
                        .anyMatch(component -> component.column().equals(column) && row.bearsNumber(component));
    }
}

package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.session.Mark;
import fr.minutier.session.SettledMark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The marks that the jury settled. Only a mark turns a fail into a pass; there is no other way. */
final class DeliberationRules {
    static final List<Column> REQUIRED = List.of(Columns.NUMBER, Columns.COMPONENT, Columns.SETTLED);

    private final List<CandidateRow> rows;
    private final UnitedTable table;
    private final ConflictRules conflicts;
    private final Findings findings;
    private final List<SettledMark> settled = new ArrayList<>();

    DeliberationRules(List<CandidateRow> rows, UnitedTable table, ConflictRules conflicts, Findings findings) {
        this.rows = rows;
        this.table = table;
        this.conflicts = conflicts;
        this.findings = findings;
    }

    /** The marks settled, which from here on replace those reported; none when a column to read them from is missing. */
    List<SettledMark> settle(Legibility legibility) {
        if (!REQUIRED.stream().allMatch(table::has)) {
            return List.of();
        }
        for (Row record : table.rows()) {
            settle(record, legibility);
        }
        return settled;
    }

    private void settle(Row record, Legibility legibility) {
        Cell number = record.cell(Columns.NUMBER.key());
        List<CandidateRow> concerned =
                rows.stream().filter(row -> row.number().equals(number.text())).toList();
        if (number.text().isEmpty() || concerned.isEmpty()) {
            findings.session(
                    number.formulaWithoutValue() ? AnomalyCode.FORMULE_SANS_VALEUR : AnomalyCode.DELIBERATION_INVALIDE,
                    number.address(),
                    number.formulaWithoutValue()
                            ? Sentences.FORMULA
                            : "Aucun candidat ne porte le numéro " + quoted(number.text())
                                    + "\u00a0: une note arrêtée ne peut pas se perdre\u00a0; corrigez le numéro.");
            return;
        }
        for (CandidateRow row : concerned) {
            settle(row, record, legibility);
        }
    }

    private void settle(CandidateRow row, Row record, Legibility legibility) {
        Cell name = record.cell(Columns.COMPONENT.key());
        Cell cell = record.cell(Columns.SETTLED.key());
        Cell reason = record.cell(Columns.REASON.key());
        boolean markDisputed = conflicts.settledDiffers(row, record, Columns.SETTLED);
        boolean reasonDisputed = conflicts.settledDiffers(row, record, Columns.REASON);
        if (reason.formulaWithoutValue()) {
            findings.candidate(row, AnomalyCode.FORMULE_SANS_VALEUR, reason.address(), Sentences.FORMULA);
        }
        legibility.of(reason, (code, sentence) -> findings.candidate(row, code, reason.address(), sentence));
        Certification certification = Objects.requireNonNull(row.certification);
        Optional<Component> component = component(certification, name);
        component.filter(any -> markDisputed).ifPresent(known -> row.dispute(known.column()));
        if (component.isEmpty()) {
            findings.candidate(
                    row,
                    name.formulaWithoutValue() ? AnomalyCode.FORMULE_SANS_VALEUR : AnomalyCode.DELIBERATION_INVALIDE,
                    name.address(),
                    name.formulaWithoutValue()
                            ? Sentences.FORMULA
                            : quoted(name.text()) + " n’est pas une composante\u00a0; écrivez l’une de\u00a0: "
                                    + certification.components().stream()
                                            .map(Component::column)
                                            .collect(Collectors.joining(", "))
                                    + ".");
        }
        MarkReading reading = MarkReading.of(cell, certification.marks());
        if (reading instanceof MarkReading.Faulty faulty) {
            findings.candidate(row, faulty.code(), cell.address(), faulty.message());
        } else if (reading instanceof MarkReading.Read read && read.mark() instanceof Mark.Value value) {
            component.ifPresent(known -> settle(row, known, value.value(), cell.address())
                    .filter(reported -> !reasonDisputed && !row.disputed(known.column()))
                    .ifPresent(reported -> settled.add(new SettledMark(
                            legibility.shown(row.number()),
                            known,
                            reported.mark(),
                            value.value(),
                            reason.text().isEmpty() ? null : legibility.shown(reason.text())))));
        } else {
            findings.candidate(
                    row,
                    AnomalyCode.DELIBERATION_INVALIDE,
                    cell.address(),
                    "Une note arrêtée par le jury est un nombre\u00a0; écrivez-la, ou supprimez la ligne.");
        }
    }

    /** The mark that one settled by the jury replaces, or null where there was none. */
    private record Reported(@Nullable Mark mark) {}

    /** Puts the mark in the place of the one reported; empty when one is there already. */
    private Optional<Reported> settle(CandidateRow row, Component component, BigDecimal value, Address where) {
        CandidateRow.Settled before = row.settled.get(component.column());
        if (before != null && before.value().compareTo(value) != 0) {
            findings.candidate(
                    row,
                    AnomalyCode.DELIBERATION_INVALIDE,
                    where,
                    "Deux notes sont arrêtées pour " + quoted(component.column()) + " ("
                            + FrenchDecimal.of(before.value()) + " et " + FrenchDecimal.of(value)
                            + ")\u00a0; gardez celle du jury.");
            return Optional.empty();
        }
        Mark reported = reported(row, component);
        if (before != null
                || (reported instanceof Mark.Value same && same.value().compareTo(value) == 0)) {
            findings.candidate(
                    row,
                    AnomalyCode.DELIBERATION_SANS_EFFET,
                    where,
                    "La note arrêtée pour " + quoted(component.column())
                            + " est celle qui était déjà donnée\u00a0: supprimez la ligne, ou corrigez la note.");
        }
        if (before != null) {
            return Optional.empty();
        }
        row.settled.put(component.column(), new CandidateRow.Settled(where, value));
        return Optional.of(new Reported(reported));
    }

    private static @Nullable Mark reported(CandidateRow row, Component component) {
        return row.marks.get(component.column()) instanceof MarkReading.Read read ? read.mark() : null;
    }

    /** The component that a cell names. */
    static Optional<Component> component(Certification certification, Cell cell) {
        String name = Label.fold(cell.text());
        return certification.components().stream()
                .filter(component -> Label.fold(component.column()).equals(name)
                        || component.aliases().stream()
                                .anyMatch(alias -> Label.fold(alias).equals(name)))
                .findFirst();
    }
}

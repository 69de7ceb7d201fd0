package fr.minutier.check;

import static fr.minutier.check.Sentences.listed;
import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.LengthLimit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collective work has one mark and one length for all who bear a mark for it. */
final class GroupRules {
    private final Certification certification;
    private final List<CandidateRow> rows;
    private final Findings findings;

    GroupRules(Certification certification, List<CandidateRow> rows, Findings findings) {
        this.certification = certification;
        this.rows = rows;
        this.findings = findings;
    }

    void groupMissing() {
        collective((epreuve, component) -> {
            for (CandidateRow row : rows) {
                if (row.examinedIn(epreuve, certification)
                        && row.bearsNumber(component)
                        && row.cell(Columns.GROUP.key()).blank()) {
                    findings.candidate(
                            row,
                            AnomalyCode.GROUPE_MANQUANT,
                            row.cell(Columns.GROUP.key()).address(),
                            "La note " + quoted(component.column())
                                    + " est collective\u00a0: nommez le groupe qui a rendu ce travail.");
                }
            }
        });
    }

    void groupMarksDiffer() {
        collective((epreuve, component) -> byGroup(component).forEach((group, members) -> {
            List<BigDecimal> marks =
                    distinct(members.stream().map(row -> Objects.requireNonNull(row.value(component))));
            if (marks.size() > 1) {
                for (CandidateRow row : members) {
                    CandidateRow.Settled settled = row.settled.get(component.column());
                    findings.candidate(
                            row,
                            AnomalyCode.GROUPE_NOTES_DIFFERENTES,
                            settled == null ? row.cell(component.column()).address() : settled.where(),
                            "Le groupe " + quoted(row.text(Columns.GROUP.key())) + " a plusieurs notes pour "
                                    + quoted(component.column()) + " (" + inWords(marks)
                                    + ")\u00a0; donnez la même note à tous ses membres, ou corrigez le groupe.");
                }
            }
        }));
    }

    void groupLengthsDiffer() {
        collective((epreuve, component) -> {
            for (LengthLimit limit : epreuve.lengths()) {
                if (limit.measures().equals(component.column())) {
                    byGroup(component).forEach((group, members) -> lengthsDiffer(limit, members));
                }
            }
        });
    }

    private void lengthsDiffer(LengthLimit limit, List<CandidateRow> members) {
        List<BigDecimal> lengths = distinct(members.stream()
                .filter(row -> !row.disputed(limit.column()))
                .flatMap(row -> row.cell(limit.column()).number().stream()));
        if (lengths.size() > 1) {
            for (CandidateRow row : members) {
                findings.candidate(
                        row,
                        AnomalyCode.GROUPE_PAGES_DIFFERENTES,
                        row.cell(limit.column()).address(),
                        "Le groupe " + quoted(row.text(Columns.GROUP.key())) + " a plusieurs longueurs pour "
                                + quoted(limit.column()) + " (" + inWords(lengths)
                                + ")\u00a0: le travail est le même pour tous\u00a0; donnez la même à tous ses membres.");
            }
        }
    }

    private interface Collective {
        void apply(Epreuve epreuve, Component component);
    }

    private void collective(Collective rule) {
        for (Epreuve epreuve : certification.epreuves()) {
            epreuve.components().stream()
                    .filter(Component::collective)
                    .forEach(component -> rule.apply(epreuve, component));
        }
    }

    /**
     * The members of each group who bear a number for the component, whatever else is wrong with them; but one whom two
     * files say different things of is compared with nobody.
     */
    private Map<String, List<CandidateRow>> byGroup(Component component) {
        return rows.stream()
                .filter(row -> row.value(component) != null
                        && !row.disputed(component.column())
                        && !row.disputed(Columns.GROUP.key())
                        && !row.text(Columns.GROUP.key()).isEmpty())
                .collect(Collectors.groupingBy(
                        row -> spelling(row.text(Columns.GROUP.key())), LinkedHashMap::new, Collectors.toList()));
    }

    /** A name of signs alone folds to nothing, and is then taken as written. */
    private static String spelling(String group) {
        String folded = Label.fold(group);
        return folded.isEmpty() ? group : folded;
    }

    private static List<BigDecimal> distinct(Stream<BigDecimal> values) {
        return values.map(BigDecimal::stripTrailingZeros).distinct().sorted().toList();
    }

    private static String inWords(List<BigDecimal> values) {
        return listed(values.stream().map(FrenchDecimal::of).toList(), "\u00a0; ");
    }
}

package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.ExaminerRule;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.SeatRules;
import fr.minutier.check.JuryRules.Seat;
import fr.minutier.session.JuryMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who of the jury sits for whom, and who examines what. A breach is told; the authority appreciates. */
final class SeatingRules {
    private final List<Certification> certifications;
    private final Address sheet;
    private final List<Seat> seats;
    private final List<CandidateRow> rows;
    private final Findings findings;

    /**
     * The rules of one session.
     *
     * @param certifications that its candidates come for, its own first
     * @param sheet where the jury as a whole stands
     */
    SeatingRules(
            List<Certification> certifications,
            Address sheet,
            List<Seat> seats,
            List<CandidateRow> rows,
            Findings findings) {
        this.certifications = certifications;
        this.sheet = sheet;
        this.seats = seats;
        this.rows = rows;
        this.findings = findings;
    }

    /** A number that is nobody's, or an épreuve that is none, limits nothing and hides who was meant. */
    void candidateUnknown() {
        List<String> numbers = rows.stream().map(CandidateRow::number).toList();
        List<String> epreuves = certifications.stream()
                .flatMap(certification -> certification.epreuves().stream())
                .map(Epreuve::code)
                .map(Label::fold)
                .toList();
        for (Seat seat : seats) {
            JuryMember member = seat.member();
            unknown(seat, Columns.JURY_CANDIDATES, member.candidates(), numbers, "n’est le numéro d’aucun candidat");
            unknown(seat, Columns.RECUSED, member.recusedFor(), numbers, "n’est le numéro d’aucun candidat");
            unknown(
                    seat,
                    Columns.EXAMINES,
                    member.examines().stream().map(Label::fold).toList(),
                    epreuves,
                    "ne désigne aucune épreuve de "
                            + certifications.stream().map(Certification::code).collect(Collectors.joining(" ni de ")));
        }
    }

    private void unknown(Seat seat, Column column, List<String> given, List<String> known, String what) {
        List<String> strange =
                given.stream().filter(word -> !known.contains(word)).toList();
        if (!strange.isEmpty()) {
            Cell cell = seat.row().cell(column.key());
            findings.session(
                    AnomalyCode.VALEUR_INCONNUE,
                    cell.address(),
                    "Dans " + quoted(cell.text()) + ", " + quoted(String.join(", ", strange)) + " " + what
                            + "\u00a0; corrigez la cellule.");
        }
    }

    void recusedAndVoting() {
        for (Seat seat : seats) {
            List<String> both = seat.member().candidates().stream()
                    .filter(seat.member().recusedFor()::contains)
                    .toList();
            if (!both.isEmpty()) {
                findings.session(
                        AnomalyCode.JURY_RECUSATION,
                        seat.row().cell(Columns.RECUSED.key()).address(),
                        name(seat) + " est à la fois récusé et appelé à voter pour " + candidates(both)
                                + "\u00a0; gardez l’un des deux.");
            }
        }
    }

    void chairRecused() {
        for (Seat seat : seats) {
            List<String> recused = present(seat.member().recusedFor());
            if (seat.member().chair() && !recused.isEmpty()) {
                findings.session(
                        AnomalyCode.JURY_RECUSATION,
                        seat.row().cell(Columns.RECUSED.key()).address(),
                        name(seat) + " préside et est récusé pour " + candidates(recused)
                                + "\u00a0: dites dans les observations qui a présidé pour eux\u00a0; l’autorité apprécie.");
            }
        }
    }

    /** Whoever sits for his own candidates only, and names none, would vote for all. */
    void limitedVoteUnlimited() {
        certifications.getFirst().jury().seats().limitedVote().ifPresent(this::limitedVoteUnlimited);
    }

    private void limitedVoteUnlimited(SeatRules.LimitedVote rule) {
        for (Seat seat : seats) {
            String capacity = Label.fold(seat.member().capacity());
            boolean limited = rule.capacities().stream().map(Label::fold).anyMatch(capacity::contains);
            if (limited
                    && seat.member().candidates().isEmpty()
                    && !seat.member().examinerOnly()) {
                findings.session(
                        AnomalyCode.JURY_VOIX,
                        seat.row().cell(Columns.JURY_CANDIDATES.key()).address(),
                        name(seat) + " siège comme " + quoted(seat.member().capacity())
                                + ", avec voix délibérative pour ses seuls candidats ("
                                + rule.source().text()
                                + ")\u00a0; écrivez leurs numéros dans " + quoted(Columns.JURY_CANDIDATES.official())
                                + ".");
            }
        }
    }

    /** Members who sat and declared no link with the candidate, for each who comes by VAE; told once. */
    void juryTooSmallForExperience() {
        Map<SeatRules.ByExperience, List<CandidateRow>> rules = new LinkedHashMap<>();
        for (CandidateRow row : rows) {
            if (row.byExperience() && row.certification != null) {
                row.certification.jury().seats().byExperience().ifPresent(rule -> rules.computeIfAbsent(
                                rule, any -> new ArrayList<>())
                        .add(row));
            }
        }
        rules.forEach(this::juryTooSmall);
    }

    private void juryTooSmall(SeatRules.ByExperience rule, List<CandidateRow> concerned) {
        List<String> few = concerned.stream()
                .map(CandidateRow::number)
                .filter(number -> seats.stream()
                                .filter(seat -> seat.member().satFor(number))
                                .count()
                        < rule.least())
                .toList();
        if (!few.isEmpty()) {
            findings.session(
                    AnomalyCode.JURY_VAE,
                    sheet,
                    "Moins de " + FrenchCount.of(rule.least(), "membre")
                            + " du jury sans lien déclaré ont siégé pour "
                            + (few.size() == 1 ? "le candidat par la VAE " : "les candidats par la VAE ")
                            + String.join(", ", few) + " (" + rule.source().text() + ")\u00a0; vérifiez "
                            + quoted(Columns.PRESENT.official()) + " et " + quoted(Columns.RECUSED.official())
                            + "\u00a0; l’autorité apprécie.");
        }
    }

    /** The examiners of each épreuve, group by group, where the sheet names some who sat. */
    void examiners() {
        Set<String> told = new HashSet<>();
        for (Epreuve epreuve : certifications.stream()
                .flatMap(certification -> certification.epreuves().stream())
                .toList()) {
            ExaminerRule rule = epreuve.examinerRule().orElse(null);
            // The sheet names an épreuve by its code alone: where two certifications share it, the first one's rule
            // holds.
            if (!told.add(Label.fold(epreuve.code())) || rule == null) {
                continue;
            }
            Map<String, List<JuryMember>> groups = seats.stream()
                    .map(Seat::member)
                    .filter(JuryMember::sat)
                    .filter(member -> member.examines().stream()
                            .anyMatch(code -> Label.fold(code).equals(Label.fold(epreuve.code()))))
                    .collect(Collectors.groupingBy(
                            member -> member.group() == null ? "" : member.group(), TreeMap::new, Collectors.toList()));
            groups.forEach((group, examiners) -> examiners(epreuve, rule, group, examiners));
        }
    }

    private void examiners(Epreuve epreuve, ExaminerRule rule, String group, List<JuryMember> examiners) {
        List<String> wrong = new ArrayList<>();
        if (examiners.size() != rule.number()) {
            wrong.add(FrenchCount.of(examiners.size(), "examinateur") + " au lieu de " + rule.number());
        }
        boolean told = examiners.stream().allMatch(examiner -> examiner.designatedBy() != null);
        if (told) {
            rule.designated().forEach((authority, share) -> {
                long found = examiners.stream()
                        .filter(examiner -> Label.fold(String.valueOf(examiner.designatedBy()))
                                .equals(Label.fold(authority)))
                        .count();
                if (found != share) {
                    wrong.add(found + " désigné par " + quoted(authority) + " au lieu de " + share);
                }
            });
        }
        if (!wrong.isEmpty()) {
            findings.session(
                    AnomalyCode.JURY_EXAMINATEURS,
                    sheet,
                    "Pour l’épreuve " + epreuve.code()
                            + (group.isEmpty() ? "" : ", groupe " + group) + "\u00a0: " + String.join(", ", wrong)
                            + " (" + rule.source().text() + ")\u00a0; vérifiez "
                            + quoted(Columns.EXAMINES.official()) + ", " + quoted(Columns.DESIGNATED.official())
                            + " et " + quoted(Columns.PRESENT.official()) + "\u00a0; l’autorité apprécie.");
        }
    }

    private List<String> present(List<String> numbers) {
        return numbers.stream()
                .filter(number -> rows.stream().anyMatch(row -> row.number().equals(number)))
                .toList();
    }

    private static String name(Seat seat) {
        return seat.member().firstName() + " " + seat.member().lastName();
    }

    private static String candidates(List<String> numbers) {
        return (numbers.size() == 1 ? "le candidat " : "les candidats ") + String.join(", ", numbers);
    }
}

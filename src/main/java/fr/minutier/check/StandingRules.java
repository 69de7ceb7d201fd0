package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Exemption;
import fr.minutier.certification.FormerLapse;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDate;
import fr.minutier.session.VaeDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each candidate stands towards each block: acquired, dispensed, decided by VAE, or to be examined. */
final class StandingRules {
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("\\s*[;,\\n]\\s*");
    /** {@code CODE (12/06/2024)}. */
    private static final Pattern ACQUIRED = Pattern.compile("([^()]+?)\\s*(?:\\(([^()]*)\\))?");

    private final Certification certification;
    private final List<CandidateRow> rows;
    private final Findings findings;

    StandingRules(Certification certification, List<CandidateRow> rows, Findings findings) {
        this.certification = certification;
        this.rows = rows;
        this.findings = findings;
    }

    void blockUnknown() {
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.ACQUIRED.key());
            for (String item : items(cell)) {
                acquired(row, cell, item);
            }
        }
    }

    private void acquired(CandidateRow row, Cell cell, String item) {
        Matcher parts = ACQUIRED.matcher(item);
        String name = parts.matches() ? parts.group(1) : item;
        String day = parts.matches() ? parts.group(2) : null;
        Optional<Block> block = certification.blocks().stream()
                .filter(known -> Label.fold(known.code()).equals(Label.fold(name))
                        || Label.fold(Objects.requireNonNullElse(certification.rncp(), "") + known.code())
                                .equals(Label.fold(name)))
                .findFirst();
        if (block.isEmpty()) {
            findings.candidate(
                    row,
                    AnomalyCode.BLOC_INCONNU,
                    cell.address(),
                    quoted(name) + " n’est pas un bloc de " + certification.code() + "\u00a0; écrivez l’un de\u00a0: "
                            + certification.blocks().stream().map(Block::code).collect(Collectors.joining(", "))
                            + ", séparés par des points-virgules, chacun suivi de sa date entre parenthèses s’il y a"
                            + " lieu.");
            return;
        }
        row.acquired.put(block.get().code(), day == null || day.isBlank() ? null : day(row, cell, day));
    }

    private @Nullable LocalDate day(CandidateRow row, Cell cell, String written) {
        Optional<LocalDate> day = new Cell(cell.address(), new Content.Text(written)).date();
        if (day.isEmpty()) {
            dateUnreadable(row, cell, written);
        }
        return day.orElse(null);
    }

    private void dateUnreadable(CandidateRow row, Cell cell, String written) {
        findings.candidate(
                row,
                AnomalyCode.DATE_INVALIDE,
                cell.address(),
                quoted(written) + " n’est pas une date du calendrier\u00a0; écrivez-la sous la forme JJ/MM/AAAA.");
    }

    void titleWithoutEffect() {
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.TITLE.key());
            for (String title : items(cell)) {
                Optional<Exemption> exemption = exemption(title);
                if (exemption.isEmpty()) {
                    findings.candidate(
                            row,
                            AnomalyCode.DISPENSE_SANS_EFFET,
                            cell.address(),
                            quoted(title) + " ne dispense d’aucun bloc de " + certification.code()
                                    + (certification.exemptions().isEmpty()
                                            ? "\u00a0: aucun titre n’en dispense."
                                            : certification.exemptions().stream()
                                                    .map(Exemption::title)
                                                    .collect(Collectors.joining(
                                                            ", ", "\u00a0; ceux qui dispensent\u00a0: ", "."))));
                } else {
                    exemption.get().blocks().forEach(code -> row.exempted.putIfAbsent(code, exemption.get()));
                }
            }
        }
    }

    /** A title may be followed by its date or its authority in brackets. */
    private Optional<Exemption> exemption(String title) {
        int bracket = title.indexOf('(');
        String name = Label.fold(bracket > 0 ? title.substring(0, bracket) : title);
        return certification.exemptions().stream()
                .filter(known -> Label.fold(known.title()).equals(name)
                        || known.aliases().stream()
                                .anyMatch(alias -> Label.fold(alias).equals(name)))
                .findFirst();
    }

    void titleDateInvalid() {
        for (CandidateRow row : rows) {
            Cell cell = row.cell(Columns.TITLE_DATE.key());
            if (!cell.blank() && !cell.formulaWithoutValue()) {
                Optional<LocalDate> day = cell.date();
                if (day.isEmpty()) {
                    dateUnreadable(row, cell, cell.text());
                }
                row.titleSince = day.orElse(null);
            }
        }
    }

    /** What comes after the session was no ground of its decisions. */
    void awardAfterTheSession(LocalDate day) {
        for (CandidateRow row : rows) {
            LocalDate title = row.titleSince;
            if (title != null && title.isAfter(day)) {
                afterTheSession(row, row.cell(Columns.TITLE_DATE.key()), "Le titre, obtenu le ", title, day);
            }
            row.acquired.forEach((block, since) -> {
                if (since != null && since.isAfter(day)) {
                    Cell cell = row.cell(Columns.ACQUIRED.key());
                    afterTheSession(row, cell, "Le bloc " + block + ", acquis le ", since, day);
                }
            });
        }
    }

    private void afterTheSession(CandidateRow row, Cell cell, String what, LocalDate since, LocalDate day) {
        findings.candidate(
                row,
                AnomalyCode.DATE_INVALIDE,
                cell.address(),
                what + FrenchDate.inDigits(since) + ", suivrait la session (" + FrenchDate.inDigits(day)
                        + ")\u00a0; corrigez la date.");
    }

    /** A block that had lapsed under a rule of former times: a person says what it is worth, and it stays acquired. */
    void awardOfFormerTimes(LocalDate day) {
        FormerLapse rule = certification.lapse().orElse(null);
        if (rule == null) {
            return;
        }
        for (CandidateRow row : rows) {
            row.acquired.forEach((block, since) -> {
                if (since != null && rule.touches(since, day)) {
                    findings.candidate(
                            row,
                            AnomalyCode.ACQUIS_ANCIEN,
                            row.cell(Columns.ACQUIRED.key()).address(),
                            "Le bloc " + block + ", acquis le " + FrenchDate.inDigits(since)
                                    + ", relève d’une règle ancienne qui le limitait à "
                                    + FrenchCount.of(rule.years(), "an") + " ("
                                    + rule.source().text()
                                    + ")\u00a0: il est gardé comme acquis\u00a0; vérifiez sa date de notification et ce qu’il"
                                    + " en reste.");
                }
            });
        }
    }

    void exemptionSuperfluous() {
        for (CandidateRow row : rows) {
            for (Block block : certification.blocks()) {
                if (row.exempted.containsKey(block.code()) && row.acquired.containsKey(block.code())) {
                    findings.candidate(
                            row,
                            AnomalyCode.DISPENSE_SUPERFLUE,
                            row.cell(Columns.TITLE.key()).address(),
                            "Le bloc " + block.code()
                                    + " est déjà acquis\u00a0: la dispense n’y ajoute rien et peut être retirée.");
                }
            }
        }
    }

    void vaeDecisionMissingOrUnexpected() {
        for (CandidateRow row : rows) {
            for (Block block : certification.blocks()) {
                vaeDecision(row, block);
            }
        }
    }

    private void vaeDecision(CandidateRow row, Block block) {
        Cell cell = row.cell(block.vaeColumn());
        if (cell.formulaWithoutValue()) {
            return;
        }
        if (!row.byExperience() || row.otherwiseHeld(block)) {
            if (!cell.blank()) {
                findings.candidate(
                        row,
                        AnomalyCode.VAE_DECISION_INATTENDUE,
                        cell.address(),
                        row.byExperience()
                                ? "Le bloc " + block.code()
                                        + " est déjà acquis ou dispensé\u00a0: il n’appelle pas de décision de VAE\u00a0;"
                                        + " videz la cellule, ou corrigez l’acquis ou la dispense."
                                : "Ce candidat ne vient pas par la VAE\u00a0: videz la cellule, ou corrigez sa voie.");
            }
            return;
        }
        String word = Label.fold(cell.text());
        for (VaeDecision decision : VaeDecision.values()) {
            if (Label.fold(decision.label()).equals(word)) {
                row.vaeDecisions.put(block.code(), decision);
                return;
            }
        }
        findings.candidate(
                row,
                AnomalyCode.VAE_DECISION_MANQUANTE,
                cell.address(),
                (cell.blank()
                                ? "La décision du jury manque pour le bloc " + block.code()
                                : quoted(cell.text()) + " n’est pas une décision de VAE")
                        + "\u00a0; écrivez validé, non validé ou non demandé.");
    }

    private static List<String> items(Cell cell) {
        return BETWEEN_ITEMS
                .splitAsStream(cell.text())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}

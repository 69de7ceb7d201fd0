package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchDate;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of corrective minutes: after the jury has deliberated, only a new deliberation changes what it decided (Conseil
 * d’État, 29 juillet 1983, n° 31842), so a correction names the next number, its reason and its own day, and leaves nobody
 * out. A bordereau that still bears the number of the correction that it was is no new one.
 */
final class CorrectionRules {
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,2}");

    private final SessionFields fields;
    private final Findings findings;
    private final Cell number;
    private final Past.@Nullable Closed closed;
    private final Supplier<Content> content;

    /**
     * The rules of one session.
     *
     * @param fields of all its files together
     * @param content what they say
     */
    CorrectionRules(SessionFields fields, Past past, Supplier<Content> content, Findings findings) {
        this.fields = fields;
        this.content = content;
        this.findings = findings;
        this.number = fields.first(SessionFields.CORRECTIVE);
        this.closed = number.blank() || number.formulaWithoutValue()
                ? null
                : SessionRules.id(fields).flatMap(past::closed).orElse(null);
    }

    /** Finds what is wrong with what the sheet of the session says of the correction; gives the correction asked for. */
    Optional<Checked.Corrective> ofSession(
            Status status, @Nullable Certification certification, @Nullable LocalDate deliberatedOn) {
        if (number.blank() || number.formulaWithoutValue()) {
            return Optional.empty();
        }
        String field = quoted(SessionFields.CORRECTIVE);
        if (closed == null) {
            invalid(
                    number,
                    "Le procès-verbal de cette session n’a jamais été clos\u00a0: il n’y a rien à rectifier, videz "
                            + field + ".");
            return Optional.empty();
        }
        if (!WHOLE.matcher(number.text()).matches()) {
            invalid(
                    number,
                    quoted(number.text()) + " n’est pas le numéro d’un procès-verbal rectificatif\u00a0: écrivez "
                            + (closed.corrections() + 1) + " dans " + field + ".");
            return Optional.empty();
        }
        int asked = Integer.parseInt(number.text());
        Content said = content.get();
        if (asked == closed.corrections() && said.digest().equals(closed.content())) {
            return Optional.empty();
        }
        LocalDate last = closed.deliberatedOn();
        if (last == null) {
            invalid(
                    number,
                    "Le registre ne garde pas ce que le procès-verbal clos a décidé\u00a0: il ne peut pas être rectifié"
                            + " ici\u00a0; videz " + field + " et établissez la correction à la main.");
            return Optional.empty();
        }
        numberNotNext(asked, closed.corrections());
        reasonMissing();
        statusProvisional(status);
        dayNotNew(deliberatedOn, last);
        if (certification != null && !certification.code().equals(closed.certification())) {
            invalid(
                    fields.first(SessionFields.CERTIFICATION),
                    "Le procès-verbal clos porte sur la certification " + closed.certification()
                            + "\u00a0: une rectification n’en change pas\u00a0; remettez-la, ou ouvrez une autre session.");
        }
        if (said.digestWithoutDay().equals(closed.withoutDay())) {
            invalid(
                    number,
                    "Le bordereau dit la même chose que le procès-verbal en vigueur, sa date mise à part\u00a0: corrigez"
                            + " ce qui doit l’être, ou videz " + field + " et remettez la date.");
        }
        return Optional.of(new Checked.Corrective(
                asked, fields.first(SessionFields.CORRECTIVE_REASON).text()));
    }

    private void numberNotNext(int asked, int corrections) {
        int next = corrections + 1;
        if (asked != next) {
            invalid(
                    number,
                    (asked <= corrections
                                    ? "Le procès-verbal rectificatif n°\u00a0" + asked + " est déjà délivré"
                                    : "Aucun procès-verbal rectificatif n°\u00a0" + (asked - 1) + " n’a été délivré")
                            + "\u00a0: le prochain porte le n°\u00a0" + next + "\u00a0; écrivez " + next + " dans "
                            + quoted(SessionFields.CORRECTIVE)
                            + ", avec le motif et la date de la nouvelle délibération.");
        }
    }

    private void reasonMissing() {
        Cell reason = fields.first(SessionFields.CORRECTIVE_REASON);
        if (reason.blank()) {
            invalid(
                    reason,
                    "Un procès-verbal rectificatif dit pourquoi il rectifie\u00a0; remplissez "
                            + quoted(SessionFields.CORRECTIVE_REASON) + ".");
        }
    }

    private void statusProvisional(Status status) {
        if (status == Status.PROVISOIRE) {
            invalid(
                    fields.first(SessionFields.STATUS),
                    "Une session close ne redevient pas provisoire\u00a0: un procès-verbal rectificatif est délivré dès"
                            + " qu’il est produit\u00a0; écrivez définitif dans " + quoted(SessionFields.STATUS) + ".");
        }
    }

    private void dayNotNew(@Nullable LocalDate deliberatedOn, LocalDate last) {
        if (deliberatedOn != null && !deliberatedOn.isAfter(last)) {
            invalid(
                    fields.first(SessionFields.DELIBERATED),
                    "Une rectification appelle une nouvelle délibération du jury, après celle du "
                            + FrenchDate.inDigits(last) + "\u00a0; écrivez sa date dans "
                            + quoted(SessionFields.DELIBERATED) + ".");
        }
    }

    /** Candidates who left, who came, and whose decision an anomaly would take back. */
    void ofCandidates(List<CandidateRow> rows, Address sheet) {
        if (closed == null) {
            return;
        }
        Set<String> there = new HashSet<>();
        for (CandidateRow row : rows) {
            there.add(row.number());
            candidateAdded(row, closed);
            decidedNowAtFault(row, closed);
        }
        for (String gone : closed.candidates()) {
            if (!there.contains(gone)) {
                findings.session(
                        AnomalyCode.CANDIDAT_RETIRE,
                        sheet,
                        "Le candidat " + gone
                                + " figure au procès-verbal en vigueur et n’est plus dans le bordereau\u00a0:"
                                + " une rectification ne retire personne\u00a0; remettez sa ligne, sous son numéro\u00a0; si"
                                + " le jury suspend son résultat, dites-en le motif dans "
                                + quoted(Columns.RESERVED.key()) + ".");
            }
        }
    }

    private void candidateAdded(CandidateRow row, Past.Closed before) {
        if (!row.number().isEmpty() && !before.candidates().contains(row.number())) {
            findings.candidate(
                    row,
                    AnomalyCode.CANDIDAT_AJOUTE,
                    row.cell(Columns.NUMBER.key()).address(),
                    "Ce candidat ne figure pas au procès-verbal en vigueur\u00a0: ses premiers actes sont établis par le"
                            + " procès-verbal rectificatif\u00a0; vérifiez qu’il était inscrit à la session et que le jury"
                            + " a délibéré sur lui.");
        }
    }

    /** A slip in the bordereau must not take back what the jury decided; its own word for it is a reserve. */
    private void decidedNowAtFault(CandidateRow row, Past.Closed before) {
        List<String> faults = row.anomalies().stream()
                .filter(Anomaly::withholds)
                .map(Anomaly::code)
                .distinct()
                .toList();
        if (before.decided().contains(row.number()) && !faults.isEmpty()) {
            invalid(
                    row.cell(Columns.NUMBER.key()),
                    "Le résultat du candidat " + row.number() + " est délivré, et sa ligne porte une anomalie ("
                            + faults.stream().collect(Collectors.joining(", "))
                            + ")\u00a0: corrigez-la, pour que la rectification ne retire pas ses actes par erreur.");
        }
    }

    private void invalid(Cell cell, String message) {
        findings.session(AnomalyCode.PV_RECTIFICATIF_INVALIDE, cell.address(), message);
    }
}

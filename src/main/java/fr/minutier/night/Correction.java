package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.Acts;
import fr.minutier.act.CorrectionFields;
import fr.minutier.act.CorrectionFields.WithdrawnFields;
import fr.minutier.act.Versions;
import fr.minutier.bordereau.Address;
import fr.minutier.certification.FrenchDate;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Checked;
import fr.minutier.check.Content;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Particulars;
import fr.minutier.deliberation.Revision;
import fr.minutier.deliberation.Verdict;
import fr.minutier.night.InForce.Sitting;
import fr.minutier.register.IssuedAct;
import fr.minutier.report.Made;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The correction of a closed session: whom it touches, and what becomes of the files in force. Those of a candidate whom it
 * leaves as he is stay; all others that it replaces or makes void go to the archives.
 */
final class Correction {
    /** Within which an unlawful decision that gives a right may be taken back (CRPA, art. L. 242-1). */
    private static final int MONTHS = 4;

    private final Checked.Corrective asked;
    private final InForce inForce;
    private final Deliberation deliberation;
    private final List<Revision> revisions = new ArrayList<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Sitting> sittings;
    private final Versions versions;

    /**
     * Compares a deliberation with what is in force.
     *
     * @param content of the bordereaux that it comes from
     */
    Correction(Checked.Corrective asked, InForce inForce, Deliberation deliberation, Content content) {
        this.asked = asked;
        this.inForce = inForce;
        this.deliberation = deliberation;
        this.sittings = inForce.sittings();
        Particulars before = inForce.last().particulars();
        boolean sameHeading = before != null && before.heading().equals(content.digestOfHeading());
        Map<String, Particulars.OfCandidate> candidates = new HashMap<>();
        if (before != null) {
            before.candidates().forEach(candidate -> candidates.put(candidate.number(), candidate));
        }
        Map<String, Result> results = inForce.results();
        for (Decision decision : deliberation.decisions()) {
            String number = decision.candidate().number();
            Result result = results.get(number);
            Particulars.OfCandidate then = candidates.get(number);
            boolean same = sameHeading
                    && result != null
                    && then != null
                    && then.content().equals(content.digestOf(number))
                    && decidedAlike(result, decision);
            boolean withheldStill =
                    decision.verdict() == Verdict.RESERVE && (result == null || result.verdict() == Verdict.RESERVE);
            if (same || withheldStill) {
                kept.add(number);
            } else {
                revisions.add(new Revision(result, then, decision));
            }
        }
        versions = Versions.after(inForce.versions(), kept);
    }

    private static boolean decidedAlike(Result before, Decision now) {
        return before.verdict() == now.verdict()
                && Objects.equals(before.regime(), Bookkeeping.regime(now.candidate()))
                && before.blocks()
                        .equals(now.outcomes().stream()
                                .map(outcome -> new BlockResult(
                                        outcome.block().code(),
                                        outcome.issue(),
                                        outcome.points().orElse(null)))
                                .toList());
    }

    /** Its number: 1 for the first. */
    int number() {
        return asked.number();
    }

    /** Whether the acts of that candidate stay as they are; those of the whole session never do. */
    boolean keeps(String candidate) {
        return kept.contains(candidate);
    }

    /** The versions of the acts to be made. */
    Versions versions() {
        return versions;
    }

    /** What the acts in force of a candidate who is kept bear of the sitting that they tell; null when he has none. */
    @Nullable
    Sitting sitting(String candidate) {
        return sittings.get(candidate);
    }

    /** Where a file in force lies from now on. */
    String place(Made file) {
        boolean stays = file.archived() || (!file.number().isEmpty() && keeps(file.candidate()));
        return stays ? file.path() : archived(file.path());
    }

    /** The place in the archives of a file in force: each folder holds what one version of the session put out. */
    String archived(String path) {
        return Made.ARCHIVES + "v" + (inForce.corrections() + 1) + "/" + path;
    }

    /** Which decisions it takes back more than four months after they were taken. */
    List<Anomaly> late(Checked checked) {
        List<Anomaly> late = new ArrayList<>();
        LocalDate day = Objects.requireNonNull(deliberation.session().deliberatedOn());
        for (Revision revision : revisions) {
            LocalDate since = inForce.decidedOn(revision.candidate()).orElse(day);
            Address where = checked.places().get(revision.candidate());
            if (where != null && revision.worsens() && day.isAfter(since.plusMonths(MONTHS))) {
                late.add(new Anomaly(
                        where,
                        Anomaly.Scope.CANDIDATE,
                        revision.candidate(),
                        AnomalyCode.RECTIFICATION_TARDIVE.name(),
                        AnomalyCode.RECTIFICATION_TARDIVE.gravity(),
                        "Cette rectification est défavorable au candidat et vient plus de quatre mois après la délibération"
                                + " du " + FrenchDate.inDigits(since)
                                + "\u00a0: passé ce délai, une décision créatrice de droits ne se retire plus, sauf fraude ou"
                                + " demande du candidat (code des relations entre le public et l’administration, art."
                                + " L.\u00a0242-1)\u00a0; vérifiez avec l’autorité avant de notifier."));
            }
        }
        return late;
    }

    /** What the corrective minutes say of the ones that they correct. */
    CorrectionFields fields(Acts acts) {
        Map<String, String> replacements = new HashMap<>();
        for (Revision revision : revisions) {
            for (Act act : acts.of(revision.after())) {
                replacements.put(act.path(), act.number());
            }
        }
        IssuedAct corrected = inForce.minutes();
        LocalDate deliberatedOn = Objects.requireNonNull(
                Objects.requireNonNull(inForce.last().account()).deliberatedOn());
        return CorrectionFields.of(
                asked.number(),
                asked.reason(),
                corrected.number(),
                deliberatedOn,
                inForce.last().edition().takenUp(),
                corrected.sha256(),
                revisions,
                inForce.last().acts().stream()
                        .filter(act -> !act.candidate().isEmpty() && !keeps(act.candidate()))
                        .map(act -> new WithdrawnFields(act.number(), replacements.get(act.path())))
                        .toList());
    }
}

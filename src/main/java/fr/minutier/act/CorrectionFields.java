package fr.minutier.act;

import fr.minutier.act.OutcomeFields.WithoutMark;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Grounds;
import fr.minutier.deliberation.Issue;
import fr.minutier.deliberation.Revision;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Mark;
import fr.minutier.typesetting.Champ;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What corrective minutes say of the ones that they correct (procès-verbal rectificatif). */
public record CorrectionFields(
        @Champ(value = "rang", aide = "numéro du procès-verbal rectificatif : 1, 2…")
        String number,

        @Champ(value = "motif", aide = "motif de la rectification")
        String reason,

        @Champ(value = "acte_corrige", aide = "numéro de l’acte rectifié")
        String corrected,

        @Champ(value = "acte_corrige_date", aide = "jour de la délibération rectifiée")
        LocalDate deliberatedOn,

        @Champ(value = "acte_corrige_jour", aide = "jour porté par l’acte rectifié")
        LocalDate day,

        @Champ(value = "acte_corrige_sha256", aide = "empreinte SHA-256 du fichier de l’acte rectifié")
        String sha256,

        @Champ(value = "changements", aide = "ce qui est rectifié, candidat par candidat")
        List<ChangeFields> changes,

        @Champ(value = "actes_retires", aide = "les actes qui ne valent plus")
        List<WithdrawnFields> withdrawn) {

    /** One thing that is corrected for one candidate. Of the conditions, exactly one is true. */
    public record ChangeFields(
            @Champ(value = "candidat", aide = "numéro du candidat")
            String candidate,

            @Champ(value = "nom_complet", aide = "nom du candidat") @Nullable
            String fullName,

            @Champ(value = "ajout", aide = "vrai si le procès-verbal rectifié ne connaît pas ce candidat")
            boolean added,

            @Champ(
                    value = "mentions",
                    aide = "vrai si l’identité, le parcours ou une autre mention seule est rectifiée")
            boolean particulars,

            @Champ(value = "decision", aide = "vrai si la ligne dit la décision")
            boolean verdict,

            @Champ(value = "bloc", aide = "le bloc dont la ligne dit l’issue") @Nullable
            String block,

            @Champ(value = "composante", aide = "la composante dont la ligne dit la note") @Nullable
            String component,

            @Champ(value = "decision_avant", aide = "la décision rectifiée", mots = "decisions") @Nullable
            Verdict verdictBefore,

            @Champ(value = "decision_apres", aide = "la décision", mots = "decisions") @Nullable
            Verdict verdictAfter,

            @Champ(value = "issue_avant", aide = "l’issue rectifiée", mots = "issues") @Nullable
            Issue issueBefore,

            @Champ(value = "issue_apres", aide = "l’issue", mots = "issues") @Nullable
            Issue issueAfter,

            @Champ(value = "points_avant", aide = "les points rectifiés") @Nullable
            String pointsBefore,

            @Champ(value = "points_apres", aide = "les points") @Nullable
            String pointsAfter,

            @Champ(value = "maximum", aide = "le maximum des points du bloc") @Nullable
            String maximum,

            @Champ(value = "note_avant", aide = "la note rectifiée, si c’est un nombre") @Nullable
            String markBefore,

            @Champ(value = "note_apres", aide = "la note, si c’est un nombre") @Nullable
            String markAfter,

            @Champ(value = "sans_note_avant", aide = "ce qui tenait lieu de note", mots = "sans-note") @Nullable
            WithoutMark withoutBefore,

            @Champ(value = "sans_note_apres", aide = "ce qui tient lieu de note", mots = "sans-note") @Nullable
            WithoutMark withoutAfter) {

        private static ChangeFields of(
                Revision revision,
                boolean added,
                boolean particulars,
                @Nullable Verdict before,
                @Nullable Verdict after) {
            CandidateFields candidate = CandidateFields.of(revision.after().candidate());
            return new ChangeFields(
                    revision.candidate(),
                    candidate.fullName(),
                    added,
                    particulars,
                    !added && !particulars,
                    null,
                    null,
                    before,
                    after,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static ChangeFields of(Revision revision, Revision.OfBlock block) {
            CandidateFields candidate = CandidateFields.of(revision.after().candidate());
            BlockResult before = block.before();
            BlockOutcome after = block.after();
            return new ChangeFields(
                    revision.candidate(),
                    candidate.fullName(),
                    false,
                    false,
                    false,
                    after.block().code(),
                    null,
                    null,
                    null,
                    before == null ? null : before.issue(),
                    after.issue(),
                    before == null ? null : points(before.points()),
                    points(after.points().orElse(null)),
                    after.grounds() instanceof Grounds.Arithmetic sum ? FrenchDecimal.of(sum.maximum()) : null,
                    null,
                    null,
                    null,
                    null);
        }

        private static ChangeFields of(Revision revision, Revision.OfMark mark) {
            CandidateFields candidate = CandidateFields.of(revision.after().candidate());
            return new ChangeFields(
                    revision.candidate(),
                    candidate.fullName(),
                    false,
                    false,
                    false,
                    null,
                    mark.component(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    value(mark.before()),
                    value(mark.after()),
                    WithoutMark.of(mark.before()),
                    WithoutMark.of(mark.after()));
        }

        private static @Nullable String points(@Nullable BigDecimal points) {
            return points == null ? null : FrenchDecimal.of(points);
        }

        private static @Nullable String value(@Nullable Mark mark) {
            return mark instanceof Mark.Value value ? FrenchDecimal.of(value.value()) : null;
        }
    }

    /** An act that no longer holds. */
    public record WithdrawnFields(
            @Champ(value = "numero", aide = "numéro de l’acte retiré")
            String number,

            @Champ(value = "remplacant", aide = "numéro de l’acte qui le remplace, s’il y en a un") @Nullable
            String replacement) {}

    /**
     * Puts in words what is corrected.
     *
     * @param number of the corrective minutes
     * @param corrected number of the minutes that they correct
     * @param deliberatedOn day of the deliberation that those tell
     * @param day that those bear
     * @param sha256 of their file
     */
    public static CorrectionFields of(
            int number,
            String reason,
            String corrected,
            LocalDate deliberatedOn,
            LocalDate day,
            String sha256,
            List<Revision> revisions,
            List<WithdrawnFields> withdrawn) {
        return new CorrectionFields(
                Integer.toString(number),
                reason,
                corrected,
                deliberatedOn,
                day,
                sha256,
                revisions.stream()
                        .flatMap(revision -> changes(revision).stream())
                        .toList(),
                withdrawn);
    }

    /** What is corrected for a candidate, one line for each thing: marks first, then blocks, then the decision. */
    private static List<ChangeFields> changes(Revision revision) {
        List<ChangeFields> changes = new ArrayList<>();
        revision.marks().forEach(mark -> changes.add(ChangeFields.of(revision, mark)));
        if (revision.added()) {
            changes.add(ChangeFields.of(
                    revision, true, false, null, revision.after().verdict()));
            return changes;
        }
        if (revision.after().verdict() != Verdict.RESERVE) {
            revision.blocks().forEach(block -> changes.add(ChangeFields.of(revision, block)));
        }
        if (revision.decidedOtherwise() && revision.before() != null) {
            changes.add(ChangeFields.of(
                    revision,
                    false,
                    false,
                    revision.before().verdict(),
                    revision.after().verdict()));
        }
        if (changes.isEmpty()) {
            changes.add(ChangeFields.of(revision, false, true, null, null));
        }
        return changes;
    }
}

package fr.minutier.act;

import fr.minutier.session.Candidate;
import fr.minutier.session.Waiver;
import fr.minutier.typesetting.Champ;
import org.jspecify.annotations.Nullable;

/** What an act says of something that the jury waived. */
public record WaiverFields(
        @Champ(value = "candidat", aide = "numéro du candidat") @Nullable
        String candidate,

        @Champ(value = "nom_complet", aide = "nom du candidat") @Nullable
        String fullName,

        @Champ(value = "anomalie", aide = "code de l’anomalie écartée")
        String anomaly,

        @Champ(value = "objet", aide = "ce qui a été constaté")
        String subject,

        @Champ(value = "motif", aide = "motif du jury") String reason) {
    static WaiverFields of(Candidate candidate, Waiver waiver) {
        CandidateFields fields = CandidateFields.of(candidate);
        return new WaiverFields(
                fields.number(), fields.fullName(), waiver.anomaly(), waiver.subject(), waiver.reason());
    }
}

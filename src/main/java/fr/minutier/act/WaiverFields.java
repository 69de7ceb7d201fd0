package fr.minutier.act;

import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.LengthLimit;
import fr.minutier.session.Candidate;
import fr.minutier.session.Waiver;
import fr.minutier.typesetting.Champ;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an act says of something that the jury waived. */
public record WaiverFields(
        @Champ(value = "candidat", aide = "numéro du candidat") @Nullable
        String candidate,

        @Champ(value = "nom_complet", aide = "nom du candidat") @Nullable
        String fullName,

        @Champ(value = "anomalie", aide = "ce qui est écarté, en quelques mots", mots = "anomalies")
        String anomaly,

        @Champ(value = "travail", aide = "le travail mesuré, si c’est une longueur") @Nullable
        String work,

        @Champ(value = "longueur", aide = "la longueur trouvée, si elle est connue") @Nullable
        String length,

        @Champ(value = "unite", aide = "ce qui est compté : pages, signes") @Nullable
        String unit,

        @Champ(value = "minimum", aide = "la plus petite longueur admise") @Nullable
        String minimum,

        @Champ(value = "maximum", aide = "la plus grande longueur admise") @Nullable
        String maximum,

        @Champ(value = "non_compte", aide = "ce que la longueur ne compte pas : annexes") @Nullable
        String notCounted,

        @Champ(value = "source", aide = "le texte qui fixe la longueur") @Nullable
        String source,

        @Champ(value = "motif", aide = "motif du jury") String reason) {
    static WaiverFields of(Candidate candidate, Waiver waiver) {
        CandidateFields fields = CandidateFields.of(candidate);
        LengthLimit limit = waiver.limit();
        BigDecimal found = waiver.found();
        return new WaiverFields(
                fields.number(),
                fields.fullName(),
                waiver.anomaly(),
                limit == null ? null : limit.measures(),
                found == null ? null : FrenchDecimal.grouped(found),
                limit == null ? null : limit.unit(),
                limit == null ? null : FrenchDecimal.grouped(limit.minimum()),
                limit == null ? null : FrenchDecimal.grouped(limit.maximum()),
                limit == null || limit.notCounted().isEmpty() ? null : limit.notCounted(),
                limit == null ? null : limit.source().text(),
                waiver.reason());
    }
}

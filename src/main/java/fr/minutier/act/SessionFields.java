package fr.minutier.act;

import fr.minutier.session.Session;
import fr.minutier.typesetting.Champ;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an act says of the session. */
public record SessionFields(
        @Champ(value = "identifiant", aide = "identifiant de la session")
        String id,

        @Champ(value = "libelle", aide = "libellé de la session")
        String label,

        @Champ(value = "date", aide = "jour de la délibération, s’il est connu") @Nullable
        LocalDate deliberatedOn,

        @Champ(value = "autorites", aide = "autorités qui signent")
        List<String> authorities,

        @Champ(value = "lieu", aide = "lieu de la session") @Nullable
        String place,

        @Champ(value = "etablissement", aide = "établissement") @Nullable
        String school,

        @Champ(value = "region", aide = "région") @Nullable String region,

        @Champ(value = "nomination", aide = "arrêté de nomination du jury") @Nullable
        String appointment,

        @Champ(value = "ouverture", aide = "heure d’ouverture") @Nullable
        String opening,

        @Champ(value = "cloture", aide = "heure de clôture") @Nullable
        String closing,

        @Champ(value = "observations", aide = "observations du jury") @Nullable
        String observations) {

    static SessionFields of(Session session) {
        Session.Circumstances circumstances = session.circumstances();
        return new SessionFields(
                session.id(),
                session.label(),
                session.deliberatedOn(),
                session.authorities(),
                circumstances.place(),
                circumstances.school(),
                circumstances.region(),
                circumstances.appointment(),
                circumstances.opening(),
                circumstances.closing(),
                circumstances.observations());
    }
}

package fr.minutier.delivery;

import fr.minutier.certification.FrenchDate;
import fr.minutier.register.IssuedAct;
import fr.minutier.session.Candidate;
import fr.minutier.session.Identity;
import fr.minutier.session.Session;
import fr.minutier.typesetting.Champ;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the texts of letters may say. */
final class LetterFields {
    private LetterFields() {}

    /** Of the session. */
    record OfSession(
            @Champ(value = "identifiant", aide = "identifiant de la session")
            String id,

            @Champ(value = "libelle", aide = "libellé de la session")
            String label,

            @Champ(value = "certification", aide = "intitulé officiel de la certification")
            String certification,

            @Champ(value = "date", aide = "jour de la délibération, en toutes lettres")
            String deliberatedOn,

            @Champ(value = "etablissement", aide = "établissement") @Nullable
            String school) {
        static OfSession of(Session session) {
            return new OfSession(
                    session.id(),
                    session.label(),
                    session.certification().title(),
                    FrenchDate.inWords(Objects.requireNonNull(session.deliberatedOn())),
                    session.circumstances().school());
        }
    }

    /** Of the act that goes with the letter. */
    record OfAct(
            @Champ(value = "numero", aide = "numéro de l’acte joint")
            String number,

            @Champ(value = "version", aide = "version de l’acte : 1, 2…")
            String version,

            @Champ(value = "remplace", aide = "vrai si l’acte en remplace un autre")
            boolean replaces) {
        static OfAct of(IssuedAct act) {
            return new OfAct(act.number(), Integer.toString(act.version()), act.version() > 1);
        }
    }

    /** Of the candidate to whom it goes. */
    record OfCandidate(
            @Champ(value = "numero", aide = "numéro du candidat")
            String number,

            @Champ(value = "nom_complet", aide = "civilité, prénoms et nom")
            String fullName,

            @Champ(value = "civilite", aide = "civilité") @Nullable
            String civility,

            @Champ(value = "nom", aide = "nom d’usage, ou nom de naissance")
            String name,

            @Champ(value = "prenoms", aide = "prénoms") String firstNames) {
        static OfCandidate of(Candidate candidate) {
            Identity who = candidate.identity();
            String name = Objects.requireNonNull(who.usageName() == null ? who.birthName() : who.usageName());
            String firstNames = Objects.requireNonNull(who.firstNames());
            return new OfCandidate(
                    candidate.number(),
                    Stream.of(who.civility(), firstNames, name)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")),
                    who.civility(),
                    name,
                    firstNames);
        }
    }

    /** The letter with a statement of marks. */
    record ForCandidate(
            @Champ(value = "session", aide = "la session") OfSession session,
            @Champ(value = "acte", aide = "le relevé joint") OfAct act,

            @Champ(value = "candidat", aide = "le candidat") OfCandidate candidate) {}

    /** The letter with the minutes. */
    record ForPresident(
            @Champ(value = "session", aide = "la session") OfSession session,

            @Champ(value = "acte", aide = "le procès-verbal joint")
            OfAct act) {}
}

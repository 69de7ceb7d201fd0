package fr.minutier.act;

import fr.minutier.certification.Route;
import fr.minutier.session.Candidate;
import fr.minutier.session.Identity;
import fr.minutier.typesetting.Champ;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an act says of a candidate. Everything but the name and number may be missing in the minutes, where a candidate
 * whose result is withheld still has his line.
 */
public record CandidateFields(
        @Champ(value = "numero", aide = "numéro du candidat") @Nullable
        String number,

        @Champ(value = "nom_complet", aide = "civilité, prénoms et nom de naissance") @Nullable
        String fullName,

        @Champ(value = "nom", aide = "nom de naissance") @Nullable
        String birthName,

        @Champ(value = "nom_usage", aide = "nom d’usage") @Nullable
        String usageName,

        @Champ(value = "prenoms", aide = "prénoms") @Nullable
        String firstNames,

        @Champ(value = "naissance", aide = "date de naissance en toutes lettres") @Nullable
        String born,

        @Champ(value = "naissance_courte", aide = "date de naissance JJ/MM/AAAA") @Nullable
        String bornInDigits,

        @Champ(value = "lieu_naissance", aide = "lieu de naissance") @Nullable
        String birthPlace,

        @Champ(value = "etablissement", aide = "établissement de formation") @Nullable
        String school,

        @Champ(value = "voie", aide = "voie d’accès") @Nullable
        String route,

        @Champ(value = "groupe", aide = "groupe du travail collectif") @Nullable
        String group,

        @Champ(value = "feminin", aide = "vrai si la civilité est Madame")
        boolean feminine,

        @Champ(value = "masculin", aide = "vrai si la civilité est Monsieur")
        boolean masculine) {

    static CandidateFields of(Candidate candidate) {
        Identity identity = candidate.identity();
        Route route = candidate.route();
        String name = Stream.of(identity.civility(), identity.firstNames(), identity.birthName())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        String civility = identity.civility() == null ? "" : identity.civility().toLowerCase(Locale.ROOT);
        return new CandidateFields(
                candidate.number().isEmpty() ? null : candidate.number(),
                name.isEmpty() ? null : name,
                identity.birthName(),
                identity.usageName(),
                identity.firstNames(),
                identity.birthDate() == null ? null : FrenchDate.inWords(identity.birthDate()),
                identity.birthDate() == null ? null : FrenchDate.inDigits(identity.birthDate()),
                identity.birthPlace(),
                identity.school(),
                route == null ? null : route.label(),
                candidate.group(),
                civility.startsWith("mme") || civility.startsWith("madame") || civility.equals("mlle"),
                civility.equals("m.") || civility.equals("m") || civility.startsWith("monsieur"));
    }
}

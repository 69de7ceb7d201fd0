package fr.minutier.act;

import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.Route;
import fr.minutier.session.Candidate;
import fr.minutier.session.Identity;
import fr.minutier.typesetting.Champ;
import java.time.LocalDate;
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
        LocalDate born,

        @Champ(value = "naissance_courte", aide = "date de naissance JJ/MM/AAAA") @Nullable
        String bornInDigits,

        @Champ(value = "lieu_naissance", aide = "lieu de naissance") @Nullable
        String birthPlace,

        @Champ(value = "etablissement", aide = "établissement de formation") @Nullable
        String school,

        @Champ(value = "voie", aide = "voie d’accès", mots = "voies") @Nullable
        Route route,

        @Champ(value = "vae", aide = "vrai si le candidat vient par la VAE")
        boolean byExperience,

        @Champ(value = "groupe", aide = "groupe du travail collectif") @Nullable
        String group,

        @Champ(value = "ne", aide = "né, née ou né(e), selon la civilité", mots = "ne")
        Gender gender,

        @Champ(value = "feminin", aide = "vrai si la civilité est Madame")
        boolean feminine,

        @Champ(value = "masculin", aide = "vrai si la civilité est Monsieur")
        boolean masculine) {

    /** As far as the civility tells it. */
    public enum Gender {
        FEMININ,
        MASCULIN,
        NON_PRECISE;

        static Gender of(@Nullable String civility) {
            String word = civility == null ? "" : civility.toLowerCase(Locale.ROOT);
            if (word.startsWith("mme") || word.startsWith("madame") || word.equals("mlle")) {
                return FEMININ;
            }
            return word.equals("m.") || word.equals("m") || word.startsWith("monsieur") ? MASCULIN : NON_PRECISE;
        }
    }

    static CandidateFields of(Candidate candidate) {
        Identity identity = candidate.identity();
        Gender gender = Gender.of(identity.civility());
        String name = Stream.of(identity.civility(), identity.firstNames(), identity.birthName())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return new CandidateFields(
                candidate.number().isEmpty() ? null : candidate.number(),
                name.isEmpty() ? null : name,
                identity.birthName(),
                identity.usageName(),
                identity.firstNames(),
                identity.birthDate(),
                identity.birthDate() == null ? null : FrenchDate.inDigits(identity.birthDate()),
                identity.birthPlace(),
                identity.school(),
                candidate.route(),
                candidate.byExperience(),
                candidate.group(),
                gender,
                gender == Gender.FEMININ,
                gender == Gender.MASCULIN);
    }
}

package fr.minutier.act;

import fr.minutier.act.CandidateFields.Gender;
import fr.minutier.session.Candidate;
import fr.minutier.typesetting.Champ;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a certificate says of its holder: who he is, and nothing from which his route could be told. */
public record HolderFields(
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

        @Champ(value = "ne", aide = "né, née ou né(e), selon la civilité", mots = "ne")
        Gender gender,

        @Champ(value = "feminin", aide = "vrai si la civilité est Madame")
        boolean feminine,

        @Champ(value = "masculin", aide = "vrai si la civilité est Monsieur")
        boolean masculine) {
    static HolderFields of(Candidate candidate) {
        CandidateFields fields = CandidateFields.of(candidate);
        return new HolderFields(
                fields.number(),
                fields.fullName(),
                fields.birthName(),
                fields.usageName(),
                fields.firstNames(),
                fields.born(),
                fields.bornInDigits(),
                fields.birthPlace(),
                fields.gender(),
                fields.feminine(),
                fields.masculine());
    }
}

package fr.minutier.act;

import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.typesetting.Champ;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an act says of the certification. */
public record CertificationFields(
        @Champ(value = "code", aide = "code de la définition")
        String code,

        @Champ(value = "intitule", aide = "intitulé officiel exact")
        String title,

        @Champ(value = "nature", aide = "ce qu’est la certification, si ce n’est pas un diplôme : titre") @Nullable
        String nature,

        @Champ(value = "sigle", aide = "sigle usuel") String acronym,

        @Champ(value = "niveau", aide = "niveau du cadre national, de 3 à 8, s’il est connu") @Nullable
        String level,

        @Champ(value = "rncp", aide = "numéro de la fiche au répertoire national, s’il est connu") @Nullable
        String rncp,

        @Champ(value = "note_maximale", aide = "la note la plus haute, par exemple 20")
        String highestMark,

        @Champ(value = "visas", aide = "textes qui fondent la certification, tels qu’ils suivent le mot « Vu »")
        List<String> visas,

        @Champ(value = "certificateurs", aide = "autorités qui certifient")
        List<String> certifiers,

        @Champ(value = "source_vae", aide = "texte des décisions par VAE")
        String vaeSource,

        @Champ(value = "source_acquis", aide = "texte des blocs acquis antérieurement")
        String acquiredSource,

        @Champ(value = "source_jury", aide = "texte de la composition du jury, s’il est connu") @Nullable
        String jurySource) {

    static CertificationFields of(Certification certification) {
        Integer level = certification.level();
        return new CertificationFields(
                certification.code(),
                certification.title(),
                certification.nature(),
                certification.acronym(),
                level == null ? null : Integer.toString(level),
                certification.rncp(),
                FrenchDecimal.of(certification.marks().maximum()),
                certification.visas(),
                certification.certifiers(),
                certification.vaeSource().text(),
                certification.acquiredSource().text(),
                certification.jury().chair().map(rule -> rule.source().text()).orElse(null));
    }
}

package fr.minutier.act;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.typesetting.Champ;
import java.util.List;
import java.util.stream.Collectors;

/** What an act says of a block and of its épreuve, whoever the candidate is. */
public record BlockFields(
        @Champ(value = "code", aide = "code du bloc") String code,

        @Champ(value = "code_complet", aide = "code du bloc au répertoire national")
        String fullCode,

        @Champ(value = "intitule", aide = "intitulé officiel exact")
        String title,

        @Champ(value = "epreuve", aide = "intitulé de l’épreuve")
        String epreuve,

        @Champ(value = "forme", aide = "forme de l’épreuve") String form,

        @Champ(value = "composantes", aide = "les composantes et leurs coefficients")
        List<ComponentFields> components,

        @Champ(value = "formule", aide = "le total en mots : 3 × Mémoire + 2 × Soutenance")
        String formula,

        @Champ(value = "maximum", aide = "maximum de points")
        String maximum,

        @Champ(value = "seuil", aide = "points à partir desquels l’épreuve est validée")
        String threshold,

        @Champ(value = "source", aide = "texte de la règle de validation")
        String source,

        @Champ(value = "competences", aide = "compétences que le bloc atteste")
        List<String> competences,

        @Champ(value = "avec_competences", aide = "vrai si la définition nomme les compétences du bloc")
        boolean withCompetences) {

    /** A component and its coefficient. */
    public record ComponentFields(
            @Champ(value = "composante", aide = "intitulé") String title,

            @Champ(value = "coefficient", aide = "coefficient")
            String coefficient,

            @Champ(value = "collective", aide = "vrai si tout le groupe partage la note")
            boolean collective) {
        static ComponentFields of(Component component) {
            return new ComponentFields(
                    component.title(), FrenchDecimal.of(component.coefficient()), component.collective());
        }
    }

    static BlockFields of(Certification certification, Block block) {
        Epreuve epreuve = block.epreuve();
        return new BlockFields(
                block.code(),
                certification.rncp() + block.code(),
                block.title(),
                epreuve.title(),
                epreuve.form(),
                epreuve.components().stream().map(ComponentFields::of).toList(),
                epreuve.components().stream()
                        .map(component -> FrenchDecimal.of(component.coefficient()) + " × " + component.title())
                        .collect(Collectors.joining(" + ")),
                FrenchDecimal.of(epreuve.maximum(certification.marks().maximum())),
                FrenchDecimal.of(epreuve.threshold()),
                epreuve.source().text(),
                block.competences().stream()
                        .map(competence -> competence.code() + " " + competence.title())
                        .toList(),
                !block.competences().isEmpty());
    }
}

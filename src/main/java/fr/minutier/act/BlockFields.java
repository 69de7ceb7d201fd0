package fr.minutier.act;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Setting;
import fr.minutier.typesetting.Champ;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an act says of a block and of its épreuve, whoever the candidate is. */
public record BlockFields(
        @Champ(value = "code", aide = "code du bloc") String code,

        @Champ(value = "code_complet", aide = "code du bloc au répertoire national")
        String fullCode,

        @Champ(value = "intitule", aide = "intitulé officiel exact")
        String title,

        @Champ(value = "epreuve", aide = "intitulé de l’épreuve, ou des épreuves")
        String epreuve,

        @Champ(value = "forme", aide = "forme de l’épreuve") String form,

        @Champ(value = "composantes", aide = "les composantes et leurs coefficients")
        List<ComponentFields> components,

        @Champ(value = "formule", aide = "le total en mots : chaque coefficient × sa composante, additionnés")
        String formula,

        @Champ(value = "maximum", aide = "maximum de points, si le bloc se décide sur un total") @Nullable
        String maximum,

        @Champ(value = "seuil", aide = "points à partir desquels le bloc est validé, s’il se décide sur un total")
        @Nullable
        String threshold,

        @Champ(value = "moyenne_requise", aide = "moyenne à atteindre, si les épreuves du bloc se compensent") @Nullable
        String average,

        @Champ(value = "epreuves", aide = "les épreuves du bloc, s’il en faut plusieurs, chacune validée")
        List<EpreuveFields> epreuves,

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
            boolean collective,

            @Champ(value = "plancher", aide = "note en dessous de laquelle rien ne compense") @Nullable
            String floor) {
        static ComponentFields of(Component component) {
            return new ComponentFields(
                    component.title(),
                    component.weight().inFrench(),
                    component.collective(),
                    component.floor().map(FrenchDecimal::of).orElse(null));
        }
    }

    /** One of several épreuves that a block needs. */
    public record EpreuveFields(
            @Champ(value = "epreuve", aide = "intitulé") String title,

            @Champ(value = "maximum", aide = "maximum de points")
            String maximum,

            @Champ(value = "seuil", aide = "points à partir desquels l’épreuve est validée")
            String threshold,

            @Champ(value = "source", aide = "texte de la règle de validation")
            String source,

            @Champ(value = "seule", aide = "vrai si aucun autre bloc ne la nomme à lui seul")
            boolean alone) {
        static EpreuveFields of(Certification certification, Epreuve epreuve) {
            return new EpreuveFields(
                    epreuve.title(),
                    new Setting(
                                    epreuve.filled()
                                            ? epreuve.maximum(
                                                    certification.marks().maximum())
                                            : null)
                            .inFrench(),
                    epreuve.passMark().orElseThrow().inFrench(),
                    epreuve.source().text(),
                    certification.onlyInSeveral(epreuve));
        }
    }

    static BlockFields of(Certification certification, Block block) {
        return new BlockFields(
                block.code(),
                Objects.requireNonNullElse(certification.rncp(), "") + block.code(),
                block.title(),
                joined(block, Epreuve::title, " + "),
                joined(block, Epreuve::form, "\u00a0; "),
                block.components().stream().map(ComponentFields::of).toList(),
                block.components().stream()
                        .map(component -> component.weight().inFrench() + " × " + component.title())
                        .collect(Collectors.joining(" + ")),
                block.maximum(certification.marks().maximum())
                        .map(Setting::inFrench)
                        .orElse(null),
                block.passMark().map(Setting::inFrench).orElse(null),
                block.compensation()
                        .map(rule -> FrenchDecimal.of(rule.average()))
                        .orElse(null),
                block.summed()
                        ? List.of()
                        : block.epreuves().stream()
                                .map(epreuve -> EpreuveFields.of(certification, epreuve))
                                .toList(),
                block.source().text(),
                block.competences().stream()
                        .map(competence -> (competence.code() + " " + competence.title()).strip())
                        .toList(),
                !block.competences().isEmpty());
    }

    private static String joined(Block block, Function<Epreuve, String> word, String separator) {
        return block.epreuves().stream()
                .map(word)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(separator));
    }
}

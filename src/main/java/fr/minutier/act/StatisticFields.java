package fr.minutier.act;

import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Spread;
import fr.minutier.typesetting.Champ;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the points of one épreuve are spread over the candidates of a session. */
public record StatisticFields(
        @Champ(value = "bloc", aide = "le bloc et son épreuve")
        BlockFields block,

        @Champ(value = "notes", aide = "candidats notés") String marked,

        @Champ(value = "valides", aide = "candidats notés dont l’épreuve est validée")
        String passed,

        @Champ(value = "non_valides", aide = "candidats notés dont l’épreuve ne l’est pas")
        String failed,

        @Champ(value = "absents", aide = "candidats absents")
        String missed,

        @Champ(
                value = "assez",
                aide = "vrai à partir de cinq candidats notés : en dessous, une répartition désignerait chacun")
        boolean enough,

        @Champ(value = "minimum", aide = "le total le plus bas, à partir de cinq candidats notés") @Nullable
        String lowest,

        @Champ(
                value = "moyenne",
                aide = "la moyenne des totaux, arrondie à deux décimales, à partir de cinq candidats notés")
        @Nullable
        String mean,

        @Champ(value = "maximum", aide = "le total le plus haut, à partir de cinq candidats notés") @Nullable
        String highest,

        @Champ(value = "classes", aide = "dix tranches de points et leurs candidats, à partir de cinq candidats notés")
        List<ClassFields> classes) {
    /** Candidates whose points lie in one tenth of the scale. */
    public record ClassFields(
            @Champ(value = "de", aide = "borne basse, comprise")
            String from,

            @Champ(value = "a", aide = "borne haute") String to,

            @Champ(value = "derniere", aide = "vrai pour la tranche la plus haute, qui comprend sa borne haute")
            boolean last,

            @Champ(value = "nombre", aide = "nombre de candidats")
            String count) {
        private static ClassFields of(Spread.Tenth tenth) {
            return new ClassFields(
                    FrenchDecimal.of(tenth.from()),
                    FrenchDecimal.of(tenth.to()),
                    tenth.last(),
                    Integer.toString(tenth.count()));
        }
    }

    /** What is added up on its own: each block that is one sum, and each épreuve that only blocks of several rest on. */
    static List<StatisticFields> of(
            Deliberation deliberation, Certification certification, Map<String, BlockFields> blocks) {
        return Spread.all(deliberation, certification).stream()
                .map(spread -> of(
                        spread,
                        Optional.ofNullable(blocks.get(spread.block().code()))
                                .orElseGet(() -> BlockFields.of(certification, spread.block()))))
                .toList();
    }

    private static StatisticFields of(Spread spread, BlockFields fields) {
        boolean enough = spread.enough();
        return new StatisticFields(
                fields,
                Integer.toString(spread.points().size()),
                Long.toString(spread.passed()),
                Long.toString(spread.failed()),
                Long.toString(spread.missed()),
                enough,
                enough ? FrenchDecimal.of(spread.points().getFirst()) : null,
                enough ? spread.mean().toPlainString().replace('.', ',') : null,
                enough ? FrenchDecimal.of(spread.points().getLast()) : null,
                enough ? spread.tenths().stream().map(ClassFields::of).toList() : List.of());
    }
}

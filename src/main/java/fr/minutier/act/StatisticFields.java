package fr.minutier.act;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Grounds;
import fr.minutier.deliberation.Issue;
import fr.minutier.typesetting.Champ;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    /** Below that, whoever knows his own mark could tell those of the others. */
    private static final int ENOUGH = 5;

    private static final BigDecimal CLASSES = BigDecimal.TEN;

    /** Candidates whose points lie in one tenth of the scale. */
    public record ClassFields(
            @Champ(value = "de", aide = "borne basse, comprise")
            String from,

            @Champ(value = "a", aide = "borne haute") String to,

            @Champ(value = "derniere", aide = "vrai pour la tranche la plus haute, qui comprend sa borne haute")
            boolean last,

            @Champ(value = "nombre", aide = "nombre de candidats")
            String count) {}

    /** What is added up on its own: each block that is one sum, and each épreuve that only blocks of several rest on. */
    static List<StatisticFields> of(Deliberation deliberation, Map<String, BlockFields> blocks) {
        Certification certification = deliberation.session().certification();
        List<StatisticFields> all = new ArrayList<>();
        Set<Epreuve> added = new HashSet<>();
        for (Block block : certification.blocks()) {
            if (block.summed()) {
                added.addAll(block.epreuves());
            }
        }
        for (Block block : certification.blocks()) {
            if (block.summed()) {
                all.add(of(
                        certification,
                        outcomes(deliberation, block),
                        block,
                        Objects.requireNonNull(blocks.get(block.code()))));
                continue;
            }
            for (Epreuve epreuve : block.epreuves()) {
                if (added.add(epreuve)) {
                    // Told as if a block rested on it alone.
                    Block alone = new Block(
                            epreuve.code(),
                            epreuve.title(),
                            List.of(),
                            "",
                            List.of(epreuve),
                            Optional.empty(),
                            epreuve.source());
                    all.add(of(
                            certification,
                            outcomes(deliberation, block).stream()
                                    .flatMap(outcome -> alone(outcome, epreuve, alone))
                                    .toList(),
                            alone,
                            BlockFields.of(certification, alone)));
                }
            }
        }
        return all;
    }

    private static List<BlockOutcome> outcomes(Deliberation deliberation, Block block) {
        return deliberation.decisions().stream()
                .flatMap(decision -> decision.outcomes().stream())
                .filter(outcome -> outcome.block().equals(block))
                .toList();
    }

    /** What the outcome of a block says of one of its épreuves, if anything. */
    private static Stream<BlockOutcome> alone(BlockOutcome outcome, Epreuve epreuve, Block alone) {
        return switch (outcome.grounds()) {
            case Grounds.Several several ->
                several.parts().stream()
                        .filter(part -> part.epreuve().equals(epreuve))
                        .flatMap(part -> part.sum().stream()
                                .map(sum -> new BlockOutcome(alone, part.issue(), outcome.mode(), sum)));
            case Grounds.Absence absence ->
                absence.missed().stream().anyMatch(epreuve.components()::contains)
                        ? Stream.of(new BlockOutcome(alone, Issue.ABSENT, outcome.mode(), absence))
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static StatisticFields of(
            Certification certification, List<BlockOutcome> outcomes, Block block, BlockFields fields) {
        List<BigDecimal> points = outcomes.stream()
                .flatMap(outcome -> outcome.points().stream())
                .sorted()
                .toList();
        long passed = outcomes.stream()
                .filter(outcome -> outcome.grounds() instanceof Grounds.Arithmetic sum && sum.passed())
                .count();
        long missed = outcomes.stream()
                .filter(outcome -> outcome.issue() == Issue.ABSENT)
                .count();
        boolean enough = points.size() >= ENOUGH;
        return new StatisticFields(
                fields,
                Integer.toString(points.size()),
                Long.toString(passed),
                Long.toString(points.size() - passed),
                Long.toString(missed),
                enough,
                enough ? FrenchDecimal.of(points.getFirst()) : null,
                enough ? mean(points) : null,
                enough ? FrenchDecimal.of(points.getLast()) : null,
                enough
                        ? classes(
                                points,
                                block.maximum(certification.marks().maximum())
                                        .orElseThrow()
                                        .value())
                        : List.of());
    }

    private static String mean(List<BigDecimal> points) {
        BigDecimal sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(points.size()), 2, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('.', ',');
    }

    private static List<ClassFields> classes(List<BigDecimal> points, BigDecimal maximum) {
        int classes = CLASSES.intValue();
        int[] counts = new int[classes];
        for (BigDecimal sum : points) {
            int tenth = sum.multiply(CLASSES).divideToIntegralValue(maximum).intValueExact();
            counts[Math.min(tenth, classes - 1)]++;
        }
        List<ClassFields> fields = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            fields.add(new ClassFields(
                    bound(maximum, i), bound(maximum, i + 1), i == classes - 1, Integer.toString(counts[i])));
        }
        return fields;
    }

    private static String bound(BigDecimal maximum, int tenths) {
        return FrenchDecimal.of(maximum.multiply(BigDecimal.valueOf(tenths)).divide(CLASSES));
    }
}

package fr.minutier.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.check.Bordereaux;
import fr.minutier.session.Candidate;
import fr.minutier.session.ComponentMark;
import fr.minutier.session.Identity;
import fr.minutier.session.Mark;
import fr.minutier.session.Session;
import fr.minutier.session.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Points are exact sums, and nothing is rounded before it is compared. Marks are drawn in hundredths. */
class PointsPropertyTest {
    private static final Certification DEIS = Bordereaux.deisDefinition();
    private static final Session EMPTY = Bordereaux.deis().session();

    private static Standing.Examined examined(Block block, int... hundredths) {
        List<Component> components = block.epreuves().getFirst().components();
        return new Standing.Examined(java.util.stream.IntStream.range(0, components.size())
                .mapToObj(
                        i -> new ComponentMark(components.get(i), new Mark.Value(BigDecimal.valueOf(hundredths[i], 2))))
                .toList());
    }

    private static Decision decide(int memoir, int defence, int report, int oral, int article) {
        Candidate candidate = new Candidate(
                "0001",
                new Identity(null, "Aubépine", null, "Camille", LocalDate.of(1985, 3, 12), null, null, null),
                DEIS.routes().iterator().next(),
                "G1",
                Map.of(
                        "BC01", examined(DEIS.blocks().get(0), memoir, defence),
                        "BC02", examined(DEIS.blocks().get(1), report, oral),
                        "BC03", examined(DEIS.blocks().get(2), article)),
                Map.of(),
                List.of(),
                null);
        Session session = new Session(
                EMPTY.id(),
                DEIS,
                EMPTY.label(),
                EMPTY.status(),
                EMPTY.deliberatedOn(),
                EMPTY.authorities(),
                EMPTY.circumstances(),
                List.of(),
                List.of(candidate),
                List.of());
        return Deliberation.of(session).decisions().getFirst();
    }

    @Property
    void points_are_exact_sums_and_a_block_is_validated_from_its_threshold(
            @ForAll @IntRange(max = 2000) int memoir,
            @ForAll @IntRange(max = 2000) int defence,
            @ForAll @IntRange(max = 2000) int report,
            @ForAll @IntRange(max = 2000) int oral,
            @ForAll @IntRange(max = 2000) int article) {
        Decision decision = decide(memoir, defence, report, oral, article);
        int[] hundredths = {3 * memoir + 2 * defence, report + oral, article};
        int[] thresholds = {5000, 2000, 1000};
        int held = 0;
        for (int block = 0; block < 3; block++) {
            BlockOutcome outcome = decision.outcomes().get(block);
            boolean passed = hundredths[block] >= thresholds[block];
            assertThat(outcome.points().orElseThrow()).isEqualByComparingTo(BigDecimal.valueOf(hundredths[block], 2));
            assertThat(outcome.issue()).isEqualTo(passed ? Issue.VALIDE : Issue.NON_VALIDE);
            held += passed ? 1 : 0;
        }
        assertThat(decision.verdict())
                .isEqualTo(held == 3 ? Verdict.ADMIS : held == 0 ? Verdict.AJOURNE : Verdict.PARTIEL);
    }

    @Property
    void one_hundredth_of_a_point_decides(
            @ForAll @IntRange(min = 0, max = 1999) int report, @ForAll @IntRange(max = 1) int missing) {
        int oral = 2000 - report - missing;
        Decision decision = decide(1000, 1000, report, oral < 0 ? 0 : oral, 1000);
        assertThat(decision.outcomes().get(1).issue())
                .isEqualTo(report + Math.max(oral, 0) >= 2000 ? Issue.VALIDE : Issue.NON_VALIDE);
    }

    @Property
    void what_is_printed_is_what_was_compared(
            @ForAll @IntRange(max = 2000) int memoir, @ForAll @IntRange(max = 2000) int defence) {
        BlockOutcome outcome = decide(memoir, defence, 0, 0, 0).outcomes().getFirst();
        String[] sides = outcome.grounds().arithmetic().split(" = | ≥ | < ", -1);
        BigDecimal shown = new BigDecimal(sides[1].replace(',', '.'));
        assertThat(shown).isEqualByComparingTo(outcome.points().orElseThrow());
        assertThat(outcome.grounds().arithmetic())
                .endsWith(shown.compareTo(BigDecimal.valueOf(50)) >= 0 ? " ≥ 50" : " < 50");
    }
}

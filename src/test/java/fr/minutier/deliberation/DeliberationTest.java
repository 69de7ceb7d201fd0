package fr.minutier.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from the marks (contract, section 4). */
class DeliberationTest {
    private static Bordereaux one() {
        return Bordereaux.deis().candidate("0001");
    }

    private static Bordereaux memoir(String written, String oral) {
        return one().with("BC01 Mémoire", written).with("BC01 Soutenance", oral);
    }

    private static BlockOutcome outcome(Bordereaux bordereau, int block) {
        return Deliberation.of(bordereau.session())
                .decisions()
                .getFirst()
                .outcomes()
                .get(block);
    }

    private static String arithmetic(Bordereaux bordereau, int block) {
        return outcome(bordereau, block).grounds().arithmetic();
    }

    @Test
    void a_good_memoir_carries_a_poor_defence() {
        Bordereaux bordereau = memoir("13", "6");
        assertThat(bordereau.outcomes("0001")).contains("BC01 VALIDE epreuve 51");
        assertThat(arithmetic(bordereau, 0)).isEqualTo("3 × 13 + 2 × 6 = 51 ≥ 50");
    }

    @Test
    void fifty_points_are_enough() {
        Bordereaux bordereau = memoir("9,5", "10,75");
        assertThat(outcome(bordereau, 0).issue()).isEqualTo(Issue.VALIDE);
        assertThat(arithmetic(bordereau, 0)).isEqualTo("3 × 9,5 + 2 × 10,75 = 50 ≥ 50");
    }

    @Test
    void two_hundredths_below_fifty_fail_and_are_never_shown_as_fifty() {
        Bordereaux bordereau = memoir("10", "9,99");
        assertThat(outcome(bordereau, 0).issue()).isEqualTo(Issue.NON_VALIDE);
        assertThat(arithmetic(bordereau, 0)).isEqualTo("3 × 10 + 2 × 9,99 = 49,98 < 50");
    }

    @Test
    void a_zero_is_a_mark_like_any_other() {
        Bordereaux bordereau = memoir("20", "0");
        assertThat(outcome(bordereau, 0).issue()).isEqualTo(Issue.VALIDE);
        assertThat(arithmetic(bordereau, 0)).isEqualTo("3 × 20 + 2 × 0 = 60 ≥ 50");
    }

    @Test
    void the_individual_defence_fails_block_2_for_its_candidate_alone() {
        Bordereaux bordereau = Bordereaux.deis()
                .candidate("0001")
                .with("BC02 Rapport collectif", 14)
                .with("BC02 Soutenance", "5,5")
                .candidate("0002")
                .with("BC02 Rapport collectif", 14)
                .with("BC02 Soutenance", "6");
        assertThat(arithmetic(bordereau, 1)).isEqualTo("1 × 14 + 1 × 5,5 = 19,5 < 20");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.PARTIEL, "0002", Verdict.ADMIS));
    }

    @Test
    void nine_ninety_nine_is_not_ten() {
        Bordereaux bordereau = one().with("BC03 Article", "9,99");
        assertThat(outcome(bordereau, 2).issue()).isEqualTo(Issue.NON_VALIDE);
        assertThat(arithmetic(bordereau, 2)).isEqualTo("1 × 9,99 = 9,99 < 10");
    }

    @Test
    void no_block_makes_up_for_another() {
        Bordereaux bordereau = memoir("20", "20").with("BC03 Article", "9,99");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.PARTIEL);
    }

    @Test
    void all_blocks_make_admis_some_partiel_none_ajourne() {
        Bordereaux bordereau = Bordereaux.deis()
                .candidate("0001")
                .candidate("0002")
                .with("BC03 Article", 5)
                .candidate("0003")
                .with("BC01 Mémoire", 5)
                .with("BC02 Soutenance", 5)
                .with("BC03 Article", 5);
        assertThat(bordereau.verdicts())
                .containsExactly(
                        Map.entry("0001", Verdict.ADMIS),
                        Map.entry("0002", Verdict.PARTIEL),
                        Map.entry("0003", Verdict.AJOURNE));
    }

    @Test
    void one_component_absent_makes_the_block_absent_without_points() {
        Bordereaux bordereau = memoir("18", "ABS");
        assertThat(bordereau.outcomes("0001"))
                .containsExactly("BC01 ABSENT epreuve", "BC02 VALIDE epreuve 24", "BC03 VALIDE epreuve 12");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.PARTIEL);
        assertThat(arithmetic(bordereau, 0)).isEmpty();
    }

    @Test
    void np_on_all_components_is_an_epreuve_not_presented() {
        Bordereaux bordereau = memoir("NP", "NP").clear("BC01 Pages");
        assertThat(bordereau.outcomes("0001")).startsWith("BC01 NON_PRESENTE epreuve");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.PARTIEL);
    }

    @Test
    void vae_decisions_make_outcomes_without_points() {
        Bordereaux bordereau = Bordereaux.deis()
                .vaeCandidate("0001")
                .with("BC02 VAE", "non validé")
                .with("BC03 VAE", "non demandé");
        assertThat(bordereau.outcomes("0001"))
                .containsExactly("BC01 VALIDE vae", "BC02 NON_VALIDE vae", "BC03 NON_PRESENTE vae");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.PARTIEL);
    }

    @Test
    void three_blocks_by_vae_make_admis() {
        assertThat(Bordereaux.deis().vaeCandidate("0001").verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void a_holder_of_the_caferuis_is_dispensed_of_block_3_and_bears_no_points_there() {
        Bordereaux bordereau = one().with("Titre dispensant", "CAFERUIS").clearBlock("BC03");
        assertThat(bordereau.outcomes("0001"))
                .containsExactly("BC01 VALIDE epreuve 60", "BC02 VALIDE epreuve 24", "BC03 DISPENSE dispense");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void an_earlier_award_counts_and_bears_no_points() {
        Bordereaux bordereau = one().with("Blocs acquis", "BC01 (12/06/2024)").clearBlock("BC01");
        assertThat(bordereau.outcomes("0001")).startsWith("BC01 ACQUIS acquis");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void a_withheld_result_withholds_every_block_even_those_acquired() {
        Bordereaux bordereau = one().with("Blocs acquis", "BC01")
                .clearBlock("BC01")
                .with("Titre dispensant", "CAFDES")
                .clearBlock("BC03")
                .with("Résultat réservé", "suspicion de fraude");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
        assertThat(bordereau.outcomes("0001")).containsExactly("BC01 RESERVE", "BC02 RESERVE", "BC03 RESERVE");
    }

    @Test
    void maximum_and_threshold_are_known_even_where_nothing_was_marked() {
        Bordereaux bordereau = one().with("Résultat réservé", "suspicion de fraude");
        assertThat(outcome(bordereau, 0)
                        .block()
                        .maximum(new BigDecimal("20"))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("100");
        assertThat(outcome(bordereau, 1)
                        .block()
                        .maximum(new BigDecimal("20"))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("40");
        assertThat(outcome(bordereau, 2)
                        .block()
                        .maximum(new BigDecimal("20"))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("20");
        assertThat(outcome(bordereau, 0).block().epreuves().getFirst().threshold())
                .isEqualByComparingTo("50");
    }

    @Test
    void the_mark_settled_by_the_jury_is_the_one_that_counts() {
        Bordereaux bordereau = one().with("BC03 Article", "9,5").settled("0001", "BC03 Article", 10);
        assertThat(bordereau.outcomes("0001")).contains("BC03 VALIDE epreuve 10");
    }

    @Test
    void decisions_keep_the_order_of_the_bordereau() {
        Bordereaux bordereau =
                Bordereaux.deis().candidate("0003").candidate("0001").candidate("0002");
        assertThat(bordereau.verdicts().keySet()).containsExactly("0003", "0001", "0002");
    }
}

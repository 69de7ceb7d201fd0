package fr.minutier.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The definition that ships, against the contract (sections 3.1 to 5) and the texts that it cites. */
class DeisDefinitionTest {
    private static Certification deis;

    @BeforeAll
    static void read() throws InvalidDefinition {
        deis = new CertificationLibrary(Path.of("templates"))
                .find("DEIS-RNCP39644")
                .orElseThrow();
    }

    private static Epreuve epreuve(String block) {
        return deis.block(block).orElseThrow().epreuves().getFirst();
    }

    private static BigDecimal maximum(String block) {
        return epreuve(block).maximum(deis.marks().maximum());
    }

    @Test
    void it_bears_its_exact_title_and_its_number_in_the_register() {
        assertThat(deis.title()).isEqualTo("Diplôme d’État d’ingénierie sociale");
        assertThat(deis.acronym()).isEqualTo("DEIS");
        assertThat(deis.level()).isEqualTo(7);
        assertThat(deis.rncp()).isEqualTo("RNCP39644");
    }

    @Test
    void blocks_bear_their_exact_titles() {
        assertThat(deis.blocks())
                .extracting(Block::code, Block::title)
                .containsExactly(
                        tuple(
                                "BC01",
                                "Contribuer à la production de connaissances dans le champ de l’action sociale et"
                                        + " médico-sociale"),
                        tuple("BC02", "Développer de l’ingénierie de projets et des analyses prospectives"),
                        tuple("BC03", "Contribuer à conduire des projets de transformation sociale"));
    }

    @Test
    void its_registration_ends_with_the_year_2026() {
        assertThat(deis.validOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(deis.validOn(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void the_memoir_counts_three_and_its_defence_two_for_50_points_of_100() {
        assertThat(epreuve("BC01").components())
                .extracting(
                        Component::column, component -> component.coefficient().intValueExact())
                .containsExactly(tuple("BC01 Mémoire", 3), tuple("BC01 Soutenance", 2));
        assertThat(epreuve("BC01").threshold()).isEqualByComparingTo("50");
        assertThat(maximum("BC01")).isEqualByComparingTo("100");
    }

    @Test
    void the_collective_report_and_the_defence_count_one_each_for_20_points_of_40() {
        assertThat(epreuve("BC02").components())
                .extracting(
                        Component::column, component -> component.coefficient().intValueExact())
                .containsExactly(tuple("BC02 Rapport collectif", 1), tuple("BC02 Soutenance", 1));
        assertThat(epreuve("BC02").threshold()).isEqualByComparingTo("20");
        assertThat(maximum("BC02")).isEqualByComparingTo("40");
    }

    @Test
    void the_article_counts_one_for_10_points_of_20() {
        assertThat(epreuve("BC03").components())
                .extracting(
                        Component::column, component -> component.coefficient().intValueExact())
                .containsExactly(tuple("BC03 Article", 1));
        assertThat(epreuve("BC03").threshold()).isEqualByComparingTo("10");
        assertThat(maximum("BC03")).isEqualByComparingTo("20");
    }

    @Test
    void only_the_report_of_block_2_is_collective() {
        assertThat(deis.components())
                .filteredOn(Component::collective)
                .extracting(Component::column)
                .containsExactly("BC02 Rapport collectif");
    }

    @Test
    void lengths_have_the_bounds_of_the_register_and_are_for_the_jury_to_settle() {
        List<String> lengths = deis.blocks().stream()
                .flatMap(block -> block.epreuves().getFirst().lengths().stream())
                .map(length -> length.column() + " of " + length.measures() + ": " + length.minimum() + " to "
                        + length.maximum() + " " + length.unit() + ", " + length.anomaly() + " " + length.gravity())
                .toList();
        assertThat(lengths)
                .containsExactly(
                        "BC01 Pages of BC01 Mémoire: 90 to 120 pages, LONGUEUR_MEMOIRE A_ARBITRER",
                        "BC02 Pages of BC02 Rapport collectif: 30 to 35 pages, LONGUEUR_RAPPORT A_ARBITRER",
                        "BC03 Signes of BC03 Article: 10000 to 12000 signes, LONGUEUR_ARTICLE A_ARBITRER");
    }

    @Test
    void pages_are_counted_without_annexes() {
        assertThat(epreuve("BC01").lengths().getFirst().notCounted()).isEqualTo("annexes");
        assertThat(epreuve("BC02").lengths().getFirst().notCounted()).isEqualTo("annexes");
    }

    @Test
    void bounds_of_lengths_are_included() {
        LengthLimit pages = epreuve("BC01").lengths().getFirst();
        assertThat(pages.allows(new BigDecimal("90"))).isTrue();
        assertThat(pages.allows(new BigDecimal("120"))).isTrue();
        assertThat(pages.allows(new BigDecimal("89"))).isFalse();
        assertThat(pages.allows(new BigDecimal("121"))).isFalse();
    }

    @Test
    void the_article_is_on_one_of_the_four_competences_of_block_3() {
        assertThat(epreuve("BC03").choice().orElseThrow().column()).isEqualTo("BC03 Compétence");
        assertThat(deis.block("BC03").orElseThrow().competences())
                .extracting(Competence::code)
                .containsExactly("3.1", "3.2", "3.3", "3.4");
        assertThat(epreuve("BC01").choice()).isEmpty();
        assertThat(epreuve("BC02").choice()).isEmpty();
    }

    @Test
    void marks_go_from_0_to_20_by_hundredths() {
        MarkScale marks = deis.marks();
        assertThat(marks.inBounds(BigDecimal.ZERO)).isTrue();
        assertThat(marks.inBounds(new BigDecimal("20"))).isTrue();
        assertThat(marks.inBounds(new BigDecimal("20.01"))).isFalse();
        assertThat(marks.onStep(new BigDecimal("9.99"))).isTrue();
        assertThat(marks.onStep(new BigDecimal("9.995"))).isFalse();
    }

    @Test
    void vae_decisions_have_a_column_for_each_block() {
        assertThat(deis.blocks()).extracting(Block::vaeColumn).containsExactly("BC01 VAE", "BC02 VAE", "BC03 VAE");
    }

    @Test
    void cafdes_and_caferuis_exempt_from_block_3_alone() {
        assertThat(deis.exemptions()).extracting(Exemption::title).containsExactly("CAFDES", "CAFERUIS");
        assertThat(deis.exemptions())
                .allSatisfy(exemption -> assertThat(exemption.blocks()).containsExactly("BC03"));
    }

    @Test
    void candidature_individuelle_is_not_open() {
        assertThat(deis.routes())
                .containsExactlyInAnyOrder(
                        Route.FORMATION_INITIALE,
                        Route.APPRENTISSAGE,
                        Route.FORMATION_CONTINUE,
                        Route.CONTRAT_DE_PROFESSIONNALISATION,
                        Route.VAE);
    }

    @Test
    void prefet_and_recteur_sign_when_the_bordereau_names_nobody() {
        assertThat(deis.authorities()).containsExactly("Le préfet de région", "Le recteur de région académique");
    }

    @Test
    void the_chair_is_of_the_state_or_the_rectorat() {
        assertThat(deis.jury().colleges())
                .containsExactly(
                        "État", "Rectorat", "Formateurs", "Services et personnes qualifiées", "Employeurs", "Salariés");
        assertThat(deis.jury().chair().orElseThrow().colleges()).containsExactly("État", "Rectorat");
    }

    @Test
    void a_quarter_of_professionals_is_enough() {
        assertThat(deis.jury().professionals().orElseThrow().enough(2, 8)).isTrue();
        assertThat(deis.jury().professionals().orElseThrow().enough(2, 9)).isFalse();
    }

    @Test
    void every_rule_names_its_text() {
        assertThat(deis.blocks()).allSatisfy(block -> {
            assertThat(block.epreuves().getFirst().source().text()).isEqualTo("arrêté du 2 août 2006, art. 12");
            assertThat(block.epreuves().getFirst().lengths())
                    .allSatisfy(length -> assertThat(length.source().text()).isEqualTo("fiche RNCP39644"));
        });
        assertThat(deis.jury().chair().orElseThrow().source().text()).contains("D. 451-19");
        assertThat(deis.exemptions())
                .allSatisfy(exemption -> assertThat(exemption.source().key()).isEqualTo("rncp"));
    }

    @Test
    void what_no_text_fixes_is_said_to_be_a_setting() {
        assertThat(deis.marks().source().text()).isEqualTo("réglage");
    }
}

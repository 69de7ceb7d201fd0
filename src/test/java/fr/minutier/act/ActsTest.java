package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which acts a deliberation gives, at which place and under which number. */
class ActsTest {
    private static Bordereaux definitive() {
        return Bordereaux.deis();
    }

    private static Bordereaux provisional() {
        return Bordereaux.deis().field("Statut", "provisoire");
    }

    /** One mark short of BC01: 3 × 8 + 2 × 8 = 40 of 50. */
    private static Bordereaux failingFirstBlock(Bordereaux bordereau) {
        return bordereau.with("BC01 Mémoire", 8).with("BC01 Soutenance", 8);
    }

    @Test
    void an_admitted_candidate_has_a_statement_and_one_attestation_of_the_whole() {
        assertThat(Printed.of(definitive().candidate("C1")).files("C1"))
                .containsExactly(
                        "releve-de-notes.pdf",
                        "attestation-de-reussite.pdf",
                        "lettre-de-notification.pdf",
                        "extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_partial_candidate_has_one_attestation_for_each_block_validated() {
        assertThat(Printed.of(failingFirstBlock(definitive().candidate("C1"))).files("C1"))
                .containsExactly(
                        "releve-de-notes.pdf",
                        "attestation-bloc-BC02.pdf",
                        "attestation-bloc-BC03.pdf",
                        "lettre-de-notification.pdf",
                        "extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_candidate_who_failed_everything_has_no_attestation() {
        Bordereaux failed = failingFirstBlock(definitive().candidate("C1"))
                .with("BC02 Rapport collectif", 5)
                .with("BC03 Article", "9,99");
        assertThat(Printed.of(failed).files("C1"))
                .containsExactly("releve-de-notes.pdf", "lettre-de-notification.pdf", "extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_candidate_without_marks_has_a_statement_and_no_attestation() {
        Bordereaux absent = definitive()
                .candidate("C1")
                .clearBlock("BC01")
                .clearBlock("BC02")
                .clearBlock("BC03")
                .with("BC01 Mémoire", "NP")
                .with("BC01 Soutenance", "NP")
                .with("BC02 Rapport collectif", "ABS")
                .with("BC02 Soutenance", "ABS")
                .with("BC03 Article", "NP");
        assertThat(Printed.of(absent).files("C1"))
                .containsExactly("releve-de-notes.pdf", "lettre-de-notification.pdf", "extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_candidate_by_vae_has_the_same_acts_as_any_other() {
        Printed printed = Printed.of(definitive()
                .vaeCandidate("V1")
                .vaeCandidate("V2")
                .with("BC02 VAE", "non validé")
                .vaeCandidate("V3")
                .with("BC01 VAE", "non validé")
                .with("BC02 VAE", "non demandé")
                .with("BC03 VAE", "non validé"));
        assertThat(printed.files("V1"))
                .containsExactly(
                        "releve-de-notes.pdf",
                        "attestation-de-reussite.pdf",
                        "lettre-de-notification.pdf",
                        "extrait-de-proces-verbal.pdf");
        assertThat(printed.files("V2"))
                .containsExactly(
                        "releve-de-notes.pdf",
                        "attestation-bloc-BC01.pdf",
                        "attestation-bloc-BC03.pdf",
                        "lettre-de-notification.pdf",
                        "extrait-de-proces-verbal.pdf");
        assertThat(printed.files("V3"))
                .containsExactly("releve-de-notes.pdf", "lettre-de-notification.pdf", "extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_block_dispensed_or_acquired_earlier_has_no_attestation_of_this_session() {
        Printed printed = Printed.of(failingFirstBlock(
                        definitive().candidate("C1").clearBlock("BC03").with("Titre dispensant", "CAFERUIS"))
                .candidate("C2")
                .clearBlock("BC03")
                .clearBlock("BC01")
                .with("Blocs acquis", "BC01; BC03 (12/06/2024)")
                .with("BC02 Soutenance", 2));
        assertThat(printed.files("C1"))
                .containsExactly(
                        "releve-de-notes.pdf",
                        "attestation-bloc-BC02.pdf",
                        "lettre-de-notification.pdf",
                        "extrait-de-proces-verbal.pdf");
        assertThat(printed.files("C2"))
                .containsExactly("releve-de-notes.pdf", "lettre-de-notification.pdf", "extrait-de-proces-verbal.pdf");
    }

    @Test
    void blocks_dispensed_or_acquired_earlier_count_towards_the_whole() {
        Bordereaux whole = definitive()
                .candidate("C1")
                .clearBlock("BC01")
                .with("Blocs acquis", "BC01")
                .clearBlock("BC03")
                .with("Titre dispensant", "CAFDES");
        assertThat(Printed.of(whole).files("C1"))
                .containsExactly(
                        "releve-de-notes.pdf",
                        "attestation-de-reussite.pdf",
                        "lettre-de-notification.pdf",
                        "extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_withheld_candidate_has_no_act_and_the_others_have_theirs() {
        Printed printed = Printed.of(definitive()
                .candidate("C1")
                .candidate("C2")
                .with("Résultat réservé", "suspicion de fraude")
                .candidate("C3")
                .with("BC01 Mémoire", "douze"));
        assertThat(printed.paths())
                .containsExactly(
                        "candidats/C1/releve-de-notes.pdf",
                        "candidats/C1/attestation-de-reussite.pdf",
                        "candidats/C1/lettre-de-notification.pdf",
                        "candidats/C1/extrait-de-proces-verbal.pdf");
    }

    @Test
    void a_provisional_session_gives_statements_and_no_attestation() {
        Printed printed = Printed.of(
                failingFirstBlock(provisional().candidate("C1")).candidate("C2").vaeCandidate("V1"));
        assertThat(printed.paths())
                .containsExactly(
                        "candidats/C1/releve-de-notes.pdf",
                        "candidats/C2/releve-de-notes.pdf",
                        "candidats/V1/releve-de-notes.pdf");
        assertThat(printed.all()).allMatch(Act::draft);
        assertThat(printed.minutes().draft()).isTrue();
    }

    @Test
    void nothing_of_a_definitive_session_is_a_draft() {
        Printed printed = Printed.of(definitive().candidate("C1"));
        assertThat(printed.all()).noneMatch(Act::draft);
        assertThat(printed.minutes().draft()).isFalse();
    }

    @Test
    void a_number_says_session_kind_block_and_candidate() {
        Printed printed =
                Printed.of(failingFirstBlock(definitive().candidate("C1")).candidate("C2"));
        assertThat(printed.of("C1"))
                .extracting(Act::number)
                .containsExactly(
                        "DEIS-2026-06-RN-C1",
                        "DEIS-2026-06-AB-BC02-C1",
                        "DEIS-2026-06-AB-BC03-C1",
                        "DEIS-2026-06-LN-C1",
                        "DEIS-2026-06-EX-C1");
        assertThat(printed.of("C2"))
                .extracting(Act::number)
                .containsExactly(
                        "DEIS-2026-06-RN-C2", "DEIS-2026-06-AR-C2", "DEIS-2026-06-LN-C2", "DEIS-2026-06-EX-C2");
        assertThat(printed.minutes().number()).isEqualTo("DEIS-2026-06-PV");
        assertThat(printed.minutes().path()).isEqualTo("proces-verbal.pdf");
    }

    @Test
    void the_number_of_an_act_is_its_own() {
        Printed printed =
                Printed.of(definitive().candidate("A").candidate("BC01-A").candidate("RN-A"));
        assertThat(printed.all()).extracting(Act::number).doesNotHaveDuplicates();
    }

    @Test
    void an_act_knows_its_candidate_and_its_first_version() {
        for (Act act : Printed.of(definitive().candidate("C1")).all()) {
            assertThat(act.candidate()).isEqualTo("C1");
            assertThat(act.version()).isEqualTo(1);
        }
    }

    @Test
    void the_minutes_hold_every_candidate_in_the_order_of_the_bordereau() {
        Printed printed = Printed.of(definitive()
                .candidate("C9")
                .candidate("C2")
                .with("Résultat réservé", "suspicion de fraude")
                .vaeCandidate("V1")
                .candidate("A5")
                .with("BC03 Article", "25"));
        assertThat(((Minutes) printed.minutes().record()).lines())
                .extracting(line -> line.candidate().number())
                .containsExactly("C9", "C2", "V1", "A5");
    }

    @Test
    void no_attestation_tells_by_which_way_it_was_won() {
        Printed printed = Printed.of(definitive()
                .vaeCandidate("V1")
                .vaeCandidate("V2")
                .with("BC02 VAE", "non demandé")
                .candidate("A1")
                .with("Voie", "apprentissage"));
        List<Act> attestations = printed.all().stream().filter(Printed::attests).toList();
        assertThat(attestations).hasSize(4);
        for (Act act : attestations) {
            assertThat(Printed.text(act) + Printed.title(act) + act.number())
                    .doesNotContainIgnoringCase("VAE")
                    .doesNotContainIgnoringCase("expérience")
                    .doesNotContainIgnoringCase("apprentissage")
                    .doesNotContainIgnoringCase("voie")
                    .doesNotContainIgnoringCase("6412");
        }
    }

    @Test
    void an_attestation_by_vae_reads_as_one_by_examination() {
        String byVae = Printed.text(
                Printed.of(definitive().vaeCandidate("X1")).of("X1").get(1));
        String byExamination =
                Printed.text(Printed.of(definitive().candidate("X1")).of("X1").get(1));
        assertThat(byVae).isEqualTo(byExamination);
    }
}

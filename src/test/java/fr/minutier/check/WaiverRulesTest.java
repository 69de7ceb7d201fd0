package fr.minutier.check;

import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Waiver;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jury waives (contract, sections 3.3 and 5); {@code Dérogation} is column N. */
class WaiverRulesTest {
    private static Bordereaux thickMemoir(String waiver) {
        return deis().candidate("0001").with("BC01 Pages", 130).with("Dérogation", waiver);
    }

    @Test
    void a_waived_length_is_listed_once_as_information_with_its_reason() {
        Bordereaux bordereau = thickMemoir("LONGUEUR_MEMOIRE : accord du jury");
        assertThat(bordereau.anomalies()).containsExactly("INFORMATION LONGUEUR_MEMOIRE Candidats!Q2 0001");
        assertThat(bordereau.messages().getFirst()).contains("130 pages").contains("accord du jury");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void a_waiver_is_kept_for_the_minutes() {
        Waiver waiver = thickMemoir("LONGUEUR_MEMOIRE : accord du jury")
                .read("0001")
                .waivers()
                .getFirst();
        assertThat(waiver.anomaly()).isEqualTo("LONGUEUR_MEMOIRE");
        assertThat(waiver.reason()).isEqualTo("accord du jury");
        assertThat(waiver.subject()).contains("130 pages").contains("90 à 120 pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONGUEUR_MEMOIRE: accord du jury",
                "longueur_memoire : accord du jury",
                "LONGUEUR_MEMOIRE\u00a0: accord du jury ;",
                "  LONGUEUR_MEMOIRE   :   accord   du jury"
            })
    void a_waiver_is_read_however_it_is_spaced(String waiver) {
        assertThat(thickMemoir(waiver).read("0001").waivers())
                .extracting(Waiver::reason)
                .containsExactly("accord du jury");
    }

    @Test
    void several_waivers_are_parted_by_semicolons() {
        Bordereaux bordereau = thickMemoir("LONGUEUR_MEMOIRE : accord du jury ; LONGUEUR_ARTICLE : figures nombreuses")
                .with("BC03 Signes", 13000);
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "INFORMATION LONGUEUR_MEMOIRE Candidats!Q2 0001",
                        "INFORMATION LONGUEUR_ARTICLE Candidats!W2 0001");
        assertThat(bordereau.read("0001").waivers())
                .extracting(Waiver::reason)
                .containsExactly("accord du jury", "figures nombreuses");
    }

    @Test
    void a_reason_may_hold_a_semicolon() {
        assertThat(thickMemoir("LONGUEUR_MEMOIRE : accord du jury ; vote unanime")
                        .read("0001")
                        .waivers())
                .extracting(Waiver::reason)
                .containsExactly("accord du jury ; vote unanime");
    }

    @Test
    void one_waiver_leaves_the_other_anomaly_to_settle() {
        Bordereaux bordereau = thickMemoir("LONGUEUR_MEMOIRE : accord du jury").with("BC03 Signes", 13000);
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "INFORMATION LONGUEUR_MEMOIRE Candidats!Q2 0001",
                        "A_ARBITRER LONGUEUR_ARTICLE Candidats!W2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_waiver_binds_its_own_candidate_alone() {
        Bordereaux bordereau = thickMemoir("LONGUEUR_MEMOIRE : accord du jury")
                .candidate("0002")
                .with("BC01 Pages", 130);
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "0002", Verdict.RESERVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"LONGUEUR_MEMOIRE", "LONGUEUR_MEMOIRE :", "LONGUEUR_MEMOIRE accord du jury", "accord du jury"})
    void a_waiver_without_code_and_reason_waives_nothing(String waiver) {
        Bordereaux bordereau = thickMemoir(waiver);
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "INFORMATION DEROGATION_SANS_OBJET Candidats!N2 0001",
                        "A_ARBITRER LONGUEUR_MEMOIRE Candidats!Q2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_missing_length_may_be_waived() {
        Bordereaux bordereau = deis().candidate("0001")
                .with("BC01 Pages", "")
                .with("Dérogation", "LONGUEUR_MANQUANTE : exemplaire vu en séance");
        assertThat(bordereau.anomalies()).containsExactly("INFORMATION LONGUEUR_MANQUANTE Candidats!Q2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
    }

    @Test
    void what_blocks_cannot_be_waived() {
        Bordereaux bordereau =
                deis().candidate("0001").with("BC03 Article", "").with("Dérogation", "NOTE_MANQUANTE : accord du jury");
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "INFORMATION DEROGATION_SANS_OBJET Candidats!N2 0001",
                        "BLOQUANTE NOTE_MANQUANTE Candidats!V2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
    }

    @Test
    void a_waiver_of_what_is_not_wrong_is_information() {
        Bordereaux bordereau = deis().candidate("0001").with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury");
        assertThat(bordereau.anomalies()).containsExactly("INFORMATION DEROGATION_SANS_OBJET Candidats!N2 0001");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
        assertThat(bordereau.read("0001").waivers()).isEmpty();
    }

    @Test
    void a_waived_length_that_differs_within_the_group_still_blocks() {
        Bordereaux bordereau = deis().candidate("0001")
                .candidate("0002")
                .with("BC02 Pages", 40)
                .with("Dérogation", "LONGUEUR_RAPPORT : accord du jury");
        assertThat(bordereau.anomalies())
                .containsExactlyInAnyOrder(
                        "BLOQUANTE GROUPE_PAGES_DIFFERENTES Candidats!T2 0001",
                        "INFORMATION LONGUEUR_RAPPORT Candidats!T3 0002",
                        "BLOQUANTE GROUPE_PAGES_DIFFERENTES Candidats!T3 0002");
    }
}

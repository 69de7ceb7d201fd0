package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import fr.minutier.typesetting.Conformance;
import org.junit.jupiter.api.Test;

/** What accompanies a candidate's statement once the session is settled: the letter and the extract of the minutes. */
class LetterAndExtractTest {
    private static Bordereaux session() {
        return Bordereaux.deis().field("Lieu", "Exempleville").candidate("C1").with("Civilité", "Mme");
    }

    private static Act act(Bordereaux bordereau, ActKind kind) {
        return Printed.of(bordereau).of("C1").stream()
                .filter(act -> act.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String letter(Bordereaux bordereau) {
        return Printed.text(act(bordereau, ActKind.LETTRE_DE_NOTIFICATION));
    }

    private static String extract(Bordereaux bordereau) {
        return Printed.text(act(bordereau, ActKind.EXTRAIT_DE_PROCES_VERBAL));
    }

    @Test
    void the_letter_says_the_decision_what_is_missing_and_how_to_appeal() {
        assertThat(letter(session().with("BC02 Soutenance", 2)))
                .contains("Exempleville, le 30 juin 2026 Notification de la décision du jury")
                .contains("candidat n° C1 Madame, Le jury du Diplôme d’État d’ingénierie sociale")
                .contains("réuni le 19 juin 2026 (Session de juin 2026), a délibéré sur votre candidature.")
                .contains("Décision du jury : validation partielle")
                .contains("Il vous reste à acquérir : • BC02 – Développer de l’ingénierie de projets et des analyses"
                        + " prospectives Les blocs")
                .contains(
                        "Voies et délais de recours Cette décision peut être contestée, dans les deux mois qui suivent sa"
                                + " notification, devant le tribunal administratif (code de justice administrative, art."
                                + " R. 421-1) ; un recours gracieux ou hiérarchique formé dans ce délai l’interrompt (code des"
                                + " relations entre le public et l’administration, art. L. 411-2).");
    }

    @Test
    void the_letter_to_an_admitted_candidate_asks_for_nothing_more() {
        assertThat(letter(session()))
                .contains("Décision du jury : admis", "L’attestation de réussite jointe")
                .doesNotContain("Il vous reste", "restent acquis");
    }

    @Test
    void the_letter_does_not_tell_the_way() {
        Bordereaux byVae = Bordereaux.deis().vaeCandidate("C1");
        assertThat(letter(byVae)).doesNotContain("VAE", "expérience", "6412", "voie :");
    }

    @Test
    void the_letter_says_until_when_a_decision_by_vae_is_to_be_notified() {
        assertThat(letter(Bordereaux.deis().vaeCandidate("C1")))
                .contains("Cette notification vous est due au plus tard le 4 juillet 2026.")
                .contains("L’attestation de réussite vous est délivrée à votre demande")
                .doesNotContain("attestation de réussite jointe");
        assertThat(letter(session())).doesNotContain("vous est due", "à votre demande");
    }

    @Test
    void certificates_are_the_same_whatever_the_way() {
        Bordereaux byVae = Bordereaux.deis().vaeCandidate("C1");
        assertThat(Printed.text(act(byVae, ActKind.ATTESTATION_DE_REUSSITE)))
                .isEqualTo(Printed.text(act(Bordereaux.deis().candidate("C1"), ActKind.ATTESTATION_DE_REUSSITE)))
                .doesNotContain("VAE", "expérience", "formation initiale");
        assertThat(Printed.text(act(byVae.with("BC02 VAE", "non demandé"), ActKind.ATTESTATION_DE_BLOC)))
                .doesNotContain("VAE", "expérience");
    }

    @Test
    void the_extract_bears_the_line_of_its_candidate_and_of_nobody_else() {
        Bordereaux two = session()
                .with("BC03 Article", "9,5")
                .settled("C1", "BC03 Article", "10", "relecture collégiale")
                .candidate("C2")
                .with("Nom de naissance", "Tiers")
                .with("BC01 Pages", 130)
                .with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury")
                .settled("C2", "BC01 Mémoire", "17,75", "autre motif");
        assertThat(extract(two))
                .contains("procès-verbal n° DEIS-2026-06-PV Présidence du jury : Dominique Orme")
                .contains(
                        "Composante Note proposée Note arrêtée Motif du jury BC03 Article 9,5 10 relecture collégiale")
                .contains("1 × 10 = 10 ≥ 10 points sur 20")
                .contains("Décision du jury : admis")
                .contains("Extrait certifié conforme au procès-verbal. Fait à Exempleville, le 30 juin 2026")
                .doesNotContain("C2", "Tiers", "17,75", "autre motif", "130 pages");
    }

    @Test
    void both_are_archival_and_accessible() {
        for (ActKind kind : new ActKind[] {ActKind.LETTRE_DE_NOTIFICATION, ActKind.EXTRAIT_DE_PROCES_VERBAL}) {
            Conformance.assertArchivalAndAccessible(Printed.pdf(act(session().with("BC02 Soutenance", "ABS"), kind)));
        }
    }
}

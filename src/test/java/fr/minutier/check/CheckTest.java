package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Reserve;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules together (contract, section 5). */
class CheckTest {
    /** Everything that one bordereau can have wrong, as far as it goes together. */
    private static Bordereaux everythingWrong() {
        return deis().withoutMembers()
                .member("Orme", "Formateurs", "président")
                .member("Peuplier", "Presse", "rapporteur")
                .juror("Présent", "peut-être")
                .juror("Qualité", "")
                .field("Session", "x")
                .field("Libellé", "")
                .field("Statut", "final")
                .field("Date de délibération", "hier")
                .field("Nombre de candidats", 99)
                .field("Couleur", "bleu")
                .andField("Couleur", FORMULA)
                .column("Observations internes")
                .fontsLack("龍")
                .candidate("0001")
                .with("Prénoms", "小龍")
                .with("BC01 Mémoire", "douze")
                .with("BC01 Soutenance", "NP")
                .with("BC02 Rapport collectif", "21")
                .with("BC02 Soutenance", "9,999")
                .with("BC03 Article", "")
                .candidate("0002")
                .clear("Nom de naissance", "Groupe")
                .with("Date de naissance", "30/02/1990")
                .with("Voie", "par la fenêtre")
                .with("BC01 Pages", 300)
                .with("BC02 Pages", "")
                .with("BC03 Signes", "beaucoup")
                .with("BC03 Compétence", "9.9")
                .with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury ; NOTE_PAS : indulgence ; LONGUEUR_ARTICLE")
                .candidate("a")
                .with("BC02 Rapport collectif", 13)
                .with("BC02 Pages", 33)
                .candidate("A")
                .with("Date de naissance", "01/01/2099")
                .with("Voie", "candidature individuelle")
                .vaeCandidate("0004")
                .with("BC01 VAE", "")
                .with("BC02 VAE", "bof")
                .with("BC03 Article", 12)
                .with("Blocs acquis", "BC03 (31/06/2020); BC07")
                .with("Titre dispensant", "CAFDES ; Master")
                .candidate("0 5")
                .with("BC01 VAE", "validé")
                .with("BC01 Mémoire", FORMULA)
                .hidden()
                .candidate("0006")
                .with("Nom de naissance", "Éon")
                .with("Date de naissance", "12/03/1985")
                .candidate("0007")
                .with("Nom de naissance", "Éon")
                .with("Date de naissance", "12/03/1985")
                .settled("0099", "BC03 Article", 12)
                .settled("0006", "BC09", 12)
                .settled("0006", "BC03 Article", "ABS")
                .settled("0006", "BC01 Mémoire", 12)
                .settled("0007", "BC01 Mémoire", 13)
                .settled("0007", "BC01 Mémoire", 14);
    }

    @Test
    void every_code_that_a_bordereau_can_show_is_found_in_one_run() {
        assertThat(everythingWrong().check().anomalies().stream()
                        .map(Anomaly::code)
                        .distinct())
                .contains(
                        "SESSION_INVALIDE",
                        "CHAMP_MANQUANT",
                        "DATE_INVALIDE",
                        "EFFECTIF_DIFFERENT",
                        "CANDIDAT_DOUBLON",
                        "NUMERO_INVALIDE",
                        "IDENTITE_INCOMPLETE",
                        "VOIE_INCONNUE",
                        "VOIE_NON_OUVERTE",
                        "NOTE_MANQUANTE",
                        "FORMULE_SANS_VALEUR",
                        "NOTE_ILLISIBLE",
                        "NOTE_HORS_BORNES",
                        "NOTE_PAS",
                        "NOTE_INATTENDUE",
                        "GROUPE_MANQUANT",
                        "GROUPE_NOTES_DIFFERENTES",
                        "GROUPE_PAGES_DIFFERENTES",
                        "DISPENSE_SANS_EFFET",
                        "BLOC_INCONNU",
                        "VAE_DECISION_MANQUANTE",
                        "VAE_DECISION_INATTENDUE",
                        "COMPETENCE_INVALIDE",
                        "LONGUEUR_MEMOIRE",
                        "LONGUEUR_MANQUANTE",
                        "JURY_PRESIDENT",
                        "JURY_PROFESSIONNELS",
                        "DELIBERATION_INVALIDE",
                        "DELIBERATION_SANS_EFFET",
                        "HOMONYME",
                        "DEROGATION_SANS_OBJET",
                        "COLONNE_INCONNUE",
                        "LIGNE_MASQUEE");
    }

    @Test
    void a_message_is_one_french_sentence_with_its_typography() {
        Bordereaux others = deis().field("Certification", "RIEN")
                .withoutSheet("Jury")
                .sheet("Budget", "Salle|120")
                .withoutColumn("Voie")
                .column("Prénom");
        List<String> messages = new java.util.ArrayList<>(everythingWrong().messages());
        messages.addAll(others.messages());
        messages.addAll(deis().withoutMembers().candidate("0001").messages());
        assertThat(messages).hasSizeGreaterThan(60).allSatisfy(message -> {
            assertThat(message).as("begins like a sentence").matches("(?s)[\\p{Lu}«0-9].*");
            assertThat(message).as("ends like one").endsWith(".");
            assertThat(message).as("is one").doesNotContainPattern("(?<!art)\\. \\p{Lu}");
            assertThat(message).as("non-breaking spaces").doesNotContainPattern(" [:;?!»]|« |[^\\u00a0][:;?!»]");
            assertThat(message)
                    .as("typographic apostrophes, no gap")
                    .doesNotContain("'")
                    .doesNotContain("  ");
            assertThat(message).doesNotContain("null").doesNotContain("Optional");
        });
    }

    @Test
    void several_anomalies_of_one_candidate_are_all_listed() {
        Bordereaux bordereau = deis().candidate("0001")
                .with("Prénoms", "")
                .with("BC01 Mémoire", "douze")
                .with("BC01 Soutenance", "")
                .with("BC02 Soutenance", "21")
                .with("BC03 Signes", 1)
                .candidate("0002");
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!E2 0001",
                        "BLOQUANTE NOTE_ILLISIBLE Candidats!P2 0001",
                        "BLOQUANTE NOTE_MANQUANTE Candidats!R2 0001",
                        "BLOQUANTE NOTE_HORS_BORNES Candidats!U2 0001",
                        "A_ARBITRER LONGUEUR_ARTICLE Candidats!W2 0001");
        assertThat(bordereau.read("0001").reserve().causes())
                .extracting(Reserve.Cause::code)
                .containsExactlyInAnyOrder(
                        "IDENTITE_INCOMPLETE",
                        "NOTE_ILLISIBLE",
                        "NOTE_MANQUANTE",
                        "NOTE_HORS_BORNES",
                        "LONGUEUR_ARTICLE");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.ADMIS));
    }

    @Test
    void an_unknown_route_does_not_hide_what_is_wrong_with_the_marks() {
        assertThat(deis().candidate("0001")
                        .with("Voie", "")
                        .with("BC03 Article", "")
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!J2 0001",
                        "BLOQUANTE NOTE_MANQUANTE Candidats!V2 0001");
    }

    @Test
    void a_declared_reserve_and_anomalies_stand_together() {
        Bordereaux bordereau = deis().candidate("0001")
                .with("Résultat réservé", "suspicion de fraude")
                .with("BC03 Article", "");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NOTE_MANQUANTE Candidats!V2 0001");
        assertThat(bordereau.read("0001").reserve().inFrench()).isEqualTo("suspicion de fraude\u00a0; note manquante");
    }

    @Test
    void anomalies_come_sheet_by_sheet_and_cell_by_cell() {
        assertThat(deis().field("Libellé", "")
                        .juror("Qualité", "")
                        .candidate("0001")
                        .with("BC03 Article", "")
                        .with("BC01 Mémoire", "")
                        .candidate("0002")
                        .with("Prénoms", "")
                        .settled("0001", "rien", 12)
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE CHAMP_MANQUANT Session!B4",
                        "AVERTISSEMENT JURY_PARITE Jury!A1",
                        "BLOQUANTE CHAMP_MANQUANT Jury!D5",
                        "BLOQUANTE NOTE_MANQUANTE Candidats!P2 0001",
                        "BLOQUANTE NOTE_MANQUANTE Candidats!V2 0001",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!E3 0002",
                        "BLOQUANTE DELIBERATION_INVALIDE Délibération!B2 0001");
    }

    @Test
    void a_session_without_candidates_is_a_session() {
        assertThat(deis().withheld()).isFalse();
        assertThat(deis().check().candidates()).isZero();
    }

    @Test
    void every_row_of_a_candidate_is_counted_even_when_it_is_withheld() {
        assertThat(deis().candidate("0001")
                        .candidate("0001")
                        .candidate("")
                        .check()
                        .candidates())
                .isEqualTo(3);
    }
}

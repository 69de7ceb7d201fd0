package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import org.junit.jupiter.api.Test;

/** What a candidate reads on the statement and on the attestations, taken back from the printed documents. */
class StatementReadBackTest {
    private static Bordereaux session() {
        return Bordereaux.deis().field("Lieu", "Exempleville");
    }

    /** 3 × 13 + 2 × 6 = 51 of 50 ; 1 × 9,5 + 1 × 10,25 = 19,75 of 20 ; 12,5 of 10. */
    private static Bordereaux partial(Bordereaux bordereau) {
        return bordereau
                .candidate("C1")
                .with("Civilité", "Mme")
                .with("Nom de naissance", "Œuvrard-d'Éon")
                .with("Nom d'usage", "Aubépine")
                .with("Prénoms", "Élodie Ysé")
                .with("Lieu de naissance", "Exempleville (99)")
                .with("Établissement", "Institut d’essai")
                .with("BC01 Mémoire", "13")
                .with("BC01 Soutenance", "6")
                .with("BC01 Pages", 130)
                .with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury")
                .with("BC02 Rapport collectif", "9,5")
                .with("BC02 Soutenance", "10,25")
                .with("BC03 Article", "12,5");
    }

    private static String statement(Bordereaux bordereau) {
        return Printed.text(Printed.of(bordereau).statement("C1"));
    }

    @Test
    void the_whole_statement_reads_as_it_was_meant() {
        assertThat(statement(partial(session())))
                .isEqualTo("Ministère chargé de la solidarité"
                        + " Ministère chargé de l’enseignement supérieur et de la recherche"
                        + " DEIS · RNCP39644 Session de juin 2026"
                        + " Relevé de notes"
                        + " Diplôme d’État d’ingénierie sociale, niveau 7, RNCP39644"
                        + " Session de juin 2026, délibération du 19 juin 2026"
                        + " Candidat Parcours"
                        + " Mme Élodie Ysé Œuvrard-d'Éon nom d’usage : Aubépine"
                        + " née le 1er mars 1985 à Exempleville (99)"
                        + " candidat n° C1 voie : formation initiale Institut d’essai"
                        + " Résultats par bloc de compétences"
                        + " Bloc, épreuve et composantes (notes sur 20) Note Coefficient Points Maximum Seuil Issue"
                        + " BC01 Contribuer à la production de connaissances dans le champ de l’action sociale et"
                        + " médico-sociale Recherche à dimension professionnelle 51 100 50 validé"
                        + " Mémoire 13 3 39 Soutenance 6 2 12"
                        + " BC02 Développer de l’ingénierie de projets et des analyses prospectives"
                        + " Ingénierie de développement 19,75 40 20 non validé"
                        + " Rapport collectif 9,5 1 9,5 Soutenance 10,25 1 10,25"
                        + " BC03 Contribuer à conduire des projets de transformation sociale"
                        + " Communication ressources humaines 12,5 20 10 validé"
                        + " Article 12,5 1 12,5"
                        + " Motifs"
                        + " • BC01 : 3 × 13 + 2 × 6 = 51 ≥ 50 points sur 100 : validé (arrêté du 2 août 2006, art. 12)"
                        + " • BC02 : 1 × 9,5 + 1 × 10,25 = 19,75 < 20 points sur 40 : non validé (arrêté du 2 août 2006,"
                        + " art. 12)"
                        + " • BC03 : 1 × 12,5 = 12,5 ≥ 10 points sur 20 : validé (arrêté du 2 août 2006, art. 12)"
                        + " ; compétence 3.1 Évaluer et mobiliser les ressources nécessaires pour conduire un projet, pour"
                        + " susciter le changement, pour favoriser la transmission des savoirs professionnels"
                        + " • Dérogation du jury : 130 pages au lieu de 90 à 120 pages hors annexes (fiche RNCP39644)"
                        + " ; motif : accord du jury"
                        + " Décision du jury : validation partielle"
                        + " Restent à acquérir : BC02 – Développer de l’ingénierie de projets et des analyses prospectives"
                        + " Le préfet de région prénom, nom, signature et cachet"
                        + " Le recteur de région académique prénom, nom, signature et cachet"
                        + " Les points sont la somme exacte des notes multipliées par leurs coefficients ; ils sont"
                        + " comparés au seuil avant tout arrondi. Les blocs de compétences se valident séparément, sans"
                        + " compensation. Cette décision peut être contestée, dans les deux mois qui suivent sa"
                        + " notification, devant le tribunal administratif (code de justice administrative, art. R. 421-1)"
                        + " ; un recours gracieux ou hiérarchique formé dans ce délai l’interrompt (code des relations"
                        + " entre le public et l’administration, art. L. 411-2).");
    }

    @Test
    void a_fail_by_two_hundredths_never_shows_as_the_threshold() {
        String text =
                statement(session().candidate("C1").with("BC01 Mémoire", "9,96").with("BC01 Soutenance", "10,05"));
        assertThat(text)
                .contains("49,98 100 50 non validé")
                .contains("3 × 9,96 + 2 × 10,05 = 49,98 < 50 points sur 100 : non validé")
                .doesNotContain(" 50 100");
    }

    @Test
    void a_dispensed_block_shows_its_title_and_no_mark() {
        String text = statement(session().candidate("C1").clearBlock("BC03").with("Titre dispensant", "CAFERUIS"));
        assertThat(text)
                .contains("transformation sociale Bloc dispensé : titulaire du CAFERUIS dispensé Motifs")
                .contains("BC03 : dispensé par le titre CAFERUIS (fiche RNCP39644)")
                .doesNotContain("Article", " 20 10 ");
    }

    @Test
    void a_block_acquired_earlier_shows_its_day_and_no_mark() {
        String text = statement(session().candidate("C1").clearBlock("BC01").with("Blocs acquis", "BC01 (12/06/2024)"));
        assertThat(text)
                .contains("médico-sociale Bloc acquis antérieurement, le 12 juin 2024 acquis BC02")
                .contains("BC01 : acquis avant cette session (fiche RNCP39644)")
                .doesNotContain("Mémoire", " 100 50 ");
    }

    @Test
    void an_absence_is_a_word_and_no_total_is_made() {
        String text = statement(session().candidate("C1").with("BC02 Soutenance", "ABS"));
        assertThat(text)
                .contains("Ingénierie de développement absent Rapport collectif 12 1 12 Soutenance absent 1 BC03")
                .contains("BC02 : une composante a été manquée, aucun total n’est calculé : absent")
                .doesNotContain(" 40 20 ", " 0 ");
    }

    @Test
    void an_epreuve_not_presented_says_so_without_a_total() {
        String text = statement(session().candidate("C1").clearBlock("BC03").with("BC03 Article", "NP"));
        assertThat(text)
                .contains("Non présenté à cette session")
                .contains("BC03 : non présenté (arrêté du 2 août 2006, art. 12)")
                .doesNotContain(" 20 10 ", " 0 ");
    }

    @Test
    void a_decision_by_vae_shows_neither_mark_nor_coefficient_nor_points() {
        String text = Printed.text(Printed.of(session().vaeCandidate("V1").with("BC02 VAE", "non validé"))
                .statement("V1"));
        assertThat(text)
                .contains("voie : VAE")
                .contains("BC02 : décision du jury : non validé (code de l’éducation, art. L. 335-5")
                .doesNotContain(" 1 ", " 40 20 ", " points sur ");
    }

    @Test
    void a_block_not_asked_for_by_vae_is_no_decision_of_the_jury() {
        String text = Printed.text(Printed.of(session().vaeCandidate("V1").with("BC02 VAE", "non demandé"))
                .statement("V1"));
        assertThat(text)
                .contains("analyses prospectives Non présenté à cette session non présenté BC03")
                .contains("BC02 : non présenté (code de l’éducation, art. L. 335-5")
                .doesNotContain("décision du jury : non présenté");
    }

    @Test
    void zero_is_a_mark_and_is_printed() {
        assertThat(statement(session().candidate("C1").with("BC03 Article", 0)))
                .contains("Article 0 1 0")
                .contains("1 × 0 = 0 < 10 points sur 20 : non validé");
    }

    @Test
    void the_mark_that_the_jury_settled_is_the_one_on_the_statement() {
        assertThat(statement(
                        session().candidate("C1").with("BC03 Article", "9,5").settled("C1", "BC03 Article", "10")))
                .contains("1 × 10 = 10 ≥ 10 points sur 20 : validé")
                .doesNotContain("9,5");
    }

    @Test
    void who_failed_everything_reads_that_nothing_is_obtained() {
        assertThat(statement(session()
                        .candidate("C1")
                        .with("BC01 Mémoire", 8)
                        .with("BC02 Soutenance", 2)
                        .with("BC03 Article", 9)))
                .contains("Décision du jury : ajourné Aucun bloc de compétences n’est obtenu à ce jour.");
    }

    @Test
    void optional_particulars_take_their_labels_with_them() {
        assertThat(statement(session().candidate("C1")))
                .contains("Candidat Parcours Camille Aubépine né(e) le 1er mars 1985 candidat n° C1 voie : formation"
                        + " initiale Résultats par bloc")
                .doesNotContain("nom d’usage", "Dérogation");
    }

    @Test
    void a_draft_says_so_and_bears_no_place_to_sign() {
        String text = Printed.text(Printed.of(Extremes.barest()).statement("E1"));
        assertThat(text)
                .startsWith("PROJET ")
                .contains("PROJET : session provisoire. Ce relevé ne vaut ni décision ni notification.")
                .doesNotContain("signature", "délibération du");
    }

    @Test
    void the_attestation_of_the_whole_reads_as_it_was_meant() {
        Act act = Printed.of(session()
                        .candidate("C1")
                        .with("Civilité", "M.")
                        .with("Prénoms", "Yann")
                        .with("Nom de naissance", "Le Goff"))
                .of("C1")
                .get(1);
        assertThat(Printed.text(act))
                .isEqualTo("Ministère chargé de la solidarité"
                        + " Ministère chargé de l’enseignement supérieur et de la recherche"
                        + " DEIS · RNCP39644 Session de juin 2026 Attestation de réussite"
                        + " Vu le code de l’action sociale et des familles, notamment ses articles D. 451-17 à"
                        + " D. 451-19-1, Vu l’arrêté du 2 août 2006 relatif au diplôme d’État d’ingénierie sociale,"
                        + " notamment son article 12, Vu la fiche RNCP39644 du répertoire national des certifications"
                        + " professionnelles, Vu le procès-verbal du jury réuni le 19 juin 2026,"
                        + " il est attesté que M. Yann Le Goff né le 1er mars 1985"
                        + " a satisfait à l’ensemble des conditions de délivrance du Diplôme d’État d’ingénierie sociale"
                        + " titre de niveau 7, fiche RNCP39644 du répertoire national Session de juin 2026"
                        + " La présente attestation est délivrée pour servir et valoir ce que de droit."
                        + " Fait à Exempleville, le 30 juin 2026"
                        + " Le préfet de région prénom, nom, signature et cachet"
                        + " Le recteur de région académique prénom, nom, signature et cachet"
                        + " La présente attestation a un caractère provisoire : elle vaut jusqu’à la délivrance du"
                        + " diplôme.");
    }

    @Test
    void the_attestation_of_a_block_names_the_block_and_what_is_missing() {
        String text = Printed.text(Printed.of(partial(session())).of("C1").get(1));
        assertThat(text)
                .contains("Attestation de bloc de compétences")
                .contains(
                        "il est attesté que Mme Élodie Ysé Œuvrard-d'Éon nom d’usage : Aubépine née le 1er mars 1985 à"
                                + " Exempleville (99) a acquis le bloc de compétences Contribuer à la production de"
                                + " connaissances dans le champ de l’action sociale et médico-sociale RNCP39644BC01 du Diplôme"
                                + " d’État d’ingénierie sociale, niveau 7, RNCP39644")
                .contains("Compétences attestées : • 1.1 Réaliser", "• 1.3 Conduire des études ou des recherches")
                .contains("La présente attestation n’est pas le diplôme. Blocs qui restent à acquérir pour l’obtenir :"
                        + " • BC02 – Développer de l’ingénierie de projets et des analyses prospectives La présente")
                .doesNotContain("coefficient", "points", "≥", "notes");
    }
}

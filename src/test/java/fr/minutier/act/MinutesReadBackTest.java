package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import fr.minutier.typesetting.TaggedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What the jury reads in the minutes, taken back from the printed document. */
class MinutesReadBackTest {
    private static Act minutes(Bordereaux bordereau) {
        return Printed.of(bordereau).minutes();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    @Test
    void the_jury_is_listed_with_college_role_and_presence() {
        Act act = minutes(Bordereaux.deis()
                .juror("Présent", "excusé")
                .member("Saule", "Formateurs", "membre")
                .juror("Civilité", "Mme")
                .juror("Qualité", "directrice de mémoire")
                .juror("Groupe", "G1")
                .juror("Candidats", "C1")
                .candidate("C1"));
        assertThat(Printed.row(act, 5, "Dominique Orme"))
                .containsExactly("Dominique Orme", "membre désigné", "État", "présidence", "présent");
        assertThat(Printed.row(act, 5, "Dominique Robinier"))
                .containsExactly("Dominique Robinier", "membre désigné", "Salariés", "membre", "excusé");
        assertThat(Printed.row(act, 5, "Mme Dominique Saule"))
                .containsExactly(
                        "Mme Dominique Saule",
                        "directrice de mémoire (groupe G1) voix délibérative pour C1 seulement",
                        "Formateurs",
                        "membre",
                        "présent");
    }

    @Test
    void only_those_who_sat_sign() {
        String text = Printed.text(minutes(Bordereaux.deis()
                .member("Saule", "Formateurs", "membre")
                .juror("Présent", "non")
                .member("Tilleul", "Formateurs", "membre")
                .juror("Présent", "excusé")
                .candidate("C1")));
        String signatures = text.substring(text.indexOf("Signatures"));
        assertThat(signatures)
                .isEqualTo(
                        "Signatures Le présent procès-verbal n° DEIS-2026-06-PV est établi d’après les délibérations du jury. Fait le 19"
                                + " juin 2026 Dominique Orme membre désigné présidence du jury Dominique Peuplier membre désigné"
                                + " Dominique Quercy membre désigné Dominique Robinier membre désigné");
    }

    @Test
    void minutes_without_a_jury_say_so_and_leave_the_authorities_to_sign() {
        String text = Printed.text(minutes(Bordereaux.deis().withoutMembers().candidate("C1")));
        assertThat(text)
                .contains("Composition du jury Aucun membre du jury n’est nommé dans le bordereau.")
                .endsWith("Le préfet de région prénom, nom, signature et cachet Le recteur de région académique prénom,"
                        + " nom, signature et cachet");
    }

    @Test
    void a_candidate_s_line_shows_identity_arithmetic_and_decision() {
        Act act = minutes(Bordereaux.deis()
                .candidate("C1")
                .with("Civilité", "Mme")
                .with("Nom d'usage", "Bruyère")
                .with("BC01 Mémoire", 13)
                .with("BC01 Soutenance", 6)
                .with("BC02 Soutenance", "7,75"));
        assertThat(Printed.row(
                        act,
                        9,
                        "N°",
                        "Candidat",
                        "BC01 · Recherche à dimension professionnelle 3 × Mémoire + 2 × Soutenance"))
                .containsExactly(
                        "N°",
                        "Candidat",
                        "BC01 · Recherche à dimension professionnelle 3 × Mémoire + 2 × Soutenance",
                        "Points",
                        "BC02 · Ingénierie de développement 1 × Rapport collectif + 1 × Soutenance",
                        "Points",
                        "BC03 · Communication ressources humaines 1 × Article",
                        "Points",
                        "Décision");
        assertThat(Printed.row(act, 9, "C1"))
                .containsExactly(
                        "C1",
                        "Mme Camille Aubépine nom d’usage : Bruyère née le 01/03/1985 formation initiale, groupe G1",
                        "3 × 13 + 2 × 6 = 51 ≥ 50 validé",
                        "51",
                        "1 × 12 + 1 × 7,75 = 19,75 < 20 non validé",
                        "19,75",
                        "1 × 12 = 12 ≥ 10 validé",
                        "12",
                        "validation partielle");
    }

    @Test
    void blocks_without_marks_show_their_basis_and_no_number() {
        Act act = minutes(Bordereaux.deis()
                .candidate("C1")
                .clearBlock("BC01")
                .with("Blocs acquis", "BC01 (12/06/2024)")
                .with("BC02 Soutenance", "ABS")
                .clearBlock("BC03")
                .with("Titre dispensant", "CAFDES")
                .vaeCandidate("V1")
                .with("BC02 VAE", "non demandé")
                .with("BC03 VAE", "non validé"));
        assertThat(Printed.row(act, 6, "C1").subList(2, 6))
                .containsExactly(
                        "acquis antérieurement le 12 juin 2024",
                        "Rapport collectif : 12 Soutenance : absent absent, sans total",
                        "dispensé titulaire du CAFDES",
                        "validation partielle");
        assertThat(Printed.row(act, 6, "V1").subList(2, 6))
                .containsExactly("validé (VAE)", "non présenté", "non validé (VAE)", "validation partielle");
    }

    @Test
    void a_withheld_candidate_has_a_line_without_marks_and_a_reason() {
        Act act = minutes(Bordereaux.deis()
                .candidate("C1")
                .with("Résultat réservé", "suspicion de fraude")
                .candidate("C2")
                .with("BC01 Mémoire", "17,35")
                .with("BC03 Article", "douze"));
        assertThat(Printed.row(act, 6, "C1").subList(2, 6))
                .containsExactly("réservé", "réservé", "réservé", "résultat réservé");
        assertThat(Printed.text(act))
                .contains(
                        "Motif de la réserve C1 Camille Aubépine suspicion de fraude C2 Camille Bruyère note illisible")
                .doesNotContain("17,35");
    }

    @Test
    void settled_marks_show_before_after_and_motive() {
        Act act = minutes(Bordereaux.deis()
                .candidate("C1")
                .with("BC03 Article", "9,5")
                .settled("C1", "BC03 Article", "10", "relecture collégiale")
                .candidate("C2")
                .with("BC01 Soutenance", "ABS")
                .settled("C2", "BC01 Soutenance", "11,25", ""));
        assertThat(Printed.text(act))
                .contains("Notes arrêtées par le jury N° Candidat Composante Note proposée Note arrêtée Motif"
                        + " C1 Camille Aubépine BC03 Article 9,5 10 relecture collégiale"
                        + " C2 Camille Bruyère BC01 Soutenance absent 11,25 non précisé"
                        + " Dérogations accordées par le jury Le jury n’a accordé aucune dérogation.");
    }

    @Test
    void waivers_show_what_was_found_and_why_it_was_admitted() {
        assertThat(Printed.text(minutes(Bordereaux.deis()
                        .candidate("C1")
                        .with("BC01 Pages", 130)
                        .with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury"))))
                .contains("Dérogations accordées par le jury N° Candidat Constat Motif du jury C1 Camille Aubépine"
                        + " 130 pages au lieu de 90 à 120 pages hors annexes (fiche RNCP39644) accord du jury"
                        + " Résultats réservés Aucun résultat n’est réservé.");
    }

    @Test
    void counts_legal_basis_and_legend_with_sources_are_there() {
        Act act = minutes(Extremes.crowd(10, 5));
        assertThat(Printed.text(act))
                .contains(
                        "Vu le code de l’action sociale et des familles, notamment ses articles D. 451-17 à D. 451-19-1,"
                                + " Vu l’arrêté du 2 août 2006")
                .contains("le jury a arrêté les décisions qui suivent.")
                .contains("Nomination du jury : arrêté préfectoral n° 2026-0417 du 4 mai 2026 Ouverture : 9 h 00"
                        + " Clôture : 17 h 30")
                // C0001 fails BC01, C0002 missed BC02, C0007 has not got BC02, C0008 and C0009 are withheld.
                .contains(
                        "Effectifs et statistiques Candidats de la session Admis Validations partielles Ajournés Résultats"
                                + " réservés 10 5 3 0 2 Épreuve Notés Validés Non validés Absents")
                .contains("Observations Séance sans incident.")
                .contains("Mémoire × 3 Soutenance × 2 50 points sur 100 arrêté du 2 août 2006, art. 12")
                .contains("Rapport collectif × 1 (note collective) Soutenance × 1 20 points sur 40")
                .contains("CAFDES : BC03 (fiche RNCP39644) CAFERUIS : BC03 (fiche RNCP39644)")
                .contains("code de l’éducation, art. L. 335-5");
    }

    @Test
    void every_page_bears_its_number_and_how_many_there_are() throws IOException {
        List<String> pages = pages(Printed.pdf(minutes(Extremes.crowd(30, 5))));
        assertThat(pages.size()).isGreaterThan(3);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("page " + (i + 1) + " sur " + pages.size(), "DEIS-2026-06-PV");
        }
    }

    @Test
    void a_draft_says_so_on_every_page_and_is_not_signed() throws IOException {
        Printed draft = Printed.of(Extremes.crowd(30, 5).field("Statut", "provisoire"));
        assertThat(pages(Printed.pdf(draft.minutes())))
                .allSatisfy(page -> assertThat(page).contains("PROJET"));
        assertThat(pages(Printed.pdf(draft.statement("C0000"))))
                .allSatisfy(page -> assertThat(page).contains("PROJET"));
        assertThat(Printed.text(draft.minutes()))
                .contains("le jury est appelé à délibérer sur ce qui suit.")
                .doesNotContain("Signatures", "a arrêté les décisions");
    }

    @Test
    void no_act_of_a_definitive_session_is_called_a_draft() throws IOException {
        Printed printed = Printed.of(Extremes.crowd(10, 5));
        List<Act> acts = new ArrayList<>(printed.all());
        acts.add(printed.minutes());
        for (Act act : acts) {
            assertThat(pages(Printed.pdf(act)))
                    .noneSatisfy(page -> assertThat(page).contains("PROJET"));
        }
    }

    /** 12 marks of BC03 from 1 to 12: eleven of them are below 12, three reach the threshold of 10. */
    private static Bordereaux twelve() {
        Bordereaux twelve = Bordereaux.deis();
        for (int i = 1; i <= 12; i++) {
            twelve.candidate("C" + i).with("BC03 Article", i == 12 ? "20" : i + ",5");
        }
        return twelve;
    }

    @Test
    void the_points_of_each_epreuve_are_counted() {
        // 1,5 + 2,5 + … + 11,5 = 71,5 ; with 20: 91,5 ; a twelfth of it: 7,625.
        assertThat(Printed.row(minutes(twelve()), 8, "BC03 Communication ressources humaines, sur 20"))
                .containsExactly(
                        "BC03 Communication ressources humaines, sur 20", "12", "3", "9", "0", "1,5", "7,63", "20");
    }

    @Test
    void the_annex_draws_the_spread_of_points_and_says_the_same_numbers() throws IOException {
        Act act = minutes(twelve());
        String text = Printed.text(act);
        assertThat(text.substring(text.indexOf("Annexe : répartition")))
                .contains(
                        "BC03 · Communication ressources humaines : 12 candidats notés, validée à partir de 10 points sur 20")
                .contains(
                        "Points Candidats 0 à < 2 1 2 à < 4 2 4 à < 6 2 6 à < 8 2 8 à < 10 2 10 à < 12 2 12 à < 14 0 14 à"
                                + " < 16 0 16 à < 18 0 18 à 20 1");
        assertThat(alternatives(Printed.pdf(act)))
                .hasSize(3)
                .last()
                .asString()
                .contains("0 à < 2 : 1, 2 à < 4 : 2, 4 à < 6 : 2")
                .endsWith("18 à 20 : 1.");
    }

    /** What is said of each picture and chart. */
    static List<String> alternatives(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> found = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
            return found;
        }
    }

    private static void collect(PDStructureNode node, List<String> found) {
        if (node instanceof PDStructureElement element
                && element.getStructureType().equals("Figure")) {
            found.add(element.getAlternateDescription());
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement child) {
                collect(child, found);
            }
        }
    }

    @Test
    void fewer_than_five_marked_candidates_are_neither_spread_nor_averaged() {
        Bordereaux four = Bordereaux.deis()
                .candidate("C1")
                .candidate("C2")
                .candidate("C3")
                .candidate("C4");
        assertThat(Printed.text(minutes(four))).doesNotContain("Annexe");
        assertThat(Printed.row(minutes(four), 8, "BC03 Communication ressources humaines, sur 20"))
                .containsExactly("BC03 Communication ressources humaines, sur 20", "4", "4", "0", "0", "–", "–", "–");
        assertThat(Printed.text(minutes(four.candidate("C5")))).contains("Annexe : répartition des points par épreuve");
    }

    @Test
    void the_parts_of_the_minutes_stand_in_their_order() {
        List<String> headings = TaggedText.elements(Printed.pdf(minutes(Extremes.crowd(12, 5)))).stream()
                .filter(element -> element.role().equals("H2"))
                .map(element -> element.text().strip().replace('\u00a0', ' '))
                .toList();
        assertThat(headings)
                .containsExactly(
                        "Session et fondement",
                        "Composition du jury",
                        "Candidats et décisions",
                        "Acquis antérieurs et dispenses",
                        "Notes arrêtées par le jury",
                        "Dérogations accordées par le jury",
                        "Résultats réservés",
                        "Effectifs et statistiques",
                        "Observations",
                        "Épreuves, seuils et légende",
                        "Signatures",
                        "Annexe : répartition des points par épreuve");
    }
}

package fr.minutier.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Issue;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PagesTest {
    private static final String SHA = "0123456789abcdef".repeat(4);

    private static final Session SESSION = Sample.session(
            Status.DEFINITIF,
            Sample.examined("12", "<script>alert(1)</script> & Fils", "11,5", "8", "10", "10", "10"),
            Sample.examined("3", "Bonnet", "9,5", "10", "12", "ABS", "11"),
            Sample.reserved("9", "Carré", null, "NOTE_MANQUANTE"));

    private static final Checked CHECKED = Sample.checked(
            SESSION,
            Sample.anomaly(Gravity.INFORMATION, "COLONNE_INCONNUE", 3, 20, "", "Colonne inconnue."),
            Sample.anomaly(Gravity.BLOQUANTE, "NOTE_MANQUANTE", 6, 9, "9", "La note manque."));

    private static final LocalDate JUNE_FIRST = LocalDate.of(2026, 6, 1);

    private static final Changes FIRST = new Changes(null, List.of(), List.of(), List.of());

    private static final List<Made> MADE = List.of(
            made("proces-verbal.pdf", "proces-verbal", "", 1),
            made("bordereau-annote.xlsx", "bordereau-annote", "", 0),
            made("candidats/12/releve-de-notes.pdf", "releve-de-notes", "12", 2),
            made("candidats/12/attestation-de-reussite.pdf", "attestation-de-reussite", "12", 1),
            made("candidats/3/attestation-bloc-BC03.pdf", "attestation-de-bloc", "3", 1),
            made("archives/v1/candidats/12/releve-de-notes.pdf", "releve-de-notes", "12", 1),
            made("index.html", "rapport", "", 0));

    @Test
    void every_candidate_has_a_row_with_the_decision_and_links_to_what_was_made() throws Exception {
        Document page = read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST));
        List<String> rows = texts(page, "tr");
        assertThat(rows).anySatisfy(row -> assertThat(row)
                .contains(
                        "12", "admis", "3 blocs sur 3", "Relevé de notes (version\u00a02)", "Attestation de réussite"));
        assertThat(rows).anySatisfy(row -> assertThat(row)
                .contains("Bonnet Camille", "validation partielle", "BC01, BC02", "Attestation de bloc BC03"));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("résultat réservé", "NOTE_MANQUANTE", "aucun"));
        assertThat(links(page))
                .contains(
                        "candidats/12/releve-de-notes.pdf",
                        "candidats/3/attestation-bloc-BC03.pdf",
                        "archives/v1/candidats/12/releve-de-notes.pdf",
                        "proces-verbal.pdf",
                        "bordereau-annote.xlsx",
                        "manifeste.json",
                        "../index.html")
                .doesNotContain("index.html");
    }

    @Test
    void a_page_is_well_formed_in_french_with_one_title_and_loads_nothing() throws Exception {
        List<byte[]> pages = List.of(
                SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST),
                SessionPage.html(new Checked(null, null, 0, List.of(), List.of()), null, List.of(), FIRST),
                NightPage.html(List.of(), List.of()),
                NightPage.html(
                        List.of(SessionLine.of(SESSION.id(), CHECKED, Deliberation.of(SESSION))), CHECKED.anomalies()));
        for (byte[] bytes : pages) {
            Document page = read(bytes);
            assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("fr");
            for (String once : List.of("h1", "main", "header", "footer", "title")) {
                assertThat(page.getElementsByTagName(once).getLength()).isEqualTo(1);
            }
            for (String none : List.of("link", "img", "iframe", "object")) {
                assertThat(page.getElementsByTagName(none).getLength()).isZero();
            }
            assertThat(texts(page, "caption"))
                    .hasSize(page.getElementsByTagName("table").getLength());
            assertThat(elements(page, "th"))
                    .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("col", "row"));
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain("http:", "https:", "url(", "@import", "src=");
            for (String link : links(page)) {
                assertThat(new URI(link).isAbsolute()).isFalse();
                assertThat(link).doesNotStartWith("/");
            }
        }
    }

    @Test
    void what_a_person_wrote_is_never_markup() throws Exception {
        byte[] bytes = SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Fils");
        Document night = read(NightPage.html(
                List.of(), List.of(Sample.ofSession(Gravity.BLOQUANTE, "FICHIER_ILLISIBLE", "<b>.xlsx", "\"<i>\" ?"))));
        assertThat(texts(night, "td")).contains("<b>.xlsx");
    }

    @Test
    void the_gravest_anomaly_comes_first() throws Exception {
        Document page = read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST));
        List<String> rows = texts(page, "tr");
        assertThat(rows.get(1)).contains("bloquante", "jury.xlsx\u00a0› Candidats!J7", "9", "NOTE_MANQUANTE");
        assertThat(rows.get(2)).contains("information", "U4", "COLONNE_INCONNUE");
        assertThat(texts(page, "caption").getFirst()).isEqualTo("1\u00a0bloquante, 1\u00a0information");
    }

    @Test
    void the_banner_says_what_was_produced() throws Exception {
        assertThat(banner(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST)))
                .startsWith("Documents produits, sauf pour 1\u00a0candidat dont le résultat est réservé.");
        Session draft = Sample.session(Status.PROVISOIRE, Sample.examined("1", "Abadie", "10", "10", "10", "10", "10"));
        assertThat(banner(SessionPage.html(Sample.checked(draft), Deliberation.of(draft), List.of(), FIRST)))
                .startsWith("Documents produits.")
                .contains("PROJET", "aucune attestation");
    }

    @Test
    void a_reserve_in_a_closed_session_is_lifted_by_the_next_corrective_minutes() throws Exception {
        assertThat(banner(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST)))
                .contains("La session est close", "PV rectificatif", "Motif", "nouvelle «\u00a0Date de délibération");
        Session draft = Sample.session(Status.PROVISOIRE, Sample.reserved("9", "Carré", null, "NOTE_MANQUANTE"));
        assertThat(banner(SessionPage.html(Sample.checked(draft), Deliberation.of(draft), List.of(), FIRST)))
                .contains("Pour lever une réserve")
                .doesNotContain("PV rectificatif");
    }

    @Test
    void the_spread_of_points_is_drawn_and_told_in_figures_from_five_candidates_on() throws Exception {
        // Memoir and defence at the same mark: five times that mark; 50 of 100 is the threshold.
        Session five = Sample.session(
                Status.PROVISOIRE,
                Sample.examined("1", "A", "4", "4", "10", "10", "10"),
                Sample.examined("2", "B", "9,99", "9,99", "10", "10", "10"),
                Sample.examined("3", "C", "10", "10", "10", "10", "ABS"),
                Sample.examined("4", "D", "20", "20", "10", "10", "10"),
                Sample.examined("5", "E", "10,5", "10,5", "10", "10", "10"));
        Document page = read(SessionPage.html(Sample.checked(five), Deliberation.of(five), List.of(), FIRST));
        assertThat(texts(page, "p"))
                .contains("5\u00a0candidats notés\u00a0; 3\u00a0au seuil de 50 points ou au-dessus, 2\u00a0en dessous."
                        + " De 20 à 100 points sur 100\u00a0; moyenne\u00a0: 54,49.")
                .contains("4\u00a0candidats notés\u00a0; 1\u00a0absent.");
        List<Element> drawings = elements(page, "svg");
        assertThat(drawings).hasSize(2);
        assertThat(texts(page, "tr")).contains("de 40 à moins de 501", "de 50 à moins de 602", "de 90 à 1001");
        assertThat(elements(page, "text").stream().map(Element::getTextContent).limit(4))
                .containsExactly("0", "10", "1", "20");
    }

    @Test
    void four_marks_are_not_spread_out() throws Exception {
        Document page = read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST));
        assertThat(page.getElementsByTagName("svg").getLength()).isZero();
        assertThat(texts(page, "p"))
                .contains(
                        "Moins de cinq candidats notés\u00a0: une répartition désignerait chacun, elle n’est pas montrée.");
    }

    @Test
    void deadlines_have_their_source() throws Exception {
        Document page = read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST));
        assertThat(texts(page, "dt")).contains("Clôture de la session", "Recours des candidats");
        assertThat(texts(page, "dd")).anySatisfy(told -> assertThat(told)
                .contains("Deux mois à compter de la notification", "R.\u00a0421-1"));
        Session draft = Sample.session(Status.PROVISOIRE, Sample.examined("1", "Abadie", "10", "10", "10", "10", "10"));
        assertThat(texts(read(SessionPage.html(Sample.checked(draft), Deliberation.of(draft), List.of(), FIRST)), "dt"))
                .doesNotContain("Recours des candidats");
    }

    @Test
    void an_article_that_a_sentence_cites_stays_on_one_line() throws Exception {
        Anomaly cites = Sample.anomaly(
                Gravity.AVERTISSEMENT, "JURY_PARITE", 0, 0, "", "Voyez le code (art. D. 451-19)\u00a0; tranchez.");
        assertThat(cites.message()).isEqualTo("Voyez le code (art.\u00a0D.\u00a0451-19)\u00a0; tranchez.");
        Document page =
                read(SessionPage.html(Sample.checked(SESSION, cites), Deliberation.of(SESSION), List.of(), FIRST));
        assertThat(elements(page, "span").stream()
                        .filter(span -> span.getAttribute("class").equals("whole"))
                        .map(Element::getTextContent))
                .contains("art.\u00a0D.\u00a0451-19");
    }

    @Test
    void a_withheld_session_shows_what_to_correct_and_no_decision() throws Exception {
        Checked withheld = new Checked(
                "DEIS-2026-06",
                null,
                4,
                List.of(Sample.ofSession(
                        Gravity.BLOQUANTE, "FEUILLE_MANQUANTE", "jury.xlsx", "La feuille « Jury » manque.")),
                List.of("jury.xlsx", "jury-2.xlsx"));
        byte[] bytes = SessionPage.html(withheld, null, List.of(made("anomalies.csv", "anomalies", "", 0)), FIRST);
        assertThat(banner(bytes))
                .startsWith("Rien n’est produit tant que l’anomalie bloquante de la session n’est pas corrigée.");
        Document page = read(bytes);
        assertThat(texts(page, "h2")).containsExactly("Anomalies", "Documents et fichiers de la session");
        assertThat(texts(page, "td")).contains("toute la session");
        assertThat(links(page)).contains("anomalies.csv");
        assertThat(texts(page, "dd")).contains("jury.xlsx, jury-2.xlsx");
    }

    @Test
    void the_night_tells_produced_from_withheld_and_names_stray_files() throws Exception {
        SessionLine done = SessionLine.of(SESSION.id(), CHECKED, Deliberation.of(SESSION));
        assertThat(done)
                .isEqualTo(new SessionLine(
                        "DEIS-2026-06",
                        "Session de juin 2026",
                        "définitif",
                        3,
                        1,
                        1,
                        0,
                        1,
                        1,
                        0,
                        false,
                        List.of("jury.xlsx"),
                        ""));
        SessionLine held =
                new SessionLine("DEIS-2026-07", "", "", 8, 0, 0, 0, 0, 2, 1, true, List.of("a.xlsx", "b.zip"), "");
        Anomaly stray = new Anomaly(
                Address.ofSheet("notes.docx", ""),
                Anomaly.Scope.SESSION,
                "",
                "FICHIER_IGNORE",
                Gravity.INFORMATION,
                "Ce n’est pas un bordereau.");
        Document page = read(NightPage.html(List.of(done, held), List.of(stray)));
        List<String> rows = texts(page, "tr");
        assertThat(rows.get(2)).contains("a.xlsx", "b.zip");
        assertThat(rows.get(1))
                .contains("jury.xlsx", "Session de juin 2026", "produite en partie", "définitif", "1\u00a0bloquante");
        assertThat(rows.get(2)).contains("DEIS-2026-07", "retenue", "–", "2\u00a0bloquantes, 1\u00a0à arbitrer");
        assertThat(rows.get(4)).contains("notes.docx", "FICHIER_IGNORE", "Ce n’est pas un bordereau.");
        assertThat(links(page))
                .containsExactly("#contenu", "DEIS-2026-06/index.html", "DEIS-2026-07/index.html", "anomalies.csv");
    }

    @Test
    void a_first_edition_has_no_section_of_changes() throws Exception {
        assertThat(texts(read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, FIRST)), "h2"))
                .containsExactly(
                        "Anomalies",
                        "Candidats",
                        "Répartition des points par épreuve",
                        "Échéances",
                        "Documents et fichiers de la session",
                        "Versions antérieures");
    }

    @Test
    void what_changed_is_shown_with_both_values_in_words() throws Exception {
        Account.Result failed = new Account.Result(
                "12",
                Verdict.PARTIEL,
                List.of(
                        new Account.BlockResult("BC01", Issue.NON_VALIDE, new BigDecimal("49.5")),
                        new Account.BlockResult("BC02", Issue.VALIDE, new BigDecimal("20"))),
                List.of(),
                List.of());
        Account.Result passed = new Account.Result(
                "12",
                Verdict.ADMIS,
                List.of(
                        new Account.BlockResult("BC01", Issue.VALIDE, new BigDecimal("50.5")),
                        new Account.BlockResult("BC02", Issue.VALIDE, new BigDecimal("20"))),
                List.of(),
                List.of());
        Account.Result reserved = new Account.Result(
                "9",
                Verdict.RESERVE,
                List.of(new Account.BlockResult("BC01", Issue.RESERVE, null)),
                List.of("NOTE_MANQUANTE", Account.Result.DECLARED),
                List.of());
        Account.Finding missing =
                new Account.Finding(false, "9", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "jury.xlsx", "Candidats", "J7");
        List<String> rows = texts(
                page(
                        new Account("Juin", "DEIS-RNCP39644", Status.PROVISOIRE, null, List.of(failed), List.of()),
                        new Account(
                                "Juin",
                                "DEIS-RNCP39644",
                                Status.DEFINITIF,
                                null,
                                List.of(passed, reserved),
                                List.of(missing)),
                        false),
                "tr");
        assertThat(rows)
                .contains(
                        "Statutprovisoiredéfinitif",
                        "12validation partielleBC01\u00a0: non validé, 49,5\u00a0pointsadmisBC01\u00a0: validé, 50,5\u00a0points",
                        "9absent du bordereaurésultat réservéNOTE_MANQUANTE, motif inscrit dans le bordereau",
                        "Candidat 9\u00a0: note manquanteNOTE_MANQUANTEjury.xlsx\u00a0› Candidats!J7aucunebloquante");
    }

    @Test
    void a_new_edition_that_decides_the_same_says_so_and_where_it_may_come_from() throws Exception {
        Account same = new Account("Juin", "DEIS-RNCP39644", Status.PROVISOIRE, null, List.of(), List.of());
        assertThat(texts(page(same, same, true), "p"))
                .contains(
                        "Comparaison avec l’édition 2, du 1er\u00a0juin\u00a02026. Aucune décision, aucun point, aucune anomalie"
                                + " n’a changé\u00a0; le bordereau dit la même chose, seuls sa forme, les définitions, les modèles"
                                + " ou le programme ont changé.");
        assertThat(texts(page(same, same, false), "p"))
                .anySatisfy(said -> assertThat(said).contains("le bordereau a changé ailleurs"));
    }

    @Test
    void an_edition_before_of_which_only_decisions_were_kept_is_named() throws Exception {
        Changes changes = new Changes(new Changes.Before(2, JUNE_FIRST, true, null), List.of(), List.of(), List.of());
        assertThat(texts(read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, changes)), "p"))
                .contains(
                        "Le registre ne garde pas le détail de l’édition 2, du 1er\u00a0juin\u00a02026\u00a0: elle ne peut pas être"
                                + " comparée à celle-ci.");
    }

    @Test
    void the_night_says_in_one_line_what_changed_in_a_session() throws Exception {
        SessionLine line =
                SessionLine.of(SESSION.id(), CHECKED, Deliberation.of(SESSION)).with("1\u00a0décision changée");
        assertThat(texts(read(NightPage.html(List.of(line), List.of())), "td"))
                .contains("produite en partiedéfinitifDepuis l’édition précédente\u00a0: 1\u00a0décision changée");
    }

    private static Document page(Account then, Account now, boolean sameContent) throws Exception {
        Changes changes = Changes.between(Optional.of(new Changes.Before(2, JUNE_FIRST, sameContent, then)), now);
        return read(SessionPage.html(CHECKED, Deliberation.of(SESSION), MADE, changes));
    }

    private static Made made(String path, String kind, String candidate, int version) {
        return new Made(path, kind, candidate, "", version, SHA, 1);
    }

    private static String banner(byte[] bytes) throws Exception {
        return elements(read(bytes), "div").stream()
                .filter(div -> div.getAttribute("class").startsWith("banner"))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    private static Document read(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> links(Document page) {
        return elements(page, "a").stream().map(a -> a.getAttribute("href")).toList();
    }

    private static List<String> texts(Document page, String tag) {
        return elements(page, tag).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

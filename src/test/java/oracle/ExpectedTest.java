package oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle against cases worked by hand: section 10 of the domain facts and the examples of the contract. */
class ExpectedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private final RawSession raw = session();

    private static RawSession session() {
        RawSession raw = new RawSession("s");
        raw.field("Session", "DEIS-2026-JUIN");
        raw.field("Certification", "DEIS-RNCP39644");
        raw.field("Libellé", "Session de juin 2026");
        raw.field("Statut", "définitif");
        raw.field("Date de délibération", "20/06/2026");
        String[][] members = {
            {"État", "président"}, {"Formateurs", "membre"}, {"Employeurs", "membre"}, {"Salariés", "membre"}
        };
        for (String[] m : members) {
            raw.jury().add("Nom", "Aubrée", "Prénom", "Léa", "Qualité", "q", "Collège", m[0], "Rôle", m[1]);
        }
        return raw;
    }

    /** A candidate by training who passes all three blocks, changed by header, value...; "" empties. */
    private Map<String, String> candidate(String number, String... changes) {
        Map<String, String> row = raw.candidates()
                .add(
                        "N° candidat", number,
                        "Nom de naissance", "Œuvrard-d'Éon",
                        "Prénoms", "Élodie " + number,
                        "Date de naissance", "05/03/1990",
                        "Voie", "formation continue",
                        "Groupe", "G1",
                        "BC01 Mémoire", "12",
                        "BC01 Pages", "100",
                        "BC01 Soutenance", "12",
                        "BC02 Rapport collectif", "12",
                        "BC02 Pages", "32",
                        "BC02 Soutenance", "12",
                        "BC03 Article", "12",
                        "BC03 Signes", "11000",
                        "BC03 Compétence", "3.1");
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                row.remove(changes[i]);
            } else {
                row.put(changes[i], changes[i + 1]);
            }
        }
        return row;
    }

    private Map<String, String> byVae(String number, String first, String second, String third) {
        return raw.candidates()
                .add(
                        "N° candidat",
                        number,
                        "Nom de naissance",
                        "Bê",
                        "Prénoms",
                        "Zoé",
                        "Date de naissance",
                        "1980-01-31",
                        "Voie",
                        "VAE",
                        "BC01 VAE",
                        first,
                        "BC02 VAE",
                        second,
                        "BC03 VAE",
                        third);
    }

    private Expected expected() {
        return Expected.of(raw, TODAY);
    }

    private List<String> bloc(String number, String block) {
        return expected().blocs().stream()
                .filter(r -> r.get(0).equals(number) && r.get(1).equals(block))
                .findFirst()
                .orElseThrow();
    }

    private String decision(String number) {
        return expected().decisions().stream()
                .filter(r -> r.get(0).equals(number))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    private List<String> codes() {
        return expected().anomalies().stream()
                .map(a -> a.candidate() + " " + a.code() + " " + a.gravity())
                .toList();
    }

    @Test
    void a_memoir_of_13_makes_up_for_an_oral_of_6() {
        candidate("1", "BC01 Mémoire", "13", "BC01 Soutenance", "6");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "VALIDE", "51", "100", "50", "epreuve");
        assertThat(decision("1")).isEqualTo("ADMIS");
        assertThat(codes()).isEmpty();
    }

    @Test
    void an_oral_of_9_99_beside_10_is_49_98_and_fails() {
        candidate("1", "BC01 Mémoire", "10", "BC01 Soutenance", "9,99");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "NON_VALIDE", "49,98", "100", "50", "epreuve");
        assertThat(decision("1")).isEqualTo("PARTIEL");
        assertThat(expected().acts())
                .containsExactly(
                        "candidats/1/attestation-bloc-BC02.pdf",
                        "candidats/1/attestation-bloc-BC03.pdf",
                        "candidats/1/releve-de-notes.pdf",
                        "proces-verbal.pdf");
    }

    @Test
    void a_memoir_of_9_5_and_an_oral_of_10_75_are_exactly_50() {
        candidate("1", "BC01 Mémoire", "9.5/20", "BC01 Soutenance", "10,75");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "VALIDE", "50", "100", "50", "epreuve");
    }

    @Test
    void a_collective_14_and_an_oral_of_5_5_fail_that_member_alone() {
        candidate("1", "BC02 Rapport collectif", "14", "BC02 Soutenance", "5,5");
        candidate("2", "BC02 Rapport collectif", "14,0", "BC02 Soutenance", "6");
        assertThat(bloc("1", "BC02")).containsExactly("1", "BC02", "NON_VALIDE", "19,5", "40", "20", "epreuve");
        assertThat(bloc("2", "BC02")).containsExactly("2", "BC02", "VALIDE", "20", "40", "20", "epreuve");
        assertThat(codes()).isEmpty();
    }

    @Test
    void two_written_marks_in_one_group_withhold_every_member_who_bears_one() {
        candidate("1", "BC02 Rapport collectif", "14");
        candidate("2", "BC02 Rapport collectif", "13");
        candidate("3", "BC02 Rapport collectif", "ABS", "BC02 Pages", "");
        candidate("4", "BC02 Rapport collectif", "13", "Groupe", "G2");
        assertThat(codes())
                .containsExactlyInAnyOrder(
                        "1 GROUPE_NOTES_DIFFERENTES BLOQUANTE", "2 GROUPE_NOTES_DIFFERENTES BLOQUANTE");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "RESERVE", "", "100", "50", "");
        assertThat(bloc("3", "BC02")).containsExactly("3", "BC02", "ABSENT", "", "40", "20", "epreuve");
        assertThat(decision("4")).isEqualTo("ADMIS");
    }

    @Test
    void an_article_of_9_99_is_not_validated() {
        candidate("1", "BC03 Article", "9,99");
        assertThat(bloc("1", "BC03")).containsExactly("1", "BC03", "NON_VALIDE", "9,99", "20", "10", "epreuve");
    }

    @Test
    void a_holder_of_the_caferuis_is_dispensed_of_block_3_without_mark() {
        candidate("1", "Titre dispensant", "CAFERUIS", "BC03 Article", "", "BC03 Signes", "", "BC03 Compétence", "");
        assertThat(bloc("1", "BC03")).containsExactly("1", "BC03", "DISPENSE", "", "20", "10", "dispense");
        assertThat(expected().acts()).contains("candidats/1/attestation-de-reussite.pdf");
    }

    @Test
    void a_master_dispenses_from_nothing() {
        candidate("1", "Titre dispensant", "Master de sociologie");
        assertThat(codes()).containsExactly("1 DISPENSE_SANS_EFFET AVERTISSEMENT");
        assertThat(decision("1")).isEqualTo("ADMIS");
    }

    @Test
    void absent_from_the_oral_is_no_zero() {
        candidate("1", "BC01 Mémoire", "18", "BC01 Soutenance", "ABS");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "ABSENT", "", "100", "50", "epreuve");
        assertThat(decision("1")).isEqualTo("PARTIEL");
        assertThat(codes()).isEmpty();
    }

    @Test
    void vae_needs_no_mark() {
        byVae("1", "validé", "non demandé", "validé");
        byVae("2", "non validé", "non validé", "non validé");
        raw.candidates().rows.get(1).put("Prénoms", "Inès");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "VALIDE", "", "100", "50", "vae");
        assertThat(bloc("1", "BC02")).containsExactly("1", "BC02", "NON_PRESENTE", "", "40", "20", "vae");
        assertThat(decision("1")).isEqualTo("PARTIEL");
        assertThat(decision("2")).isEqualTo("AJOURNE");
        assertThat(codes()).isEmpty();
    }

    @Test
    void three_blocks_by_three_ways_make_the_diploma() {
        candidate(
                "1",
                "Titre dispensant",
                "CAFDES",
                "Blocs acquis",
                "BC02 (12/06/2024)",
                "Groupe",
                "",
                "BC02 Rapport collectif",
                "",
                "BC02 Pages",
                "",
                "BC02 Soutenance",
                "",
                "BC03 Article",
                "",
                "BC03 Signes",
                "",
                "BC03 Compétence",
                "");
        assertThat(expected().blocs().stream().map(r -> r.get(2))).containsExactly("VALIDE", "ACQUIS", "DISPENSE");
        assertThat(decision("1")).isEqualTo("ADMIS");
    }

    @Test
    void a_suspicion_withholds_the_whole_candidate() {
        candidate("1", "Résultat réservé", "suspicion de fraude");
        candidate("2");
        assertThat(decision("1")).isEqualTo("RESERVE");
        assertThat(expected().acts()).noneMatch(f -> f.startsWith("candidats/1/"));
        assertThat(decision("2")).isEqualTo("ADMIS");
    }

    @Test
    void a_profession_below_a_quarter_or_out_of_balance_is_a_warning() {
        raw.jury().rows.get(3).put("Collège", "Formateurs");
        candidate("1");
        assertThat(codes()).containsExactly(" JURY_PARITE AVERTISSEMENT");
        raw.jury().rows.get(2).put("Collège", "Formateurs");
        assertThat(codes()).containsExactly(" JURY_PROFESSIONNELS AVERTISSEMENT");
        assertThat(expected().acts()).contains("candidats/1/attestation-de-reussite.pdf");
    }

    @Test
    void a_session_of_2027_is_warned_of_when_its_day_has_come_and_wrong_before() {
        raw.field("Date de délibération", "15/01/2027");
        candidate("1");
        assertThat(Expected.of(raw, LocalDate.of(2027, 2, 1)).anomalies())
                .extracting(Anomaly::code)
                .containsExactly("HORS_VALIDITE");
        assertThat(codes()).containsExactly(" DATE_INVALIDE BLOQUANTE");
        assertThat(expected().blocked()).isTrue();
        assertThat(expected().acts()).isEmpty();
    }

    @Test
    void one_cell_bears_one_code() {
        candidate("1", "BC01 Soutenance", "douze");
        candidate("2", "BC01 Soutenance", "12;5");
        candidate("3", "BC01 Soutenance", "-1");
        candidate("4", "BC01 Soutenance", "21/20");
        candidate("5", "BC01 Soutenance", "12,345");
        candidate("6", "BC01 Soutenance", "");
        candidate("7", "BC01 Soutenance", "NP");
        candidate("8", "BC01 Soutenance", RawSession.FORMULA_WITHOUT_VALUE);
        candidate("9", "BC01 Soutenance", "20,005");
        assertThat(codes())
                .containsExactly(
                        "1 NOTE_ILLISIBLE BLOQUANTE",
                        "2 NOTE_ILLISIBLE BLOQUANTE",
                        "3 NOTE_HORS_BORNES BLOQUANTE",
                        "4 NOTE_HORS_BORNES BLOQUANTE",
                        "5 NOTE_PAS BLOQUANTE",
                        "6 NOTE_MANQUANTE BLOQUANTE",
                        "7 NOTE_MANQUANTE BLOQUANTE",
                        "8 FORMULE_SANS_VALEUR BLOQUANTE",
                        "9 NOTE_HORS_BORNES BLOQUANTE");
        assertThat(expected().decisions()).allMatch(d -> d.get(1).equals("RESERVE"));
    }

    @Test
    void bounds_of_lengths_are_included_and_a_reasoned_waiver_lifts_a_breach() {
        candidate("1", "BC01 Pages", "90", "BC03 Signes", "12 000", "Groupe", "G1", "BC02 Pages", "30");
        candidate("2", "BC01 Pages", "121", "BC02 Pages", "30");
        candidate("3", "BC01 Pages", "121", "BC02 Pages", "30", "Dérogation", "LONGUEUR_MEMOIRE : accord du jury");
        candidate("4", "BC01 Pages", "121", "BC02 Pages", "30", "Dérogation", "LONGUEUR_MEMOIRE");
        assertThat(codes())
                .containsExactly(
                        "2 LONGUEUR_MEMOIRE A_ARBITRER",
                        "3 LONGUEUR_MEMOIRE INFORMATION",
                        "4 LONGUEUR_MEMOIRE A_ARBITRER",
                        "4 DEROGATION_SANS_OBJET INFORMATION");
        assertThat(decision("3")).isEqualTo("ADMIS");
        assertThat(decision("4")).isEqualTo("RESERVE");
    }

    @Test
    void the_jury_settles_marks_and_nothing_else() {
        candidate("1", "BC01 Soutenance", "ABS");
        candidate("2", "BC02 Soutenance", "7,9");
        candidate("3");
        raw.deliberation().add("N° candidat", "1", "Composante", "BC01 Soutenance", "Note arrêtée", "7", "Motif", "m");
        raw.deliberation()
                .add("N° candidat", "2", "Composante", "BC02 Soutenance", "Note arrêtée", "8,0", "Motif", "m");
        raw.deliberation().add("N° candidat", "3", "Composante", "BC03 Article", "Note arrêtée", "12", "Motif", "m");
        assertThat(bloc("1", "BC01")).containsExactly("1", "BC01", "VALIDE", "50", "100", "50", "epreuve");
        assertThat(bloc("2", "BC02")).containsExactly("2", "BC02", "VALIDE", "20", "40", "20", "epreuve");
        assertThat(codes()).containsExactly("3 DELIBERATION_SANS_EFFET AVERTISSEMENT");
    }

    @Test
    void a_correction_of_an_unknown_candidate_stops_the_session_one_of_an_unknown_component_the_candidate() {
        candidate("1");
        candidate("2");
        raw.deliberation().add("N° candidat", "1", "Composante", "BC09 Oral", "Note arrêtée", "12", "Motif", "m");
        assertThat(codes()).containsExactly("1 DELIBERATION_INVALIDE BLOQUANTE");
        assertThat(decision("1")).isEqualTo("RESERVE");
        assertThat(decision("2")).isEqualTo("ADMIS");
        raw.deliberation().add("N° candidat", "9", "Composante", "BC03 Article", "Note arrêtée", "12", "Motif", "m");
        assertThat(expected().blocked()).isTrue();
    }

    @Test
    void marks_and_decisions_that_have_no_place_are_named() {
        candidate("1", "Titre dispensant", "CAFERUIS"); // bears an article mark
        candidate("2", "BC01 VAE", "validé");
        byVae("3", "validé", "", "validé").put("BC02 Soutenance", "ABS");
        assertThat(codes())
                .containsExactlyInAnyOrder(
                        "1 NOTE_INATTENDUE BLOQUANTE",
                        "2 VAE_DECISION_INATTENDUE BLOQUANTE",
                        "3 VAE_DECISION_MANQUANTE BLOQUANTE",
                        "3 NOTE_INATTENDUE BLOQUANTE");
    }

    @Test
    void numbers_that_differ_by_case_alone_are_doubles_and_namesakes_a_warning() {
        candidate("A1");
        candidate("a1");
        candidate("B1");
        candidate("B2", "Prénoms", "Élodie B1");
        assertThat(codes())
                .containsExactly(
                        "A1 CANDIDAT_DOUBLON BLOQUANTE",
                        "a1 CANDIDAT_DOUBLON BLOQUANTE",
                        "B1 HOMONYME AVERTISSEMENT",
                        "B2 HOMONYME AVERTISSEMENT");
    }

    @Test
    void a_provisional_session_issues_no_attestation() {
        raw.field("Statut", "provisoire");
        candidate("1");
        assertThat(expected().acts()).containsExactly("candidats/1/releve-de-notes.pdf", "proces-verbal.pdf");
    }
}

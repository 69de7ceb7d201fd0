package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Candidate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the candidates are (contract, section 3.3); columns as {@link Bordereaux} says. */
class IdentityRulesTest {
    private static Bordereaux one() {
        return deis().candidate("0001");
    }

    private static Bordereaux two() {
        return one().candidate("0002");
    }

    private static final Map<String, Verdict> SECOND_RESERVED = Map.of("0001", Verdict.ADMIS, "0002", Verdict.RESERVE);

    @ParameterizedTest
    @CsvSource({"Nom de naissance, C3", "Prénoms, E3", "Date de naissance, F3", "Voie, J3"})
    void an_identity_with_a_hole_withholds_its_candidate_alone(String column, String cell) {
        Bordereaux bordereau = two().with(column, "");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE IDENTITE_INCOMPLETE Candidats!" + cell + " 0002");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
    }

    @Test
    void every_hole_of_an_identity_is_listed() {
        assertThat(two().clear("Nom de naissance", "Prénoms", "Date de naissance", "Voie")
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!C3 0002",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!E3 0002",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!F3 0002",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!J3 0002");
    }

    @Test
    void a_candidate_without_a_number_is_not_lost() {
        Bordereaux bordereau = two().with("N° candidat", "");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NUMERO_INVALIDE Candidats!A3");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "", Verdict.RESERVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 02", "é2", "-2", "_2", "2/3", "../2", "2.5", "1234567890123456789012345678901"})
    void a_number_that_cannot_name_a_folder_withholds_its_candidate(String number) {
        Bordereaux bordereau = two().with("N° candidat", number);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE NUMERO_INVALIDE Candidats!A3 " + number);
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS).containsEntry(number, Verdict.RESERVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "A-2_b", "123456789012345678901234567890"})
    void a_number_of_letters_digits_hyphens_and_underscores_is_good(String number) {
        assertThat(two().with("N° candidat", number).anomalies()).isEmpty();
    }

    @Test
    void a_number_in_a_number_cell_is_its_integer_text() {
        assertThat(deis().candidate(17).session().candidates().getFirst().number())
                .isEqualTo("17");
        assertThat(deis().candidate(new BigDecimal("1E+2"))
                        .session()
                        .candidates()
                        .getFirst()
                        .number())
                .isEqualTo("100");
    }

    @Test
    void a_number_written_as_text_keeps_its_zeros() {
        assertThat(one().session().candidates().getFirst().number()).isEqualTo("0001");
    }

    @Test
    void the_same_number_twice_withholds_both_rows() {
        Bordereaux bordereau = two().candidate("0002");
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "BLOQUANTE CANDIDAT_DOUBLON Candidats!A3 0002", "BLOQUANTE CANDIDAT_DOUBLON Candidats!A4 0002");
        assertThat(bordereau.session().candidates())
                .extracting(Candidate::number, Candidate::reserved)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("0001", false),
                        org.assertj.core.groups.Tuple.tuple("0002", true),
                        org.assertj.core.groups.Tuple.tuple("0002", true));
    }

    @Test
    void numbers_that_differ_by_case_alone_are_the_same() {
        assertThat(deis().candidate("a1").candidate("A1").anomalies())
                .containsExactly(
                        "BLOQUANTE CANDIDAT_DOUBLON Candidats!A2 a1", "BLOQUANTE CANDIDAT_DOUBLON Candidats!A3 A1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/02/1990", "1990", "mars 1990", "01/02/90"})
    void a_birth_on_no_day_of_the_calendar_withholds_its_candidate(String day) {
        Bordereaux bordereau = two().with("Date de naissance", day);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DATE_INVALIDE Candidats!F3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
    }

    @Test
    void a_birth_in_the_future_withholds_its_candidate() {
        Bordereaux bordereau = two().with("Date de naissance", "12/03/2085");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE DATE_INVALIDE Candidats!F3 0002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/03/1985", "12-03-1985", "12.03.1985", "1985-03-12", " 12/03/1985\u00a0"})
    void a_birth_is_read_in_the_french_ways_of_writing_a_day(String day) {
        assertThat(one().with("Date de naissance", day).read("0001").identity().birthDate())
                .isEqualTo(LocalDate.of(1985, 3, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formation initiale",
                "Apprentissage",
                "FORMATION CONTINUE",
                "contrat de professionnalisation",
                "Contrat de professionalisation "
            })
    void routes_are_read_without_regard_to_case(String route) {
        if (route.startsWith("Contrat de professionalisation")) {
            assertThat(two().with("Voie", route).anomalies())
                    .containsExactly("BLOQUANTE VOIE_INCONNUE Candidats!J3 0002");
        } else {
            assertThat(two().with("Voie", route).anomalies()).isEmpty();
        }
    }

    @Test
    void a_word_that_is_no_route_withholds_its_candidate() {
        Bordereaux bordereau = two().with("Voie", "par la fenêtre");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE VOIE_INCONNUE Candidats!J3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
    }

    @Test
    void candidature_individuelle_is_a_route_but_not_an_open_one() {
        Bordereaux bordereau = two().with("Voie", "candidature individuelle");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE VOIE_NON_OUVERTE Candidats!J3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
    }

    @Test
    void the_same_person_under_two_numbers_is_a_warning_on_both() {
        Bordereaux bordereau = one().with("Nom de naissance", "Éon")
                .with("Date de naissance", "12/03/1985")
                .candidate("0002")
                .with("Nom de naissance", "EON")
                .with("Prénoms", "CAMILLE")
                .with("Date de naissance", "1985-03-12");
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "AVERTISSEMENT HOMONYME Candidats!C2 0001", "AVERTISSEMENT HOMONYME Candidats!C3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "0002", Verdict.ADMIS));
    }

    @Test
    void namesakes_born_on_two_days_are_two_persons() {
        assertThat(one().with("Nom de naissance", "Éon")
                        .candidate("0002")
                        .with("Nom de naissance", "Éon")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_name_is_kept_as_written() {
        Candidate read = one().with("Nom de naissance", "Œuvrard-d’Éon")
                .with("Prénoms", "Zoë Maëlys")
                .with("Nom d'usage", "de l’Isle")
                .with("Lieu de naissance", "Łódź (Pologne)")
                .read("0001");
        assertThat(read.identity().birthName()).isEqualTo("Œuvrard-d’Éon");
        assertThat(read.identity().firstNames()).isEqualTo("Zoë Maëlys");
        assertThat(read.identity().usageName()).isEqualTo("de l’Isle");
        assertThat(read.identity().birthPlace()).isEqualTo("Łódź (Pologne)");
    }

    @Test
    void a_hidden_row_is_read_like_the_others_and_told() {
        Bordereaux bordereau = two().hidden();
        assertThat(bordereau.anomalies()).containsExactly("INFORMATION LIGNE_MASQUEE Candidats!A3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "0002", Verdict.ADMIS));
    }

    @ParameterizedTest
    @CsvSource({"Nom de naissance, C3", "Date de naissance, F3", "Voie, J3", "Résultat réservé, O3", "Groupe, K3"})
    void a_formula_without_value_is_told_once_whatever_its_column(String column, String cell) {
        Bordereaux bordereau = two().with(column, FORMULA);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Candidats!" + cell + " 0002");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
    }

    @Test
    void a_number_that_is_a_formula_without_value_withholds_its_row() {
        Bordereaux bordereau = two().with("N° candidat", FORMULA);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE FORMULE_SANS_VALEUR Candidats!A3");
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS, "", Verdict.RESERVE));
    }

    @Test
    void a_formula_without_value_in_an_unknown_column_is_nobody_s_business() {
        assertThat(one().column("Observations internes")
                        .with("Observations internes", FORMULA)
                        .anomalies())
                .containsExactly("INFORMATION COLONNE_INCONNUE Candidats!AB1");
    }

    @Test
    void a_column_that_stands_twice_leaves_open_which_one_counts() {
        Bordereaux bordereau = one().column("BC03 article");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE COLONNE_DOUBLE Candidats!AB1");
        assertThat(bordereau.withheld()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N° candidat", "Nom de naissance", "Prénoms", "Date de naissance", "Voie"})
    void a_required_column_that_is_missing_withholds_the_session_and_is_told_once(String column) {
        Bordereaux bordereau = two().withoutColumn(column);
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE COLONNE_MANQUANTE Candidats!A1");
        assertThat(bordereau.withheld()).isTrue();
    }

    @Test
    void any_other_column_may_be_left_out() {
        assertThat(two().withoutColumn("Civilité")
                        .withoutColumn("Nom d'usage")
                        .withoutColumn("Lieu de naissance")
                        .withoutColumn("Courriel")
                        .withoutColumn("Établissement")
                        .withoutColumn("Titre dispensant")
                        .withoutColumn("Blocs acquis")
                        .withoutColumn("Dérogation")
                        .withoutColumn("Résultat réservé")
                        .withoutColumn("BC01 VAE")
                        .withoutColumn("BC02 VAE")
                        .withoutColumn("BC03 VAE")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_reserved_result_withholds_without_an_anomaly() {
        Bordereaux bordereau = two().with("Résultat réservé", "suspicion de fraude");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
        assertThat(bordereau.read("0002").reserve().inFrench()).isEqualTo("suspicion de fraude");
    }

    @Test
    void rows_of_totals_are_no_candidates() {
        Bordereaux bordereau = one().field("Nombre de candidats", 1)
                .row()
                .with("N° candidat", "TOTAL")
                .with("BC01 Mémoire", 12)
                .row()
                .with("Nom de naissance", "Moyenne")
                .with("BC01 Mémoire", 12)
                .row()
                .with("BC01 Mémoire", 12)
                .with("BC01 Pages", 100);
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS));
    }

    @Test
    void a_last_row_with_a_route_and_marks_is_a_candidate_even_without_a_name() {
        Bordereaux bordereau = two().clear("N° candidat", "Nom de naissance", "Prénoms", "Date de naissance");
        assertThat(bordereau.anomalies())
                .containsExactly(
                        "BLOQUANTE NUMERO_INVALIDE Candidats!A3",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!C3",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!E3",
                        "BLOQUANTE IDENTITE_INCOMPLETE Candidats!F3");
    }

    @Test
    void a_name_that_begins_like_a_total_is_a_candidate() {
        assertThat(one().candidate("")
                        .with("Nom de naissance", "Sommers")
                        .clear("Prénoms", "Date de naissance", "Voie")
                        .anomalies())
                .contains("BLOQUANTE NUMERO_INVALIDE Candidats!A3");
    }

    @Test
    void a_character_that_the_fonts_lack_withholds_its_candidate() {
        Bordereaux bordereau = two().with("Prénoms", "小龍").fontsLack("龍");
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE CARACTERE_NON_IMPRIMABLE Candidats!E3 0002");
        assertThat(bordereau.messages().getFirst()).contains("U+9F8D");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
    }

    @Test
    void a_name_that_the_fonts_lack_stands_in_the_minutes_of_the_others_with_question_marks() {
        Bordereaux bordereau = two().with("Prénoms", "小龍").fontsLack("龍");
        assertThat(bordereau.read("0002").identity().firstNames()).isEqualTo("小?");
    }

    @Test
    void a_text_longer_than_a_row_of_an_act_holds_withholds_its_candidate_and_is_cut() {
        assertThat(two().with("Lieu de naissance", "x".repeat(1_000)).anomalies())
                .isEmpty();
        Bordereaux bordereau = two().with("Prénoms", "x".repeat(1_001));
        assertThat(bordereau.anomalies()).containsExactly("BLOQUANTE TEXTE_TROP_LONG Candidats!E3 0002");
        assertThat(bordereau.verdicts()).isEqualTo(SECOND_RESERVED);
        assertThat(bordereau.read("0002").identity().firstNames()).isEqualTo("x".repeat(1_000) + "…");
    }

    @Test
    void a_long_text_is_quoted_by_its_beginning() {
        assertThat(two().with("Voie", "x".repeat(5_000)).messages().getFirst())
                .contains("x".repeat(120) + "…")
                .doesNotContain("x".repeat(121));
    }

    @Test
    void of_many_namesakes_ten_are_named_and_the_others_counted() {
        Bordereaux bordereau = one();
        for (int number = 2; number <= 13; number++) {
            bordereau
                    .candidate("%04d".formatted(number))
                    .with("Nom de naissance", "Éon")
                    .with("Prénoms", "Camille")
                    .with("Date de naissance", "12/03/1985");
        }
        assertThat(bordereau.messages()).hasSize(12).allMatch(message -> message.contains("0011 et 2\u00a0autres)"));
    }
}

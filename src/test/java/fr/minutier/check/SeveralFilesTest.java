package fr.minutier.check;

import static fr.minutier.check.Bordereaux.FORMULA;
import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import fr.minutier.session.JuryMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several files that carry the same session (contract, section 3). */
class SeveralFilesTest {
    private static Bordereaux a() {
        return deis().in("a.xlsx");
    }

    private static Bordereaux b() {
        return deis().in("b.xlsx");
    }

    // ---- the session

    @Test
    void each_file_may_state_some_of_the_fields() {
        Bordereaux both = a().field("Libellé", "")
                .beside(b().withoutField("Date de délibération").field("Lieu", "Brèvecombe"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.session().label()).isEqualTo("Session de juin 2026");
        assertThat(both.session().deliberatedOn()).isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(both.session().circumstances().place()).isEqualTo("Brèvecombe");
    }

    @Test
    void a_field_with_two_values_withholds_the_session_and_is_told_at_the_cell_of_each_file() {
        Bordereaux both = a().beside(b().field("Libellé", "Session d’été"));
        assertThat(both.anomalies())
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Session!B4", "BLOQUANTE CONFLIT_FICHIERS b.xlsx Session!B4");
        assertThat(both.withheld()).isTrue();
        assertThat(both.messages())
                .containsExactly(
                        "«\u00a0Libellé\u00a0» vaut ici «\u00a0Session de juin 2026\u00a0», mais «\u00a0Session d’été\u00a0»"
                                + " dans b.xlsx (feuille Session, cellule B4)\u00a0; gardez la bonne valeur dans tous les"
                                + " fichiers, ou dans un seul.",
                        "«\u00a0Libellé\u00a0» vaut ici «\u00a0Session d’été\u00a0», mais «\u00a0Session de juin 2026\u00a0»"
                                + " dans a.xlsx (feuille Session, cellule B4)\u00a0; gardez la bonne valeur dans tous les"
                                + " fichiers, ou dans un seul.");
    }

    @Test
    void the_same_value_written_otherwise_is_no_conflict() {
        assertThat(a().field("Date de délibération", LocalDate.of(2026, 6, 19))
                        .field("Lieu", "Val\u00a0 d’Azur")
                        .beside(b().field("Statut", "DÉFINITIF")
                                .field("Certification", "deis rncp39644")
                                .field("Date de délibération", "19/06/2026")
                                .field("Lieu", "Val d’Azur"))
                        .anomalies())
                .isEmpty();
    }

    @Test
    void what_contradicts_another_file_is_told_as_nothing_else() {
        assertThat(a().field("Date de délibération", "hier")
                        .field("Statut", "fini")
                        .beside(b())
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Session!B5",
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Session!B6",
                        "BLOQUANTE CONFLIT_FICHIERS b.xlsx Session!B5",
                        "BLOQUANTE CONFLIT_FICHIERS b.xlsx Session!B6");
    }

    @Test
    void of_three_files_each_names_those_that_say_otherwise() {
        assertThat(a().field("Lieu", "Ici")
                        .beside(b().field("Lieu", "Là"))
                        .beside(deis().in("c.xlsx").field("Lieu", "Ici"))
                        .messages())
                .hasSize(3)
                .satisfies(messages -> {
                    assertThat(messages.get(0)).contains("b.xlsx").doesNotContain("c.xlsx");
                    assertThat(messages.get(1)).contains("a.xlsx").contains("c.xlsx");
                    assertThat(messages.get(2)).contains("b.xlsx").doesNotContain("a.xlsx");
                });
    }

    @Test
    void the_authorities_of_two_files_are_one_list() {
        Bordereaux both = a().andField("Autorité", "Le préfet")
                .andField("Autorité", "Le recteur")
                .beside(b().andField("Autorité", "Le préfet").andField("Autorité", "Le  recteur"))
                .beside(deis().in("c.xlsx"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.session().authorities()).containsExactly("Le préfet", "Le recteur");
    }

    @Test
    void two_lists_of_authorities_conflict_as_lists() {
        Bordereaux both = a().andField("Autorité", "Le préfet")
                .andField("Autorité", "Le recteur")
                .beside(b().andField("Autorité", "Le préfet"));
        assertThat(both.anomalies())
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Session!B7", "BLOQUANTE CONFLIT_FICHIERS b.xlsx Session!B7");
        assertThat(both.messages().getFirst()).contains("«\u00a0Le préfet\u00a0; Le recteur\u00a0»");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 3", "2, ''", "'', 3", "3, 1"})
    void a_file_announces_its_own_candidates_or_those_of_the_session(String inA, String inB) {
        assertThat(a().field("Nombre de candidats", inA)
                        .candidate("0001")
                        .candidate("0002")
                        .beside(b().field("Nombre de candidats", inB)
                                .candidate("0003")
                                .with("Nom de naissance", "Orchis"))
                        .anomalies())
                .isEmpty();
    }

    @Test
    void any_other_number_is_wrong_in_the_file_that_announces_it() {
        Bordereaux both = a().field("Nombre de candidats", 2)
                .candidate("0001")
                .candidate("0002")
                .beside(b().field("Nombre de candidats", 2).candidate("0003").with("Nom de naissance", "Orchis"));
        assertThat(both.anomalies()).containsExactly("BLOQUANTE EFFECTIF_DIFFERENT b.xlsx Session!B7");
        assertThat(both.messages().getFirst())
                .contains(
                        "annonce «\u00a02\u00a0» candidats et en contient 1 (3 avec les autres fichiers de la session)");
    }

    // ---- sheets and columns

    @Test
    void a_sheet_may_be_in_one_file_only() {
        Bordereaux both = a().withoutSheet("Candidats")
                .settled("0001", "BC03 Article", 13)
                .beside(b().withoutSheet("Jury").candidate("0001"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.session().jury()).hasSize(4);
        assertThat(both.outcomes("0001")).contains("BC03 VALIDE epreuve 13");
    }

    @Test
    void one_that_no_file_has_is_missing_once() {
        assertThat(a().withoutSheet("Jury").beside(b().withoutSheet("Jury")).anomalies())
                .containsExactly("BLOQUANTE FEUILLE_MANQUANTE a.xlsx !");
    }

    @Test
    void a_sheet_whose_header_is_lost_is_told_though_another_file_has_it() {
        assertThat(a().candidate("0001")
                        .beside(b().withoutSheet("Candidats").sheet("Candidats", "0002|Orchis|Camille"))
                        .anomalies())
                .containsExactly("BLOQUANTE COLONNE_MANQUANTE b.xlsx Candidats!");
    }

    @Test
    void a_required_column_may_be_in_one_file_only() {
        assertThat(a().withoutColumn("Voie")
                        .candidate("0001")
                        .beside(b().onlyColumns("N° candidat", "Voie").candidate("0001"))
                        .anomalies())
                .isEmpty();
    }

    @Test
    void one_that_no_file_has_is_missing_once_too() {
        assertThat(a().withoutColumn("Voie").beside(b().withoutColumn("Voie")).anomalies())
                .containsExactly("BLOQUANTE COLONNE_MANQUANTE a.xlsx Candidats!A1");
    }

    @Test
    void the_numbers_tie_the_files_together_and_stand_in_each() {
        assertThat(a().candidate("0001")
                        .beside(b().candidate("0002").withoutColumn("N° candidat"))
                        .anomalies())
                .contains("BLOQUANTE COLONNE_MANQUANTE b.xlsx Candidats!A1")
                .noneMatch(anomaly -> anomaly.contains("NUMERO_INVALIDE"));
    }

    @Test
    void what_is_unknown_or_double_is_told_of_each_file() {
        assertThat(a().column("Couleur")
                        .sheet("Budget", "Salle|120")
                        .beside(b().column("Couleur").column("Voie"))
                        .anomalies())
                .containsExactly(
                        "INFORMATION COLONNE_INCONNUE a.xlsx Candidats!AB1",
                        "INFORMATION FEUILLE_INCONNUE a.xlsx Budget!",
                        "INFORMATION COLONNE_INCONNUE b.xlsx Candidats!AB1",
                        "BLOQUANTE COLONNE_DOUBLE b.xlsx Candidats!AC1");
    }

    // ---- candidates

    @Test
    void each_school_hands_its_candidates_in_and_they_follow_the_names_of_the_files() {
        Bordereaux both = b().candidate("0001")
                .with("Nom de naissance", "Orchis")
                .beside(a().candidate("0003").candidate("0002"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.verdicts().keySet()).containsExactly("0003", "0002", "0001");
        assertThat(both.check().candidates()).isEqualTo(3);
        assertThat(both.check().files()).containsExactly("a.xlsx", "b.xlsx");
    }

    @Test
    void a_candidate_of_two_files_has_the_marks_of_both_and_stands_where_he_comes_first() {
        Bordereaux both = a().candidate("0001")
                .candidate("0002")
                .clearBlock("BC02")
                .clearBlock("BC03")
                .beside(b().candidate("0003")
                        .with("Nom de naissance", "Orchis")
                        .candidate("0002")
                        .clear("Nom de naissance", "Prénoms", "Date de naissance", "Voie", "Groupe")
                        .clearBlock("BC01")
                        .with("BC03 Article", "8,5"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.verdicts())
                .isEqualTo(Map.of("0001", Verdict.ADMIS, "0002", Verdict.PARTIEL, "0003", Verdict.ADMIS));
        assertThat(both.verdicts().keySet()).containsExactly("0001", "0002", "0003");
        assertThat(both.outcomes("0002"))
                .containsExactly("BC01 VALIDE epreuve 60", "BC02 VALIDE epreuve 24", "BC03 NON_VALIDE epreuve 8.5");
    }

    @Test
    void a_file_of_one_block_needs_but_the_numbers_and_its_columns() {
        Bordereaux both = a().withoutColumn("BC01 Mémoire")
                .withoutColumn("BC01 Pages")
                .withoutColumn("BC01 Soutenance")
                .candidate("0001")
                .beside(b().onlyColumns("N° candidat", "BC01 Mémoire", "BC01 Pages", "BC01 Soutenance")
                        .candidate("0001"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS));
    }

    @Test
    void what_both_files_lack_is_missing_once() {
        assertThat(a().candidate("0001")
                        .clear("BC03 Article", "BC03 Signes", "BC03 Compétence")
                        .beside(b().candidate("0001").clear("BC03 Article", "BC03 Signes", "BC03 Compétence"))
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_MANQUANTE a.xlsx Candidats!V2 0001");
    }

    @Test
    void a_mark_whose_column_only_another_file_has_is_missing_in_the_row() {
        assertThat(a().withoutColumn("BC01 Soutenance")
                        .candidate("0001")
                        .beside(b().candidate("0002").with("Nom de naissance", "Orchis"))
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_MANQUANTE a.xlsx Candidats!A2 0001");
    }

    @Test
    void a_fault_that_both_files_have_is_told_once() {
        assertThat(a().candidate("0001")
                        .with("BC03 Article", "douze")
                        .beside(b().candidate("0001").with("BC03 Article", "douze"))
                        .anomalies())
                .containsExactly("BLOQUANTE NOTE_ILLISIBLE a.xlsx Candidats!V2 0001");
    }

    @ParameterizedTest
    @CsvSource({"21, '21,0'", "'12,345', '12,345/20'", "-1, '-1 / 20'", "douze, ' douze'"})
    void so_is_one_that_is_wrong_in_two_spellings(String inA, String inB) {
        assertThat(a().candidate("0001")
                        .with("BC03 Article", inA)
                        .beside(b().candidate("0001").with("BC03 Article", inB))
                        .anomalies())
                .singleElement()
                .asString()
                .contains(" NOTE_")
                .endsWith("a.xlsx Candidats!V2 0001");
    }

    @Test
    void a_corrected_annotated_copy_beside_its_original_is_told_as_such() {
        Bordereaux both = a().candidate("0001")
                .beside(b().sheet("À corriger", "Cellule|Gravité|Candidat|Code|Ce qui ne va pas, et que faire")
                        .candidate("0001")
                        .with("BC01 Soutenance", "13,5"));
        assertThat(both.messages()).hasSize(2).allSatisfy(message -> assertThat(message)
                .endsWith(
                        "dans un seul. b.xlsx est une copie annotée\u00a0: d’une copie et de son original, ne gardez que"
                                + " l’un des deux."));
    }

    @Test
    void two_values_of_one_cell_withhold_that_candidate_alone() {
        Bordereaux both = a().candidate("0001")
                .candidate("0002")
                .beside(b().candidate("0001").with("BC01 Soutenance", "13,5"));
        assertThat(both.anomalies())
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Candidats!R2 0001",
                        "BLOQUANTE CONFLIT_FICHIERS b.xlsx Candidats!R2 0001");
        assertThat(both.messages().getFirst())
                .isEqualTo(
                        "«\u00a0BC01 Soutenance\u00a0» vaut ici «\u00a012\u00a0», mais «\u00a013,5\u00a0» dans b.xlsx"
                                + " (feuille Candidats, cellule R2)\u00a0; gardez la bonne valeur dans tous les fichiers, ou dans un"
                                + " seul.");
        assertThat(both.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.ADMIS));
        assertThat(both.read("0001").reserve().inFrench()).isEqualTo("fichiers en conflit");
    }

    @Test
    void decimals_scales_dates_and_spaces_written_otherwise_are_no_conflict() {
        Bordereaux both = a().candidate("0001")
                .with("BC01 Mémoire", new BigDecimal("12.5"))
                .with("BC03 Signes", 11000)
                .with("BC03 Compétence", "3.1")
                .with("Voie", "formation initiale")
                .with("Lieu de naissance", "Val d’Azur")
                .beside(b().candidate("0001")
                        .with("BC01 Mémoire", "12,50")
                        .with("BC01 Soutenance", "12 / 20")
                        .with("BC03 Signes", "11\u00a0000")
                        .with("BC03 Compétence", "3,1")
                        .with("Voie", "Formation Initiale")
                        .with("Lieu de naissance", " Val\u00a0d’Azur")
                        .with("Date de naissance", "1985-03-01"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.verdicts()).isEqualTo(Map.of("0001", Verdict.ADMIS));
    }

    @ParameterizedTest
    @CsvSource({
        "BC01 Mémoire, douze",
        "BC01 Mémoire, 21",
        "BC01 Mémoire, '12,345'",
        "BC01 Mémoire, ABS",
        "BC01 Mémoire, NP",
        "BC01 Pages, 300",
        "BC01 Pages, beaucoup",
        "BC02 Rapport collectif, 9",
        "BC02 Pages, 36",
        "BC03 Compétence, 9.9",
        "Voie, VAE",
        "Voie, par la fenêtre",
        "Date de naissance, 30/02/1990",
        "Date de naissance, 01/01/2099",
        "Groupe, G2",
        "Nom de naissance, Orchis"
    })
    void whichever_file_is_wrong_nothing_else_is_told_and_nobody_else_is_touched(String column, String other) {
        for (Bordereaux both : java.util.List.of(
                a().candidate("0001").beside(b().candidate("0001").with(column, other)),
                b().candidate("0001").beside(a().candidate("0001").with(column, other)))) {
            both.beside(deis().in("c.xlsx")
                    .candidate("0002")
                    .with("Nom de naissance", "Orchis")
                    .with("Date de naissance", LocalDate.of(1985, 3, 1)));
            assertThat(both.anomalies())
                    .filteredOn(anomaly -> !anomaly.contains("NOTE_MANQUANTE")
                            && !anomaly.contains("VAE_DECISION")
                            && !anomaly.contains("NOTE_INATTENDUE"))
                    .hasSize(2)
                    .allMatch(anomaly -> anomaly.startsWith("BLOQUANTE CONFLIT_FICHIERS"))
                    .allMatch(anomaly -> anomaly.endsWith(" 0001"));
            assertThat(both.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.ADMIS));
        }
    }

    @Test
    void a_waiver_that_two_files_word_differently_waives_nothing() {
        Bordereaux both = a().candidate("0001")
                .with("BC01 Pages", 121)
                .with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury")
                .beside(b().candidate("0001")
                        .with("BC01 Pages", 121)
                        .with("Dérogation", "LONGUEUR_MEMOIRE : une page"));
        assertThat(both.anomalies())
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Candidats!N2 0001",
                        "A_ARBITRER LONGUEUR_MEMOIRE a.xlsx Candidats!Q2 0001",
                        "BLOQUANTE CONFLIT_FICHIERS b.xlsx Candidats!N2 0001");
    }

    @Test
    void of_two_reasons_of_a_reserve_none_is_printed() {
        assertThat(a().candidate("0001")
                        .with("Résultat réservé", "fraude")
                        .beside(b().candidate("0001").with("Résultat réservé", "dossier incomplet"))
                        .read("0001")
                        .reserve()
                        .inFrench())
                .isEqualTo("fichiers en conflit");
    }

    @Test
    void a_number_twice_in_one_file_stays_one_of_two_candidates() {
        assertThat(a().candidate("0001")
                        .candidate("0001")
                        .beside(b().candidate("0002").with("Nom de naissance", "Orchis"))
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE CANDIDAT_DOUBLON a.xlsx Candidats!A2 0001",
                        "BLOQUANTE CANDIDAT_DOUBLON a.xlsx Candidats!A3 0001");
    }

    @Test
    void numbers_of_two_files_that_differ_by_case_alone_name_both_places() {
        Bordereaux both = a().candidate("x1").beside(b().candidate("X1").with("Nom de naissance", "Orchis"));
        assertThat(both.anomalies())
                .containsExactly(
                        "BLOQUANTE CANDIDAT_DOUBLON a.xlsx Candidats!A2 x1",
                        "BLOQUANTE CANDIDAT_DOUBLON b.xlsx Candidats!A2 X1");
        assertThat(both.messages()).allMatch(message -> message.contains("(2 de a.xlsx, 2 de b.xlsx)"));
    }

    @Test
    void namesakes_are_found_across_files() {
        assertThat(a().candidate("0001").beside(b().candidate("0002")).anomalies())
                .containsExactly(
                        "AVERTISSEMENT HOMONYME a.xlsx Candidats!C2 0001",
                        "AVERTISSEMENT HOMONYME b.xlsx Candidats!C2 0002");
    }

    @Test
    void a_group_may_lie_in_two_files() {
        assertThat(a().candidate("0001")
                        .beside(b().candidate("0002")
                                .with("Nom de naissance", "Orchis")
                                .with("BC02 Rapport collectif", 13))
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES a.xlsx Candidats!S2 0001",
                        "BLOQUANTE GROUPE_NOTES_DIFFERENTES b.xlsx Candidats!S2 0002");
    }

    @Test
    void each_file_has_its_own_totals_and_hidden_rows() {
        Bordereaux both = a().candidate("0001")
                .hidden()
                .row()
                .with("Nom de naissance", "Total")
                .with("BC01 Mémoire", 12)
                .beside(b().candidate("0001").hidden().row().with("BC01 Mémoire", 12));
        assertThat(both.check().candidates()).isEqualTo(1);
        assertThat(both.anomalies())
                .containsExactly(
                        "INFORMATION LIGNE_MASQUEE a.xlsx Candidats!A2 0001",
                        "INFORMATION LIGNE_MASQUEE b.xlsx Candidats!A2 0001");
    }

    @Test
    void a_value_of_another_file_does_not_hide_a_formula_without_value() {
        Bordereaux both = a().candidate("0001").beside(b().candidate("0001").with("BC03 Article", FORMULA));
        assertThat(both.anomalies()).containsExactly("BLOQUANTE FORMULE_SANS_VALEUR b.xlsx Candidats!V2 0001");
        assertThat(both.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE));
    }

    @Test
    void without_a_number_two_candidates_are_never_one_unless_their_rows_say_the_same() {
        assertThat(a().candidate("")
                        .beside(b().candidate("").with("BC03 Article", 13))
                        .check()
                        .candidates())
                .isEqualTo(2);
        assertThat(a().candidate("").beside(b().candidate("")).check().candidates())
                .isEqualTo(1);
    }

    // ---- the jury

    @Test
    void members_are_one_by_their_names_and_complete_each_other() {
        Bordereaux both = a().member("Sorbier", "Formateurs", "membre")
                .juror("Présent", "")
                .beside(b().member("SORBIER", "Formateurs", "")
                        .juror("Prénom", "dominique")
                        .juror("Présent", "oui"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.session().jury()).hasSize(5).last().satisfies(member -> assertThat(member.presence())
                .isEqualTo(JuryMember.Presence.PRESENT));
    }

    @Test
    void a_member_whom_two_files_describe_differently_withholds_the_session() {
        Bordereaux both = a().juror("Collège", "Salariés")
                .juror("Présent", "excusé")
                .beside(b().juror("Collège", "Employeurs").juror("Présent", "excusée"));
        assertThat(both.anomalies())
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Jury!E5", "BLOQUANTE CONFLIT_FICHIERS b.xlsx Jury!E5");
        assertThat(both.withheld()).isTrue();
    }

    @Test
    void two_members_of_one_name_stay_two_in_both_files() {
        Bordereaux both = a().member("Orme", "Formateurs", "membre").beside(b().member("Orme", "Formateurs", "membre"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.session().jury()).hasSize(5);
    }

    // ---- the marks that the jury settled

    @Test
    void the_same_mark_settled_in_two_files_is_one() {
        Bordereaux both = a().candidate("0001")
                .settled("0001", "BC03 Article", "9,50", "")
                .beside(b().withoutSheet("Candidats")
                        .settled("0001", "bc03 article", new BigDecimal("9.5"), "erreur de report"));
        assertThat(both.anomalies()).isEmpty();
        assertThat(both.session().settledMarks()).hasSize(1).first().satisfies(mark -> assertThat(mark.reason())
                .isEqualTo("erreur de report"));
        assertThat(both.outcomes("0001")).contains("BC03 NON_VALIDE epreuve 9.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C2", "D2"})
    void two_marks_or_two_reasons_withhold_the_candidate_and_settle_nothing(String cell) {
        boolean mark = cell.equals("C2");
        Bordereaux both = a().candidate("0001")
                .candidate("0002")
                .settled("0001", "BC02 Rapport collectif", 13)
                .beside(b().settled(
                                "0001", "BC02 Rapport collectif", mark ? 14 : 13, mark ? "erreur de report" : "oubli"));
        assertThat(both.anomalies())
                .filteredOn(anomaly -> anomaly.contains("CONFLIT"))
                .containsExactly(
                        "BLOQUANTE CONFLIT_FICHIERS a.xlsx Délibération!" + cell + " 0001",
                        "BLOQUANTE CONFLIT_FICHIERS b.xlsx Délibération!" + cell + " 0001");
        assertThat(both.session().settledMarks()).isEmpty();
        assertThat(both.verdicts().get("0001")).isEqualTo(Verdict.RESERVE);
    }

    @Test
    void a_mark_settled_twice_differently_is_held_against_no_other_of_the_group() {
        Bordereaux both = a().candidate("0001")
                .candidate("0002")
                .settled("0001", "BC02 Rapport collectif", 13)
                .beside(b().settled("0001", "BC02 Rapport collectif", 14));
        assertThat(both.anomalies()).allMatch(anomaly -> anomaly.contains("CONFLIT_FICHIERS"));
        assertThat(both.verdicts()).isEqualTo(Map.of("0001", Verdict.RESERVE, "0002", Verdict.ADMIS));
    }

    @Test
    void a_mark_settled_for_a_candidate_of_no_file_is_told_once() {
        assertThat(a().settled("0009", "BC03 Article", 12)
                        .beside(b().settled("0009", "BC03 Article", 13))
                        .anomalies())
                .containsExactly("BLOQUANTE DELIBERATION_INVALIDE a.xlsx Délibération!A2");
    }

    // ---- all of it

    private static Bordereaux rich(Bordereaux made) {
        return made.field("Nombre de candidats", 2)
                .andField("Autorité", "Le préfet")
                .candidate("0001")
                .with("BC01 Pages", 121)
                .with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury")
                .candidate("0002")
                .with("BC03 Article", "douze")
                .candidate("")
                .settled("0001", "BC01 Soutenance", 13);
    }

    @Test
    void a_bordereau_dropped_twice_says_what_it_says_once() {
        Bordereaux once = rich(a()).field("Nombre de candidats", 3);
        Bordereaux twice = rich(a())
                .field("Nombre de candidats", 3)
                .beside(rich(deis().in("copie de a.xlsx")).field("Nombre de candidats", 3));
        assertThat(twice.check().anomalies()).isEqualTo(once.check().anomalies());
        assertThat(twice.verdicts()).isEqualTo(once.verdicts());
        assertThat(twice.session()).isEqualTo(once.session());
        assertThat(twice.content()).isEqualTo(once.content());
    }

    @Test
    void the_content_is_the_same_in_one_file_or_in_two() {
        Bordereaux whole = a().field("Nombre de candidats", 2)
                .candidate("0001")
                .candidate("0002")
                .settled("0001", "BC01 Soutenance", 13);
        Bordereaux parted = a().field("Nombre de candidats", 1)
                .withoutSheet("Jury")
                .candidate("0001")
                .clearBlock("BC02")
                .beside(b().field("Nombre de candidats", 2)
                        .onlyColumns("N° candidat", "BC02 Rapport collectif", "BC02 Pages", "BC02 Soutenance")
                        .candidate("0001")
                        .settled("0001", "BC01 Soutenance", "13,0"))
                .beside(deis().in("c.xlsx")
                        .candidate("0002")
                        .with("Nom de naissance", "Bruyère")
                        .with("Date de naissance", LocalDate.of(1985, 3, 2)));
        assertThat(parted.anomalies()).isEmpty();
        assertThat(parted.content()).isEqualTo(whole.content());
        assertThat(a().candidate("0001").content()).isNotEqualTo(whole.content());
    }

    @Test
    void the_content_knows_which_values_conflict() {
        Bordereaux twelve = a().candidate("0001").beside(b().candidate("0001").with("BC03 Article", 13));
        Bordereaux fourteen = a().candidate("0001").beside(b().candidate("0001").with("BC03 Article", 14));
        assertThat(twelve.content()).isNotEqualTo(fourteen.content());
        assertThat(twelve.content()).isNotEqualTo(a().candidate("0001").content());
    }

    @Test
    void anomalies_come_file_by_file_sheet_by_sheet_and_cell_by_cell() {
        assertThat(b().juror("Qualité", "")
                        .candidate("0002")
                        .with("Nom de naissance", "Orchis")
                        .with("BC03 Article", "x")
                        .beside(a().withoutSheet("Jury")
                                .candidate("0001")
                                .with("BC03 Article", "x")
                                .with("BC01 Mémoire", "x"))
                        .anomalies())
                .containsExactly(
                        "BLOQUANTE NOTE_ILLISIBLE a.xlsx Candidats!P2 0001",
                        "BLOQUANTE NOTE_ILLISIBLE a.xlsx Candidats!V2 0001",
                        "AVERTISSEMENT JURY_PARITE b.xlsx Jury!A1",
                        "BLOQUANTE CHAMP_MANQUANT b.xlsx Jury!D5",
                        "BLOQUANTE NOTE_ILLISIBLE b.xlsx Candidats!V2 0002");
    }
}

package fr.minutier.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.session.Standing;
import fr.minutier.session.VaeDecision;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.junit.jupiter.api.Test;

class CsvReportsTest {
    private static final Deliberation SESSION = Sample.deliberation(
            Sample.examined("12", "Abadie", "11,5", "8", "10", "10", "10"),
            Sample.examined("3", "Bonnet", "9,96", "10,05", "12", "ABS", "9,99"),
            Sample.examined("7", "Carré", "9", "10", "NP", "NP", "9"),
            Sample.standing(
                    "V1",
                    "Dubois",
                    Sample.vae(VaeDecision.VALIDE),
                    new Standing.AcquiredEarlier(null),
                    new Standing.Exempt(Sample.DEIS.exemptions().getFirst())),
            Sample.reserved("=9", "Eymard", "enquête en cours", "NOTE_MANQUANTE", "NUMERO_INVALIDE"));

    @Test
    void decisions_say_how_many_blocks_are_held_and_which_are_not() {
        assertThat(text(CsvReports.decisions(SESSION)))
                .isEqualTo("""
                        \uFEFFcandidat;decision;motif
                        12;ADMIS;3 blocs sur 3
                        3;AJOURNE;"0 bloc sur 3_; à acquérir_: BC01, BC02, BC03"
                        7;AJOURNE;"0 bloc sur 3_; à acquérir_: BC01, BC02, BC03"
                        V1;ADMIS;3 blocs sur 3
                        '=9;RESERVE;"enquête en cours_; NOTE_MANQUANTE, NUMERO_INVALIDE"
                        """.replace("\n", "\r\n").replace("_;", "\u00a0;").replace("_:", "\u00a0:"));
    }

    @Test
    void blocs_have_points_only_where_every_component_was_marked() {
        // 3 × 11,5 + 2 × 8 = 50,5; 3 × 9,96 + 2 × 10,05 = 49,98; 3 × 9 + 2 × 10 = 47
        assertThat(text(CsvReports.blocs(SESSION))).isEqualTo("""
                        \uFEFFcandidat;bloc;issue;points;maximum;seuil;mode
                        12;BC01;VALIDE;50,5;100;50;epreuve
                        12;BC02;VALIDE;20;40;20;epreuve
                        12;BC03;VALIDE;10;20;10;epreuve
                        3;BC01;NON_VALIDE;49,98;100;50;epreuve
                        3;BC02;ABSENT;;40;20;epreuve
                        3;BC03;NON_VALIDE;9,99;20;10;epreuve
                        7;BC01;NON_VALIDE;47;100;50;epreuve
                        7;BC02;NON_PRESENTE;;40;20;epreuve
                        7;BC03;NON_VALIDE;9;20;10;epreuve
                        V1;BC01;VALIDE;;100;50;vae
                        V1;BC02;ACQUIS;;40;20;acquis
                        V1;BC03;DISPENSE;;20;10;dispense
                        '=9;BC01;RESERVE;;100;50;
                        '=9;BC02;RESERVE;;40;20;
                        '=9;BC03;RESERVE;;20;10;
                        """.replace("\n", "\r\n"));
    }

    @Test
    void anomalies_name_file_sheet_cell_candidate_code_and_gravity() {
        Anomaly mark =
                Sample.anomaly(Gravity.BLOQUANTE, "NOTE_MANQUANTE", 13, 13, "12", "La note manque. Saisissez-la.");
        Anomaly row = Sample.anomaly(Gravity.INFORMATION, "LIGNE_MASQUEE", 4, -1, "", "Étrange ligne.");
        Anomaly file = Sample.ofSession(Gravity.AVERTISSEMENT, "JURY_VIDE", "élèves.xlsx", "Aucun membre.");
        assertThat(text(CsvReports.anomalies(List.of(mark, row, file)))).isEqualTo("""
                        \uFEFFfichier;feuille;cellule;candidat;code;gravite;message
                        jury.xlsx;Candidats;N14;12;NOTE_MANQUANTE;BLOQUANTE;La note manque. Saisissez-la.
                        jury.xlsx;Candidats;A5;;LIGNE_MASQUEE;INFORMATION;Étrange ligne.
                        élèves.xlsx;;;;JURY_VIDE;AVERTISSEMENT;Aucun membre.
                        """.replace("\n", "\r\n"));
    }

    @Test
    void the_header_is_there_when_nothing_is_wrong() {
        assertThat(text(CsvReports.anomalies(List.of())))
                .isEqualTo("\uFEFFfichier;feuille;cellule;candidat;code;gravite;message\r\n");
    }

    @Test
    void any_text_is_read_back_as_written_save_the_guard_against_formulas() throws Exception {
        for (String written : List.of("a;b", "il dit \"non\"", "deux\nlignes", "deux\r\nlignes", " bord ", "#1", "é")) {
            assertThat(readBack(written)).isEqualTo(written);
        }
        for (String formula : List.of("=1+1", "+33", "-1", "@cmd", "\tx", "\rx")) {
            assertThat(readBack(formula)).isEqualTo("'" + formula);
        }
    }

    @Test
    void nothing_is_quoted_that_need_not_be() {
        Anomaly plain = new Anomaly(
                new Address("", "", -1, -1),
                Anomaly.Scope.SESSION,
                "",
                "#CODE",
                Gravity.INFORMATION,
                "l’été, à 10 % « près » ");
        assertThat(text(CsvReports.anomalies(List.of(plain)))).doesNotContain("\"");
    }

    private static String readBack(String message) throws Exception {
        byte[] bytes =
                CsvReports.anomalies(List.of(Sample.anomaly(Gravity.BLOQUANTE, "NOTE_ILLISIBLE", 1, 1, "1", message)));
        try (CSVParser rows = CSVParser.parse(
                new InputStreamReader(
                        BOMInputStream.builder()
                                .setInputStream(new ByteArrayInputStream(bytes))
                                .get(),
                        StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setDelimiter(';').setHeader().get())) {
            List<CSVRecord> records = rows.getRecords();
            assertThat(records).hasSize(1);
            return records.getFirst().get("message");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

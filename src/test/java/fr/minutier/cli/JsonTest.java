package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Answers to another program, and colours for a person. */
class JsonTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    /** Every value of the answer as {@code path=value}; refused when it is no JSON, or more than one line of it. */
    static List<String> values(String answer) {
        assertThat(answer).hasLineCount(1);
        List<String> values = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), answer)) {
            for (JsonToken token; (token = json.nextToken()) != null; ) {
                if (token.isScalarValue()) {
                    values.add(json.streamReadContext().pathAsPointer() + "=" + json.getString());
                }
            }
        }
        return values;
    }

    @Test
    void a_night_answers_in_one_line_and_shows_its_progress_elsewhere() throws Exception {
        desk.session("JUIN-2026");
        Desk.Answer answer = desk.run("--format", "json");
        assertThat(answer.status()).isZero();
        assertThat(values(answer.out()))
                .contains(
                        "/commande=run",
                        "/arrete=false",
                        "/sessions/0/session=JUIN-2026",
                        "/sessions/0/etat=produite",
                        "/sessions/0/candidats=1",
                        "/sessions/0/admis=1",
                        "/sessions/0/actes/proces-verbal=1",
                        "/page=" + desk.output().resolve("index.html"),
                        "/sortie=0");
        assertThat(answer.err()).contains("Lecture\u00a0: 1\u00a0fichier");
        assertThat(values(desk.run("--format", "json").out())).contains("/sessions/0/etat=inchangee");
    }

    @Test
    void a_check_answers_every_anomaly_with_the_fields_of_the_csv_file() throws Exception {
        Path session = desk.session("JUIN-2026", "peut-être");
        List<String> values = values(
                desk.says("check", "--format", "json", session.toString()).out());
        assertThat(values)
                .contains(
                        "/commande=check",
                        "/bordereaux=1",
                        "/gravites/information=0",
                        "/anomalies/0/feuille=Candidats",
                        "/anomalies/0/cellule=F2",
                        "/anomalies/0/candidat=C-1",
                        "/anomalies/0/gravite=BLOQUANTE",
                        "/sortie=3");
    }

    @Test
    void status_answers_what_the_register_holds() throws Exception {
        assertThat(values(desk.says(
                                "status",
                                "--format",
                                "json",
                                "--output",
                                desk.output().toString())
                        .out()))
                .containsExactly("/commande=status");
        desk.session("JUIN-2026");
        desk.run();
        assertThat(values(desk.says(
                                "status",
                                "JUIN-2026",
                                "--format",
                                "JSON",
                                "--output",
                                desk.output().toString())
                        .out()))
                .contains(
                        "/sessions/0/session=JUIN-2026",
                        "/sessions/0/edition=1",
                        "/sessions/0/definitive=false",
                        "/sessions/0/decisions/ADMIS=1",
                        "/editions/0/edition=1",
                        "/etat_du_dossier=publie");
    }

    @Test
    void a_session_that_nobody_knows_is_wrong_use_and_no_answer() throws Exception {
        Desk.Answer answer = desk.says(
                "status",
                "JAMAIS-VUE",
                "--format",
                "json",
                "--output",
                desk.output().toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("JAMAIS-VUE");
    }

    @Test
    void another_format_is_wrong_use_in_french() throws Exception {
        Desk.Answer answer = desk.says("check", "--format", "xml", folder.toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("la valeur de --format ne convient pas.");
    }

    @Test
    void every_field_is_documented() throws Exception {
        desk.session("JUIN-2026", "peut-être");
        List<String> answers = List.of(
                desk.run("--format", "json").out(),
                desk.says("check", "--format", "json", desk.input().toString()).out(),
                desk.says(
                                "status",
                                "JUIN-2026",
                                "--format",
                                "json",
                                "--output",
                                desk.output().toString())
                        .out());
        for (String answer : answers) {
            values(answer).forEach(JsonTest::assertDocumented);
        }
    }

    /** That the page on answers has the field of a value. */
    static void assertDocumented(String value) {
        String name = value.substring(0, value.indexOf('=')).replaceAll("/\\d+", "");
        // Below counts by kind, names are data.
        assertThat(Desk.HOME.resolve("src/docs/json.md"))
                .content()
                .contains("`" + name.replaceAll("/(actes|decisions)/.*", "/$1").replaceAll(".*/", "") + "`");
    }

    @Test
    void gravities_are_coloured_on_a_terminal_alone_and_not_where_that_is_not_wanted() throws Exception {
        Path session = desk.session("JUIN-2026", "peut-être");
        String[] check = {"check", session.toString()};
        assertThat(desk.says(check).out()).doesNotContain("\u001b");
        desk.columns = 120;
        assertThat(desk.says(check).out()).contains("\u001b[1;31mbloquante\u001b[0m");
        desk.environment.put("NO_COLOR", "1");
        assertThat(desk.says(check).out()).contains("bloquante").doesNotContain("\u001b");
    }
}

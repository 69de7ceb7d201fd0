package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.PostgresOfTests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several machines may not do together. */
class WorkerCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    private Desk.Answer worker() {
        return desk.says(
                "ouvrier",
                "--input",
                desk.input().toString(),
                "--output",
                desk.output().toString());
    }

    private void inBase(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(desk.environment.get("MINUTIER_BASE"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void without_a_server_there_are_no_workers() {
        for (Desk.Answer answer : new Desk.Answer[] {worker(), desk.run("--ouvriers")}) {
            assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
            assertThat(answer.err())
                    .contains("demande un registre dans PostgreSQL")
                    .contains("MINUTIER_BASE");
        }
    }

    @Test
    void a_worker_of_another_version_or_with_other_templates_is_refused_by_either_side() throws Exception {
        desk.environment.putAll(PostgresOfTests.newDatabase());
        assertThat(desk.run("--ouvriers").status()).isZero(); // nothing to make, and the tables are there

        inBase("UPDATE night_run SET ended = NULL, program = 'ancien'");
        Desk.Answer older = worker();
        assertThat(older.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(older.err()).contains("tourne avec une autre version du programme (ancien)");

        inBase("INSERT INTO night_worker (name, program, studio) VALUES ('poste-9-12', 'ancien', 'autre')");
        desk.session("JURY-2026-JUIN");
        Desk.Answer mixed = desk.run("--ouvriers");
        assertThat(mixed.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(mixed.err()).contains("l’ouvrier poste-9-12 n’a pas la même version du programme");
        assertThat(desk.says("status", "--output", desk.output().toString()).status())
                .isZero();
    }

    @Test
    void status_says_in_columns_what_each_worker_does_and_tells_it_to_another_program() throws Exception {
        desk.environment.putAll(PostgresOfTests.newDatabase());
        assertThat(desk.run("--ouvriers").status()).isZero(); // nothing to make, and the tables are there
        inBase("INSERT INTO night_worker (name, program, studio, seen) VALUES ('poste-9-12', 'v', 's', now()),"
                + " ('srv.jury-10-4567', 'v', 's', now() - INTERVAL '2000 seconds'), ('poste-9-7', 'v', 's', now())");
        inBase("INSERT INTO night_work (turn, position, session_id, files, digest, content_digest, closing, day,"
                + " last_edition, candidates, worker, taken, fate, ended) VALUES"
                + job(
                        0,
                        "MAI-2026",
                        120,
                        "poste-9-12",
                        "now() - INTERVAL '90 seconds'",
                        "'MADE', now() - INTERVAL '60 s'")
                + ","
                + job(
                        1,
                        "JUIN-2026",
                        30,
                        "poste-9-12",
                        "now() - INTERVAL '60 seconds'",
                        "'MADE', now() - INTERVAL '30 s'")
                + "," + job(2, "A-2026", 12, "poste-9-12", "now()", "NULL, NULL")
                + "," + job(3, "B-2026", 12, "poste-9-12", "now()", "NULL, NULL")
                + "," + job(4, "C-2026", 9, "srv.jury-10-4567", "now()", "NULL, NULL")
                + "," + job(5, "GRANDE-2026", 1200, "", "NULL", "NULL, NULL"));
        inBase(
                "INSERT INTO night_range (turn, position, from_candidate, to_candidate, worker, taken, folder, ended) VALUES"
                        + " (1, 5, 0, 500, 'poste-9-7', now() - INTERVAL '60 seconds', 'dossier', now() - INTERVAL '30 seconds'),"
                        + " (1, 5, 500, 1000, 'poste-9-7', now(), NULL, NULL), (1, 5, 1000, 1200, NULL, NULL, NULL, NULL)");

        assertThat(desk.says("status", "--output", desk.output().toString())
                        .out()
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' ')
                        .replaceAll("depuis 20\\d\\d s", "depuis 2000 s"))
                .endsWith("""
                n’a encore reçu aucun document.

                Ouvriers :
                                    sessions  candidats  par minute
                  poste-9-12               2        150         150  fait A-2026, B-2026
                  poste-9-7                0        500        1000  fait GRANDE-2026, candidats 501 à 1 000
                  srv.jury-10-4567         0          0           0  silencieux depuis 2000 s, avait en main C-2026
                """);

        List<String> values = JsonTest.values(desk.says(
                        "status", "--format", "json", "--output", desk.output().toString())
                .out());
        assertThat(values)
                .contains(
                        "/ouvriers/0/machine=poste-9",
                        "/ouvriers/0/processus=12",
                        "/ouvriers/0/en_main/0=A-2026",
                        "/ouvriers/0/en_main/1=B-2026",
                        "/ouvriers/0/sessions_terminees=2",
                        "/ouvriers/0/candidats=150",
                        "/ouvriers/0/candidats_par_minute=150",
                        "/ouvriers/0/silencieux=false",
                        "/ouvriers/1/processus=7",
                        "/ouvriers/1/plages_en_main/0/session=GRANDE-2026",
                        "/ouvriers/1/plages_en_main/0/premier_candidat=501",
                        "/ouvriers/1/plages_en_main/0/dernier_candidat=1000",
                        "/ouvriers/2/machine=srv.jury-10",
                        "/ouvriers/2/silencieux=true")
                .anyMatch(value -> value.matches("/ouvriers/2/silence_s=20\\d\\d"));
        assertThat(values).allSatisfy(JsonTest::assertDocumented);
    }

    private static String job(
            int position, String session, int candidates, String worker, String taken, String fateAndEnd) {
        return " (1, %d, '%s', 'f', 'd', 'c', 'PROVISOIRE', '2026-07-02', 0, %d, '%s', %s, %s)"
                .formatted(position, session, candidates, worker, taken, fateAndEnd);
    }
}

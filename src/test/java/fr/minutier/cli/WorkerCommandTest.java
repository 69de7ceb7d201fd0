package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.PostgresOfTests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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
}

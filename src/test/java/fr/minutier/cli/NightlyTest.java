package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night that nobody watches needs: to be started, and to be watched over. */
class NightlyTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(folder);
    }

    private String health() throws IOException {
        return Files.readString(desk.output().resolve(".registre/sante.json"));
    }

    @Test
    void the_health_file_tells_begin_end_status_and_counts_and_no_name() throws Exception {
        desk.session("JUIN-2026");
        desk.session("MAI-2026", "peut-être");
        desk.run();
        assertThat(health())
                .matches("(?s)\\{\"dernier_debut\":\"\\d{4}-\\d\\d-\\d\\dT[^\"]+\",\"derniere_fin\":\"[^\"]+\",.*")
                .contains(
                        "\"etat_de_sortie\":3",
                        "\"sessions\":2",
                        "\"produites\":2",
                        "\"candidats\":2",
                        "\"candidats_reserves\":1",
                        "\"defaillances\":0")
                .doesNotContain("Nerval", "C-1", "JUIN");
        desk.run();
        assertThat(health()).contains("\"produites\":0", "\"inchangees\":2", "\"etat_de_sortie\":3");
        try (var files = Files.list(desk.output().resolve(".registre"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void a_damaged_health_file_and_a_rehearsal_change_nothing() throws Exception {
        desk.session("JUIN-2026");
        desk.run();
        Files.writeString(desk.output().resolve(".registre/sante.json"), "{\"dernier_de");
        assertThat(desk.run("--dry-run").status()).isZero();
        assertThat(health()).isEqualTo("{\"dernier_de");
        assertThat(desk.run().status()).isZero();
        assertThat(health()).contains("\"dernier_debut\"", "\"etat_de_sortie\":0");
    }

    @Test
    void systemd_units_name_this_checkout_catch_up_and_keep_the_hour_of_france() {
        Desk.Answer answer = desk.says("planifier", "--heure", "1:30", "--output", "/srv/mes jurys/100%");
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains(
                        "ExecStart=" + Desk.HOME.resolve("minutier") + " run --input " + Desk.HOME.resolve("input")
                                + " --output \"/srv/mes jurys/100%%\"\n",
                        "WorkingDirectory=" + Desk.HOME + "\n",
                        "OnCalendar=*-*-* 01:30:00 Europe/Paris\n",
                        "Persistent=true\n",
                        "SuccessExitStatus=3\n",
                        "WantedBy=timers.target\n")
                .doesNotContain("De 2 h à 3 h");
        assertThat(desk.says("planifier", "--heure", "02:00", "--systemd").out())
                .contains("De 2 h à 3 h");
    }

    @Test
    void a_line_of_crontab_is_quoted_for_the_shell_and_for_cron() {
        assertThat(desk.says("planifier", "--heure", "23:05", "--cron", "--output", "/srv/l'été/100%")
                        .out())
                .contains(
                        "CRON_TZ=Europe/Paris\n",
                        "\n5 23 * * * " + Desk.HOME.resolve("minutier") + " run --input " + Desk.HOME.resolve("input")
                                + " --output '/srv/l'\\''été/100\\%'\n");
    }

    @Test
    void an_hour_that_is_none_is_refused_in_french() {
        Desk.Answer answer = desk.says("planifier", "--heure", "25:00");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("l’heure s’écrit HH:MM");
        assertThat(desk.says("planifier", "--heure", "1:30", "--cron", "--systemd")
                        .status())
                .isEqualTo(2);
    }
}

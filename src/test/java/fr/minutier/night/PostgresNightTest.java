package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.PostgresOfTests;
import fr.minutier.cli.Minutier;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register on a server changes nothing of what a night makes. */
class PostgresNightTest {
    private static final List<String> FOR_A_SERVER = List.of(
            " org.postgresql.",
            " com.zaxxer.",
            " org.springframework.integration.",
            " org.springframework.context.support.AbstractApplicationContext");

    @TempDir
    Path folder;

    @Test
    void a_night_makes_the_same_bytes_and_the_same_entries_whatever_its_register_lives_in() throws Exception {
        Office file = new Office(folder.resolve("fichier")).withNovember().withJune();
        Office server =
                new Office(folder.resolve("serveur")).withNovember().withJune().on(PostgresOfTests.newDatabase());
        for (Fate expected : List.of(Fate.MADE, Fate.UNCHANGED)) {
            NightResult inFile = file.night();
            NightResult onServer = server.night();
            assertThat(onServer.sessions()).isEqualTo(inFile.sessions());
            assertThat(onServer.count(expected)).isPositive();
            assertThat(Tree.digests(server.output())).isEqualTo(Tree.digests(file.output()));
        }
        assertThat(entries(server)).isEqualTo(entries(file)).hasSize(2);
    }

    @Test
    void a_correction_on_a_server_moves_and_keeps_what_it_would_with_a_file() throws Exception {
        Office office = new Office(folder).on(PostgresOfTests.newDatabase());
        CorrectedNovember.close(office.input());
        office.night();
        CorrectedNovember.correct(office.input());
        assertThat(office.night().count(Fate.MADE)).isOne();

        try (Register register =
                Register.openIfPresent(office.workplace().base()).orElseThrow()) {
            Edition second = register.closed(Office.NOVEMBER).orElseThrow();
            assertThat(second.number()).isEqualTo(2);
            assertThat(Shelved.of(office.output(), second)).isEqualTo(Shelved.AS_PUBLISHED);
            assertThat(office.november().resolve("archives/v1")).isDirectory();
            assertThat(register.firstBreak(Office.NOVEMBER)).isEmpty();
        }
    }

    @Test
    void a_register_in_a_file_loads_nothing_that_is_for_a_server() throws Exception {
        Office office = new Office(folder).withNovember();
        try (ChildJvm child = new ChildJvm(
                Circumstances.ORDINARY.with(
                        "-Xlog:class+load", "-Dminutier.home=" + Path.of("").toAbsolutePath()),
                Minutier.class,
                "run",
                "--input",
                office.input(),
                "--output",
                office.output())) {
            assertThat(child.exitStatus()).isIn(0, 3);
            List<String> loaded = child.said()
                    .lines()
                    .filter(line -> line.contains("class,load"))
                    .toList();
            assertThat(loaded).anyMatch(line -> line.contains(" fr.minutier.register.H2File "));
            assertThat(loaded.stream().filter(line -> FOR_A_SERVER.stream().anyMatch(line::contains)))
                    .isEmpty();
        }
    }

    /** The entries, in which persons are told under a key that is each register's own. */
    private static List<String> entries(Office office) throws Exception {
        try (Register register =
                Register.openIfPresent(office.workplace().base()).orElseThrow()) {
            return Stream.of(Office.NOVEMBER, Office.JUNE)
                    .map(session -> register.entry(session, 1).text().replaceAll("person=\\w+", "person=…"))
                    .toList();
        }
    }
}

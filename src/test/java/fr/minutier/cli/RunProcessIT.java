package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The nightly command as a process: its exit status, and what its journal says. */
class RunProcessIT {
    private static final Path NOVEMBER = Path.of("input", "DEIS-2025-NOVEMBRE");

    @TempDir
    Path folder;

    /** Fails with what a cell says in its message, as a library may. */
    static final class Failing {
        public static void main(String[] arguments) {
            Journal.open(Path.of(arguments[0]));
            LoggerFactory.getLogger(Failing.class)
                    .error(
                            "session {}",
                            "DEIS-2025-NOVEMBRE",
                            new IllegalStateException("Arnoulet", new NumberFormatException("For input: 25N-001")));
        }
    }

    @BeforeEach
    void handInNovember() throws Exception {
        Path there = Files.createDirectories(folder.resolve("input").resolve(NOVEMBER.getFileName()));
        try (var files = Files.list(NOVEMBER)) {
            for (Path file : files.toList()) {
                Files.copy(file, there.resolve(file.getFileName()));
            }
        }
    }

    private int run(String... options) throws Exception {
        return runOn("input", options);
    }

    private int runOn(String input, String... options) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("run", "--templates", "templates"));
        arguments.addAll(List.of("--input", folder.resolve(input), "--output", folder.resolve("output")));
        arguments.addAll(List.of(options));
        try (ChildJvm child = new ChildJvm(Minutier.class, arguments.toArray())) {
            return child.exitStatus();
        }
    }

    @Test
    void something_withheld_is_3_a_closed_session_left_alone_is_0_and_a_rehearsal_writes_nothing() throws Exception {
        assertThat(run("--dry-run")).isEqualTo(3);
        assertThat(folder.resolve("output")).doesNotExist();

        assertThat(run()).isEqualTo(3);
        assertThat(run()).isZero();

        Path candidates =
                folder.resolve("input").resolve(NOVEMBER.getFileName()).resolve("candidats.csv");
        Files.writeString(candidates, Files.readString(candidates).replace(";12;96;14;", ";12;96;15;"));
        assertThat(run()).isEqualTo(3);
        assertThat(runOn("nowhere")).isEqualTo(2);
    }

    @Test
    void the_journal_of_a_night_holds_nothing_of_a_candidate() throws Exception {
        Files.writeString(folder.resolve("input/brouillon de Arnoulet.xlsx"), "Arnoulet;25N-001");
        assertThat(run()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("output/.registre/journal.log")))
                .doesNotContain("Arnoulet", "25N-0");
    }

    @Test
    void the_journal_says_where_the_program_failed_and_not_on_what() throws Exception {
        try (ChildJvm child = new ChildJvm(Failing.class, folder)) {
            assertThat(child.exitStatus()).isZero();
        }
        assertThat(Files.readString(folder.resolve("journal.log")))
                .contains("session DEIS-2025-NOVEMBRE", "java.lang.NumberFormatException", "Failing.main")
                .doesNotContain("Arnoulet", "25N-001");
    }
}

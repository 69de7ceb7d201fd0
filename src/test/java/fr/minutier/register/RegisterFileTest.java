package fr.minutier.register;

import static fr.minutier.register.Toys.digest;
import static fr.minutier.register.Toys.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.minutier.ChildJvm;
import fr.minutier.register.Edition.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFileTest {
    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path output;

    /** Begins and prepares an edition, then waits to be killed, or halts in the moment after. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            Register register = Register.open(Path.of(arguments[0]));
            Edition edition = register.begin(SESSION, digest("a"), "", Closing.PROVISOIRE, DAY);
            switch (arguments[1]) {
                case "begun" -> Runtime.getRuntime().halt(ChildJvm.HALTED);
                case "prepared" -> {
                    register.prepare(edition, digest("folder"), issue("statement"));
                    Runtime.getRuntime().halt(ChildJvm.HALTED);
                }
                case "published" -> {
                    register.prepare(edition, digest("folder"), issue("statement"));
                    register.published(edition);
                    Runtime.getRuntime().halt(ChildJvm.HALTED);
                }
                case "transaction" -> {
                    try (Connection connection = register.dataSource().getConnection()) {
                        connection.setAutoCommit(false);
                        EditionTable.prepare(
                                connection,
                                edition,
                                digest("folder"),
                                issue("statement").outcome());
                        try (Connection other = register.dataSource().getConnection();
                                Statement statement = other.createStatement()) {
                            statement.execute("CHECKPOINT SYNC");
                        }
                        Runtime.getRuntime().halt(ChildJvm.HALTED);
                    }
                }
                default -> {
                    System.out.println("holding");
                    Thread.sleep(60_000);
                }
            }
        }
    }

    @Test
    void a_second_process_is_told_in_french_that_the_register_is_held() throws Exception {
        try (ChildJvm child = new ChildJvm(Child.class, folder(), "hold")) {
            child.await("holding");

            assertThatThrownBy(() -> Register.open(folder()))
                    .isInstanceOf(RegisterBusy.class)
                    .hasMessageContaining("est tenu par un autre traitement");
            assertThatThrownBy(() -> Register.openIfPresent(folder())).isInstanceOf(RegisterBusy.class);

            child.kill();
            try (Register register = Register.open(folder())) {
                assertThat(register.unfinished()).hasSize(1);
            }
        }
    }

    @Test
    void what_was_begun_prepared_or_published_outlives_a_kill_in_the_next_moment() throws Exception {
        assertThat(new ChildJvm(Child.class, folder(), "begun").exitStatus()).isEqualTo(ChildJvm.HALTED);
        try (Register register = Register.open(folder())) {
            assertThat(register.unfinished()).extracting(Edition::state).containsExactly(State.BEGUN);
        }
        assertThat(new ChildJvm(Child.class, folder(), "prepared").exitStatus()).isEqualTo(ChildJvm.HALTED);
        try (Register register = Register.open(folder())) {
            assertThat(register.unfinished()).extracting(Edition::state).containsExactly(State.PREPARED);
            register.undone(register.unfinished().getFirst());
        }
        assertThat(new ChildJvm(Child.class, folder(), "published").exitStatus())
                .isEqualTo(ChildJvm.HALTED);
        try (Register register = Register.openIfPresent(folder()).orElseThrow()) {
            assertThat(register.current(SESSION)).isPresent();
            assertThat(register.acts(SESSION)).hasSize(1);
        }
    }

    @Test
    void a_reader_never_sees_what_a_killed_run_had_not_committed() throws Exception {
        assertThat(new ChildJvm(Child.class, folder(), "transaction").exitStatus())
                .isEqualTo(ChildJvm.HALTED);
        try (Register register = Register.openIfPresent(folder()).orElseThrow()) {
            assertThat(register.unfinished()).extracting(Edition::state).containsExactly(State.BEGUN);
        }
    }

    @Test
    void looking_for_a_register_that_is_not_there_makes_nothing() throws Exception {
        assertThat(Register.openIfPresent(folder())).isEmpty();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void reading_a_register_leaves_its_file_as_it_is() throws Exception {
        try (Register register = Register.open(folder())) {
            Edition edition = register.begin(SESSION, digest("a"), "", Closing.PROVISOIRE, DAY);
            register.prepare(edition, digest("folder"), issue("statement"));
            register.published(edition);
        }
        byte[] before = Files.readAllBytes(file());

        try (Register register = Register.openIfPresent(folder()).orElseThrow()) {
            assertThat(register.current(SESSION)).isPresent();
            assertThatThrownBy(() -> register.begin(SESSION, digest("b"), "", Closing.PROVISOIRE, DAY))
                    .isInstanceOf(RegisterFailure.class);
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void tables_half_made_by_a_killed_run_are_no_register_to_a_reader_and_completed_by_the_next_run() throws Exception {
        Files.createDirectories(folder());
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder().resolve("registre"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE schema_version (version INT PRIMARY KEY)");
            String script = new String(
                    Register.class.getResourceAsStream("001-editions.sql").readAllBytes(), StandardCharsets.UTF_8);
            statement.execute(script.substring(0, script.indexOf("CREATE INDEX")));
        }
        byte[] before = Files.readAllBytes(file());
        assertThat(Register.openIfPresent(folder())).isEmpty();
        assertThat(Files.readAllBytes(file())).isEqualTo(before);

        try (Register register = Register.open(folder())) {
            Edition edition = register.begin(SESSION, digest("a"), "", Closing.PROVISOIRE, DAY);
            register.prepare(edition, digest("folder"), issue("statement"));
            assertThat(register.published(edition).number()).isEqualTo(1);
        }
    }

    @Test
    void a_file_left_empty_by_a_killed_run_is_no_register_yet_and_becomes_one() throws Exception {
        Files.createDirectories(folder());
        Files.createFile(file());

        assertThat(Register.openIfPresent(folder())).isEmpty();
        try (Register register = Register.open(folder())) {
            assertThat(register.sessions()).isEmpty();
        }
    }

    @Test
    void only_its_owner_can_read_the_register() throws IOException, RegisterBusy {
        assumeTrue(Files.getFileStore(output).supportsFileAttributeView("posix"));
        try (Register register = Register.open(folder())) {
            assertThat(register.sessions()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder())) {
            assertThat(files.toList()).containsExactly(file()).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    private Path folder() {
        return output.resolve(".registre");
    }

    private Path file() {
        return folder().resolve("registre.mv.db");
    }
}

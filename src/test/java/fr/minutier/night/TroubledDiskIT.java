package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full, gone, read-only or damaged: one French line, status 1, what was made stays in its place; and
 * once it is mended the same command ends in the bytes of a night that nothing disturbed.
 */
@DisabledOnOs(OS.WINDOWS)
class TroubledDiskIT {
    private static final int SESSIONS = 10;

    @TempDir
    static Path folder;

    private static TwoEvenings evenings;

    @BeforeAll
    static void liveThroughBothEvenings() throws Exception {
        evenings = new TwoEvenings(folder, SESSIONS);
    }

    /** Runs a command on a file system of its own that has little room left, makes room, and runs it again. */
    private static final String ON_A_SMALL_DISK = """
            disk=$1 evening=$2 room=$3; shift 3
            mount -t tmpfs -o mode=750,size=$(($(du -sk "$evening" | cut -f 1) + room))k none "$disk" || exit 77
            cp -a "$evening/." "$disk"
            "$@"; echo "status $?"
            cp -a "$disk" "$disk.between"
            mount -o remount,size=500m "$disk"
            "$@"; echo "status $?"
            cp -a "$disk" "$disk.after"
            """;

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void a_full_disk_is_told_in_one_line_and_costs_nothing(int kilobytes) throws Exception {
        assumeTrue(succeeds("unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt"));
        Path evening = evenings.evening("evening-" + kilobytes);
        Path disk = Files.createDirectory(folder.resolve("disk-" + kilobytes));
        Circumstances onIt = TwoEvenings.onTheSecondDay()
                .behind(
                        "unshare",
                        "-Urm",
                        "sh",
                        "-c",
                        ON_A_SMALL_DISK,
                        "sh",
                        disk.toString(),
                        evening.toString(),
                        Integer.toString(kilobytes));
        try (ChildJvm child = MarkedRun.start(onIt, "-", 0, evenings.command(disk))) {
            child.anyExitStatus();
            assertThat(child.said().lines().filter(line -> line.startsWith("status ")))
                    .as(child.said())
                    .containsExactly("status 1", "status 3");
            assertOneLine(child, "le disque de «\u00a0" + disk + "\u00a0» est plein\u00a0: libérez de la place");
        }
        evenings.assertCompleteOrAbsent(folder.resolve(disk + ".between"), kilobytes + " kB");
        evenings.assertFinished(folder.resolve(disk + ".after"), kilobytes + " kB");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40})
    void files_that_may_not_grow_are_as_a_full_disk(int kilobytes) throws Exception {
        Path output = evenings.evening("limited-" + kilobytes);
        leaveNoRoomInside(output.resolve(".registre/registre"));
        long register = Files.size(output.resolve(".registre/registre.mv.db"));
        long blocks = (register + kilobytes * 1024L) / 512;
        Circumstances limited =
                TwoEvenings.onTheSecondDay().behind("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh");
        try (ChildJvm child = MarkedRun.start(limited, "-", 0, evenings.command(output))) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(1);
            assertOneLine(child, "est plein\u00a0: libérez de la place");
        }
        evenings.assertCompleteOrAbsent(output, kilobytes + " kB");
        runsToItsEnd(output);
    }

    @Test
    void output_that_vanishes_midway_is_told_and_is_gone_on_with_when_it_is_back() throws Exception {
        Path output = evenings.evening("vanishing");
        Path elsewhere = folder.resolve("elsewhere");
        try (ChildJvm child =
                MarkedRun.start(TwoEvenings.onTheSecondDay(), "PUBLISHED", -1, evenings.command(output))) {
            child.await(MarkedRun.WAITING);
            Files.move(output, elsewhere);
            MarkedRun.goOn(child);
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(1);
            assertOneLine(child, "a disparu, en tout ou partie, pendant le passage\u00a0: rétablissez-le");
        }
        assertThat(output).doesNotExist();
        Files.move(elsewhere, output);
        evenings.assertCompleteOrAbsent(output, "back");
        runsToItsEnd(output);
    }

    @Test
    void a_file_where_the_program_works_is_told_with_its_name() throws Exception {
        Path output = evenings.evening("obstructed");
        Path work = output.resolve(".registre/travail");
        Files.delete(work);
        Files.writeString(work, "à garder");
        try (ChildJvm child = MarkedRun.start(TwoEvenings.onTheSecondDay(), "-", 0, evenings.command(output))) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(1);
            assertOneLine(child, "ne peut plus être écrit (" + work + ")");
        }
        assertThat(work).hasContent("à garder");
        Files.delete(work);
        runsToItsEnd(output);
    }

    @Test
    void output_that_becomes_read_only_midway_is_told_and_costs_nothing() throws Exception {
        // Root may write everywhere, unless it is root no more in a user namespace that gives it no right.
        boolean root = System.getProperty("user.name").equals("root");
        assumeTrue(!root || succeeds("unshare", "-U", "true"));
        Path output = evenings.evening("read-only");
        Circumstances bound =
                TwoEvenings.onTheSecondDay().behind(root ? new String[] {"unshare", "-U"} : new String[0]);
        try (ChildJvm child = MarkedRun.start(bound, "TAKEN_UP", -1, evenings.command(output))) {
            child.await(MarkedRun.WAITING);
            assertThat(output.toFile().setWritable(false)).isTrue();
            MarkedRun.goOn(child);
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(1);
            assertOneLine(child, "ne peut pas être écrit (accès refusé à «\u00a0" + output);
        }
        evenings.assertCompleteOrAbsent(output, "read-only");
        try (ChildJvm child = MarkedRun.start(bound, "-", 0, evenings.command(output))) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(2);
            assertOneLine(child, "ne peut pas être écrit\u00a0: droits ou disque");
        }
        assertThat(output.toFile().setWritable(true)).isTrue();
        runsToItsEnd(output);
    }

    @Test
    void input_that_vanishes_midway_is_left_for_the_next_night() throws Exception {
        Path output = evenings.evening("starved");
        Path away = folder.resolve("away");
        try (ChildJvm child =
                MarkedRun.start(TwoEvenings.onTheSecondDay(), "JOB_COMPLETED", -1, evenings.command(output))) {
            child.await(MarkedRun.WAITING);
            Files.move(evenings.input(), away);
            MarkedRun.goOn(child);
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(3);
            assertThat(child.said()).contains("laissée pour la prochaine nuit").doesNotContain("\tat ", "Défaillance");
        } finally {
            Files.move(away, evenings.input());
        }
        evenings.assertCompleteOrAbsent(output, "input away");
        runsToItsEnd(output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "cut"})
    void a_damaged_register_is_told_and_left_as_it_is(String damage) throws Exception {
        Path output = evenings.evening("damaged-" + damage);
        Path register = output.resolve(".registre/registre.mv.db");
        byte[] whole = Files.readAllBytes(register);
        byte[] damaged = whole.clone();
        switch (damage) {
            case "random" -> new Random(1).nextBytes(damaged);
            default -> damaged = Arrays.copyOf(damaged, 5000);
        }
        Files.write(register, damaged);
        try (ChildJvm child = MarkedRun.start(TwoEvenings.onTheSecondDay(), "-", 0, evenings.command(output))) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(1);
            assertOneLine(child, "le registre «\u00a0" + register + "\u00a0» est endommagé\u00a0: rien n’a été touché");
        }
        assertThat(register).hasBinaryContent(damaged);
        evenings.assertCompleteOrAbsent(output, damage);
        Files.write(register, whole);
        runsToItsEnd(output);
    }

    @Test
    void a_reader_that_leaves_costs_nothing() throws Exception {
        Path output = evenings.evening("piped");
        Circumstances piped = TwoEvenings.onTheSecondDay().behind("sh", "-c", "\"$@\" | head -n 1", "sh");
        try (ChildJvm child = MarkedRun.start(piped, "-", 0, evenings.command(output))) {
            assertThat(child.exitStatus()).isZero();
        }
        evenings.assertFinished(output, "piped");
    }

    private static void assertOneLine(ChildJvm child, String sentence) {
        assertThat(child.said().lines().filter(line -> line.startsWith("minutier\u00a0: ")))
                .as(child.said())
                .singleElement()
                .asString()
                .contains(sentence);
        assertThat(child.said()).doesNotContain("\tat ", "Exception", "Défaillance");
    }

    /** What H2 deletes it reuses after 45 seconds: without room of that kind, all that a run adds makes the file grow. */
    private static void leaveNoRoomInside(Path database) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + database, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }

    private static void runsToItsEnd(Path output) throws Exception {
        try (ChildJvm child = MarkedRun.start(TwoEvenings.onTheSecondDay(), "-", 0, evenings.command(output))) {
            assertThat(child.exitStatus()).as(child.said()).isEqualTo(3);
        }
        evenings.assertFinished(output, output.toString());
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}

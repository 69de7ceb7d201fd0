package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.archive.Backup;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup is taken while a night holds the register, which neither waits for the other to end. */
class BackupDuringANightIT {
    @TempDir
    Path folder;

    private ChildJvm waitingAt(Office office, CommitPoint point) throws Exception {
        ChildJvm child = MarkedRun.start(
                ChildJvm.Circumstances.ORDINARY.in(Map.of("SOURCE_DATE_EPOCH", "1782900000")),
                point.name(),
                -1,
                "run",
                "--input",
                office.input(),
                "--output",
                office.output(),
                "--templates",
                "templates");
        child.await(MarkedRun.WAITING);
        return child;
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitPoint.class,
            names = {"CANDIDATES_PRINTED", "PREPARED", "PUBLISHED"})
    void it_holds_what_was_on_record_at_that_moment_and_the_night_ends_as_ever(CommitPoint point) throws Exception {
        Office office = new Office(folder).withNovember();
        Path backup = folder.resolve("sauvegarde.zip");
        try (ChildJvm child = waitingAt(office, point)) {
            assertThat(new Backup(office.output().resolve(".registre")).write(backup))
                    .isTrue();
            MarkedRun.goOn(child);
            assertThat(child.exitStatus()).isEqualTo(3);
        }
        assertThat(office.output().resolve(".registre/sauvegarde")).doesNotExist();
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(new Backup(elsewhere).restore(backup)).isEmpty();
        try (Register register = Register.open(elsewhere)) {
            assertThat(register.editions(Office.NOVEMBER)).hasSize(point == CommitPoint.PUBLISHED ? 1 : 0);
            assertThat(register.unfinished()).hasSize(point == CommitPoint.PUBLISHED ? 0 : 1);
            assertThat(register.firstBreak(Office.NOVEMBER)).isEmpty();
        }
    }

    @Test
    void a_night_that_is_killed_while_somebody_waits_leaves_the_register_to_him() throws Exception {
        Office office = new Office(folder).withNovember();
        Path register = office.output().resolve(".registre");
        try (ChildJvm child = waitingAt(office, CommitPoint.PUBLISHED)) {
            Thread killer = Thread.ofPlatform().start(() -> {
                try {
                    child.kill();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(new Backup(register).write(folder.resolve("sauvegarde.zip")))
                    .isTrue();
            killer.join();
        }
        assertThat(new Backup(folder.resolve("elsewhere")).restore(folder.resolve("sauvegarde.zip")))
                .isEmpty();
        assertThat(Files.exists(register.resolve("sauvegarde"))).isFalse();
    }

    @Test
    void nothing_is_restored_under_a_night_that_is_going() throws Exception {
        Office office = new Office(folder).withNovember();
        Path backup = folder.resolve("sauvegarde.zip");
        Backup there = new Backup(office.output().resolve(".registre"));
        try (ChildJvm child = waitingAt(office, CommitPoint.PUBLISHED)) {
            there.write(backup);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> there.restore(backup))
                    .isInstanceOf(RegisterBusy.class);
            MarkedRun.goOn(child);
            assertThat(child.exitStatus()).isEqualTo(3);
        }
    }
}

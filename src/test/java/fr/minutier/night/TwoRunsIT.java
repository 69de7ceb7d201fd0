package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.cli.Minutier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run at a time: the second says who is at work, and touches nothing. */
class TwoRunsIT {
    @TempDir
    Path folder;

    @Test
    void the_second_run_says_who_holds_the_register_and_touches_nothing() throws Exception {
        Office office = new Office(folder).withJune().withNovember();
        Object[] run = {"run", "--input", office.input(), "--output", office.output(), "--templates", "templates"};
        Object[] check = {
            "check",
            "--output",
            office.output(),
            "--templates",
            "templates",
            office.input().resolve(Office.NOVEMBER)
        };
        Path note = office.output().resolve(".registre/tenu-par.txt");
        try (ChildJvm first = MarkedRun.start(ChildJvm.Circumstances.ORDINARY, "LEFTOVERS_SETTLED", -1, run)) {
            first.await(MarkedRun.WAITING);
            SortedMap<String, Long> before = sizes(office.output());

            for (Object[] second : new Object[][] {
                run, Stream.concat(Stream.of(run), Stream.of("--dry-run")).toArray(), check
            }) {
                try (ChildJvm child = new ChildJvm(Minutier.class, second)) {
                    assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(2);
                    assertThat(child.said())
                            .contains("est tenu par un autre traitement (lancé par " + System.getProperty("user.name"))
                            .contains("«\u00a0minutier LEFTOVERS_SETTLED -1 run --input " + office.input())
                            .contains("processus " + first.process().pid() + ")")
                            .endsWith("puis relancez la commande.\n")
                            .doesNotContain("\tat ");
                }
            }
            assertThat(sizes(office.output())).isEqualTo(before);
            first.kill();
        }
        assertThat(note).as("left behind by the kill").exists();
        try (ChildJvm child = new ChildJvm(Minutier.class, check)) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(3);
        }
        try (ChildJvm child = new ChildJvm(Minutier.class, run)) {
            assertThat(child.exitStatus()).isEqualTo(3);
        }
        assertThat(note).doesNotExist();
        assertThat(office.november()).isDirectory();
    }

    /** Of all files, register's folder included, but what the first run may still be writing: register and work folders. */
    private static SortedMap<String, Long> sizes(Path output) throws Exception {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path path : all.toList()) {
                if (!path.endsWith("registre.mv.db") && !path.toString().contains("/travail/")) {
                    sizes.put(path.toString(), Files.isDirectory(path) ? 0 : Files.size(path));
                }
            }
        }
        return sizes;
    }
}

package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that corrects a closed session, killed right after a commit point and run again, ends in the bytes of one that was
 * not, archives included. A few points here, all of them by {@code -Dminutier.kills=1}.
 */
class CorrectionKillTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 5);
    private static final int FEW = 3;

    @TempDir
    Path folder;

    @Test
    void a_correcting_night_killed_right_after_a_commit_point_ends_in_the_bytes_of_one_that_was_not() throws Exception {
        Path closed = Files.createDirectories(folder.resolve("closed"));
        CorrectedNovember.close(folder.resolve("first"));
        night(folder.resolve("first"), closed, LocalDate.of(2025, 11, 21));
        SortedMap<String, String> before = Tree.digests(closed.resolve(Office.NOVEMBER));
        CorrectedNovember.correct(folder.resolve("input"));
        Path undisturbed = copy(closed, "undisturbed");
        night(folder.resolve("input"), undisturbed, DAY);
        SortedMap<String, String> corrected = Tree.digests(undisturbed);
        SortedMap<String, String> after = Tree.digests(undisturbed.resolve(Office.NOVEMBER));
        assertThat(after).containsKeys("archives/v1/proces-verbal.pdf", "candidats/25N-028/releve-de-notes.pdf");

        for (CommitPoint point : points()) {
            Path output = copy(closed, point.name());
            try (ChildJvm child = child(output, point)) {
                assertThat(child.exitStatus()).as(point + child.said()).isEqualTo(ChildJvm.HALTED);
            }
            Path place = output.resolve(Office.NOVEMBER);
            if (Files.exists(place)) {
                assertThat(Tree.digests(place)).as(point.name()).isIn(before, after);
            }
            night(folder.resolve("input"), output, DAY);
            assertThat(Tree.digests(output)).as(point.name()).isEqualTo(corrected);
            try (Register register =
                    Register.openIfPresent(output.resolve(".registre")).orElseThrow()) {
                List<Edition> editions = register.editions(Office.NOVEMBER);
                assertThat(editions).as(point.name()).hasSize(2);
                assertThat(register.unfinished()).as(point.name()).isEmpty();
                assertThat(register.particulars(editions.getLast())
                                .orElseThrow()
                                .correction())
                        .isEqualTo(1);
                assertThat(editions.getLast().folderDigest())
                        .as(point.name())
                        .isEqualTo(Folder.digest(output.resolve(Office.NOVEMBER)));
            }
        }
    }

    private static List<CommitPoint> points() {
        List<CommitPoint> points = new ArrayList<>(EnumSet.allOf(CommitPoint.class));
        if (Integer.getInteger("minutier.kills", 0) == 0) {
            Collections.shuffle(points, new Random());
            points = points.subList(0, FEW);
        }
        return points;
    }

    private ChildJvm child(Path output, CommitPoint point) throws IOException {
        long noon = DAY.atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
        return MarkedRun.start(
                Circumstances.ORDINARY.in(Map.of("SOURCE_DATE_EPOCH", Long.toString(noon))),
                point.name(),
                1,
                "run",
                "--input",
                folder.resolve("input"),
                "--output",
                output,
                "--templates",
                Path.of("templates"));
    }

    private static void night(Path input, Path output, LocalDate day) throws Exception {
        new Night(new Workplace(input, output, Path.of("templates"), day), Set.of(), Office.silent()).run();
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> all = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }
}

package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.cli.Minutier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SOURCE_DATE_EPOCH, two processes that have nothing else in common make the same bytes. */
class SameBytesIT {
    private static final String EPOCH = "1782900000"; // 1 July 2026

    @TempDir
    Path folder;

    @Test
    void neither_the_day_nor_the_place_nor_the_number_of_processors_shows() throws Exception {
        // Two islands with the date line between them: 25 hours, hence two calendar days, whatever the time is.
        SortedMap<String, String> here = night("here", "Pacific/Kiritimati", "C.UTF-8", 1);
        SortedMap<String, String> there = night("there", "Pacific/Pago_Pago", "fr_FR.UTF-8", 4);
        assertThat(there).hasSizeGreaterThan(10).isEqualTo(here);
    }

    private SortedMap<String, String> night(String place, String zone, String locale, int processors) throws Exception {
        Office office = new Office(folder.resolve(place)).withJune().withNovember();
        try (Stream<Path> all = Files.walk(office.input())) {
            for (Path path : all.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(86_400L * processors)));
            }
        }
        Circumstances circumstances = new Circumstances(
                List.of(),
                List.of("-XX:ActiveProcessorCount=" + processors),
                Map.of("SOURCE_DATE_EPOCH", EPOCH, "TZ", zone, "LC_ALL", locale));
        try (ChildJvm child = new ChildJvm(
                circumstances,
                Minutier.class,
                "run",
                "--input",
                office.input(),
                "--output",
                office.output(),
                "--templates",
                "templates")) {
            assertThat(child.exitStatus()).as(child.said()).isEqualTo(3);
        }
        return Tree.digests(office.output());
    }
}

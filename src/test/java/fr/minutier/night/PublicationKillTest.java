package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.night.ToyNight.Moment;
import fr.minutier.register.Edition;
import fr.minutier.register.Toys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationKillTest {
    private static final int KILLS = Integer.getInteger("minutier.kills", 6);
    private static final int LONGEST_LIFE_MS = 400;

    @TempDir
    Path output;

    @Test
    void a_run_killed_at_random_leaves_a_whole_edition_and_a_ledger_that_agrees() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ChildJvm child = new ChildJvm(ToyNight.Child.class, output)) {
                child.await("publishing");
                Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
                child.kill();
            }
            assertWhole("kill " + kill + " of seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"SEALED", "PREPARED", "MOVED_ASIDE", "MOVED_IN", "PUBLISHED"})
    void a_run_halted_between_two_steps_leaves_a_whole_edition(Moment moment) throws Exception {
        try (ToyNight night = new ToyNight(output)) {
            night.publish("old");
        }
        try (ChildJvm child = new ChildJvm(ToyNight.Child.class, output, moment, "new")) {
            assertThat(child.exitStatus()).isEqualTo(ChildJvm.HALTED);
        }
        assertWhole(moment.name());
        try (ToyNight night = new ToyNight(output)) {
            assertThat(night.isWhole(moment == Moment.SEALED ? "old" : "new")).isTrue();
        }
    }

    private void assertWhole(String when) throws Exception {
        try (ToyNight night = new ToyNight(output)) {
            night.publication.finishOrUndo();
            List<Edition> editions = night.register.editions(ToyNight.SESSION);
            if (editions.isEmpty()) {
                assertThat(output.resolve(ToyNight.SESSION)).as(when).doesNotExist();
                return;
            }
            String word = night.word();
            assertThat(night.isWhole(word)).as(when).isTrue();
            assertThat(editions.getLast().digest()).as(when).isEqualTo(Toys.digest(word));
            assertThat(editions.getLast().folderDigest())
                    .as(when)
                    .isEqualTo(Folder.digest(output.resolve(ToyNight.SESSION)));
            assertThat(night.register.acts(ToyNight.SESSION)).as(when).hasSize(editions.size() * ToyNight.FILES);
            assertThat(editions.getLast().number()).as(when).isEqualTo(editions.size());
            assertThat(Files.list(output.resolve(".registre/travail")).count())
                    .as(when)
                    .isZero();
            assertThat(Files.list(output.resolve(".registre/remplace")).count())
                    .as(when)
                    .isZero();
        }
    }
}

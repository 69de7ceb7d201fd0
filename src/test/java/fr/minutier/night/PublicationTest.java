package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.minutier.night.ToyNight.Moment;
import fr.minutier.register.Edition;
import fr.minutier.register.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTest {
    @TempDir
    Path output;

    private ToyNight night;

    @BeforeEach
    void open() throws Exception {
        night = new ToyNight(output);
    }

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void a_published_folder_is_whole_and_the_one_before_is_gone() throws IOException {
        night.publish("old");
        Edition published = night.publish("new");

        assertThat(night.isWhole("new")).isTrue();
        assertThat(night.register.current(ToyNight.SESSION)).contains(published);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_run_that_ended_at_any_moment_of_a_replacement_is_finished_or_undone(Moment moment) throws IOException {
        Edition old = night.publish("old");
        night.publishUntil(moment, "new");

        night.publication.finishOrUndo();

        boolean finished = moment.compareTo(Moment.PREPARED) >= 0;
        assertThat(night.isWhole(finished ? "new" : "old")).isTrue();
        assertThat(night.register.editions(ToyNight.SESSION)).hasSize(finished ? 2 : 1);
        assertThat(night.register.acts(ToyNight.SESSION)).hasSize((finished ? 2 : 1) * ToyNight.FILES);
        assertThat(night.register.editions(ToyNight.SESSION).getFirst()).isEqualTo(old);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_run_that_ended_at_any_moment_of_a_first_publication_is_finished_or_undone(Moment moment) throws IOException {
        night.publishUntil(moment, "new");

        night.publication.finishOrUndo();

        boolean finished = moment.compareTo(Moment.PREPARED) >= 0;
        if (finished) {
            assertThat(night.isWhole("new")).isTrue();
        } else {
            assertThat(output.resolve(ToyNight.SESSION)).doesNotExist();
        }
        assertThat(night.register.current(ToyNight.SESSION).isPresent()).isEqualTo(finished);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"PREPARED", "MOVED_ASIDE"})
    void a_work_folder_damaged_since_is_never_published(Moment moment) throws IOException {
        night.publish("old");
        night.publishUntil(moment, "new");
        Files.writeString(work("2").resolve("candidats/C-0/acte-0.pdf"), "damaged");

        night.publication.finishOrUndo();

        assertThat(night.isWhole("old")).isTrue();
        assertThat(night.register.editions(ToyNight.SESSION)).hasSize(1);
        assertThat(night.publish("new").number()).isEqualTo(2);
        assertThat(night.isWhole("new")).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void a_folder_changed_by_hand_before_it_was_on_record_gives_way_to_the_one_before() throws IOException {
        night.publish("old");
        night.publishUntil(Moment.MOVED_IN, "new");
        Files.writeString(output.resolve(ToyNight.SESSION).resolve("note.txt"), "written by hand");

        night.publication.finishOrUndo();

        assertThat(night.isWhole("old")).isTrue();
        assertThat(night.register.current(ToyNight.SESSION))
                .map(Edition::digest)
                .contains(Toys.digest("old"));
    }

    @Test
    void finishing_twice_changes_nothing() throws IOException {
        night.publish("old");
        night.publishUntil(Moment.MOVED_ASIDE, "new");

        assertThat(night.publication.finishOrUndo()).extracting(Edition::number).containsExactly(2);
        assertThat(night.publication.finishOrUndo()).isEmpty();
        assertThat(night.isWhole("new")).isTrue();
    }

    @Test
    void what_an_earlier_attempt_left_in_the_work_folder_is_wiped() throws IOException {
        night.publishUntil(Moment.HALF_WRITTEN, "new");

        assertThat(night.publication.open(night.begin("new"))).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_moved_in_leaves_the_one_before_in_its_place() throws IOException {
        night.publish("old");
        Edition edition = night.begin("new");
        Path folder = night.publication.open(edition);
        String digest = night.publication.seal(folder);
        Folder.delete(folder);

        assertThatThrownBy(() -> night.publication.publish(edition, digest, ToyNight.issue("new")))
                .isInstanceOf(IOException.class);
        assertThat(night.isWhole("old")).isTrue();
        night.publication.finishOrUndo();
        assertThat(night.isWhole("old")).isTrue();
    }

    @Test
    void the_group_of_output_may_read_what_is_published_and_not_the_register() throws IOException {
        assumeTrue(Files.getFileStore(output).supportsFileAttributeView("posix"));
        night.publish("new");

        Path place = output.resolve(ToyNight.SESSION);
        assertThat(rights(place)).isEqualTo("rwxr-x---");
        assertThat(rights(place.resolve("candidats/C-0"))).isEqualTo("rwxr-x---");
        assertThat(rights(place.resolve("candidats/C-0/acte-0.pdf"))).isEqualTo("rw-r-----");
        assertThat(rights(output.resolve(".registre"))).isEqualTo("rwx------");
        assertThat(Files.getAttribute(place.resolve("candidats/C-0/acte-0.pdf"), "posix:group"))
                .isEqualTo(Files.getAttribute(output, "posix:group"));
    }

    private void assertNothingIsLeft() {
        assertThat(output.resolve(".registre/travail")).isEmptyDirectory();
        assertThat(output.resolve(".registre/remplace")).isEmptyDirectory();
        assertThat(night.register.unfinished()).allMatch(edition -> edition.state() == Edition.State.BEGUN);
    }

    private Path work(String number) {
        return output.resolve(".registre/travail").resolve(ToyNight.SESSION + "." + number);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

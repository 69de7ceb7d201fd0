package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.night.NightResult.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provisional session whose bordereau is corrected between two nights: the second says what changed. */
class ChangedSessionTest {
    private static final int LONGEST_LIFE_MS = 3_000;

    /** Arnoulet fails her memoir, Pradelloux is no longer there, and the session has a day no more. */
    private static final String TOLD =
            "date de délibération\u00a0: absente, 1\u00a0candidat retiré, 1\u00a0décision changée";

    @TempDir
    Path folder;

    private Office office;

    /** A child process: one night on an office's folders. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            Night night = new Night(second(Path.of(arguments[0]), Path.of(arguments[1])), Set.of(), Office.silent());
            System.out.println("night");
            night.run();
            Runtime.getRuntime().halt(ChildJvm.HALTED);
        }
    }

    @BeforeEach
    void firstNight() throws Exception {
        office = new Office(folder).withNovember();
        office.edit("session.csv", text -> text.replace("Statut;définitif", "Statut;provisoire"));
        office.night();
    }

    @Test
    void the_pages_and_the_night_say_what_changed_since_the_edition_before() throws Exception {
        correct();
        assertThat(office.night().sessions().getFirst().line().changes()).isEqualTo(TOLD);
        assertThat(Files.readString(office.output().resolve("index.html"))).contains(TOLD);
        assertThat(Files.readString(office.november().resolve("index.html")))
                .contains("Comparaison avec l’édition 1, du 20\u00a0juin\u00a02026.")
                .contains("BC01\u00a0: validé, 64\u00a0points")
                .contains("BC01\u00a0: non validé, 38\u00a0points")
                .contains("retiré du bordereau");
    }

    @Test
    void the_nights_after_say_it_still_and_touch_nothing() throws Exception {
        correct();
        office.night();
        SortedMap<String, String> before = Tree.untouched(office.output());
        assertThat(office.night().sessions())
                .extracting(session -> session.fate())
                .containsExactly(Fate.UNCHANGED);
        assertThat(Tree.untouched(office.output())).isEqualTo(before);
    }

    @Test
    void a_folder_that_was_lost_is_made_again_with_its_changes() throws Exception {
        correct();
        run(office.output());
        SortedMap<String, String> before = Tree.digests(office.output());
        Folder.delete(office.november());
        run(office.output());
        assertThat(Tree.digests(office.output())).isEqualTo(before);
    }

    @Test
    void another_template_is_said_to_change_no_result(@TempDir Path elsewhere) throws Exception {
        Path templates = elsewhere.resolve("templates");
        Office.copy(Path.of("templates"), templates);
        Path statement = templates.resolve("acts/releve-de-notes.md");
        Files.writeString(statement, Files.readString(statement) + "\nUne ligne de plus.\n");
        Workplace place = office.workplace();
        NightResult result = new Night(
                        new Workplace(place.input(), place.output(), templates, place.today()),
                        Set.of(),
                        Office.silent())
                .run();
        assertThat(result.sessions().getFirst().line().changes()).isEqualTo("aucun changement dans les résultats");
        assertThat(Files.readString(office.november().resolve("index.html")))
                .contains("le bordereau dit la même chose, seuls sa forme, les définitions, les modèles");
    }

    @Test
    void a_second_night_killed_at_random_ends_in_the_bytes_of_one_that_was_not(@TempDir Path elsewhere)
            throws Exception {
        Path undisturbed = elsewhere.resolve("undisturbed");
        Office.copy(office.output(), undisturbed);
        correct();
        run(undisturbed);

        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < 3; kill++) {
            try (ChildJvm child = new ChildJvm(Child.class, office.input(), office.output())) {
                child.await("night");
                Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
                child.kill();
            }
        }
        run(office.output());
        assertThat(Tree.digests(office.output())).as("seed " + seed).isEqualTo(Tree.digests(undisturbed));
        assertThat(Files.readString(office.output().resolve("index.html"))).contains(TOLD);
    }

    private void correct() throws IOException {
        office.edit("session.csv", text -> text.replace("Date de délibération;20/11/2025\r\n", ""));
        office.edit("candidats.csv", text -> text.replaceFirst(";12;96;14;", ";8;96;7;")
                .replaceFirst("25N-016;[^\r]*\r\n", ""));
    }

    private void run(Path output) throws Exception {
        new Night(second(office.input(), output), Set.of(), Office.silent()).run();
    }

    private static Workplace second(Path input, Path output) {
        return new Workplace(input, output, Path.of("templates"), LocalDate.of(2026, 6, 21));
    }
}

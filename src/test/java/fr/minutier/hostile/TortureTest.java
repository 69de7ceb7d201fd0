package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.cli.Desk;
import fr.minutier.hostile.Fault.Dealt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two offices live through the same evenings. One is left in peace; in the other each command meets a fault, and is started
 * again in peace: then both have the same bytes, and each letter has arrived. A few faults; many by {@code -Dminutier.fautes=500}, others by
 * {@code -Dminutier.graine=}.
 */
@EnabledOnOs(OS.LINUX)
class TortureTest {
    private static final int FAULTS = Integer.getInteger("minutier.fautes", 6);
    private static final long SEED = Long.getLong("minutier.graine", System.nanoTime());
    private static final int ONE_MORE = 4;
    private static final int MOST_DAYS_BACK = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Random random = new Random(SEED);
    private Set<Fault> possible = Set.of();
    private final Map<Fault, int[]> table = new EnumMap<>(Fault.class);
    private final List<String> defects = new ArrayList<>();

    @Test
    void an_office_that_meets_with_every_fault_ends_in_the_bytes_of_one_that_meets_with_none() throws Exception {
        possible = Dealer.possible();
        for (Fault fault : Fault.values()) {
            table.put(fault, new int[3]);
        }
        for (int scenario = 1; dealt() < FAULTS; scenario++) {
            Path place = Files.createDirectories(folder.resolve("scenario-" + scenario));
            List<String> story = new ArrayList<>();
            try {
                live(place, story);
                Folders.delete(place);
            } catch (AssertionError | Exception e) {
                defects.add("seed " + SEED + ", " + place + ", after " + story + ":\n" + e);
                System.out.println(defects.getLast());
            }
            print(scenario);
        }
        assertThat(defects).isEmpty();
    }

    private int dealt() {
        return table.keySet().stream().mapToInt(this::dealt).sum();
    }

    private void live(Path place, List<String> story) throws Exception {
        Path input = Files.createDirectories(place.resolve("input"));
        try (LivingOffice inPeace = new LivingOffice(input, Files.createDirectories(place.resolve("in-peace")));
                LivingOffice tortured = new LivingOffice(input, place.resolve("tortured"))) {
            // Both have the register and the keys of one office: each draws keys of its own when it is made.
            assertThat(inPeace.says("cles").status()).isZero();
            assertThat(inPeace.lives(Evenings.NOTHING).status()).isZero();
            Folders.copy(inPeace.output(), tortured.output());
            for (Evenings.Step step : new Evenings(random).steps()) {
                if (dealt() >= FAULTS) {
                    break;
                }
                step.handingIn().into(input);
                story.add("\n" + step.command() + ":");
                if (random.nextInt(Fault.values().length) == 0) {
                    Evenings.Step earlier = step.earlier(1 + random.nextInt(MOST_DAYS_BACK));
                    torture(List.of(Fault.CLOCK_SET_BACK), earlier, inPeace, tortured, story);
                }
                List<Fault> faults = new ArrayList<>();
                do {
                    faults.add(drawn(step));
                } while (random.nextInt(ONE_MORE) == 0);
                torture(faults, step, inPeace, tortured, story);
            }
            assertVerified(tortured);
        }
    }

    /** One that was dealt least so far, more often than not; or any. */
    private Fault drawn(Evenings.Step step) {
        List<Fault> faults = possible.stream()
                .filter(fault -> fault != Fault.CLOCK_SET_BACK && fault.befalls(step))
                .toList();
        int least = faults.stream().mapToInt(this::dealt).min().orElseThrow();
        List<Fault> rare =
                faults.stream().filter(fault -> dealt(fault) == least).toList();
        List<Fault> among = random.nextInt(3) == 0 ? faults : rare;
        return among.get(random.nextInt(among.size()));
    }

    private int dealt(Fault fault) {
        return Objects.requireNonNull(table.get(fault))[0];
    }

    /** The tortured office meets with these faults, one after another, and then is at peace as the other. */
    private void torture(
            List<Fault> faults, Evenings.Step step, LivingOffice inPeace, LivingOffice tortured, List<String> story)
            throws Exception {
        int before = tortured.letters().size();
        int expected = inPeace.letters().size();
        assertThat(inPeace.lives(step).status()).isIn(0, 2, 3);
        Path input = tortured.input();
        Path whole = input.resolveSibling("input.whole");
        List<Fault> met = new ArrayList<>();
        for (Fault fault : faults) {
            Folders.copy(input, whole);
            story.add(fault.name());
            Dealt dealt = new Dealer(tortured, random).deal(fault, step);
            story.add(dealt.name());
            Folders.delete(input);
            Files.move(whole, input);
            tortured.assertWhole();
            if (dealt != Dealt.NOT) {
                met.add(fault);
                table.get(fault)[0]++;
                table.get(fault)[1] += dealt == Dealt.DIED ? 1 : 0;
            }
        }
        Desk.Answer again = tortured.lives(step);
        assertThat(again.status()).as(again.out() + again.err()).isIn(0, 2, 3);
        tortured.assertAtRest();
        assertSame(tortured.state(), inPeace.state());
        assertLetters(inPeace.letters(), tortured.letters(), expected, before, met.size());
        met.forEach(fault -> table.get(fault)[2]++);
    }

    private static void assertSame(SortedMap<String, String> tortured, SortedMap<String, String> inPeace) {
        Map<String, String> surplus = new TreeMap<>(tortured);
        surplus.entrySet().removeAll(inPeace.entrySet());
        Map<String, String> lacking = new TreeMap<>(inPeace);
        lacking.entrySet().removeAll(tortured.entrySet());
        assertThat(surplus).as("instead of " + lacking).isEmpty();
        assertThat(lacking).isEmpty();
    }

    private static void assertLetters(
            List<String> inPeace, List<String> tortured, int expected, int before, int faults) {
        List<String> arrived = tortured.subList(before, tortured.size());
        List<String> wanted = inPeace.subList(expected, inPeace.size());
        assertThat(new TreeSet<>(arrived)).isEqualTo(new TreeSet<>(wanted));
        assertThat(arrived.size() - wanted.size()).as("letters twice").isLessThanOrEqualTo(faults);
    }

    /** What the office shows is what its register issued: acts in force, and in the archives those that are not. */
    private static void assertVerified(LivingOffice office) throws IOException {
        for (Path session : office.sessions()) {
            try (Stream<Path> all = Files.walk(session)) {
                Map<Boolean, List<String>> acts = all.map(Path::toString)
                        .filter(path -> path.endsWith("/proces-verbal.pdf") || path.endsWith("/releve-de-notes.pdf"))
                        .collect(Collectors.partitioningBy(path -> path.contains("/archives/")));
                acts.forEach((archived, paths) -> {
                    if (paths.isEmpty()) {
                        return;
                    }
                    Desk.Answer answer = office.says(
                            Stream.concat(Stream.of("verify"), paths.stream()).toArray(String[]::new));
                    assertThat(answer.status()).as(answer.out() + answer.err()).isEqualTo(archived ? 3 : 0);
                });
            }
        }
    }

    private void print(int scenarios) {
        StringBuilder lines = new StringBuilder("torture (seed " + SEED + ", scenarios " + scenarios
                + "):\n| fault | dealt | died | repaired |\n|---|---|---|---|\n");
        int[] sum = new int[3];
        table.forEach((fault, counts) -> {
            lines.append("| %s | %d | %d | %d |%n".formatted(fault, counts[0], counts[1], counts[2]));
            Arrays.setAll(sum, i -> sum[i] + counts[i]);
        });
        System.out.print(lines.append("| all | %d | %d | %d |%n".formatted(sum[0], sum[1], sum[2])));
    }
}

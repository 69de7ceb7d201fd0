package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.hostile.Fault.Dealt;
import fr.minutier.night.MarkedRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Deals one fault to one command of an office, at a moment that is drawn; input is left as the fault leaves it. */
final class Dealer {
    private static final List<String> POINTS = MarkedRun.points();
    private static final int FIRST_AFTER_READING = POINTS.indexOf("EDITION_BEGUN");
    private static final int LONGEST_WAIT_MS = 1_000;
    private static final int MOST_ROOM_KB = 400;

    /** Runs a command on an output that lies on a file system of its own, which has little room left. */
    private static final String ON_A_SMALL_DISK = """
            output=$1 room=$2; shift 2
            cp -a "$output" "$output.before"
            mount -t tmpfs -o mode=750,size=$(($(du -sk "$output" | cut -f 1) + room))k none "$output" || exit 77
            cp -a "$output.before/." "$output"
            "$@"; status=$?
            cp -a "$output" "$output.after"
            exit $status
            """;

    private final LivingOffice office;
    private final Random random;

    Dealer(LivingOffice office, Random random) {
        this.office = office;
        this.random = random;
    }

    /** What can be dealt on this machine: a disk of one's own and rights of one's own are not to be had everywhere. */
    static Set<Fault> possible() throws InterruptedException {
        Set<Fault> possible = EnumSet.allOf(Fault.class);
        if (!succeeds("unshare", "-Urm", "sh", "-c", "mount -t tmpfs none /mnt")) {
            possible.remove(Fault.DISK_FULL);
        }
        if (isRoot() && !succeeds("unshare", "-U", "true")) {
            possible.remove(Fault.OUTPUT_READ_ONLY);
        }
        return possible;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Deals it; {@link Dealt#NOT} when the moment for it did not come. */
    Dealt deal(Fault fault, Evenings.Step step) throws Exception {
        return switch (fault) {
            case KILLED_AT_RANDOM -> killAtRandom(step);
            case KILLED_AT_A_COMMIT_POINT -> killAtAPoint(step);
            case DISK_FULL -> fillTheDisk(step);
            case OUTPUT_READ_ONLY -> forbidWriting(step);
            case INPUT_TRUNCATED, INPUT_REPLACED, INPUT_REMOVED -> damageInput(fault, step);
            case CLOCK_SET_BACK -> setTimes(step);
            case TWO_AT_ONCE -> twoAtOnce(step);
            case LOCK_HELD_BY_ANOTHER -> holdTheLock(step);
            case LOCK_LOST -> loseTheLock(step);
        };
    }

    private Dealt killAtRandom(Evenings.Step step) throws Exception {
        int before = office.letters().size();
        try (ChildJvm child = office.starts(step, List.of(), "-", 0)) {
            if (random.nextInt(5) != 0) { // most while it works, some while it starts
                awaitWork(child, step, before);
            }
            Thread.sleep(random.nextInt(step.isNight() ? LONGEST_WAIT_MS : LONGEST_WAIT_MS / 20));
            boolean alive = child.process().isAlive();
            child.kill();
            child.anyExitStatus();
            return alive ? Dealt.DIED : Dealt.NOT;
        }
    }

    private Dealt killAtAPoint(Evenings.Step step) throws Exception {
        try (ChildJvm child = office.starts(step, List.of(), drawn(0), random.nextInt(4) == 0 ? 2 : 1)) {
            return child.anyExitStatus() == ChildJvm.HALTED ? Dealt.DIED : ended(child, Dealt.NOT);
        }
    }

    private Dealt fillTheDisk(Evenings.Step step) throws Exception {
        Path output = office.output();
        String room = Integer.toString(random.nextInt(random.nextBoolean() ? MOST_ROOM_KB : MOST_ROOM_KB / 8));
        List<String> disk = List.of("unshare", "-Urm", "sh", "-c", ON_A_SMALL_DISK, "sh", output.toString(), room);
        Path after = output.resolveSibling(output.getFileName() + ".after");
        try (ChildJvm child = office.starts(step, disk, "-", 0)) {
            Dealt dealt = ended(child, Dealt.SURVIVED);
            Folders.delete(output);
            Folders.delete(output.resolveSibling(output.getFileName() + ".before"));
            Files.move(after, output);
            return dealt;
        }
    }

    private Dealt forbidWriting(Evenings.Step step) throws Exception {
        // Root may write everywhere, unless it is root no more in a user namespace that gives it no right.
        List<String> bound = isRoot() ? List.of("unshare", "-U") : List.of();
        try (ChildJvm child = midway(step, bound, 0)) {
            if (child == null) {
                return Dealt.NOT;
            }
            List<Path> folders;
            try (Stream<Path> all = Files.walk(office.output(), 3)) {
                folders = all.filter(Files::isDirectory).toList();
            }
            Path one = random.nextInt(3) == 0 ? office.output() : folders.get(random.nextInt(folders.size()));
            boolean forbidden = one.toFile().setWritable(false);
            goOn(child, step);
            Dealt dealt = ended(child, Dealt.SURVIVED);
            if (forbidden && Files.exists(one)) {
                assertThat(one.toFile().setWritable(true)).isTrue();
            }
            return dealt;
        }
    }

    private Dealt damageInput(Fault damage, Evenings.Step step) throws Exception {
        // What is damaged before it is read is read as damaged: then it must name no session any more.
        boolean before = step.isNight() && random.nextInt(4) == 0;
        int first = before ? 0 : FIRST_AFTER_READING;
        try (ChildJvm child = midway(step, List.of(), before ? -FIRST_AFTER_READING : first)) {
            if (child == null) {
                return Dealt.NOT;
            }
            List<Path> handedIn = Folders.entries(office.input());
            Path one = handedIn.get(random.nextInt(handedIn.size()));
            if (Files.isDirectory(one)) {
                one = one.resolve(
                        before
                                ? "session.csv"
                                : List.of("session.csv", "jury.csv", "candidats.csv")
                                        .get(random.nextInt(3)));
            }
            byte[] bytes = Files.readAllBytes(one);
            switch (damage) {
                case INPUT_TRUNCATED ->
                    Files.write(one, Arrays.copyOf(bytes, before ? 0 : random.nextInt(bytes.length)));
                case INPUT_REPLACED -> {
                    random.nextBytes(bytes);
                    Path other = handedIn.get(random.nextInt(handedIn.size()));
                    Files.write(one, before || Files.isDirectory(other) ? bytes : Files.readAllBytes(other));
                }
                default -> Files.delete(one);
            }
            goOn(child, step);
            return ended(child, Dealt.SURVIVED);
        }
    }

    /** The clock is the step's; times of files that make no sense go with it. */
    private Dealt setTimes(Evenings.Step step) throws Exception {
        Folders.setTimes(office.input(), random);
        Folders.setTimes(office.output(), random);
        if (step.isNight() && random.nextBoolean()) {
            return killAtAPoint(step) == Dealt.DIED ? Dealt.DIED : Dealt.SURVIVED;
        }
        try (ChildJvm child = office.starts(step, List.of(), "-", 0)) {
            return ended(child, Dealt.SURVIVED);
        }
    }

    private Dealt twoAtOnce(Evenings.Step step) throws Exception {
        try (ChildJvm one = office.starts(step, List.of(), "-", 0);
                ChildJvm other = office.starts(step, List.of(), "-", 0)) {
            List<Dealt> ends = List.of(ended(one, Dealt.SURVIVED), ended(other, Dealt.SURVIVED));
            assertThat(ends).as(one.said() + other.said()).contains(Dealt.SURVIVED);
            return ends.contains(Dealt.DIED) ? Dealt.DIED : Dealt.SURVIVED;
        }
    }

    private Dealt holdTheLock(Evenings.Step step) throws Exception {
        Path register = office.output().resolve(".registre/registre.mv.db");
        if (!Files.exists(register)) {
            return Dealt.NOT;
        }
        try (FileChannel channel = FileChannel.open(register, StandardOpenOption.WRITE);
                var lock = channel.lock();
                ChildJvm child = office.starts(step, List.of(), "-", 0)) {
            assertThat(lock.isValid()).isTrue();
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(2);
            assertThat(child.said()).contains("est tenu par un autre traitement");
            return Dealt.DIED;
        }
    }

    /** The note of who holds the register goes, and a second night comes; or the file itself goes, with its lock. */
    private Dealt loseTheLock(Evenings.Step step) throws Exception {
        Path folder = office.output().resolve(".registre");
        Path register = folder.resolve("registre.mv.db");
        Path away = office.output().resolveSibling("registre.away");
        try (ChildJvm child = midway(step, List.of(), 1 - POINTS.size())) {
            if (child == null) {
                return Dealt.NOT;
            }
            if (random.nextBoolean()) {
                Files.deleteIfExists(folder.resolve("tenu-par.txt"));
                assertThat(office.lives(step).status()).isEqualTo(2);
                MarkedRun.goOn(child);
                return ended(child, Dealt.SURVIVED);
            }
            Files.move(register, away);
            MarkedRun.goOn(child);
            Dealt dealt = ended(child, Dealt.SURVIVED);
            Files.move(away, register, StandardCopyOption.REPLACE_EXISTING);
            return dealt;
        }
    }

    /** How a command ended that was not killed: never with a trace. */
    private static Dealt ended(ChildJvm child, Dealt well) throws IOException, InterruptedException {
        int status = child.anyExitStatus();
        assertThat(status).as(child.said()).isIn(0, 1, 2, 3);
        assertThat(child.said()).doesNotContain("\tat ", "Défaillance", "défaillance");
        return status == 0 || status == 3 ? well : Dealt.DIED;
    }

    private static String drawn(List<String> points, Random random) {
        return points.get(random.nextInt(points.size()));
    }

    /** A point from that one on; or, for a number below 0, one of so many first ones. */
    private String drawn(int first) {
        return first < 0
                ? drawn(POINTS.subList(0, -first), random)
                : drawn(POINTS.subList(first, POINTS.size()), random);
    }

    /** A command that is midway: a night waits at a point, letters are leaving; null when it was over before. */
    private ChildJvm midway(Evenings.Step step, List<String> before, int first) throws Exception {
        int letters = office.letters().size();
        ChildJvm child = office.starts(step, before, step.isNight() ? drawn(first) : "-", step.isNight() ? -1 : 0);
        if (step.isNight()) {
            if (!comesTo(child, MarkedRun.WAITING)) {
                ended(child, Dealt.NOT);
                return null;
            }
        } else if (random.nextBoolean()) {
            awaitWork(child, step, letters);
        } else {
            Thread.sleep(random.nextInt(LONGEST_WAIT_MS));
        }
        return child;
    }

    private static void goOn(ChildJvm child, Evenings.Step step) throws IOException {
        if (step.isNight()) {
            MarkedRun.goOn(child);
        }
    }

    private void awaitWork(ChildJvm child, Evenings.Step step, int letters) throws Exception {
        if (step.isNight()) {
            comesTo(child, "point REGISTER_OPENED");
            return;
        }
        int more = 1 + random.nextInt(4);
        while (child.process().isAlive() && office.letters().size() < letters + more) {
            Thread.sleep(2);
        }
    }

    private static boolean comesTo(ChildJvm child, String line) throws IOException {
        try {
            child.await(line);
            return true;
        } catch (AssertionError over) {
            return false;
        }
    }
}

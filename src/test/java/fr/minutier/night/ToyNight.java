package fr.minutier.night;

import fr.minutier.ChildJvm;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.Issue;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Outcome;
import fr.minutier.register.Register;
import fr.minutier.register.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * Publishes one edition of one session after another. Each file of an edition holds the edition's word and nothing
 * else, so that a mixture shows.
 */
final class ToyNight implements AutoCloseable {
    static final String SESSION = "DEIS-2026-06";
    static final int FILES = 7;

    /** The moments between two steps of a publication. */
    enum Moment {
        BEGUN,
        HALF_WRITTEN,
        SEALED,
        PREPARED,
        MOVED_ASIDE,
        MOVED_IN,
        PUBLISHED,
        DONE
    }

    /** A child process: publishes for ever, or halts at a moment of its second edition. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            try (ToyNight night = new ToyNight(Path.of(arguments[0]))) {
                night.publication.finishOrUndo();
                System.out.println("publishing");
                if (arguments.length > 1) {
                    night.publishUntil(Moment.valueOf(arguments[1]), arguments[2]);
                    Runtime.getRuntime().halt(ChildJvm.HALTED);
                }
                for (int i = 0; true; i++) {
                    night.publish("word " + System.nanoTime() + " " + i);
                }
            }
        }
    }

    final Register register;
    final Publication publication;
    private final Path output;

    ToyNight(Path output) throws Exception {
        this.output = output;
        this.register = Register.open(output.resolve(".registre"));
        this.publication = new Publication(output, register);
    }

    Edition publish(String word) throws IOException {
        Edition edition = begin(word);
        Path folder = publication.open(edition);
        write(folder, word, FILES);
        return publication.publish(edition, publication.seal(folder), issue(word));
    }

    /** Does what {@link #publish} does, step by step, and leaves off at a moment. */
    void publishUntil(Moment moment, String word) throws IOException {
        Edition edition = begin(word);
        if (moment == Moment.BEGUN) {
            return;
        }
        Path folder = publication.open(edition);
        write(folder, word, moment == Moment.HALF_WRITTEN ? FILES / 2 : FILES);
        if (moment == Moment.HALF_WRITTEN) {
            return;
        }
        String digest = publication.seal(folder);
        if (moment == Moment.SEALED) {
            return;
        }
        Edition prepared = register.prepare(edition, digest, issue(word));
        if (moment == Moment.PREPARED) {
            return;
        }
        publication.moveAside(prepared);
        if (moment == Moment.MOVED_ASIDE) {
            return;
        }
        publication.moveIn(prepared);
        if (moment == Moment.MOVED_IN) {
            return;
        }
        register.published(prepared);
        if (moment == Moment.PUBLISHED) {
            return;
        }
        publication.deleteReplaced(prepared);
    }

    Edition begin(String word) {
        return register.begin(SESSION, Toys.digest(word), "", Closing.PROVISOIRE, LocalDate.of(2026, 6, 30));
    }

    static Issue issue(String word) {
        return new Issue(
                new Outcome(false, 1, 0, FILES, 0),
                Toys.account(),
                "",
                IntStream.range(0, FILES)
                        .mapToObj(i ->
                                new IssuedAct("N" + i, "releve", "C-1", 1, file(i), Toys.digest(word), word.length()))
                        .toList());
    }

    /** The folder in its place holds this word in all its files and nothing else. */
    boolean isWhole(String word) throws IOException {
        Path place = output.resolve(SESSION);
        for (int i = 0; i < FILES; i++) {
            if (!Files.readString(place.resolve(file(i))).equals(word)) {
                return false;
            }
        }
        try (var all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).count() == FILES;
        }
    }

    /** The word that the folder in its place holds. */
    String word() throws IOException {
        return Files.readString(output.resolve(SESSION).resolve(file(0)));
    }

    private static void write(Path folder, String word, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve(file(i));
            Files.createDirectories(file.getParent());
            Files.writeString(file, word);
        }
    }

    private static String file(int i) {
        return "candidats/C-" + i % 3 + "/acte-" + i + ".pdf";
    }

    @Override
    public void close() {
        register.close();
    }
}

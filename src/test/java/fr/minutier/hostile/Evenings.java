package fr.minutier.hostile;

import fr.minutier.hostile.SmallSession.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Five evenings of an office with three sessions: projects first, then final ones, then corrective minutes, and letters
 * after each. Which marks there are is drawn.
 */
final class Evenings {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** A night on which nothing was handed in yet. */
    static final Step NOTHING = new Step(input -> {}, 1_780_000_000, List.of("run"));

    private final Random random;
    private final SmallSession folder;
    private final SmallSession archive;
    private final SmallSession workbook;
    private final List<Step> steps = new ArrayList<>();
    private LocalDate day = LocalDate.of(2026, 6, 1);

    /** What is handed in before a command. */
    interface HandingIn {
        void into(Path input) throws IOException;
    }

    /**
     * One command of an evening.
     *
     * @param handingIn what is handed in before it
     * @param clock seconds since 1970 of its day
     * @param command its first words
     */
    record Step(HandingIn handingIn, long clock, List<String> command) {
        Step {
            command = List.copyOf(command);
        }

        boolean isNight() {
            return command.getFirst().equals("run");
        }

        /** The same some days before. */
        Step earlier(int days) {
            return new Step(handingIn, clock - days * 86_400L, command);
        }
    }

    Evenings(Random random) {
        this.random = random;
        folder = new SmallSession("DOSSIER-A", Form.FOLDER, random);
        archive = new SmallSession("ARCHIVE-B", Form.ARCHIVE, random);
        workbook = new SmallSession("CLASSEUR-C", Form.WORKBOOK, random);
    }

    /** All steps, in order. */
    List<Step> steps() {
        closed(workbook);
        night(folder, archive, workbook);

        evening();
        closed(folder);
        night(folder, archive.withAnotherMark(random));
        letters(workbook);

        evening();
        closed(archive);
        corrected(workbook, 1);
        night(archive, workbook);
        letters(folder);

        evening();
        corrected(folder, 1);
        night(folder);
        letters(archive);
        letters(workbook);

        evening();
        corrected(workbook, 2);
        night(archive.withAnotherMark(random), workbook); // which is closed
        letters(folder);
        return List.copyOf(steps);
    }

    private void evening() {
        day = day.plusDays(2 + random.nextInt(5));
    }

    private void closed(SmallSession session) {
        session.with("Statut", "définitif").with("Date de délibération", FRENCH.format(day.minusDays(1)));
    }

    private void corrected(SmallSession session, int number) {
        closed(session.withAnotherMark(random));
        session.with("PV rectificatif", Integer.toString(number)).with("Motif", "Erreur de report");
    }

    private void night(SmallSession... handedIn) {
        List<HandingIn> all = new ArrayList<>();
        for (SmallSession session : handedIn) {
            SmallSession asItIs = session.copy();
            all.add(asItIs::handIn);
        }
        add(
                input -> {
                    for (HandingIn one : all) {
                        one.into(input);
                    }
                },
                List.of("run"));
    }

    private void letters(SmallSession session) {
        add(input -> {}, List.of("envoyer", session.id(), "--president", "presidence@exemple.invalid", "--oui"));
    }

    private void add(HandingIn handingIn, List<String> command) {
        steps.add(new Step(handingIn, day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC), command));
    }
}

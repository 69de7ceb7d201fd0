package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.Press;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.session.Session;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The acts of a session's candidates, who are told by their places in its order, from 0: printed into a folder, and bound.
 * Whoever prints a range of them gets the same files.
 */
final class CandidateActs {
    private final Studio studio;
    private final Dossier dossier;
    private final List<Decision> decisions;
    private final LocalDate day;
    private final WorkFolder folder;
    private final Volumes volumes;

    /**
     * Prints nothing yet.
     *
     * @param day on which the session was taken up
     */
    CandidateActs(Studio studio, Dossier dossier, LocalDate day, WorkFolder folder) {
        this.studio = studio;
        this.dossier = dossier;
        this.decisions = dossier.decisions();
        this.day = day;
        this.folder = folder;
        this.volumes = new Volumes(folder, decisions.size());
    }

    /** An act that is laid out, and to be bound. */
    record Bound(Act act, Press.Composed composed) {}

    /** What of the acts of a candidate is to be bound. */
    record Printed(int place, List<Bound> acts) {
        Printed {
            acts = List.copyOf(acts);
        }
    }

    /** Prints all acts of one candidate; called by several threads at once. */
    Printed print(int place) throws IOException {
        Decision decision = decisions.get(place);
        Correction correction = dossier.correction();
        String number = decision.candidate().number();
        if (correction != null && correction.keeps(number)) {
            return new Printed(place, issuedBefore(decision, correction.sitting(number)));
        }
        List<Bound> printed = new ArrayList<>();
        for (Act act : dossier.acts(studio.key(), day, null).of(decision)) {
            Press.Composed composed = studio.press().compose(act, day);
            folder.write(act, composed.pdf());
            if (composed.bound()) {
                printed.add(new Bound(act, composed));
            }
        }
        return new Printed(place, printed);
    }

    /** The acts of a candidate whom a correction leaves as he is, as they were issued: to be bound, not to be written. */
    private List<Bound> issuedBefore(Decision decision, InForce.@Nullable Sitting sitting) {
        List<Bound> printed = new ArrayList<>();
        if (sitting != null) {
            Session told = Objects.requireNonNull(dossier.deliberation()).session();
            LocalDate then = Objects.requireNonNull(sitting.deliberatedOn());
            Deliberation sat = new Deliberation(told.at(then, sitting.circumstances()), decisions);
            for (Act act : dossier.acts(sat, studio.key(), sitting.day(), null).of(decision)) {
                if (act.kind().volume().isPresent()) {
                    Press.Composed composed = studio.press().compose(act, sitting.day());
                    if (composed.bound()) {
                        printed.add(new Bound(act, composed));
                    }
                }
            }
        }
        return printed;
    }

    /** Binds what was printed; called by one thread, in the order of the places. */
    void bind(Printed printed) throws IOException {
        for (Bound bound : printed.acts()) {
            volumes.add(printed.place(), bound.act(), bound.composed());
        }
    }

    /** Ends the volumes. */
    void close() throws IOException {
        volumes.close();
    }
}

package fr.minutier.night;

import fr.minutier.check.Anomaly;
import fr.minutier.deliberation.Particulars;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import fr.minutier.report.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a session, by what the register and the output know of it.
 *
 * @param day that its acts will bear
 */
record Plan(Surveyed surveyed, Fate fate, LocalDate day) {

    /**
     * Reads the register; writes nothing.
     *
     * @param unattached gets the anomalies of a closed session that is handed in with other content
     * @throws IOException when the folder of a session to correct cannot be read
     */
    static Plan of(Surveyed surveyed, Register register, Workplace place, List<Anomaly> unattached) throws IOException {
        boolean there = Files.isDirectory(place.output().resolve(surveyed.id()));
        Optional<Edition> closed = register.closed(surveyed.id());
        if (closed.isPresent()) {
            if (surveyed.changes(closed.get())) {
                return changed(surveyed, closed.get(), register, place, unattached);
            }
            boolean sameAgain =
                    surveyed.digest().equals(closed.get().digest()) && corrections(closed.get(), register) == 0;
            if (!there && !sameAgain) {
                unattached.add(surveyed.folderGone());
            }
            return new Plan(
                    surveyed,
                    !there && sameAgain ? Fate.MADE : Fate.CLOSED,
                    closed.get().takenUp());
        }
        Optional<Edition> current = register.current(surveyed.id());
        if (current.isEmpty() && isInTheWay(surveyed.id(), place)) {
            return new Plan(surveyed, Fate.IN_THE_WAY, place.today());
        }
        boolean same =
                current.filter(last -> last.digest().equals(surveyed.digest())).isPresent();
        return new Plan(surveyed, same && there ? Fate.UNCHANGED : Fate.MADE, place.today());
    }

    /** A correction goes on from the folder in force, whose acts it keeps. */
    private static Plan changed(
            Surveyed surveyed, Edition closed, Register register, Workplace place, List<Anomaly> unattached)
            throws IOException {
        if (surveyed.corrects() && Shelved.of(place.output(), closed) == Shelved.AS_PUBLISHED) {
            return new Plan(surveyed, Fate.MADE, place.today());
        }
        if (surveyed.corrects()) {
            boolean there = Files.isDirectory(place.output().resolve(surveyed.id()));
            unattached.add(there ? surveyed.folderAltered() : surveyed.folderGone());
        } else {
            unattached.addAll(surveyed.closedAndChanged(corrections(closed, register)));
        }
        return new Plan(surveyed, Fate.CLOSED_AND_CHANGED, place.today());
    }

    /** What whoever makes the session must know. */
    Order order() {
        return new Order(
                surveyed.id(),
                surveyed.entries(),
                surveyed.digest(),
                surveyed.contentDigest(),
                surveyed.closing(),
                day,
                List.of());
    }

    /** The ranges in which several workers print its acts; none when one makes it alone. */
    List<Range> ranges() {
        return surveyed.line().withheld() ? List.of() : Range.of(surveyed.line().candidates());
    }

    private static int corrections(Edition closed, Register register) {
        return register.particulars(closed).map(Particulars::correction).orElse(0);
    }

    /** Whatever lies in the place of a new folder is deleted: that may only be what this program made. */
    static boolean isInTheWay(String session, Workplace place) {
        Path folder = place.output().resolve(session);
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(folder.resolve(Manifest.PATH));
    }
}

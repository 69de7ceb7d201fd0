package fr.minutier.night;

import fr.minutier.night.CandidateActs.Printed;
import fr.minutier.night.Order.PrintedRange;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Prints ranges of large sessions for whoever makes these sessions then. A range is printed into a folder that is nobody
 * else's, and told of once that folder is whole and on disk: whatever becomes of this worker before that, somebody else
 * prints the range. It writes nothing to the register. To be used by one thread at a time.
 */
final class RangePrinter {
    /** Candidates who are laid out before they are bound: enough for all threads, and few enough to hold their pages. */
    private static final int AHEAD = 64;

    private final SharedNight.Run run;
    private final String worker;
    private final Studio studio;
    private final Register register;
    private final SharedRanges ranges;
    private final Publication publication;
    private final ExecutorService printers;
    private @Nullable Dossier last;

    /**
     * Prints for one night.
     *
     * @param studio knows what the register holds
     * @param publication that makes folders for this worker
     */
    RangePrinter(
            SharedNight.Run run,
            String worker,
            Studio studio,
            Register register,
            Publication publication,
            ExecutorService printers) {
        this.run = run;
        this.worker = worker;
        this.studio = studio;
        this.register = register;
        this.ranges = new SharedRanges(register.dataSource());
        this.publication = publication;
        this.printers = printers;
    }

    /**
     * Prints a range, unless it is printed already.
     *
     * @param stopping asked between candidates; what was begun is then left as it is
     * @throws ChangedMeanwhile when the session is no more what was ordered
     * @throws IOException when nothing can be written
     */
    void print(Order order, SharedRanges.Key key, BooleanSupplier stopping) throws IOException {
        Optional<Edition> begun = register.unfinished().stream()
                .filter(edition ->
                        edition.session().equals(order.id()) && edition.digest().equals(order.digest()))
                .findFirst();
        if (begun.isEmpty()) {
            return; // it is published
        }
        for (Range range : ranges.take(run.turn(), key, worker)) {
            Dossier dossier = dossier(order);
            if (!Range.of(dossier.decisions().size()).contains(range)) {
                return; // rows without a candidate, which the survey counted
            }
            Path path = publication.openRange(begun.get(), range);
            CommitPoint.TAKEN_UP.reached(path.getFileName());
            WorkFolder folder = new WorkFolder(path);
            CandidateActs acts = new CandidateActs(studio, dossier, begun.get().takenUp(), folder);
            if (!print(acts, range, stopping)) {
                return;
            }
            String list = folder.writeList(order.id());
            Folder.force(path);
            CommitPoint.CANDIDATES_PRINTED.reached(path.getFileName());
            if (!ranges.printed(run.turn(), key, worker, new PrintedRange(range, publication.name(path), list))) {
                Folder.delete(path);
            }
        }
    }

    /** Forgets the session of the last range, which may be large. */
    void forget() {
        last = null;
    }

    /** Ranges of one session mostly follow each other. */
    private Dossier dossier(Order order) {
        Dossier known = last;
        if (known == null || !known.id().equals(order.id()) || !known.digest().equals(order.digest())) {
            last = null; // both need not be held at once
            known = Survey.dossier(order.id(), order.entries(), studio)
                    .filter(read -> read.digest().equals(order.digest()))
                    .orElseThrow(() -> new ChangedMeanwhile(order.id()));
            last = known;
        }
        return known;
    }

    private boolean print(CandidateActs acts, Range range, BooleanSupplier stopping) throws IOException {
        Deque<Future<Printed>> ahead = new ArrayDeque<>();
        for (int place = range.from(); place < range.to(); place++) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            int next = place;
            ahead.add(printers.submit(() -> acts.print(next)));
            if (ahead.size() > AHEAD) {
                acts.bind(done(ahead.remove()));
            }
        }
        while (!ahead.isEmpty()) {
            acts.bind(done(ahead.remove()));
        }
        acts.close();
        return true;
    }

    private static Printed done(Future<Printed> printed) {
        try {
            return printed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

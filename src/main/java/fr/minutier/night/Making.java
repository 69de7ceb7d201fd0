package fr.minutier.night;

import fr.minutier.night.NightResult.Fate;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;

/** Makes sessions, each on the thread that asks; several may be made side by side. */
final class Making {
    private static final Logger LOG = LoggerFactory.getLogger(Making.class);

    private final Workplace place;
    private final Studio studio;
    private final Register register;
    private final BatchRepository batch;
    private final Publication publication;
    private final AsyncTaskExecutor printers;
    private final Progress progress;
    private final Set<SessionJob> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    private volatile boolean stopping;

    /**
     * Makes sessions with all this.
     *
     * @param studio knows what the register holds
     * @param printers threads that print
     */
    Making(
            Workplace place,
            Studio studio,
            Register register,
            BatchRepository batch,
            Publication publication,
            ExecutorService printers,
            Progress progress) {
        this.place = place;
        this.studio = studio;
        this.register = register;
        this.batch = batch;
        this.publication = publication;
        this.printers = new TaskExecutorAdapter(printers);
        this.progress = progress;
    }

    /** Begins no session any more, and ends those in hand at their next step; any thread may ask. */
    void stop() {
        stopping = true;
        inHand.forEach(SessionJob::stop);
    }

    /** What ended the making of all sessions alike, the server or the disk; empty as long as nothing did. */
    Optional<Throwable> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    /** Makes a session; it never throws. */
    Fate make(Order order) {
        if (stopping) {
            return Fate.STOPPED;
        }
        try {
            return carryOut(order);
        } catch (RuntimeException failure) {
            return failure(order, List.of(failure));
        }
    }

    /**
     * Makes a session that another worker may have begun, or even ended, before he died; it never throws.
     *
     * @param lastEdition that was published before the night
     */
    Fate makeAfterOthers(Order order, int lastEdition) {
        if (stopping) {
            return Fate.STOPPED;
        }
        try {
            publication.finishOrUndo(order.id());
            Fate fate = isMade(order, lastEdition, register) ? Fate.MADE : carryOut(order);
            if (fate == Fate.MADE) {
                publication.deletePrinted(order);
            }
            return fate;
        } catch (IOException | RuntimeException failure) {
            return failure(order, List.of(failure));
        }
    }

    /** Prints a range of a session; what goes wrong with it is left to whoever makes the session. It never throws. */
    void print(RangePrinter printer, Order order, SharedRanges.Key range) {
        if (stopping) {
            return;
        }
        try {
            printer.print(order, range, () -> stopping);
        } catch (IOException | RuntimeException failure) {
            failure(order, List.of(failure));
        }
    }

    /** Whether the session was published since, from what is ordered. */
    static boolean isMade(Order order, int lastEdition, Register register) {
        return register.current(order.id())
                .filter(edition ->
                        edition.number() > lastEdition && edition.digest().equals(order.digest()))
                .isPresent();
    }

    /** Gives a session the number and the day of its edition; those that it has, when it was begun from the same already. */
    static Edition begin(Order order, Register register) {
        return register.begin(order.id(), order.digest(), order.contentDigest(), order.closing(), order.day());
    }

    private Fate carryOut(Order order) {
        Edition edition = begin(order, register);
        CommitPoint.EDITION_BEGUN.reached(order.id());
        SessionJob job = new SessionJob(
                order,
                edition,
                Bookkeeping.before(edition, register),
                Bookkeeping.headBefore(edition, register),
                studio,
                batch,
                publication,
                printers,
                register::person,
                progress);
        inHand.add(job);
        if (stopping) {
            job.stop();
        }
        batch.recover(job.job(), job.identity());
        JobExecution execution = batch.run(job.job(), job.identity());
        inHand.remove(job);
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return Fate.STOPPED;
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            return failure(order, execution.getAllFailureExceptions());
        }
        CommitPoint.JOB_COMPLETED.reached(order.id());
        return Fate.MADE;
    }

    /** A full disk or a lost server fails every session alike: all stops at the first that meets it. */
    private Fate failure(Order order, List<Throwable> causes) {
        if (causes.stream().anyMatch(cause -> rootOf(cause) instanceof ChangedMeanwhile)) {
            return Fate.LEFT;
        }
        causes.forEach(cause -> LOG.error("session {}", order.id(), cause));
        Optional<? extends Throwable> behind = causes.stream()
                .flatMap(cause -> Stream.concat(
                        RegisterFailure.behind(cause, place.base()).stream(),
                        DiskTrouble.behind(cause, place).stream()))
                .findFirst();
        if (behind.isPresent()) {
            trouble.compareAndSet(null, behind.get());
            stop();
        }
        return Fate.FAILED;
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

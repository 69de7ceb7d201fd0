package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.check.Anomaly;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.NightResult.SessionResult;
import fr.minutier.proof.KeyFolder;
import fr.minutier.proof.UnusableKey;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import fr.minutier.register.RegisterFailure;
import fr.minutier.report.CsvReports;
import fr.minutier.report.NightPage;
import fr.minutier.report.SessionLine;
import fr.minutier.typesetting.Seal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;

/**
 * The nightly job, from the bordereaux in {@code input/} to the documents in {@code output/}.
 *
 * <p>Everything in input is surveyed first; then each session that is new or changed is taken up, sessions side by side;
 * then the page of the night is written. Run again, it does what is left to do, which may be nothing.
 */
public final class Night {
    private static final Logger LOG = LoggerFactory.getLogger(Night.class);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int GRACE_SECONDS = 5;

    private final Workplace place;
    private final Studio studio;
    private final Set<String> wanted;
    private final Progress progress;
    private final Set<SessionJob> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
    private volatile boolean stopping;

    /**
     * Loads all that the night is made with; its acts are not sealed.
     *
     * @param wanted names of the sessions to make; empty for all
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws fr.minutier.typesetting.InvalidTemplate for templates that cannot be used
     * @throws UnusableKey for a key to sign with that cannot be used
     * @throws IOException when a file of the templates cannot be read
     */
    public Night(Workplace place, Set<String> wanted, Progress progress)
            throws InvalidDefinition, UnusableKey, IOException {
        this(place, Optional.empty(), wanted, progress);
    }

    /**
     * Loads all that the night is made with.
     *
     * @param seal put on every act that is no draft
     * @param wanted names of the sessions to make; empty for all
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws fr.minutier.typesetting.InvalidTemplate for templates that cannot be used
     * @throws UnusableKey for a key to sign with that cannot be used
     * @throws IOException when a file of the templates cannot be read
     */
    public Night(Workplace place, Optional<Seal> seal, Set<String> wanted, Progress progress)
            throws InvalidDefinition, UnusableKey, IOException {
        this.place = place;
        this.studio = new Studio(place, new KeyFolder(place.register()).signingKey(), seal);
        this.wanted = Set.copyOf(wanted);
        this.progress = progress;
    }

    /**
     * Makes what is left to make.
     *
     * @throws RegisterBusy when another run holds the register
     * @throws DiskTrouble when output cannot be written any more; what was made is in its place
     * @throws IOException when input cannot be listed
     */
    public NightResult run() throws IOException, RegisterBusy, DiskTrouble {
        List<Inbox.Entry> entries = Inbox.list(place.input());
        FutureTask<NightResult> night = new FutureTask<>(() -> run(entries));
        Thread.ofPlatform().daemon().name("night").start(night);
        try {
            return outcome(night);
        } catch (ExecutionException e) {
            return ended(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Throws what ended the night: the server or the disk, when the trouble is with one of these. */
    private NightResult ended(Throwable failure) throws IOException, RegisterBusy, DiskTrouble {
        Optional<RegisterFailure> server = RegisterFailure.behind(failure, place.base());
        if (server.isPresent()) {
            throw server.get();
        }
        Optional<DiskTrouble> behind = DiskTrouble.behind(failure, place);
        if (behind.isPresent()) {
            throw behind.get();
        }
        switch (failure) {
            case RegisterBusy busy -> throw busy;
            case IOException broken -> throw broken;
            case RuntimeException unexpected -> throw unexpected;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** Waits for the night, but not for ever once the register cannot be written: a call to it may then hang. */
    private NightResult outcome(FutureTask<NightResult> night)
            throws ExecutionException, InterruptedException, DiskTrouble {
        for (int seconds = 0; true; ) {
            try {
                return night.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                Optional<IOException> fault = Register.fault(place.register());
                if (fault.isPresent() && ++seconds >= GRACE_SECONDS) {
                    throw DiskTrouble.of(fault.get(), place);
                }
            }
        }
    }

    /**
     * Asks the night to end soon: no session is begun any more, and those in hand end at their next step, published or
     * not at all. Any thread may ask, at any time; what is left is for the next run.
     */
    public void stop() {
        stopping = true;
        inHand.forEach(SessionJob::stop);
    }

    private NightResult run(List<Inbox.Entry> entries) throws IOException, RegisterBusy, DiskTrouble {
        NightResult result = holdingTheRegister(entries);
        CommitPoint.REGISTER_CLOSED.reached(place.register());
        return result;
    }

    private NightResult holdingTheRegister(List<Inbox.Entry> entries) throws IOException, RegisterBusy, DiskTrouble {
        try (Register register = Register.open(place.base());
                ExecutorService sessions = Executors.newFixedThreadPool(CORES);
                ExecutorService printers = Executors.newFixedThreadPool(CORES)) {
            BatchRepository batch = new BatchRepository(register.dataSource());
            CommitPoint.REGISTER_OPENED.reached(place.register());
            Health.begun(place.register());
            batch.recover();
            CommitPoint.JOBS_RECOVERED.reached(place.register());
            Publication publication = new Publication(place.output(), register);
            publication.finishOrUndo();

            Studio knowing = studio.knowing(register).keeping(place);
            Survey.Informed seen =
                    survey(entries, knowing, sessions).inLightOf(session -> isAboutToClose(session, register), knowing);
            Survey survey = seen.survey();
            Studio informed = seen.studio();
            if (stopping) {
                return new NightResult(List.of(), List.of(), true);
            }
            List<Anomaly> unattached = new ArrayList<>(survey.unattached());
            List<Plan> plans = new ArrayList<>();
            for (Surveyed surveyed : survey.sessions()) {
                plans.add(Plan.of(surveyed, register, place, unattached));
            }

            List<Plan> asked =
                    plans.stream().filter(plan -> isAsked(plan.surveyed())).toList();
            AsyncTaskExecutor pool = new TaskExecutorAdapter(printers);
            progress.begin(
                    "Actes",
                    "candidat",
                    asked.stream()
                            .filter(plan -> plan.fate() == Fate.MADE)
                            .mapToInt(plan -> plan.surveyed().line().candidates())
                            .sum());
            List<SessionResult> results;
            try {
                results = Parallel.map(
                        sessions, asked, plan -> carryOut(plan, informed, register, batch, publication, pool));
            } finally {
                progress.end();
            }
            Throwable met = trouble.get();
            if (met != null) {
                return ended(met);
            }
            NightResult result = new NightResult(results, unattached, stopping);
            if (result.count(Fate.STOPPED) == 0) {
                writeNightPage(survey, register, unattached, publication);
            }
            return result;
        }
    }

    /**
     * Says what would be made; writes nothing, not even the register.
     *
     * @throws RegisterBusy when another run holds the register
     * @throws IOException when input cannot be listed
     */
    public NightResult rehearse() throws IOException, RegisterBusy {
        try (ExecutorService readers = Executors.newFixedThreadPool(CORES)) {
            List<Anomaly> unattached = new ArrayList<>();
            List<SessionResult> results = new ArrayList<>();
            Optional<Register> register = Register.openIfPresent(place.base());
            try {
                Studio informed = register.map(studio::knowing).orElse(studio);
                Survey survey = survey(Inbox.list(place.input()), informed, readers)
                        .inLightOf(session -> register.isPresent() && isAboutToClose(session, register.get()), informed)
                        .survey();
                unattached.addAll(survey.unattached());
                for (Surveyed surveyed : survey.sessions()) {
                    Fate fate = register.isPresent()
                            ? Plan.of(surveyed, register.get(), place, unattached)
                                    .fate()
                            : Plan.isInTheWay(surveyed.id(), place) ? Fate.IN_THE_WAY : Fate.MADE;
                    if (isAsked(surveyed)) {
                        results.add(new SessionResult(
                                surveyed.line(),
                                fate == Fate.MADE ? Fate.WOULD_BE_MADE : fate,
                                surveyed.withholds(),
                                null,
                                Map.of()));
                    }
                }
            } finally {
                register.ifPresent(Register::close);
            }
            return new NightResult(results, unattached, false);
        }
    }

    private Survey survey(List<Inbox.Entry> entries, Studio informed, ExecutorService readers) {
        progress.begin("Lecture", "fichier", entries.size());
        try {
            return Survey.of(entries, informed, readers, progress, () -> stopping);
        } finally {
            progress.end();
        }
    }

    /** Whether this night closes that session, as far as it knows before it begins it. */
    private boolean isAboutToClose(Surveyed session, Register register) {
        return session.closing() == Closing.DEFINITIF
                && isAsked(session)
                && register.closed(session.id()).isEmpty()
                && !Plan.isInTheWay(session.id(), place);
    }

    private boolean isAsked(Surveyed surveyed) {
        return wanted.isEmpty() || wanted.contains(surveyed.id());
    }

    private SessionResult carryOut(
            Plan plan,
            Studio informed,
            Register register,
            BatchRepository batch,
            Publication publication,
            AsyncTaskExecutor printers) {
        Surveyed surveyed = plan.surveyed();
        if (plan.fate() != Fate.MADE) {
            return without(plan.fate(), surveyed);
        }
        if (stopping) {
            return without(Fate.STOPPED, surveyed);
        }
        try {
            return make(plan, informed, register, batch, publication, printers);
        } catch (RuntimeException failure) {
            return without(failure(surveyed, List.of(failure)), surveyed);
        }
    }

    private SessionResult make(
            Plan plan,
            Studio informed,
            Register register,
            BatchRepository batch,
            Publication publication,
            AsyncTaskExecutor printers) {
        Surveyed surveyed = plan.surveyed();
        Set<String> inForce = surveyed.corrects()
                ? register.current(surveyed.id()).map(register::acts).orElse(List.of()).stream()
                        .map(IssuedAct::number)
                        .collect(Collectors.toSet())
                : Set.of();
        Edition edition = register.begin(
                surveyed.id(), surveyed.digest(), surveyed.contentDigest(), surveyed.closing(), plan.day());
        CommitPoint.EDITION_BEGUN.reached(surveyed.id());
        SessionJob job = new SessionJob(
                surveyed,
                edition,
                Bookkeeping.before(edition, register),
                Bookkeeping.headBefore(edition, register),
                informed,
                batch,
                publication,
                printers,
                register::person,
                progress);
        inHand.add(job);
        if (stopping) {
            job.stop();
        }
        JobExecution execution = batch.run(job.job(), job.identity());
        inHand.remove(job);
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return without(Fate.STOPPED, surveyed);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            return without(failure(surveyed, execution.getAllFailureExceptions()), surveyed);
        }
        CommitPoint.JOB_COMPLETED.reached(surveyed.id());
        Edition published = register.current(surveyed.id()).orElseThrow();
        Map<String, Long> kinds = register.acts(published).stream()
                .filter(act -> !inForce.contains(act.number()))
                .collect(Collectors.groupingBy(IssuedAct::kind, TreeMap::new, Collectors.counting()));
        return new SessionResult(
                surveyed.line().with(register.changes(published)),
                Fate.MADE,
                surveyed.withholds(),
                published.outcome(),
                kinds);
    }

    private static SessionResult without(Fate fate, Surveyed surveyed) {
        return new SessionResult(surveyed.line(), fate, surveyed.withholds(), null, Map.of());
    }

    /** A full disk or a lost server fails every session alike: the night stops at the first that meets it. */
    private Fate failure(Surveyed surveyed, List<Throwable> causes) {
        if (causes.stream().anyMatch(cause -> rootOf(cause) instanceof ChangedMeanwhile)) {
            return Fate.LEFT;
        }
        causes.forEach(cause -> LOG.error("session {}", surveyed.id(), cause));
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

    /** Sessions that were not asked for stand in it too: the page is that of all folders. */
    private void writeNightPage(Survey survey, Register register, List<Anomaly> unattached, Publication publication)
            throws IOException {
        List<SessionLine> lines = survey.sessions().stream()
                .filter(session -> Files.isDirectory(place.output().resolve(session.id())))
                .map(session -> session.line()
                        .with(register.current(session.id())
                                .map(register::changes)
                                .orElse("")))
                .toList();
        publication.replace("index.html", NightPage.html(lines, unattached));
        CommitPoint.NIGHT_PAGE_WRITTEN.reached(place.output());
        publication.replace("anomalies.csv", CsvReports.anomalies(unattached));
        CommitPoint.NIGHT_ANOMALIES_WRITTEN.reached(place.output());
    }
}

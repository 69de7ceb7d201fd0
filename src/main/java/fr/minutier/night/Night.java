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
import fr.minutier.register.RegisterFile;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The nightly job, from the bordereaux in {@code input/} to the documents in {@code output/}.
 *
 * <p>Everything in input is surveyed first; then each session that is new or changed is taken up, sessions side by side;
 * then the page of the night is written. Run again, it does what is left to do, which may be nothing.
 */
public final class Night {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int GRACE_SECONDS = 5;

    private final Workplace place;
    private final Studio studio;
    private final Set<String> wanted;
    private final Progress progress;
    private volatile @Nullable Making making;
    private volatile @Nullable Crew crew;
    private boolean withWorkers;
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

    /** Leaves the making of sessions to workers, on whatever machines; the register is on a server. */
    public Night withWorkers() {
        withWorkers = true;
        return this;
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
                Optional<IOException> fault = new RegisterFile(place.register()).fault();
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
        Making inHand = making;
        if (inHand != null) {
            inHand.stop();
        }
        Crew others = crew;
        if (others != null) {
            others.stop();
        }
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
            Making making = new Making(place, informed, register, batch, publication, printers, progress);
            this.making = making;
            if (stopping) {
                making.stop();
            }
            progress.begin(
                    "Actes",
                    "candidat",
                    asked.stream()
                            .filter(plan -> plan.fate() == Fate.MADE)
                            .mapToInt(plan -> plan.surveyed().line().candidates())
                            .sum());
            List<SessionResult> results;
            try {
                Map<String, Fate> made = withWorkers ? byWorkers(asked, survey, informed, register, batch) : Map.of();
                results = Parallel.map(
                        sessions,
                        asked,
                        plan -> result(
                                plan,
                                withWorkers ? made.getOrDefault(plan.surveyed().id(), plan.fate()) : fate(plan, making),
                                register));
            } finally {
                progress.end();
            }
            if (making.trouble().isPresent()) {
                return ended(making.trouble().get());
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

    private Map<String, Fate> byWorkers(
            List<Plan> asked, Survey survey, Studio informed, Register register, BatchRepository batch) {
        List<Plan> plans =
                asked.stream().filter(plan -> plan.fate() == Fate.MADE).toList();
        Crew workers = new Crew(place, studio, register, batch);
        this.crew = workers;
        if (stopping) {
            workers.stop();
        }
        return workers.make(plans, survey, session -> isAboutToClose(session, register), informed, progress);
    }

    private static Fate fate(Plan plan, Making making) {
        return plan.fate() == Fate.MADE ? making.make(plan.order()) : plan.fate();
    }

    private static SessionResult result(Plan plan, Fate fate, Register register) {
        Surveyed surveyed = plan.surveyed();
        if (fate != Fate.MADE) {
            return new SessionResult(surveyed.line(), fate, surveyed.withholds(), null, Map.of());
        }
        List<Edition> editions = register.editions(surveyed.id());
        Edition published = editions.getLast();
        Set<String> before = surveyed.corrects() && editions.size() > 1
                ? register.acts(editions.get(editions.size() - 2)).stream()
                        .map(IssuedAct::number)
                        .collect(Collectors.toSet())
                : Set.of();
        Map<String, Long> kinds = register.acts(published).stream()
                .filter(act -> !before.contains(act.number()))
                .collect(Collectors.groupingBy(IssuedAct::kind, TreeMap::new, Collectors.counting()));
        return new SessionResult(
                surveyed.line().with(register.changes(published)),
                Fate.MADE,
                surveyed.withholds(),
                published.outcome(),
                kinds);
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

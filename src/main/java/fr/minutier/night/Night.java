package fr.minutier.night;

import fr.minutier.bordereau.Inbox;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.check.Anomaly;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.NightResult.SessionResult;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import fr.minutier.report.CsvReports;
import fr.minutier.report.Manifest;
import fr.minutier.report.NightPage;
import fr.minutier.report.SessionLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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

    private final Workplace place;
    private final Studio studio;
    private final Set<String> wanted;
    private final Progress progress;

    /**
     * Loads all that the night is made with.
     *
     * @param wanted names of the sessions to make; empty for all
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws fr.minutier.typesetting.InvalidTemplate for templates that cannot be used
     * @throws IOException when a file of the templates cannot be read
     */
    public Night(Workplace place, Set<String> wanted, Progress progress) throws InvalidDefinition, IOException {
        this.place = place;
        this.studio = new Studio(place);
        this.wanted = Set.copyOf(wanted);
        this.progress = progress;
    }

    /**
     * Makes what is left to make.
     *
     * @throws RegisterBusy when another run holds the register
     * @throws IOException when input cannot be listed or output not written
     */
    public NightResult run() throws IOException, RegisterBusy {
        try (Register register = Register.open(place.register());
                ExecutorService sessions = Executors.newFixedThreadPool(CORES);
                ExecutorService printers = Executors.newFixedThreadPool(CORES)) {
            BatchRepository batch = new BatchRepository(register.dataSource());
            batch.recover();
            Publication publication = new Publication(place.output(), register);
            publication.finishOrUndo();

            Studio informed = studio.knowing(register);
            Survey survey = survey(informed, sessions);
            List<Anomaly> unattached = new ArrayList<>(survey.unattached());
            List<Plan> plans = new ArrayList<>();
            for (Surveyed surveyed : survey.sessions()) {
                plans.add(plan(surveyed, register, unattached));
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

            writeNightPage(survey, register, unattached);
            return new NightResult(results, unattached);
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
            Optional<Register> register = Register.openIfPresent(place.register());
            try {
                Survey survey = survey(register.map(studio::knowing).orElse(studio), readers);
                unattached.addAll(survey.unattached());
                for (Surveyed surveyed : survey.sessions()) {
                    Fate fate = register.isPresent()
                            ? plan(surveyed, register.get(), unattached).fate()
                            : isInTheWay(surveyed.id()) ? Fate.IN_THE_WAY : Fate.MADE;
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
            return new NightResult(results, unattached);
        }
    }

    private Survey survey(Studio informed, ExecutorService readers) throws IOException {
        List<Inbox.Entry> entries = Inbox.list(place.input());
        progress.begin("Lecture", "fichier", entries.size());
        try {
            return Survey.of(entries, informed, readers, progress);
        } finally {
            progress.end();
        }
    }

    private boolean isAsked(Surveyed surveyed) {
        return wanted.isEmpty() || wanted.contains(surveyed.id());
    }

    /** What is to be done with a session. */
    private record Plan(Surveyed surveyed, Fate fate, LocalDate day) {}

    private Plan plan(Surveyed surveyed, Register register, List<Anomaly> unattached) {
        boolean there = Files.isDirectory(place.output().resolve(surveyed.id()));
        Optional<Edition> closed = register.closed(surveyed.id());
        if (closed.isPresent()) {
            if (surveyed.changes(closed.get())) {
                unattached.add(surveyed.closedAndChanged());
                return new Plan(surveyed, Fate.CLOSED_AND_CHANGED, place.today());
            }
            boolean lost = !there && surveyed.digest().equals(closed.get().digest());
            return new Plan(
                    surveyed, lost ? Fate.MADE : Fate.CLOSED, closed.get().takenUp());
        }
        Optional<Edition> current = register.current(surveyed.id());
        if (current.isEmpty() && isInTheWay(surveyed.id())) {
            return new Plan(surveyed, Fate.IN_THE_WAY, place.today());
        }
        boolean same =
                current.filter(last -> last.digest().equals(surveyed.digest())).isPresent();
        return new Plan(surveyed, same && there ? Fate.UNCHANGED : Fate.MADE, place.today());
    }

    /** Whatever lies in the place of a new folder is deleted: that may only be what this program made. */
    private boolean isInTheWay(String session) {
        Path folder = place.output().resolve(session);
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(folder.resolve(Manifest.PATH));
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
            return new SessionResult(surveyed.line(), plan.fate(), surveyed.withholds(), null, Map.of());
        }
        Edition edition = register.begin(
                surveyed.id(), surveyed.digest(), surveyed.contentDigest(), surveyed.closing(), plan.day());
        SessionJob job = new SessionJob(
                surveyed,
                edition,
                Bookkeeping.before(edition, register),
                informed,
                batch,
                publication,
                printers,
                progress);
        JobExecution execution = batch.run(job.job(), job.identity());
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            return new SessionResult(
                    surveyed.line(), failure(surveyed, execution), surveyed.withholds(), null, Map.of());
        }
        Edition published = register.current(surveyed.id()).orElseThrow();
        Map<String, Long> kinds = register.acts(published).stream()
                .collect(Collectors.groupingBy(IssuedAct::kind, TreeMap::new, Collectors.counting()));
        return new SessionResult(
                surveyed.line().with(register.changes(published)),
                Fate.MADE,
                surveyed.withholds(),
                published.outcome(),
                kinds);
    }

    private static Fate failure(Surveyed surveyed, JobExecution execution) {
        List<Throwable> causes = execution.getAllFailureExceptions();
        if (causes.stream().anyMatch(cause -> rootOf(cause) instanceof ChangedMeanwhile)) {
            return Fate.LEFT;
        }
        causes.forEach(cause -> LOG.error("session {}", surveyed.id(), cause));
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
    private void writeNightPage(Survey survey, Register register, List<Anomaly> unattached) throws IOException {
        List<SessionLine> lines = survey.sessions().stream()
                .filter(session -> Files.isDirectory(place.output().resolve(session.id())))
                .map(session -> session.line()
                        .with(register.current(session.id())
                                .map(register::changes)
                                .orElse("")))
                .toList();
        replace("index.html", NightPage.html(lines, unattached));
        replace("anomalies.csv", CsvReports.anomalies(unattached));
    }

    /** Leaves a file that would not change as it is, its time included. */
    private void replace(String name, byte[] bytes) throws IOException {
        Path file = place.output().resolve(name);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Path fresh = place.register().resolve(name);
        Files.write(fresh, bytes);
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r-----"));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

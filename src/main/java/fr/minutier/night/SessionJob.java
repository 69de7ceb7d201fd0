package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.Acts;
import fr.minutier.act.ChainFields;
import fr.minutier.check.Anomaly;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.register.Edition;
import fr.minutier.register.Head;
import fr.minutier.register.IssuedFile;
import fr.minutier.report.Changes;
import fr.minutier.report.CsvReports;
import fr.minutier.report.Made;
import fr.minutier.report.Manifest;
import fr.minutier.report.SessionPage;
import fr.minutier.report.annotated.AnnotatedBordereau;
import fr.minutier.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The job of one session, its steps in the order of the night.
 *
 * <p>What is left to do is told by the register's ledger, never by a position kept here: a job that was killed makes the
 * whole folder of its session again, with the same bytes. So every step runs again when the job is started again.
 */
final class SessionJob {
    /**
     * Candidates to a transaction of the job repository: well above the number of threads that print, and few enough to
     * hold the pages of their acts until these are bound.
     */
    private static final int CHUNK = 64;

    private static final String PAGE = "index.html";

    private final Order order;
    private final Edition edition;
    private final Optional<Changes.Before> before;
    private final Head head;
    private final Studio studio;
    private final BatchRepository batch;
    private final Publication publication;
    private final AsyncTaskExecutor printers;
    private final Function<String, Optional<String>> persons;
    private final Progress progress;

    private @Nullable Received received;
    private @Nullable Dossier dossier;
    private @Nullable WorkFolder folder;
    private @Nullable CandidateActs candidateActs;
    private final List<Range> printed = new ArrayList<>();
    private volatile boolean stopping;
    private volatile @Nullable StepExecution printing;

    SessionJob(
            Order order,
            Edition edition,
            Optional<Changes.Before> before,
            Head head,
            Studio studio,
            BatchRepository batch,
            Publication publication,
            AsyncTaskExecutor printers,
            Function<String, Optional<String>> persons,
            Progress progress) {
        this.order = order;
        this.edition = edition;
        this.before = before;
        this.head = head;
        this.studio = studio;
        this.batch = batch;
        this.publication = publication;
        this.printers = printers;
        this.persons = persons;
        this.progress = progress;
    }

    /** By which the instance is known again: the session, what it is made from, and the edition. No time, no chance. */
    JobParameters identity() {
        return new JobParametersBuilder()
                .addString("session", edition.session())
                .addString("empreinte", edition.digest())
                .addLong("edition", (long) edition.number())
                .toJobParameters();
    }

    /** The steps, from taking the session up to putting its folder in place. */
    Job job() {
        return new JobBuilder("session", batch.jobRepository())
                .start(step("reprise", this::takeUp, CommitPoint.TAKEN_UP))
                .next(candidates())
                .next(step("proces-verbal", this::minutes, CommitPoint.MINUTES_PRINTED))
                .next(step("rapports", this::reports, CommitPoint.REPORTS_WRITTEN))
                .next(step("publication", this::publish, CommitPoint.PUBLICATION_DONE))
                .build();
    }

    /**
     * Asks the job to stop: after the candidates in hand, or before the next step; any thread may ask. It can be started
     * again.
     */
    void stop() {
        stopping = true;
        StepExecution candidates = printing;
        if (candidates != null) {
            candidates.setTerminateOnly();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Begins no step of a job that was asked to stop, and tells where a step that was not came to. */
    private final class Stations implements StepExecutionListener {
        private final CommitPoint end;

        Stations(CommitPoint end) {
            this.end = end;
        }

        @Override
        public void beforeStep(StepExecution step) {
            if (end == CommitPoint.CANDIDATES_PRINTED) {
                printing = step;
            }
            if (stopping) {
                step.setTerminateOnly();
            }
        }

        @Override
        public ExitStatus afterStep(StepExecution step) {
            if (step.getStatus() == BatchStatus.COMPLETED) {
                end.reached(order.id());
            }
            return step.getExitStatus();
        }
    }

    private Step step(String name, Work work, CommitPoint end) {
        return new StepBuilder(name, batch.jobRepository())
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        batch.transactionManager())
                .listener(new Stations(end))
                .allowStartIfComplete(true)
                .build();
    }

    private void takeUp() throws IOException {
        // From here on all is made from copies, which nobody writes to.
        received = Received.copies(order, publication.received(edition));
        dossier = Survey.dossier(order.id(), received.entries(), studio)
                .filter(again -> again.digest().equals(order.digest()))
                .orElseThrow(() -> new ChangedMeanwhile(order.id()));
        folder = new WorkFolder(publication.open(edition));
        candidateActs = new CandidateActs(studio, dossier, edition.takenUp(), folder);
        Correction correction = dossier.correction();
        if (correction != null) {
            carryOver(correction, folder);
        }
        printed.clear();
        for (Order.PrintedRange range : order.printed()) {
            if (folder.takeOver(publication.folder(range), range.manifest())) {
                printed.add(range.range());
            }
        }
    }

    /** What lay in the folder that is replaced stays in its place or goes to the archives; its page alone is made anew. */
    private void carryOver(Correction correction, WorkFolder to) throws IOException {
        Path inForce = publication.inForce(edition.session());
        Path manifest = inForce.resolve(Manifest.PATH);
        for (Made file : Manifest.files(Files.readAllBytes(manifest))) {
            if (!file.path().equals(PAGE)) {
                to.carry(inForce.resolve(file.path()), correction.place(file), file);
            }
        }
        String archived = correction.archived(Manifest.PATH);
        Files.createDirectories(to.path().resolve(archived).getParent());
        Files.copy(manifest, to.path().resolve(archived));
        to.list(archived, "manifeste");
    }

    private Step candidates() {
        return new StepBuilder("candidats", batch.jobRepository())
                .<Integer, CandidateActs.Printed>chunk(CHUNK)
                .transactionManager(batch.transactionManager())
                .reader(new LateReader<>(() -> places().iterator()))
                .processor(this::print)
                .writer(this::bind)
                .taskExecutor(printers)
                .listener(new Stations(CommitPoint.CANDIDATES_PRINTED))
                .allowStartIfComplete(true)
                .build();
    }

    /** Who is printed here: all but those whom others printed already. */
    private List<Integer> places() {
        return IntStream.range(0, dossier().decisions().size())
                .filter(place -> printed.stream().noneMatch(range -> range.holds(place)))
                .boxed()
                .toList();
    }

    private CandidateActs.Printed print(int place) throws IOException {
        CandidateActs.Printed made = candidateActs().print(place);
        progress.advance(1);
        return made;
    }

    private void bind(Chunk<? extends CandidateActs.Printed> made) throws IOException {
        for (CandidateActs.Printed each : made) {
            candidateActs().bind(each);
        }
    }

    private void minutes() throws IOException {
        candidateActs().close();
        if (dossier().deliberation() != null) {
            ChainFields chain = chain(dossier().deliberation());
            Correction correction = dossier().correction();
            Act minutes =
                    correction == null ? acts(chain).minutes() : acts(chain).minutes(correction.fields(acts(null)));
            folder().write(minutes, studio.press().print(minutes, edition.takenUp()));
        }
    }

    private void copy(String kind, int rank, AnnotatedBordereau.Copy copy) throws IOException {
        folder().write(kind + (rank == 1 ? "." : "-" + rank + ".") + copy.extension(), kind, copy.bytes());
    }

    private void reports() throws IOException {
        Dossier taken = dossier();
        Deliberation deliberation = taken.deliberation();
        List<Anomaly> anomalies = taken.checked().anomalies();
        if (deliberation != null) {
            folder().write("decisions.csv", "decisions", CsvReports.decisions(deliberation));
            folder().write("blocs.csv", "blocs", CsvReports.blocs(deliberation));
        }
        folder().write("anomalies.csv", "anomalies", CsvReports.anomalies(anomalies));
        int annotated = 0;
        int corrected = 0;
        for (HandedIn.Legible source : taken.sources()) {
            Path file = source.entry().path();
            Optional<AnnotatedBordereau.Copy> marked = AnnotatedBordereau.annotate(file, source.bordereau(), anomalies);
            if (marked.isPresent()) {
                annotated++;
                copy("bordereau-annote", annotated, marked.get());
                continue;
            }
            Optional<AnnotatedBordereau.Copy> cleared = AnnotatedBordereau.corrected(file, source.bordereau());
            if (cleared.isPresent()) {
                corrected++;
                copy("bordereau-corrige", corrected, cleared.get());
            }
        }
        folder().write(PAGE, "rapport", SessionPage.html(taken.checked(), deliberation, folder().made(), changes()));
        Session session = taken.checked().session();
        folder().writeUnlisted(
                        Manifest.PATH,
                        "manifeste",
                        Manifest.json(
                                taken.id(),
                                session == null ? "" : session.certification().code(),
                                session == null ? "" : session.status().label(),
                                new Manifest.Chain(head.rank(), head.sha256()),
                                folder().made()));
    }

    private void publish() throws IOException {
        String digest = publication.seal(folder().path());
        publication.publish(
                edition, digest, Bookkeeping.issue(dossier(), changes(), persons, folder().acts(), files()));
    }

    private List<IssuedFile> files() throws IOException {
        List<IssuedFile> files = new ArrayList<>(folder().files());
        files.addAll(Objects.requireNonNull(received).files(edition));
        files.add(studio.keptTemplates());
        return files;
    }

    private Changes changes() {
        return Changes.between(
                before, Bookkeeping.account(dossier().checked(), dossier().deliberation()));
    }

    private Acts acts(@Nullable ChainFields chain) {
        return dossier().acts(studio.key(), edition.takenUp(), chain);
    }

    /** What the minutes print of the register: the chain so far, and the files that say what is decided now. */
    private ChainFields chain(Deliberation deliberation) {
        return new ChainFields(
                head.rank() == 0,
                Integer.toString(head.rank()),
                head.sha256(),
                WorkFolder.sha256(CsvReports.decisions(deliberation)),
                WorkFolder.sha256(CsvReports.blocs(deliberation)));
    }

    private Dossier dossier() {
        return Objects.requireNonNull(dossier);
    }

    private CandidateActs candidateActs() {
        return Objects.requireNonNull(candidateActs);
    }

    private WorkFolder folder() {
        return Objects.requireNonNull(folder);
    }
}

package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.Acts;
import fr.minutier.act.Press;
import fr.minutier.check.Anomaly;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Verdict;
import fr.minutier.register.Edition;
import fr.minutier.register.Issue;
import fr.minutier.register.IssuedDecision;
import fr.minutier.register.Outcome;
import fr.minutier.report.AnnotatedBordereau;
import fr.minutier.report.CsvReports;
import fr.minutier.report.Manifest;
import fr.minutier.report.SessionPage;
import fr.minutier.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.Step;
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
    /** Candidates to a transaction of the job repository; well above the number of threads that print. */
    private static final int CHUNK = 200;

    private final Surveyed surveyed;
    private final Edition edition;
    private final Studio studio;
    private final BatchRepository batch;
    private final Publication publication;
    private final AsyncTaskExecutor printers;
    private final Progress progress;

    private @Nullable Dossier dossier;
    private @Nullable WorkFolder folder;
    private @Nullable Volumes volumes;

    SessionJob(
            Surveyed surveyed,
            Edition edition,
            Studio studio,
            BatchRepository batch,
            Publication publication,
            AsyncTaskExecutor printers,
            Progress progress) {
        this.surveyed = surveyed;
        this.edition = edition;
        this.studio = studio;
        this.batch = batch;
        this.publication = publication;
        this.printers = printers;
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
                .start(step("reprise", this::takeUp))
                .next(candidates())
                .next(step("proces-verbal", this::minutes))
                .next(step("rapports", this::reports))
                .next(step("publication", this::publish))
                .build();
    }

    private interface Work {
        void run() throws IOException;
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, batch.jobRepository())
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        batch.transactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    private void takeUp() throws IOException {
        dossier = Survey.dossier(surveyed.id(), surveyed.entries(), studio)
                .filter(again -> again.digest().equals(surveyed.digest()))
                .orElseThrow(() -> new ChangedMeanwhile(surveyed.id()));
        folder = new WorkFolder(publication.open(edition));
        volumes = new Volumes(folder);
    }

    private Step candidates() {
        return new StepBuilder("candidats", batch.jobRepository())
                .<Decision, List<Bound>>chunk(CHUNK)
                .transactionManager(batch.transactionManager())
                .reader(new LateReader<>(() -> decisions().iterator()))
                .processor(this::print)
                .writer(this::bind)
                .taskExecutor(printers)
                .allowStartIfComplete(true)
                .build();
    }

    /** An act that is printed, and may be bound. */
    private record Bound(Act act, Press.Composed composed) {}

    /** Prints all acts of one candidate; called by several threads at once. */
    private List<Bound> print(Decision decision) throws IOException {
        List<Bound> printed = new ArrayList<>();
        for (Act act : acts().of(decision)) {
            Press.Composed composed = studio.press().compose(act, edition.takenUp());
            folder().write(act, composed.pdf());
            printed.add(new Bound(act, composed));
        }
        progress.advance(1);
        return printed;
    }

    /** Binds what was printed; called by one thread, in the order of the candidates. */
    private void bind(Chunk<? extends List<Bound>> printed) throws IOException {
        for (List<Bound> acts : printed) {
            for (Bound act : acts) {
                Objects.requireNonNull(volumes).add(act.act(), act.composed());
            }
        }
    }

    private void minutes() throws IOException {
        Objects.requireNonNull(volumes).close();
        if (dossier().deliberation() != null) {
            Act minutes = acts().minutes();
            folder().write(minutes, studio.press().print(minutes, edition.takenUp()));
        }
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
        int copies = 0;
        for (HandedIn.Legible source : taken.sources()) {
            Optional<byte[]> annotated =
                    AnnotatedBordereau.annotate(source.entry().path(), source.bordereau(), anomalies);
            if (annotated.isPresent()) {
                copies++;
                String name = copies == 1 ? "bordereau-annote.xlsx" : "bordereau-annote-" + copies + ".xlsx";
                folder().write(name, "bordereau-annote", annotated.get());
            }
        }
        folder().write("index.html", "rapport", SessionPage.html(taken.checked(), deliberation, folder().made()));
        Session session = taken.checked().session();
        folder().writeUnlisted(
                        Manifest.PATH,
                        Manifest.json(
                                taken.id(),
                                session == null ? "" : session.certification().code(),
                                session == null ? "" : session.status().label(),
                                folder().made()));
    }

    private void publish() throws IOException {
        String digest = publication.seal(folder().path());
        publication.publish(edition, digest, issue());
    }

    private Issue issue() {
        Dossier taken = dossier();
        List<IssuedDecision> decisions = decisions().stream()
                .filter(decision -> recordable(decision.candidate().number()))
                .map(decision -> new IssuedDecision(
                        decision.candidate().number(), decision.verdict().name()))
                .toList();
        int withheld = (int) decisions().stream()
                .filter(decision -> decision.verdict() == Verdict.RESERVE)
                .count();
        List<fr.minutier.register.IssuedAct> acts = folder().acts();
        return new Issue(
                new Outcome(
                        taken.checked().withholds() || withheld > 0,
                        taken.checked().candidates(),
                        withheld,
                        acts.size(),
                        taken.checked().anomalies().size()),
                decisions,
                acts);
    }

    /** A number that is none cannot be kept as the key of a decision; its candidate is withheld anyway. */
    private static boolean recordable(String number) {
        return !number.isBlank() && number.length() <= 30;
    }

    private List<Decision> decisions() {
        Deliberation deliberation = dossier().deliberation();
        return deliberation == null ? List.of() : deliberation.decisions();
    }

    private Acts acts() {
        return new Acts(Objects.requireNonNull(dossier().deliberation()), edition.takenUp());
    }

    private Dossier dossier() {
        return Objects.requireNonNull(dossier);
    }

    private WorkFolder folder() {
        return Objects.requireNonNull(folder);
    }
}

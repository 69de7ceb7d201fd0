package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.proof.KeyFolder;
import fr.minutier.proof.UnusableKey;
import fr.minutier.register.Register;
import fr.minutier.register.Server;
import fr.minutier.typesetting.Seal;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process that makes sessions for the nights of another one. It waits for a night, takes lots one by one, and makes each
 * session of a lot as the run itself would; a lot may also be a range of one large session, to be printed.
 *
 * <p>It may be killed, paused or cut off at any moment. A lot is taken in a transaction that lasts until it is done, so
 * that a dead worker's comes back; what that one left of a session is finished or undone by the next, as after a killed
 * run. One that is only thought to be dead publishes nothing: the server refuses its turn once another run began, and the
 * row of an edition is held while its folder moves, so that it is published by one alone.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final long BETWEEN_LOOKS_MS = 500;

    private final Workplace place;
    private final Server server;
    private final Studio studio;
    private final String name;
    private volatile boolean stopping;
    private volatile @Nullable Making making;

    /**
     * Loads all that sessions are made with.
     *
     * @param place whose server is there
     * @param seal put on every act that is no draft
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws UnusableKey for a key to sign with that cannot be used
     * @throws IOException when a file of the templates cannot be read
     */
    public Worker(Workplace place, Optional<Seal> seal) throws InvalidDefinition, UnusableKey, IOException {
        this.place = place;
        this.server = place.server().orElseThrow();
        this.studio = new Studio(place, new KeyFolder(place.register()).signingKey(), seal);
        this.name = Server.nameOfThisProcess();
    }

    /** By which it is known to others: machine and process. */
    public String name() {
        return name;
    }

    /** Asks to end soon: what is in hand ends at its next step, and is left to others. Any thread may ask. */
    public void stop() {
        stopping = true;
        Making inHand = making;
        if (inHand != null) {
            inHand.stop();
        }
    }

    /**
     * Works for one night after another, until it is asked to stop.
     *
     * @param told hears when a night begins and ends
     * @throws MixedWorkshop when a night is not made as this worker is
     */
    public void work(Consumer<String> told) throws IOException, InterruptedException {
        try (Server.Pool pool = server.pool(name, 3)) {
            SharedNight shared = new SharedNight(pool.dataSource());
            Thread pulse = Thread.ofPlatform().daemon().name("pulse").start(() -> pulse(shared));
            try {
                while (!stopping) {
                    try {
                        Optional<SharedNight.Run> run = shared.run();
                        if (run.isPresent()) {
                            requireSame(run.get());
                            serve(run.get(), shared, pool, told);
                        }
                    } catch (MixedWorkshop e) {
                        throw e;
                    } catch (RuntimeException e) {
                        LOG.warn("the server is not there, or gave the night to another run", e);
                    }
                    Thread.sleep(BETWEEN_LOOKS_MS);
                }
            } finally {
                pulse.interrupt();
                leave(shared);
            }
        }
    }

    private void requireSame(SharedNight.Run run) throws MixedWorkshop {
        if (!run.program().equals(studio.program())) {
            throw new MixedWorkshop("le passage en cours tourne avec une autre version du programme (" + run.program()
                    + ") que cet ouvrier (" + studio.program()
                    + ")\u00a0: installez partout la même, puis relancez l’ouvrier.");
        }
        if (!run.studio().equals(studio.digest())) {
            throw new MixedWorkshop(
                    "cet ouvrier n’a pas les mêmes modèles, la même clé ou le même cachet que le passage en"
                            + " cours\u00a0: donnez-lui les mêmes, puis relancez-le.");
        }
    }

    private void pulse(SharedNight shared) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    shared.seen(name, studio.program(), studio.digest());
                } catch (RuntimeException e) {
                    LOG.debug("not heard", e);
                }
                Thread.sleep(2 * BETWEEN_LOOKS_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the work is over
        }
    }

    private void leave(SharedNight shared) {
        try {
            shared.leave(name);
        } catch (RuntimeException e) {
            LOG.debug("not heard", e); // then it is seen to be silent
        }
    }

    private void serve(SharedNight.Run run, SharedNight shared, Server.Pool pool, Consumer<String> told)
            throws IOException, InterruptedException {
        try (Register register = Register.join(place.base(), name);
                ExecutorService sessions = Executors.newFixedThreadPool(CORES);
                ExecutorService printers = Executors.newFixedThreadPool(CORES)) {
            if (register.turn() != run.turn()) {
                return; // another run began just now
            }
            told.accept("Passage " + run.turn() + "\u00a0: au travail.");
            BatchRepository batch = new BatchRepository(register.dataSource());
            Publication publication = new Publication(place.output(), register, name);
            Studio knowing = studio.knowing(
                            register, new SharedNight(register.dataSource()).earlier(run.turn(), register))
                    .keeping(place);
            Map<String, Inbox.Entry> input = new HashMap<>();
            Inbox.list(place.input()).forEach(entry -> input.put(entry.name(), entry));
            RangePrinter ranges = new RangePrinter(run, name, knowing, register, publication, printers);
            StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
            handler.setJobRepository(batch.jobRepository());
            Requests requests = new Requests(pool.dataSource(), run.turn());
            // Of its own data source: a session's transactions commit while the request is still held.
            TransactionTemplate holding = new TransactionTemplate(new JdbcTransactionManager(pool.dataSource()));
            while (!stopping && shared.run().filter(run::equals).isPresent()) {
                Making lot = new Making(place, knowing, register, batch, publication, printers, Progress.none());
                making = lot;
                if (stopping) {
                    lot.stop();
                }
                handler.setStepLocator(step -> step(run, lot, ranges, batch, register, sessions, input));
                Boolean taken = holding.execute(status -> {
                    Message<?> request = requests.next();
                    if (request != null) {
                        handler.handle((StepExecutionRequest) request.getPayload());
                        if (lot.trouble().isPresent() || stopping) {
                            status.setRollbackOnly(); // for another worker, or for this one once it can work again
                        }
                    }
                    return request != null;
                });
                making = null;
                if (lot.trouble().isPresent()) {
                    LOG.warn("a lot is given back", lot.trouble().get());
                }
                if (!Boolean.TRUE.equals(taken) || lot.trouble().isPresent()) {
                    Thread.sleep(BETWEEN_LOOKS_MS);
                }
            }
            told.accept("Passage " + run.turn() + "\u00a0: terminé.");
        }
    }

    private Step step(
            SharedNight.Run run,
            Making making,
            RangePrinter ranges,
            BatchRepository batch,
            Register register,
            ExecutorService sessions,
            Map<String, Inbox.Entry> input) {
        SharedNight shared = new SharedNight(register.dataSource());
        return new StepBuilder(Crew.LOT, batch.jobRepository())
                .tasklet(
                        (contribution, context) -> {
                            StepExecution lot = contribution.getStepExecution();
                            ExecutionContext asked = lot.getExecutionContext();
                            if (!asked.containsKey(Crew.FROM) || !asked.containsKey(Crew.TO)) {
                                throw new IllegalStateException("a lot that does not say yet of what: " + lot.getId());
                            }
                            List<SharedNight.Job> jobs =
                                    shared.jobs(run.turn(), asked.getInt(Crew.FROM), asked.getInt(Crew.TO), input);
                            if (asked.containsKey(Crew.FIRST_CANDIDATE)) {
                                int first = asked.getInt(Crew.FIRST_CANDIDATE);
                                jobs.forEach(job ->
                                        making.print(ranges, job.order(), new SharedRanges.Key(job.position(), first)));
                            } else {
                                ranges.forget();
                                make(jobs, run, making, shared, sessions);
                            }
                            if (making.trouble().isPresent()) {
                                throw new IllegalStateException(making.trouble().get());
                            }
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    private void make(
            List<SharedNight.Job> jobs,
            SharedNight.Run run,
            Making making,
            SharedNight shared,
            ExecutorService sessions) {
        Parallel.map(sessions, jobs, job -> {
            shared.taken(run.turn(), job.position(), name);
            Fate fate = making.makeAfterOthers(job.order(), job.lastEdition());
            if (fate != Fate.STOPPED && making.trouble().isEmpty()) {
                shared.done(run.turn(), job.position(), fate);
            }
            return fate;
        });
    }
}

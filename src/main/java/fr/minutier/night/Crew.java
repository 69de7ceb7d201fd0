package fr.minutier.night;

import fr.minutier.check.KnownBlock;
import fr.minutier.check.Person;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;

/**
 * The run's side of a night that workers make: it lists the sessions, sends them out in lots by Spring Batch's remote
 * partitioning, and waits until the repository says that all lots are done. Of a large session ranges of candidates are sent
 * out first, to be printed by whoever is there; the session itself is then made, by one worker, from what they printed.
 */
final class Crew {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    /** The step that a worker runs for each lot. */
    static final String LOT = "lot";
    /** Of a lot: the first position, and the one after the last. */
    static final String FROM = "de";

    static final String TO = "jusqu-a";
    /** Of a lot that is a range of one session: the place of its first candidate. */
    static final String FIRST_CANDIDATE = "candidat";

    // A lot costs some milliseconds, and all are looked at each time; a worker that dies gives back one.
    private static final int CANDIDATES_TO_A_LOT = 500;
    private static final int MOST_LOTS = 150;
    // Of a small night too, several workers have several: who is done first takes the next.
    private static final int FEWEST_LOTS = 16;
    // A worker that was cut off may have said that its lot failed: what is left is sent out again.
    private static final int ROUNDS = 3;
    private static final Duration LONGEST_NIGHT = Duration.ofHours(12);
    private static final long BETWEEN_LOOKS_MS = 250;
    // In a first night those who wait are known only once they found its tables.
    private static final int LOOKS_BEFORE_ASKING = 5;

    private final SharedNight shared;
    private final SharedRanges ranges;
    private final Register register;
    private final BatchRepository batch;
    private final SharedNight.Run run;
    private volatile @Nullable Thread waiting;
    private volatile boolean stopping;
    private int sendings;

    /**
     * Begins a night that workers make.
     *
     * @throws MixedWorkshop when a worker that is there is not made as this night is
     */
    Crew(Workplace place, Studio studio, Register register, BatchRepository batch) {
        this.shared = new SharedNight(register.dataSource());
        this.ranges = new SharedRanges(register.dataSource());
        this.register = register;
        this.batch = batch;
        this.run = new SharedNight.Run(register.turn(), studio.program(), studio.digest(), place.today());
        shared.begin(run);
        List<String> strangers = shared.strangers(run);
        if (!strangers.isEmpty()) {
            shared.end(run.turn());
            throw new MixedWorkshop("l’ouvrier " + strangers.getFirst()
                    + " n’a pas la même version du programme, ou pas les mêmes modèles, la même clé et le même cachet que"
                    + " ce passage\u00a0: arrêtez-le ou mettez-le à jour, puis relancez la même commande.");
        }
    }

    /** Asks to wait no more: workers end what they have in hand at its next step. */
    void stop() {
        stopping = true;
        Thread thread = waiting;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /**
     * Has these sessions made.
     *
     * @param plans what is to be made
     * @param survey all that lies in input
     * @param closing which sessions the night is about to close
     * @return how they fared, by name
     */
    Map<String, Fate> make(
            List<Plan> plans, Survey survey, Predicate<Surveyed> closing, Studio informed, Progress progress) {
        shared.tell(run.turn(), informed.earlier().editions(), known(survey, closing));
        Map<String, Integer> before = new HashMap<>();
        plans.forEach(plan -> before.put(plan.surveyed().id(), lastEdition(plan)));
        shared.order(run.turn(), plans, before);
        orderRanges(plans);
        Thread watch = Thread.ofPlatform().daemon().name("watch").start(() -> watch(progress));
        waiting = Thread.currentThread();
        try {
            have(() -> ranges(ranges.left(run.turn())));
            if (!stopping) {
                ranges.end(run.turn());
            }
            have(() -> sessions(shared.left(run.turn())));
        } finally {
            waiting = null;
            boolean interrupted = Thread.interrupted();
            watch.interrupt();
            shared.end(run.turn());
            if (interrupted && !stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return fates(plans, before);
    }

    private int lastEdition(Plan plan) {
        return register.current(plan.surveyed().id()).map(Edition::number).orElse(0);
    }

    /** Of what is published the register tells; why something is not, the workers. */
    private Map<String, Fate> fates(List<Plan> plans, Map<String, Integer> before) {
        Map<String, Fate> told = shared.fates(run.turn());
        Map<String, Fate> fates = new HashMap<>();
        for (Plan plan : plans) {
            String id = plan.surveyed().id();
            boolean made = Making.isMade(plan.order(), before.getOrDefault(id, 0), register);
            Fate otherwise = told.get(id) == Fate.LEFT ? Fate.LEFT : stopping ? Fate.STOPPED : Fate.FAILED;
            fates.put(id, made ? Fate.MADE : otherwise);
        }
        return fates;
    }

    /** Sends lots out in the order in which they are listed: workers that print one session together read it once each. */
    private static final class InOrder extends SimpleStepExecutionSplitter {
        InOrder(JobRepository repository, Map<String, ExecutionContext> lots) {
            super(repository, LOT, grid -> lots);
        }

        @Override
        public Set<StepExecution> split(StepExecution whole, int grid) throws JobExecutionException {
            Set<StepExecution> inOrder = new TreeSet<>(Comparator.comparingLong(StepExecution::getId));
            inOrder.addAll(super.split(whole, grid));
            return inOrder;
        }
    }

    /** Begins each large session, so that all who print of it print the same number and the same day. */
    private void orderRanges(List<Plan> plans) {
        Map<Integer, List<Range>> ordered = new HashMap<>();
        for (int position = 0; position < plans.size(); position++) {
            List<Range> parts = plans.get(position).ranges();
            if (!parts.isEmpty()) {
                Making.begin(plans.get(position).order(), register);
                ordered.put(position, parts);
            }
        }
        ranges.order(run.turn(), ordered);
    }

    /** Has all lots done: sent out again as long as some are left, for some rounds. */
    private void have(Supplier<Map<String, ExecutionContext>> left) {
        for (int round = 1; round <= ROUNDS && !stopping; round++) {
            Map<String, ExecutionContext> lots = left.get();
            if (lots.isEmpty()) {
                break;
            }
            sendOut(lots);
        }
    }

    private void sendOut(Map<String, ExecutionContext> lots) {
        shared.emptyQueue();
        MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
        handler.setStepName(LOT);
        handler.setGridSize(lots.size());
        handler.setMessagingOperations(new Requests(register.dataSource(), run.turn()).sending());
        handler.setJobRepository(batch.jobRepository());
        handler.setPollInterval(BETWEEN_LOOKS_MS);
        handler.setTimeout(LONGEST_NIGHT.toMillis());
        try {
            handler.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException("the handler of lots cannot be wired", e);
        }
        Step step = new PartitionStepBuilder(new StepBuilder("lots", batch.jobRepository()))
                .splitter(new InOrder(batch.jobRepository(), lots))
                .partitionHandler(handler)
                .build();
        Job job = new JobBuilder("passage", batch.jobRepository()).start(step).build();
        batch.run(
                job,
                new JobParametersBuilder()
                        .addLong("tour", run.turn())
                        .addLong("envoi", (long) ++sendings)
                        .toJobParameters());
    }

    /** Lots of sessions, in order, about as large as each other, by names that are always the same. */
    private static Map<String, ExecutionContext> sessions(Map<Integer, Integer> left) {
        int all = left.values().stream().mapToInt(candidates -> candidates + 1).sum();
        int most = Math.max(Math.min(CANDIDATES_TO_A_LOT, all / FEWEST_LOTS), all / MOST_LOTS + 1);
        Map<String, ExecutionContext> lots = new LinkedHashMap<>();
        int from = -1;
        int size = 0;
        int last = -1;
        for (Map.Entry<Integer, Integer> session : left.entrySet()) {
            if (from >= 0 && size + session.getValue() > most) {
                lots.put("lot-" + from, lot(from, last + 1));
                from = -1;
                size = 0;
            }
            last = session.getKey();
            from = from < 0 ? last : from;
            size += session.getValue() + 1;
        }
        if (from >= 0) {
            lots.put("lot-" + from, lot(from, last + 1));
        }
        return lots;
    }

    /** Each range is a lot. */
    private static Map<String, ExecutionContext> ranges(List<SharedRanges.Key> left) {
        Map<String, ExecutionContext> lots = new LinkedHashMap<>();
        for (SharedRanges.Key range : left) {
            ExecutionContext lot = lot(range.session(), range.session() + 1);
            lot.putInt(FIRST_CANDIDATE, range.from());
            lots.put("lot-" + range.session() + "-" + range.from(), lot);
        }
        return lots;
    }

    private static ExecutionContext lot(int from, int to) {
        ExecutionContext context = new ExecutionContext();
        context.putInt(FROM, from);
        context.putInt(TO, to);
        return context;
    }

    /** Of the sessions that are about to be closed, what they say of persons who come in another one too. */
    private Map<String, List<KnownBlock>> known(Survey survey, Predicate<Surveyed> closing) {
        Map<Person, Integer> sessions = new HashMap<>();
        boolean anybody = false;
        for (Surveyed session : survey.sessions()) {
            anybody |= session.persons().isEmpty();
            session.persons().keySet().forEach(person -> sessions.merge(person, 1, Integer::sum));
        }
        Map<String, List<KnownBlock>> known = new HashMap<>();
        for (Surveyed session : survey.sessions()) {
            if (!closing.test(session)) {
                continue;
            }
            for (Map.Entry<Person, List<KnownBlock>> told : session.persons().entrySet()) {
                if (anybody || sessions.getOrDefault(told.getKey(), 0) > 1) {
                    register.person(told.getKey().written())
                            .ifPresent(person -> known.computeIfAbsent(person, first -> new ArrayList<>())
                                    .addAll(told.getValue()));
                }
            }
        }
        return known;
    }

    private void watch(Progress progress) {
        int shown = 0;
        try {
            for (int look = 1; !Thread.currentThread().isInterrupted(); look++) {
                Thread.sleep(BETWEEN_LOOKS_MS * 4);
                try {
                    if (look == LOOKS_BEFORE_ASKING && shared.workers().stream().allMatch(WorkerSeen::isSilent)) {
                        progress.say("Aucun ouvrier n’est encore là\u00a0: lancez ./minutier ouvrier\u00a0; le passage"
                                + " attend.");
                    }
                    int cut = shared.cutSilent();
                    if (cut > 0) {
                        LOG.warn("a worker was silent for too long: {} connections cut", cut);
                    }
                    int done = shared.candidatesDone(run.turn());
                    progress.advance(done - shown);
                    shown = done;
                } catch (RuntimeException e) {
                    LOG.warn("the workers cannot be watched", e); // who waits for them meets the same, and tells it
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // all is done
        }
    }
}

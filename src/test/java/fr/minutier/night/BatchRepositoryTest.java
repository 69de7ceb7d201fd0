package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.register.BaseOfTests;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource(BaseOfTests.class)
class BatchRepositoryTest {
    @Parameter
    BaseOfTests kind;

    private static final List<String> STEPS = List.of("lecture", "deliberation", "actes");
    private static final JobParameters SESSION = parameters("DEIS-2026-06");

    @TempDir
    Path output;

    private Map<String, String> environment;
    private Register register;

    @BeforeEach
    void open() throws RegisterBusy {
        environment = kind.environment();
        register = Register.open(BaseOfTests.in(output.resolve(".registre"), environment));
    }

    @AfterEach
    void close() {
        register.close();
    }

    /** One run of a job of three steps; halts in the step that its second argument names. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            Path output = Path.of(arguments[0]);
            try (Register register = Register.open(BaseOfTests.in(output.resolve(".registre"), System.getenv()))) {
                BatchRepository batch = new BatchRepository(register.dataSource());
                batch.recover();
                JobExecution execution = batch.run(
                        job(batch, STEPS, step -> {
                            Files.writeString(
                                    output.resolve("steps"),
                                    step + "\n",
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.APPEND);
                            if (step.equals(arguments[1])) {
                                Runtime.getRuntime().halt(ChildJvm.HALTED);
                            }
                        }),
                        SESSION);
                System.exit(execution.getStatus() == BatchStatus.COMPLETED ? 0 : 3);
            }
        }
    }

    @Test
    void a_job_killed_in_each_of_its_steps_completes_with_the_same_command() throws Exception {
        register.close();
        for (String step : List.of("lecture", "deliberation", "deliberation", "actes")) {
            assertThat(run(step)).isEqualTo(ChildJvm.HALTED);
        }
        assertThat(run("none")).isZero();
        assertThat(run("none")).isZero();
        assertThat(Files.readAllLines(output.resolve("steps")).stream().distinct())
                .containsExactlyElementsOf(STEPS);
    }

    @Test
    void an_instance_left_without_execution_is_started_as_if_it_were_new() {
        BatchRepository batch = new BatchRepository(register.dataSource());
        batch.jobRepository().createJobInstance("nuit", SESSION);

        batch.recover();

        assertThat(runAgain().getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(
            value = BatchStatus.class,
            names = {"STARTING", "STARTED", "STOPPING", "UNKNOWN", "FAILED", "STOPPED"})
    void an_execution_left_in_any_state_is_started_again(BatchStatus left) {
        BatchRepository batch = new BatchRepository(register.dataSource());
        JobRepository repository = batch.jobRepository();
        JobInstance instance = repository.createJobInstance("nuit", SESSION);
        JobExecution execution = repository.createJobExecution(instance, SESSION, new ExecutionContext());
        StepExecution step = repository.createStepExecution("lecture", execution);
        step.setStatus(left);
        repository.update(step);
        execution.setStatus(left);
        repository.update(execution);

        batch.recover();

        assertThat(runAgain().getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void a_failed_execution_whose_step_still_runs_is_started_again() {
        BatchRepository batch = new BatchRepository(register.dataSource());
        JobRepository repository = batch.jobRepository();
        JobInstance instance = repository.createJobInstance("nuit", SESSION);
        JobExecution execution = repository.createJobExecution(instance, SESSION, new ExecutionContext());
        StepExecution step = repository.createStepExecution("lecture", execution);
        step.setStatus(BatchStatus.STARTED);
        repository.update(step);
        execution.setStatus(BatchStatus.FAILED);
        repository.update(execution);

        batch.recover();

        assertThat(runAgain().getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void a_job_that_is_complete_is_not_done_twice() {
        BatchRepository batch = new BatchRepository(register.dataSource());
        AtomicInteger done = new AtomicInteger();
        Job job = job(batch, List.of("lecture"), step -> done.incrementAndGet());

        JobExecution first = batch.run(job, SESSION);
        JobExecution second = batch.run(job, SESSION);

        assertThat(done).hasValue(1);
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void a_step_that_fails_fails_the_job_and_the_next_run_completes_it() {
        BatchRepository batch = new BatchRepository(register.dataSource());
        AtomicInteger runs = new AtomicInteger();
        Job job = job(batch, List.of("lecture"), step -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("disk full");
            }
        });

        assertThat(batch.run(job, SESSION).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(batch.run(job, SESSION).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void tables_half_made_by_a_killed_run_are_completed() throws Exception {
        String script = new String(
                BatchRepository.class
                        .getResourceAsStream(
                                kind == BaseOfTests.H2 ? "spring-batch-6.0-h2.sql" : "spring-batch-6.0-postgres.sql")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script.substring(0, script.indexOf("CREATE TABLE IF NOT EXISTS BATCH_STEP")));
        }
        assertThat(runAgain().getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    @Test
    void jobs_run_side_by_side_each_on_the_thread_that_called() throws Exception {
        int jobs = 60;
        JdbcTemplate jdbc = new JdbcTemplate(register.dataSource());
        jdbc.execute("CREATE TABLE document (session_id VARCHAR(40), item INT, PRIMARY KEY (session_id, item))");
        BatchRepository batch = new BatchRepository(register.dataSource());

        List<Future<JobExecution>> executions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < jobs; i++) {
                String session = "DEIS-" + i;
                executions.add(threads.submit(() -> batch.run(documents(batch, jdbc, session), parameters(session))));
            }
        }

        for (Future<JobExecution> execution : executions) {
            assertThat(execution.get().getStatus())
                    .as(execution.get().getAllFailureExceptions().toString())
                    .isEqualTo(BatchStatus.COMPLETED);
        }
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM document", Integer.class))
                .isEqualTo(jobs * 40);
    }

    private static Job documents(BatchRepository batch, JdbcTemplate jdbc, String session) {
        Thread caller = Thread.currentThread();
        Step step = new StepBuilder("actes", batch.jobRepository())
                .<Integer, Integer>chunk(10)
                .transactionManager(batch.transactionManager())
                .reader(new ListItemReader<>(IntStream.range(0, 40).boxed().toList()))
                .writer(items -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    jdbc.batchUpdate(
                            "INSERT INTO document VALUES (?, ?)",
                            items.getItems().stream()
                                    .map(item -> new Object[] {session, item})
                                    .toList());
                })
                .build();
        return new JobBuilder("nuit", batch.jobRepository()).start(step).build();
    }

    private interface StepWork {
        void in(String step) throws Exception;
    }

    private static Job job(BatchRepository batch, List<String> names, StepWork work) {
        List<Step> steps = names.stream()
                .<Step>map(name -> new StepBuilder(name, batch.jobRepository())
                        .tasklet(
                                (contribution, context) -> {
                                    work.in(name);
                                    return RepeatStatus.FINISHED;
                                },
                                batch.transactionManager())
                        .build())
                .toList();
        var job = new JobBuilder("nuit", batch.jobRepository()).start(steps.getFirst());
        for (Step next : steps.subList(1, steps.size())) {
            job = job.next(next);
        }
        return job.build();
    }

    private JobExecution runAgain() {
        BatchRepository batch = new BatchRepository(register.dataSource());
        return batch.run(job(batch, STEPS, step -> {}), SESSION);
    }

    private int run(String haltIn) throws Exception {
        try (ChildJvm child = new ChildJvm(Circumstances.ORDINARY.in(environment), Child.class, output, haltIn)) {
            return child.exitStatus();
        }
    }

    private static JobParameters parameters(String session) {
        return new JobParametersBuilder().addString("session", session).toJobParameters();
    }
}

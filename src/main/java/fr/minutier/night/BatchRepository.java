package fr.minutier.night;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch wired by hand on one database, without a Spring context. A job runs on the thread that calls
 * {@link #run}; several threads may run jobs side by side.
 *
 * <p>One process at a time may use the database: only then does an execution that looks as if it were running come from
 * a run that was killed, so that {@link #recover} may say so.
 */
public final class BatchRepository {
    private static final String ORPHAN_INSTANCES = """
            SELECT i.job_instance_id FROM batch_job_instance i
            WHERE NOT EXISTS (SELECT 1 FROM batch_job_execution e WHERE e.job_instance_id = i.job_instance_id)
            """;
    // UNKNOWN (the answer to a commit was lost) would have to be settled by hand, says Spring Batch, and its own
    // recover leaves it. Here the ledger says what is left to do, whatever became of that commit.
    private static final String LEFT_BEHIND = """
            SELECT DISTINCT e.job_execution_id FROM batch_job_execution e
            LEFT JOIN batch_step_execution s ON s.job_execution_id = e.job_execution_id
            WHERE e.status IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
            OR s.status IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
            ORDER BY e.job_execution_id
            """;

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactionManager;
    private final JobRepository jobRepository;
    private final JobOperator jobOperator;

    /** Makes the tables where they are missing, and wires repository and operator. */
    public BatchRepository(DataSource dataSource) {
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource(script(dataSource), BatchRepository.class)),
                dataSource);
        jdbc = new JdbcTemplate(dataSource);
        transactionManager = new JdbcTransactionManager(dataSource);
        try {
            jobRepository = jobRepository(dataSource);
            jobOperator = jobOperator();
        } catch (Exception e) {
            throw new IllegalStateException("the job repository cannot be wired", e);
        }
    }

    /** For building jobs and steps. */
    public JobRepository jobRepository() {
        return jobRepository;
    }

    /** For building steps: their rows commit together with the repository's. */
    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /**
     * Puts right what a killed run left, so that every job can be started again with the same parameters: an instance
     * that has no execution is deleted; an execution that still says that it is running, or one of whose steps does, is
     * marked failed. To be called once, before the first {@link #run}.
     */
    public void recover() {
        for (long id : jdbc.queryForList(ORPHAN_INSTANCES, Long.class)) {
            JobInstance orphan = jobRepository.getJobInstance(id);
            if (orphan != null) {
                jobRepository.deleteJobInstance(orphan);
            }
        }
        for (long id : jdbc.queryForList(LEFT_BEHIND, Long.class)) {
            JobExecution execution = jobRepository.getJobExecution(id);
            if (execution != null) {
                fail(execution);
            }
        }
    }

    /** Does the same for one job alone, which only this process runs now: whoever else began it is dead, or shut out. */
    void recover(Job job, JobParameters identifying) {
        JobInstance instance = jobRepository.getJobInstance(job.getName(), identifying);
        if (instance == null) {
            return;
        }
        JobExecution last = jobRepository.getLastJobExecution(instance);
        if (last == null) {
            jobRepository.deleteJobInstance(instance);
        } else if (last.getStatus() != BatchStatus.COMPLETED && last.getStatus() != BatchStatus.FAILED) {
            fail(last);
        }
    }

    /**
     * Runs a job on this thread, from its start or from where a failed execution left it.
     *
     * @param identifying parameters that alone tell this work from other work: no time, nothing random
     * @return the execution that ended, or the earlier one when this job was complete already
     */
    public JobExecution run(Job job, JobParameters identifying) {
        try {
            return jobOperator.start(job, identifying);
        } catch (JobInstanceAlreadyCompleteException e) {
            JobExecution earlier = jobRepository.getLastJobExecution(job.getName(), identifying);
            if (earlier == null) {
                throw new IllegalStateException("complete, and yet without execution: " + identifying, e);
            }
            return earlier;
        } catch (JobExecutionAlreadyRunningException | JobRestartException | InvalidJobParametersException e) {
            throw new IllegalStateException("cannot be started: " + job.getName() + " " + identifying, e);
        }
    }

    private void fail(JobExecution execution) {
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED.addExitDescription("killed"));
                step.setEndTime(now);
                jobRepository.update(step);
            }
        }
        execution.setStatus(BatchStatus.FAILED);
        execution.setExitStatus(ExitStatus.FAILED.addExitDescription("killed"));
        execution.setEndTime(now);
        jobRepository.update(execution);
    }

    private static String script(DataSource dataSource) {
        try {
            return "spring-batch-6.0-%s.sql"
                    .formatted(DatabaseType.fromMetaData(dataSource).name().toLowerCase(Locale.ROOT));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database does not tell what it is", e);
        }
    }

    private JobRepository jobRepository(DataSource dataSource) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        // An instance is kept from being made twice by its key; serializable transactions side by side would fail each
        // other.
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        factory.setTransactionManager(transactionManager);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private JobOperator jobOperator() throws Exception {
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(jobRepository);
        factory.setJobRegistry(new MapJobRegistry());
        factory.setTransactionManager(transactionManager);
        factory.setTaskExecutor(new SyncTaskExecutor());
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}

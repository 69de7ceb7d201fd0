package fr.minutier.bench;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A plain Spring Batch job of one step that does nothing, its repository in a fresh H2 file. */
final class EmptyJob {
    public static void main(String[] arguments) throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:" + Path.of(arguments[0]).toAbsolutePath().resolve("job" + System.nanoTime()), "sa", "");
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql")),
                pool);
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        JdbcJobRepositoryFactoryBean repositories = new JdbcJobRepositoryFactoryBean();
        repositories.setDataSource(pool);
        repositories.setDatabaseType("H2");
        repositories.setTransactionManager(transactions);
        repositories.afterPropertiesSet();
        JobRepository repository = repositories.getObject();
        JobOperatorFactoryBean operators = new JobOperatorFactoryBean();
        operators.setJobRepository(repository);
        operators.setJobRegistry(new MapJobRegistry());
        operators.setTransactionManager(transactions);
        operators.setTaskExecutor(new SyncTaskExecutor());
        operators.afterPropertiesSet();
        Job job = new JobBuilder("empty", repository)
                .start(new StepBuilder("nothing", repository)
                        .tasklet((contribution, context) -> RepeatStatus.FINISHED, transactions)
                        .build())
                .build();
        System.out.println(operators.getObject().start(job, new JobParameters()).getExitStatus());
        pool.dispose();
    }
}

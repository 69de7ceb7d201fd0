package fr.minutier.register;

import static fr.minutier.register.Toys.digest;
import static fr.minutier.register.Toys.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server, a run may lose its hold without knowing, and then publishes nothing any more. */
class TakenOverRegisterTest {
    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    @Test
    void a_second_run_is_told_who_holds_the_register_and_a_reader_reads_it() throws Exception {
        Base base = BaseOfTests.POSTGRESQL.in(folder);
        try (Register holding = Register.open(base)) {
            assertThatThrownBy(() -> Register.open(base))
                    .isInstanceOf(RegisterBusy.class)
                    .hasMessageContaining("est tenu par un autre traitement (lancé par")
                    .hasMessageContaining("processus " + ProcessHandle.current().pid());
            try (Register reading = Register.openIfPresent(base).orElseThrow()) {
                assertThat(reading.sessions()).isEmpty();
            }
            prepared(holding);
        }
        Register.open(base).close();
    }

    @Test
    void a_base_in_which_nobody_wrote_holds_no_register() throws Exception {
        assertThat(Register.openIfPresent(BaseOfTests.POSTGRESQL.in(folder))).isEmpty();
    }

    @Test
    void a_run_that_lost_its_lock_and_was_overtaken_publishes_nothing_any_more() throws Exception {
        Base base = BaseOfTests.POSTGRESQL.in(folder);
        try (Register overtaken = Register.open(base)) {
            Edition edition = prepared(overtaken);
            loseLock(overtaken);
            assertThat(overtaken.sessions()).isEmpty(); // its other connections live on

            try (Register next = Register.open(base)) {
                Path place = folder.resolve("place");
                assertThatThrownBy(() -> overtaken.published(edition, () -> Files.createFile(place)))
                        .isInstanceOf(RegisterFailure.class)
                        .hasMessageContaining("un autre passage a pris la suite");
                assertThat(place).doesNotExist();
                assertThat(next.published(next.unfinished().getFirst()).number())
                        .isEqualTo(1);
                assertThat(next.acts(SESSION)).hasSize(1);
            }
        }
    }

    @Test
    void who_takes_over_waits_for_a_folder_that_is_on_its_way_to_its_place() throws Exception {
        Base base = BaseOfTests.POSTGRESQL.in(folder);
        CountDownLatch moving = new CountDownLatch(1);
        CountDownLatch moved = new CountDownLatch(1);
        try (Register slow = Register.open(base)) {
            Edition edition = prepared(slow);
            CompletableFuture<Edition> publishing = CompletableFuture.supplyAsync(() -> {
                try {
                    return slow.published(edition, () -> {
                        moving.countDown();
                        await(moved);
                    });
                } catch (java.io.IOException e) {
                    throw new AssertionError(e);
                }
            });
            await(moving);
            loseLock(slow);
            CompletableFuture<Register> next = CompletableFuture.supplyAsync(() -> {
                try {
                    return Register.open(base);
                } catch (RegisterBusy e) {
                    throw new AssertionError(e);
                }
            });
            Thread.sleep(300);
            assertThat(next).isNotDone();
            moved.countDown();
            assertThat(publishing.get().state()).isEqualTo(Edition.State.PUBLISHED);
            try (Register taken = next.get(10, TimeUnit.SECONDS)) {
                assertThat(taken.unfinished()).isEmpty();
                assertThat(taken.acts(SESSION)).hasSize(1);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Edition prepared(Register register) {
        Edition begun = register.begin(SESSION, digest("a"), "", Closing.PROVISOIRE, DAY);
        return register.prepare(begun, digest("folder"), issue("statement"));
    }

    /** What a network does to the connection that holds the lock, and to no other. */
    private static void loseLock(Register register) throws Exception {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database())")) {
            assertThat(row.next()).isTrue();
        }
        Thread.sleep(200);
    }
}

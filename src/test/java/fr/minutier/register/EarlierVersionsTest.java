package fr.minutier.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Particulars;
import fr.minutier.session.Mark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A register of every earlier version, kept as its program left it: two editions of a session, the second closed, and one
 * begun of another. Version 4 grew beside version 3 and has no chain.
 */
class EarlierVersionsTest {
    private static final String SESSION = "DEIS-2026-06";

    @TempDir
    Path folder;

    private void place(int version) throws IOException {
        Files.copy(
                Path.of("src/test/resources/register/version-00" + version + ".mv.db"),
                folder.resolve(RegisterFile.NAME));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void it_is_read_as_it_is_and_has_no_chain_yet(int version) throws Exception {
        place(version);
        byte[] before = Files.readAllBytes(folder.resolve(RegisterFile.NAME));
        try (Register register = Register.openIfPresent(folder).orElseThrow()) {
            assertThat(register.editions(SESSION)).hasSize(2);
            assertThat(register.hasChains()).isFalse();
            assertThat(register.chained()).isEmpty();
            assertThat(register.fileBySha256("0".repeat(64))).isEmpty();
            assertThat(register.files(register.current(SESSION).orElseThrow())).isEmpty();
        }
        assertThat(folder.resolve(RegisterFile.NAME)).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void what_it_published_is_chained_when_it_is_brought_up_to_date_and_all_else_stays(int version) throws Exception {
        place(version);
        for (int opening = 1; opening <= 2; opening++) {
            try (Register register = Register.open(folder)) {
                assertThat(register.chained()).containsExactly(SESSION);
                assertThat(register.heads(SESSION)).extracting(Head::rank).containsExactly(1, 2);
                assertThat(register.firstBreak(SESSION)).isEmpty();
                assertThat(register.closed(SESSION).orElseThrow().takenUp()).isEqualTo(LocalDate.of(2026, 6, 22));
                assertThat(register.decisions(register.current(SESSION).orElseThrow()))
                        .containsExactly(new IssuedDecision("C-1", "ADMIS"), new IssuedDecision("C-2", "PARTIEL"));
                assertThat(register.unfinished()).hasSize(1);
                assertThat(EntryText.facts(register.entry(SESSION, 2).text()))
                        .filteredOn(fact -> EntryText.word(fact).equals("block"))
                        .hasSize(version == 4 ? 2 : version - 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void a_kill_before_the_version_is_written_changes_nothing(int version) throws Exception {
        place(version);
        Head first;
        try (Register register = Register.open(folder)) {
            first = register.head(SESSION);
        }
        for (String left : List.of("DELETE FROM chain_entry WHERE position = 2", "DELETE FROM chain_entry")) {
            try (Connection connection =
                            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("registre"), "sa", "");
                    Statement statement = connection.createStatement()) {
                statement.execute(left);
                statement.execute("DELETE FROM schema_version WHERE version = 3");
            }
            try (Register register = Register.open(folder)) {
                assertThat(register.head(SESSION)).isEqualTo(first);
                assertThat(register.firstBreak(SESSION)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6})
    void a_chain_that_is_there_goes_on_as_it_was_and_takes_sendings(int version) throws Exception {
        place(version);
        byte[] before = Files.readAllBytes(folder.resolve(RegisterFile.NAME));
        List<Head> heads;
        try (Register register = Register.openIfPresent(folder).orElseThrow()) {
            heads = register.heads(SESSION);
            assertThat(heads).hasSize(2);
            assertThat(register.firstBreak(SESSION)).isEmpty();
            assertThat(register.sendings().posted(SESSION)).isEmpty();
            assertThat(register.sendings().done(SESSION)).isEmpty();
        }
        assertThat(folder.resolve(RegisterFile.NAME)).hasBinaryContent(before);
        Sending sending = new Sending(
                "DEIS-2026-06-RN-C-1",
                "releve-de-notes",
                Toys.digest("releve"),
                Sending.Addressee.CANDIDAT,
                Sending.Outcome.ENVOYE,
                LocalDate.of(2026, 7, 2));
        try (Register register = Register.open(folder)) {
            assertThat(register.heads(SESSION)).isEqualTo(heads);
            assertThat(register.firstBreak(SESSION)).isEmpty();
            assertThat(register.decisions(register.current(SESSION).orElseThrow()))
                    .containsExactly(new IssuedDecision("C-1", "ADMIS"), new IssuedDecision("C-2", "PARTIEL"));
            register.sendings().sending(SESSION, sending.act(), "<1@exemple.invalid>", "a@b.invalid", sending.day());
            register.sendings()
                    .done(SESSION, register.sendings().posted(SESSION).get(sending.act()), sending, null);
        }
        try (Register register = Register.openIfPresent(folder).orElseThrow()) {
            assertThat(register.heads(SESSION)).hasSize(3).startsWith(heads.toArray(Head[]::new));
            assertThat(register.firstBreak(SESSION)).isEmpty();
            assertThat(register.sendings().done(SESSION)).containsExactly(sending);
            assertThat(register.unfinished()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void marks_and_circumstances_that_a_correction_goes_on_from_are_still_told(int version) throws Exception {
        place(version);
        for (int opening = 1; opening <= 2; opening++) {
            try (Register register = Register.open(folder)) {
                Particulars particulars = register.particulars(
                                register.closed(SESSION).orElseThrow())
                        .orElseThrow();
                assertThat(particulars.circumstances().place()).isEqualTo("Lyon");
                assertThat(particulars.candidate("C-1").orElseThrow().mark("BC01 Mémoire"))
                        .contains(new Mark.Value(new BigDecimal("10.5")));
            }
        }
    }

    @Test
    void a_person_and_the_certification_that_he_came_for_are_still_known() throws Exception {
        place(6);
        try (Register register = Register.open(folder)) {
            Account account =
                    register.account(register.closed(SESSION).orElseThrow()).orElseThrow();
            assertThat(account.results()).extracting(Account.Result::regime).containsExactly(null, "DEIS-2006");
            String person = register.person("DURAND|Alix|1990-01-02").orElseThrow();
            assertThat(register.holdings(person, register.closedInForce())).hasSize(1);
        }
    }
}

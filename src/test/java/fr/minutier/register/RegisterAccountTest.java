package fr.minutier.register;

import static fr.minutier.register.Toys.digest;
import static fr.minutier.register.Toys.issue;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Gravity;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Finding;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each edition says of its session is kept, and a register made before it was kept goes on. */
class RegisterAccountTest {
    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final Account ACCOUNT = new Account(
            "Session de juin 2026",
            "DEIS-RNCP39644",
            Status.DEFINITIF,
            LocalDate.of(2026, 6, 12),
            List.of(
                    new Result(
                            "C-1",
                            Verdict.PARTIEL,
                            List.of(
                                    new BlockResult(
                                            "BC01", fr.minutier.deliberation.Issue.VALIDE, new BigDecimal("50.5")),
                                    new BlockResult("BC02", fr.minutier.deliberation.Issue.ABSENT, null),
                                    new BlockResult(
                                            "BC03",
                                            fr.minutier.deliberation.Issue.NON_VALIDE,
                                            new BigDecimal("9.995"))),
                            List.of(),
                            List.of("LONGUEUR_MEMOIRE", "LONGUEUR_ARTICLE")),
                    new Result(
                            "C-2",
                            Verdict.RESERVE,
                            List.of(new BlockResult("BC01", fr.minutier.deliberation.Issue.RESERVE, null)),
                            List.of("NOTE_MANQUANTE", Result.DECLARED),
                            List.of()),
                    new Result(
                            "C-3",
                            Verdict.AJOURNE,
                            List.of(new BlockResult("DC1", fr.minutier.deliberation.Issue.NON_PRESENTE, null)),
                            List.of(),
                            List.of(),
                            "DEIS-2006")),
            List.of(
                    new Finding(true, "", "JURY_VIDE", Gravity.AVERTISSEMENT, "juin.xlsx", "Jury", ""),
                    new Finding(false, "C-2", "NOTE_MANQUANTE", Gravity.BLOQUANTE, "juin.xlsx", "Candidats", "N14")));

    private static final Account WITHHELD = new Account(
            "",
            "",
            null,
            null,
            List.of(),
            List.of(new Finding(true, "", "CHAMP_MANQUANT", Gravity.BLOQUANTE, "juin.xlsx", "Session", "B4")));

    @TempDir
    Path output;

    @ParameterizedTest
    @EnumSource
    void an_edition_tells_later_what_it_said_with_exact_points_reserves_and_waivers(BaseOfTests kind) throws Exception {
        Base base = kind.in(folder());
        Edition published;
        try (Register register = Register.open(base)) {
            published = publish(register, "a", ACCOUNT, "1 décision changée");
        }
        try (Register register = Register.openIfPresent(base).orElseThrow()) {
            assertThat(register.account(published)).contains(ACCOUNT);
            assertThat(register.changes(published)).isEqualTo("1 décision changée");
            assertThat(register.decisions(published))
                    .containsExactly(
                            new IssuedDecision("C-1", "PARTIEL"),
                            new IssuedDecision("C-2", "RESERVE"),
                            new IssuedDecision("C-3", "AJOURNE"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_withheld_session_tells_its_anomalies_and_nothing_else(BaseOfTests kind) throws Exception {
        Base base = kind.in(folder());
        try (Register register = Register.open(base)) {
            Edition published = publish(register, "a", WITHHELD, "");
            assertThat(register.account(published)).contains(WITHHELD);
            assertThat(register.decisions(published)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_an_edition_says_is_on_record_once_published_and_forgotten_when_undone(BaseOfTests kind) throws Exception {
        Base base = kind.in(folder());
        try (Register register = Register.open(base)) {
            Edition begun = register.begin(SESSION, digest("a"), "", Closing.PROVISOIRE, DAY);
            Edition prepared = register.prepare(begun, digest("folder"), issue(ACCOUNT, ""));
            assertThat(register.account(prepared)).isEmpty();

            Edition again = register.undone(prepared);
            register.prepare(again, digest("folder"), issue(WITHHELD, ""));
            assertThat(register.account(register.published(again))).contains(WITHHELD);
        }
    }

    @Test
    void a_register_of_the_first_version_is_read_as_it_is() throws Exception {
        makeFirstVersion("PUBLISHED", "issued");
        byte[] before = Files.readAllBytes(file());
        try (Register register = Register.openIfPresent(folder()).orElseThrow()) {
            Edition old = register.current(SESSION).orElseThrow();
            assertThat(register.account(old)).isEmpty();
            assertThat(register.changes(old)).isEmpty();
            assertThat(register.decisions(old)).containsExactly(new IssuedDecision("C-9", "ADMIS"));
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void a_register_of_the_first_version_is_extended_and_keeps_what_it_held() throws Exception {
        makeFirstVersion("PUBLISHED", "issued");
        try (Register register = Register.open(folder())) {
            Edition old = register.current(SESSION).orElseThrow();
            assertThat(register.account(old)).isEmpty();
            assertThat(register.decisions(old)).containsExactly(new IssuedDecision("C-9", "ADMIS"));

            Edition second = publish(register, "b", ACCOUNT, "");
            assertThat(second.number()).isEqualTo(2);
            assertThat(register.account(second)).contains(ACCOUNT);
        }
    }

    @Test
    void an_edition_prepared_by_the_first_version_is_published_by_this_one() throws Exception {
        makeFirstVersion("PREPARED", "staged");
        try (Register register = Register.open(folder())) {
            Edition published = register.published(register.unfinished().getFirst());
            assertThat(register.decisions(published)).containsExactly(new IssuedDecision("C-9", "ADMIS"));
            assertThat(register.account(published)).isEmpty();
        }
    }

    @Test
    void an_extension_that_was_killed_half_way_is_read_as_the_first_version_and_completed() throws Exception {
        makeFirstVersion("PUBLISHED", "issued");
        String script = script("002-accounts.sql");
        for (int end = script.indexOf("CREATE"); end >= 0; end = script.indexOf("CREATE", end + 1)) {
            execute(script.substring(0, end));
            try (Register register = Register.openIfPresent(folder()).orElseThrow()) {
                assertThat(register.account(register.current(SESSION).orElseThrow()))
                        .isEmpty();
            }
        }
        try (Register register = Register.open(folder())) {
            assertThat(register.account(publish(register, "b", ACCOUNT, ""))).contains(ACCOUNT);
        }
    }

    private Edition publish(Register register, String input, Account account, String changes) {
        Edition begun = register.begin(SESSION, digest(input), "", Closing.PROVISOIRE, DAY);
        register.prepare(begun, digest("folder of " + input), issue(account, changes));
        return register.published(begun);
    }

    /** A register as the first version of the program left it, with one edition of one candidate. */
    private void makeFirstVersion(String state, String tables) throws IOException, SQLException {
        Files.createDirectories(folder());
        execute("CREATE TABLE schema_version (version INT PRIMARY KEY)");
        execute(script("001-editions.sql"));
        execute("INSERT INTO schema_version VALUES (1)");
        execute(
                "INSERT INTO edition VALUES ('%s', 1, '%s', '', 'PROVISOIRE', DATE '2026-06-29', '%s', '%s', FALSE, 1, 0, 1, 0)"
                        .formatted(SESSION, digest("old"), state, digest("old folder")));
        execute("INSERT INTO %s_decision VALUES ('%s', 1, 1, 'C-9', 'ADMIS')".formatted(tables, SESSION));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder().resolve("registre"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) throws IOException {
        return new String(Register.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path folder() {
        return output.resolve(".registre");
    }

    private Path file() {
        return folder().resolve("registre.mv.db");
    }
}

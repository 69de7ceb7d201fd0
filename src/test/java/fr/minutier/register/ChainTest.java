package fr.minutier.register;

import static fr.minutier.register.Toys.digest;
import static fr.minutier.register.Toys.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every published edition is an entry, chained to the one before by its digest; what is changed since shows. */
@ParameterizedClass
@EnumSource(BaseOfTests.class)
class ChainTest {
    @Parameter
    BaseOfTests kind;

    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path output;

    private Register register;

    @BeforeEach
    void open() throws RegisterBusy {
        register = Register.open(kind.in(output.resolve(".registre")));
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void each_edition_is_chained_to_the_one_before_by_the_digest_of_its_text() {
        publish("a");
        publish("b");

        Entry first = register.entry(SESSION, 1);
        Entry second = register.entry(SESSION, 2);
        assertThat(first.previous()).isEqualTo("0".repeat(64));
        assertThat(first.sha256()).isEqualTo(digest(first.text()));
        assertThat(second.previous()).isEqualTo(first.sha256());
        assertThat(second.text()).contains("\nprecedent\t" + digest(first.text()) + "\n");
        assertThat(register.head(SESSION)).isEqualTo(new Head(2, digest(second.text())));
        assertThat(register.firstBreak(SESSION)).isEmpty();
    }

    @Test
    void the_text_of_an_entry_is_what_the_page_on_the_register_says() {
        publish("a");
        assertThat(register.entry(SESSION, 1).text())
                .isEqualTo("""
                minutier-registre/1
                session	DEIS-2026-06
                rang	1
                nature	edition
                precedent	0000000000000000000000000000000000000000000000000000000000000000
                edition	number=1	digest=%s	content_digest=	closing=PROVISOIRE	taken_up=2026-06-30	folder_digest=%s	something_withheld=FALSE	candidates=1	withheld=0	acts=1	anomalies=0
                session	label=Session de juin 2026	certification=DEIS-RNCP39644	status=PROVISOIRE	changes=
                decision	position=1	candidate=C-1	decision=ADMIS
                act	position=1	act_number=RN-C-1	kind=releve-de-notes	candidate=C-1	version=1	path=candidats/C-1/releve-de-notes.pdf	sha256=%s	bytes=10
                """.formatted(digest("a"), digest("folder of a"), digest("a")));
    }

    @Test
    void what_could_break_a_line_is_written_so_that_it_does_not() {
        Map<String, Optional<String>> values = Map.of("words", Optional.of("a\tb\\c\nd\re"));
        String fact = EntryText.fact("session", values);
        assertThat(fact).isEqualTo("session\twords=a\\tb\\\\c\\nd\\re");
        assertThat(EntryText.values(fact)).containsExactly(Map.entry("words", "a\tb\\c\nd\re"));
    }

    @Test
    void sessions_have_chains_of_their_own() {
        publish("a");
        assertThat(register.head("DEIS-2026-09")).isEqualTo(Head.NONE);
        assertThat(register.chained()).containsExactly(SESSION);
    }

    @Test
    void the_head_before_an_edition_is_that_of_the_entry_before() {
        Edition first = publish("a");
        Edition second = publish("b");
        assertThat(register.headBefore(first)).contains(Head.NONE);
        assertThat(register.headBefore(second))
                .contains(new Head(1, register.entry(SESSION, 1).sha256()));
    }

    @Test
    void a_decision_changed_in_the_tables_is_named_with_what_the_chain_says() throws SQLException {
        publish("a");
        publish("b");
        change("UPDATE issued_decision SET decision = 'AJOURNE' WHERE number = 1");
        assertThat(register.firstBreak(SESSION))
                .contains(new Break(
                        SESSION,
                        1,
                        "les tables ne disent plus la même chose de la décision C-1\u00a0: decision, «\u00a0ADMIS\u00a0» dans la"
                                + " chaîne, «\u00a0AJOURNE\u00a0» dans les tables"));
    }

    @Test
    void an_entry_whose_text_was_changed_no_longer_has_its_digest() throws SQLException {
        publish("a");
        change("UPDATE chain_entry SET body = REPLACE(body, 'ADMIS', 'PARTIEL')");
        assertThat(register.firstBreak(SESSION).orElseThrow().what())
                .isEqualTo("son texte ne donne pas l’empreinte qui est inscrite");
    }

    @Test
    void an_entry_that_was_changed_with_its_digest_breaks_the_link_to_the_next() throws SQLException {
        publish("a");
        publish("b");
        String text = register.entry(SESSION, 1).text().replace("bytes=10", "bytes=11");
        change("UPDATE issued_act SET bytes = 11 WHERE number = 1");
        change("UPDATE chain_entry SET body = '" + text + "', sha256 = '" + digest(text) + "' WHERE position = 1");
        assertThat(register.firstBreak(SESSION))
                .contains(new Break(SESSION, 2, "elle ne suit pas l’écriture qui la précède"));
    }

    @Test
    void an_entry_taken_from_the_middle_or_from_the_end_is_missed() throws SQLException {
        publish("a");
        publish("b");
        publish("c");
        change("DELETE FROM chain_entry WHERE position = 3");
        assertThat(register.firstBreak(SESSION))
                .contains(new Break(SESSION, 3, "l’édition 3 est publiée, et son écriture manque à la chaîne"));
        change("DELETE FROM chain_entry WHERE position = 1");
        assertThat(register.firstBreak(SESSION))
                .contains(new Break(SESSION, 1, "cette écriture manque, alors que la suivante est là"));
    }

    /** What is proof is only ever inserted: the ledger of editions, the outbox and what is staged may change. */
    @Test
    void no_sql_of_the_program_changes_or_deletes_what_is_proof() throws Exception {
        Pattern changing = Pattern.compile(
                "(?i)(?<!FOR )\\b(UPDATE|DELETE\\s+FROM|MERGE\\s+INTO|TRUNCATE\\s+TABLE|DROP\\s+TABLE)\\b\\s+\\W*(\\w+)");
        int seen = 0;
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(path -> path.toString().matches(".*\\.(java|sql)"))
                    .toList()) {
                Matcher statement = changing.matcher(Files.readString(source));
                while (statement.find()) {
                    String table = statement.group(2);
                    if (statement.group().startsWith(statement.group(1).toUpperCase(java.util.Locale.ROOT))) {
                        assertThat(table)
                                .as(source.toString())
                                .matches(
                                        "edition|outbox|runner|night_\\w+|int_channel_message|staged_|staged_\\w+|BATCH_\\w+|batch_\\w+");
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(5);
    }

    @Test
    void an_edition_that_is_published_can_no_longer_be_changed_by_the_program() {
        Edition published = publish("a");
        for (Runnable change : List.<Runnable>of(
                () -> register.undone(published),
                () -> register.prepare(published, digest("other"), issue("other")),
                () -> register.published(published))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(change::run).isInstanceOf(IllegalStateException.class);
        }
        assertThat(register.firstBreak(SESSION)).isEmpty();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private Edition publish(String input) {
        Edition begun = register.begin(SESSION, digest(input), "", Closing.PROVISOIRE, DAY);
        register.prepare(begun, digest("folder of " + input), issue(input));
        return register.published(begun);
    }
}

package fr.minutier.register;

import static fr.minutier.register.Toys.digest;
import static fr.minutier.register.Toys.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.minutier.register.Edition.State;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(BaseOfTests.class)
class RegisterTest {
    @Parameter
    BaseOfTests kind;

    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate EVENING = LocalDate.of(2026, 6, 30);
    private static final LocalDate AFTER_MIDNIGHT = LocalDate.of(2026, 7, 1);

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
    void an_edition_taken_up_again_after_midnight_keeps_its_number_and_its_day() {
        Edition begun = begin("a", EVENING);
        Edition again = begin("a", AFTER_MIDNIGHT);

        assertThat(again).isEqualTo(begun);
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.takenUp()).isEqualTo(EVENING);
    }

    @Test
    void an_unfinished_edition_of_another_input_is_dropped() {
        begin("a", EVENING);
        Edition other = begin("b", AFTER_MIDNIGHT);

        assertThat(other.number()).isEqualTo(1);
        assertThat(other.takenUp()).isEqualTo(AFTER_MIDNIGHT);
        assertThat(register.unfinished()).containsExactly(other);
    }

    @Test
    void an_input_that_comes_back_after_another_one_makes_a_third_edition() {
        publish("a", "first");
        publish("b", "second");
        Edition third = publish("a", "third");

        assertThat(third.number()).isEqualTo(3);
        assertThat(register.current(SESSION)).contains(third);
        assertThat(register.editions(SESSION)).extracting(Edition::number).containsExactly(1, 2, 3);
        assertThat(register.acts(SESSION))
                .extracting(IssuedAct::sha256)
                .containsExactly(digest("first"), digest("second"), digest("third"));
    }

    @Test
    void nothing_is_on_record_before_the_folder_is_in_its_place() {
        Edition prepared = register.prepare(begin("a", EVENING), digest("folder"), issue("statement"));

        assertThat(prepared.state()).isEqualTo(State.PREPARED);
        assertThat(prepared.folderDigest()).isEqualTo(digest("folder"));
        assertThat(register.current(SESSION)).isEmpty();
        assertThat(register.acts(SESSION)).isEmpty();
        assertThat(register.decisions(prepared)).isEmpty();
        assertThat(register.bySha256(digest("statement"))).isEmpty();
    }

    @Test
    void a_published_edition_tells_its_counts_its_decisions_and_its_acts() {
        Edition published = publish("a", "statement");

        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.outcome()).isEqualTo(new Outcome(false, 1, 0, 1, 0));
        assertThat(register.decisions(published)).containsExactly(new IssuedDecision("C-1", "ADMIS"));
        assertThat(register.acts(published)).isEqualTo(issue("statement").acts());
        assertThat(register.unfinished()).isEmpty();
        assertThat(register.sessions()).containsExactly(SESSION);
    }

    @Test
    void acts_keep_the_order_in_which_they_were_given() {
        List<IssuedAct> acts = IntStream.rangeClosed(1, 2500)
                .mapToObj(i -> new IssuedAct("N" + i, "releve-de-notes", "C" + i, 1, "p" + i, digest("act" + i), i))
                .toList();
        Edition edition = begin("a", EVENING);
        register.prepare(
                edition, digest("f"), new Issue(new Outcome(false, 2500, 0, 2500, 0), Toys.account(), "", acts));
        register.published(edition);

        assertThat(register.acts(edition)).isEqualTo(acts);
    }

    @Test
    void an_edition_that_was_undone_issues_nothing_and_keeps_its_number_and_its_day() {
        Edition prepared = register.prepare(begin("a", EVENING), digest("folder"), issue("damaged"));
        register.undone(prepared);
        Edition again = begin("a", AFTER_MIDNIGHT);
        register.prepare(again, digest("folder"), issue("whole"));
        Edition published = register.published(again);

        assertThat(published.number()).isEqualTo(1);
        assertThat(published.takenUp()).isEqualTo(EVENING);
        assertThat(register.acts(published)).isEqualTo(issue("whole").acts());
        assertThat(register.bySha256(digest("damaged"))).isEmpty();
    }

    @Test
    void an_act_replaced_by_a_later_edition_is_withdrawn_and_an_unchanged_one_is_current() {
        Edition first = publish("a", "statement");
        Edition second = publish("b", "corrected");
        Edition third = publish("c", "corrected");

        assertThat(register.bySha256(digest("statement")))
                .contains(new RecordedAct(issue("statement").acts().getFirst(), first, false, first));
        assertThat(register.bySha256(digest("corrected")))
                .contains(new RecordedAct(issue("corrected").acts().getFirst(), third, true, second));
        assertThat(register.bySha256(digest("never issued"))).isEmpty();
    }

    @Test
    void a_session_is_closed_by_its_last_definitive_edition_only() {
        publish("a", "project");
        assertThat(register.closed(SESSION)).isEmpty();

        Edition definitive = register.begin(SESSION, digest("b"), digest("content"), Closing.DEFINITIF, EVENING);
        assertThat(register.closed(SESSION)).isEmpty();
        register.prepare(definitive, digest("folder"), issue("definitive"));
        register.published(definitive);

        assertThat(register.closed(SESSION)).map(Edition::contentDigest).contains(digest("content"));
        assertThat(register.closed("DEIS-2026-09")).isEmpty();
    }

    @Test
    void sessions_do_not_share_their_numbers() {
        publish("a", "statement");
        Edition other = register.begin("DEIS-2026-09", digest("a"), "", Closing.PROVISOIRE, EVENING);

        assertThat(other.number()).isEqualTo(1);
    }

    @Test
    void a_prepared_edition_must_be_settled_before_another_is_begun() {
        register.prepare(begin("a", EVENING), digest("folder"), issue("statement"));

        assertThatThrownBy(() -> begin("b", EVENING)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_edition_is_published_once() {
        Edition published = publish("a", "statement");

        assertThatThrownBy(() -> register.published(published)).isInstanceOf(IllegalStateException.class);
        assertThat(register.acts(SESSION)).hasSize(1);
    }

    @Test
    void a_session_id_never_leads_out_of_the_folder() {
        assertThatThrownBy(() -> register.begin("../ETC", digest("a"), "", Closing.PROVISOIRE, EVENING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Edition begin(String input, LocalDate day) {
        return register.begin(SESSION, digest(input), digest(input), Closing.PROVISOIRE, day);
    }

    private Edition publish(String input, String statement) {
        Edition edition = begin(input, EVENING);
        register.prepare(edition, digest("folder of " + input), issue(statement));
        return register.published(edition);
    }
}

package fr.minutier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.minutier.delivery.Dispatch.End;
import fr.minutier.delivery.Dispatch.Result;
import fr.minutier.delivery.Planned.Intent;
import fr.minutier.delivery.Planned.Wishes;
import fr.minutier.mail.MailConnection;
import fr.minutier.mail.MailServer;
import fr.minutier.mail.MailServer.Security;
import fr.minutier.mail.UnsentLetter;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Posted;
import fr.minutier.register.Register;
import fr.minutier.register.Sending;
import fr.minutier.register.Sending.Addressee;
import fr.minutier.register.Toys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters on the bad days of a server: none is lost, none goes twice without being told. */
class DispatchTest {
    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);
    private static final Wishes NONE = new Wishes(false, false);
    private static final Wishes HOLD = new Wishes(true, false);

    @TempDir
    Path folder;

    private Register register;
    private final List<Result> results = new ArrayList<>();

    @BeforeEach
    void publish() throws Exception {
        register = Register.open(folder.resolve(".registre"));
        Edition begun = register.begin(SESSION, Toys.digest("a"), "", Closing.DEFINITIF, DAY);
        register.prepare(begun, Toys.digest("folder"), Toys.issue("a"));
        register.published(begun);
        Files.writeString(folder.resolve("releve.pdf"), "%PDF");
    }

    @AfterEach
    void close() {
        register.close();
    }

    private Parcel parcel(int candidate, String address) {
        String number = "C-" + candidate;
        return new Parcel(
                SESSION,
                new IssuedAct(
                        SESSION + "-RN-" + number,
                        "releve-de-notes",
                        number,
                        1,
                        "candidats/" + number + "/releve-de-notes.pdf",
                        Toys.digest(number),
                        4),
                Addressee.CANDIDAT,
                "Ève Nerval",
                address,
                "Votre relevé",
                "Bonjour,\n",
                folder.resolve("releve.pdf"));
    }

    private List<Parcel> three() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(i -> parcel(i, "c" + i + "@exemple.invalid"))
                .toList();
    }

    private List<Planned> plan(List<Parcel> parcels, Wishes wishes) {
        return Planned.of(parcels, register.sendings().posted(SESSION), wishes);
    }

    private void send(ScriptedServer server, List<Parcel> parcels, Wishes wishes) throws UnsentLetter {
        results.clear();
        MailServer at = new MailServer("127.0.0.1", server.port(), Security.NONE, null, null, "jury@exemple.invalid");
        try (MailConnection connection = at.connection()) {
            new Dispatch(
                            register.sendings(),
                            connection,
                            at.sender(),
                            DAY,
                            new Pace(60_000, List.of(Duration.ofMillis(5), Duration.ofMillis(5))))
                    .send(plan(parcels, wishes), wishes.hold(), results::add);
        }
    }

    private List<Posted.State> states() {
        return register.sendings().posted(SESSION).values().stream()
                .map(Posted::state)
                .toList();
    }

    @Test
    void on_a_good_day_all_go_once_on_one_connection_and_each_is_on_record() throws Exception {
        try (ScriptedServer server = new ScriptedServer(command -> Optional.empty())) {
            send(server, three(), NONE);
            assertThat(server.taken()).hasSize(3).doesNotHaveDuplicates();
            assertThat(server.connections()).isOne();
            assertThat(results).extracting(Result::end).containsOnly(End.SENT);
            assertThat(register.sendings().done(SESSION))
                    .extracting(Sending::act)
                    .containsExactly(SESSION + "-RN-C-1", SESSION + "-RN-C-2", SESSION + "-RN-C-3");
            assertThat(register.firstBreak(SESSION)).isEmpty();

            send(server, three(), NONE);
            assertThat(server.taken()).hasSize(3);
            assertThat(plan(three(), NONE)).extracting(Planned::intent).containsOnly(Intent.SENT);
        }
    }

    @Test
    void what_a_server_puts_off_goes_a_little_later() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (ScriptedServer server =
                new ScriptedServer(command -> command.startsWith("RCPT TO:<c2@") && times.incrementAndGet() <= 2
                        ? Optional.of("451 4.7.1 greylisted, come back")
                        : Optional.empty())) {
            send(server, three(), NONE);
            assertThat(server.taken()).hasSize(3).doesNotHaveDuplicates();
            assertThat(results).extracting(Result::end).containsOnly(End.SENT);
            assertThat(results).extracting(Result::doubtful).containsOnly(false);
        }
    }

    @Test
    void what_a_server_always_puts_off_is_left_for_the_next_command() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                command -> command.equals(".") ? Optional.of("452 4.3.1 disk full") : Optional.empty())) {
            send(server, three(), NONE);
            assertThat(results).extracting(Result::end).containsOnly(End.LATER);
            assertThat(states()).containsOnly(Posted.State.PENDING);
            assertThat(register.sendings().done(SESSION)).isEmpty();
        }
        try (ScriptedServer server = new ScriptedServer(command -> Optional.empty())) {
            send(server, three(), NONE);
            assertThat(server.taken()).hasSize(3);
        }
    }

    @Test
    void one_address_refused_for_good_costs_the_others_nothing_and_waits_for_another_address() throws Exception {
        try (ScriptedServer server = new ScriptedServer(command ->
                command.startsWith("RCPT TO:<c2@") ? Optional.of("550 5.1.1 no such user") : Optional.empty())) {
            send(server, three(), NONE);
            assertThat(results).extracting(Result::end).containsExactly(End.SENT, End.REFUSED, End.SENT);
            assertThat(results.get(1).reply()).contains("550 5.1.1 no such user");
            assertThat(register.sendings().done(SESSION))
                    .extracting(Sending::outcome)
                    .containsExactly(Sending.Outcome.ENVOYE, Sending.Outcome.REFUSE, Sending.Outcome.ENVOYE);

            assertThat(plan(three(), NONE).get(1).intent()).isEqualTo(Intent.REFUSED);
            assertThat(plan(three(), new Wishes(false, true)).get(1).intent()).isEqualTo(Intent.SEND);
            List<Parcel> mended = new ArrayList<>(three());
            mended.set(1, parcel(2, "eve@exemple.invalid"));
            send(server, mended, NONE);
            assertThat(results).extracting(Result::end).containsExactly(End.SENT);
            assertThat(server.taken()).hasSize(3).doesNotHaveDuplicates();
            assertThat(register.firstBreak(SESSION)).isEmpty();
        }
    }

    @Test
    void a_server_that_dies_before_it_answers_leaves_one_doubtful_letter_which_goes_again_as_the_same()
            throws Exception {
        AtomicInteger ends = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(command -> command.equals(".") && ends.incrementAndGet() == 2
                ? Optional.of(ScriptedServer.HANG_UP)
                : Optional.empty())) {
            send(server, three(), NONE);
            assertThat(results).extracting(Result::end).containsOnly(End.SENT);
            assertThat(results)
                    .filteredOn(Result::doubtful)
                    .extracting(result -> result.parcel().act().candidate())
                    .containsExactly("C-2");
            assertThat(server.taken()).hasSize(4);
            assertThat(server.taken().get(3)).isEqualTo(server.taken().get(1));
        }
    }

    @Test
    void a_doubtful_letter_is_held_when_one_asks_for_it() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(command -> command.equals(".") && ends.incrementAndGet() == 2
                ? Optional.of(ScriptedServer.HANG_UP)
                : Optional.empty())) {
            send(server, three(), HOLD);
            assertThat(results).extracting(Result::end).containsExactly(End.SENT, End.HELD, End.SENT);
            assertThat(plan(three(), HOLD).get(1).intent()).isEqualTo(Intent.HOLD);
            assertThat(plan(three(), NONE).get(1).intent()).isEqualTo(Intent.SEND_AGAIN);
            assertThat(server.taken()).hasSize(3);
        }
    }

    @Test
    void a_connection_lost_before_the_end_of_a_letter_leaves_no_doubt() throws Exception {
        AtomicInteger recipients = new AtomicInteger();
        try (ScriptedServer server =
                new ScriptedServer(command -> command.startsWith("RCPT") && recipients.incrementAndGet() == 2
                        ? Optional.of(ScriptedServer.HANG_UP)
                        : Optional.empty())) {
            send(server, three(), HOLD);
            assertThat(results).extracting(Result::end).containsOnly(End.SENT);
            assertThat(results).extracting(Result::doubtful).containsOnly(false);
            assertThat(server.taken()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_server_that_takes_nothing_from_us_stops_all_and_refuses_nobody_for_good() throws Exception {
        try (ScriptedServer server = new ScriptedServer(command -> command.startsWith("MAIL")
                ? Optional.of("550 5.7.1 sender not allowed")
                : command.startsWith("RCPT") ? Optional.of("554 5.7.1 Relay access denied") : Optional.empty())) {
            assertThatThrownBy(() -> send(server, three(), NONE)).isInstanceOf(UnsentLetter.class);
            assertThat(states()).containsExactly(Posted.State.PENDING);
        }
        try (ScriptedServer server = new ScriptedServer(command ->
                command.startsWith("RCPT") ? Optional.of("554 5.7.1 Relay access denied") : Optional.empty())) {
            assertThatThrownBy(() -> send(server, three(), NONE)).isInstanceOf(UnsentLetter.class);
            assertThat(register.sendings().done(SESSION)).isEmpty();
        }
    }

    @Test
    void what_would_forge_the_head_of_a_message_is_never_sent() {
        for (String address : List.of(
                "a@b.invalid\r\nBcc: tous@b.invalid",
                "a@b.invalid, c@d.invalid",
                "<a@b.invalid>",
                "a@b",
                "é@b.invalid",
                "a b@c.invalid",
                "@b.invalid",
                "a@b.invalid\u2028")) {
            assertThat(plan(List.of(parcel(1, address)), NONE).getFirst().intent())
                    .as(address)
                    .isEqualTo(Intent.UNSENDABLE);
        }
        Parcel good = parcel(1, "prenom.nom+jury@sous.exemple.invalid");
        assertThat(good.sendable()).isTrue();
        Parcel forged = new Parcel(
                good.session(),
                good.act(),
                good.addressee(),
                good.name(),
                good.address(),
                "Relevé de Ève\r\nBcc: tous@b.invalid",
                good.text(),
                good.file());
        assertThat(plan(List.of(forged), NONE).getFirst().intent()).isEqualTo(Intent.UNSENDABLE);
    }
}

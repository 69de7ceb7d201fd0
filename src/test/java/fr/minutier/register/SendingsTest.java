package fr.minutier.register;

import static fr.minutier.register.Toys.digest;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.register.Posted.State;
import fr.minutier.register.Sending.Addressee;
import fr.minutier.register.Sending.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What left by mail is proved without an address, and an address leaves no trace once it was purged. */
class SendingsTest {
    private static final String SESSION = "DEIS-2026-06";
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);
    private static final String ADDRESS = "eve.nerval@exemple.invalid";

    @TempDir
    Path folder;

    private static Sending sending(String act, Outcome outcome) {
        return new Sending(act, "releve-de-notes", digest(act), Addressee.CANDIDAT, outcome, DAY);
    }

    private static void publish(Register register) {
        Edition begun = register.begin(SESSION, digest("a"), "", Closing.DEFINITIF, DAY);
        register.prepare(begun, digest("folder"), Toys.issue("a"));
        register.published(begun);
    }

    private static void send(Register register, String act, Outcome outcome) {
        Sendings sendings = register.sendings();
        sendings.sending(SESSION, act, "<" + act + "@exemple.invalid>", ADDRESS, DAY);
        sendings.done(SESSION, sendings.posted(SESSION).get(act), sending(act, outcome), "550 " + ADDRESS);
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_goes_from_sending_to_sent_and_its_sending_is_an_entry_of_the_chain(BaseOfTests kind)
            throws Exception {
        try (Register register = Register.open(kind.in(folder))) {
            publish(register);
            Sendings sendings = register.sendings();
            assertThat(sendings.posted(SESSION)).isEmpty();
            sendings.sending(SESSION, "RN-C-1", "<1@exemple.invalid>", ADDRESS, DAY);
            Posted under = sendings.posted(SESSION).get("RN-C-1");
            assertThat(under).isEqualTo(new Posted("RN-C-1", "<1@exemple.invalid>", State.SENDING, DAY, ADDRESS, null));
            assertThat(register.head(SESSION).rank()).isOne();

            sendings.putOff(SESSION, under, "451 plus tard");
            assertThat(sendings.posted(SESSION).get("RN-C-1").state()).isEqualTo(State.PENDING);
            sendings.done(SESSION, under, sending("RN-C-1", Outcome.ENVOYE), null);
            assertThat(sendings.posted(SESSION).get("RN-C-1").state()).isEqualTo(State.SENT);
            assertThat(sendings.done(SESSION)).containsExactly(sending("RN-C-1", Outcome.ENVOYE));
            assertThat(register.entry(SESSION, 2).text())
                    .isEqualTo("""
                    minutier-registre/1
                    session	DEIS-2026-06
                    rang	2
                    nature	envoi
                    precedent	%s
                    sending	act_number=RN-C-1	kind=releve-de-notes	sha256=%s	addressee=CANDIDAT	outcome=ENVOYE	sent_on=2026-07-02
                    """.formatted(register.entry(SESSION, 1).sha256(), digest("RN-C-1")));
            assertThat(register.firstBreak(SESSION)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sending_changed_added_or_taken_away_in_the_tables_is_named(BaseOfTests kind) throws Exception {
        try (Register register = Register.open(kind.in(folder))) {
            publish(register);
            send(register, "RN-C-1", Outcome.ENVOYE);
            send(register, "RN-C-2", Outcome.REFUSE);
            change(register, "UPDATE issued_sending SET outcome = 'JAMAIS' WHERE act_number = 'RN-C-1'");
            assertThat(register.firstBreak(SESSION))
                    .contains(new Break(
                            SESSION,
                            2,
                            "les tables ne disent plus la même chose de l’envoi de l’acte RN-C-1\u00a0: outcome,"
                                    + " «\u00a0ENVOYE\u00a0» dans la chaîne, «\u00a0JAMAIS\u00a0» dans les tables"));
            change(register, "DELETE FROM issued_sending WHERE act_number = 'RN-C-1'");
            assertThat(register.firstBreak(SESSION))
                    .contains(new Break(SESSION, 2, "les tables ne disent plus l’envoi de l’acte RN-C-1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sending_whose_entry_was_taken_away_is_missed(BaseOfTests kind) throws Exception {
        try (Register register = Register.open(kind.in(folder))) {
            publish(register);
            send(register, "RN-C-1", Outcome.ENVOYE);
            change(register, "DELETE FROM chain_entry WHERE position = 2");
            assertThat(register.firstBreak(SESSION))
                    .contains(new Break(
                            SESSION,
                            2,
                            "les tables disent l’envoi de l’acte RN-C-1, et son écriture manque à la chaîne"));
        }
    }

    @Test
    void purged_addresses_leave_the_file_and_the_proof_stays_whole() throws Exception {
        try (Register register = Register.open(folder)) {
            publish(register);
            send(register, "RN-C-1", Outcome.ENVOYE);
            send(register, "RN-C-2", Outcome.REFUSE);
        }
        assertThat(inFile(ADDRESS)).isTrue();
        Head head;
        try (Register register = Register.open(folder)) {
            head = register.head(SESSION);
            assertThat(register.sendings().forgetAddresses(DAY)).isEmpty();
            assertThat(register.sendings().forgetAddresses(DAY.plusDays(1))).isEqualTo(Map.of(SESSION, 2));
        }
        assertThat(inFile(ADDRESS)).isFalse();
        try (Register register = Register.open(folder)) {
            assertThat(register.sendings().posted(SESSION).values())
                    .extracting(Posted::address)
                    .containsOnlyNulls();
            assertThat(register.sendings().done(SESSION)).hasSize(2);
            assertThat(register.head(SESSION)).isEqualTo(head);
            assertThat(register.firstBreak(SESSION)).isEmpty();
            assertThat(register.sendings().forgetAddresses(DAY.plusDays(1))).isEmpty();
        }
    }

    @Test
    void purged_addresses_leave_the_tables_of_a_server_too() throws Exception {
        Base base = BaseOfTests.POSTGRESQL.in(folder);
        try (Register register = Register.open(base)) {
            publish(register);
            send(register, "RN-C-1", Outcome.ENVOYE);
            assertThat(register.sendings().forgetAddresses(DAY.plusDays(1))).isEqualTo(Map.of(SESSION, 1));
        }
        try (Register register = Register.openIfPresent(base).orElseThrow()) {
            assertThat(register.sendings().posted(SESSION).get("RN-C-1").address())
                    .isNull();
            assertThat(register.firstBreak(SESSION)).isEmpty();
        }
    }

    private boolean inFile(String words) throws Exception {
        return new String(Files.readAllBytes(folder.resolve(RegisterFile.NAME)), StandardCharsets.ISO_8859_1)
                .contains(words);
    }

    private static void change(Register register, String sql) throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }
}

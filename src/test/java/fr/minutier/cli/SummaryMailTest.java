package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter to the coordinators, against a real mail server. */
class SummaryMailTest {
    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        server.start();
        desk = new Desk(folder);
        desk.session("JUIN-2026", "peut-être");
        desk.environment.put("MINUTIER_COURRIEL_SERVEUR", "127.0.0.1");
        desk.environment.put(
                "MINUTIER_COURRIEL_PORT", String.valueOf(server.getSmtp().getPort()));
        desk.environment.put("MINUTIER_COURRIEL_TLS", "aucun");
        desk.environment.put("MINUTIER_COURRIEL_EXPEDITEUR", "minutier@jurys.invalid");
        desk.environment.put("MINUTIER_COURRIEL_DESTINATAIRES", "ana@jurys.invalid, leo@jurys.invalid");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void after_a_night_that_made_something_the_coordinators_read_what_and_where() throws Exception {
        assertThat(desk.run().status()).isEqualTo(3);
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject())
                .isEqualTo("Minutier\u00a0: 1\u00a0session produite, des anomalies à corriger");
        assertThat(received[0].getRecipients(Message.RecipientType.TO)).hasSize(2);
        assertThat(received[0].getContentType()).containsIgnoringCase("utf-8");
        assertThat((String) received[0].getContent())
                .contains("JUIN-2026", "À corriger\u00a0: 1\u00a0anomalie bloquante", "index.html")
                .doesNotContain("Nerval", "C-1");
    }

    @Test
    void a_night_that_changed_nothing_writes_to_nobody() {
        desk.run();
        int first = server.getReceivedMessages().length;
        desk.run();
        desk.run("--dry-run");
        assertThat(server.getReceivedMessages()).hasSize(first);
    }

    @Test
    void a_server_that_is_away_costs_the_night_nothing_and_is_told() {
        server.stop();
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).contains("Dossier produit.");
        assertThat(answer.err())
                .contains("le courriel de résumé n’est pas parti. 127.0.0.1:", "injoignable")
                .hasLineCount(1);
        assertThat(answer.isFreeOfTraces()).isTrue();
    }

    @Test
    void a_server_without_tls_is_not_spoken_to_in_the_clear_unless_told_to() {
        desk.environment.remove("MINUTIER_COURRIEL_TLS");
        desk.environment.put("MINUTIER_COURRIEL_UTILISATEUR", "minutier");
        desk.environment.put("MINUTIER_COURRIEL_MOT_DE_PASSE", "secret-du-soir");
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err()).contains("TLS digne de confiance").doesNotContain("secret-du-soir");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_user_and_a_password_open_the_server_and_a_wrong_one_is_told() {
        server.setUser("minutier", "secret-du-soir");
        desk.environment.put("MINUTIER_COURRIEL_UTILISATEUR", "minutier");
        desk.environment.put("MINUTIER_COURRIEL_MOT_DE_PASSE", "autre");
        assertThat(desk.run().err()).contains("refuse l’utilisateur ou le mot de passe.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void what_is_missing_in_the_environment_is_named_and_costs_the_night_nothing() {
        desk.environment.remove("MINUTIER_COURRIEL_DESTINATAIRES");
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err()).contains("sans MINUTIER_COURRIEL_DESTINATAIRES.");
    }
}

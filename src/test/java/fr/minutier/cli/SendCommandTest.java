package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code envoyer}, from the bordereau to a real mail server. */
class SendCommandTest {
    private static final String SESSION = "DEIS-2026-JUIN";
    private static final String EVE = "C-1;Mme;Nerval;Ève;02/03/1990;VAE;validé;validé;validé;eve@exemple.invalid";
    private static final String PAUL =
            "C-2;M.;Bruyère;Paul;03/03/1990;VAE;validé;validé;non validé;paul@exemple.invalid";
    private static final String ZOE = "C-3;Mme;Genêt;Zoé;04/03/1990;VAE;validé;non validé;validé;";
    private static final String CHAIR = "presidence@exemple.invalid";

    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        server.start();
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782000000");
        desk.environment.put("MINUTIER_COURRIEL_SERVEUR", "127.0.0.1");
        desk.environment.put(
                "MINUTIER_COURRIEL_PORT", String.valueOf(server.getSmtp().getPort()));
        desk.environment.put("MINUTIER_COURRIEL_TLS", "aucun");
        desk.environment.put("MINUTIER_COURRIEL_EXPEDITEUR", "jury@academie.invalid");
        desk.environment.put("MINUTIER_COURRIEL_PAR_MINUTE", "60000");
    }

    @AfterEach
    void stop() {
        server.stop();
        System.clearProperty("minutier.clavier");
    }

    private void session(String more, String... candidates) throws IOException {
        Path session = desk.session(SESSION);
        Files.writeString(session.resolve("session.csv"), Files.readString(session.resolve("session.csv")) + more);
        Files.writeString(
                session.resolve("candidats.csv"),
                "N° candidat;Civilité;Nom de naissance;Prénoms;Date de naissance;Voie;BC01 VAE;BC02 VAE;BC03 VAE;Courriel\n"
                        + String.join("\n", candidates) + "\n");
    }

    private void closedSession(String... candidates) throws IOException {
        session("Statut;définitif\nDate de délibération;19/06/2026\n", candidates);
        assertThat(desk.run().status()).isZero();
    }

    private Desk.Answer send(String... more) {
        return desk.says(Stream.concat(
                        Stream.of(
                                "envoyer",
                                SESSION,
                                "--input",
                                desk.input().toString(),
                                "--output",
                                desk.output().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private MimeMessage receivedBy(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> {
                    try {
                        return message.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void candidates_receive_their_statement_and_the_president_the_minutes() throws Exception {
        closedSession(EVE, PAUL);
        Desk.Answer answer = send("--oui", "--president", CHAIR);
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).contains("3\u00a0courriels à envoyer", "3\u00a0courriels envoyés.");
        assertThat(server.getReceivedMessages()).hasSize(3);

        MimeMessage toEve = receivedBy("eve@exemple.invalid");
        assertThat(toEve.getSubject()).isEqualTo("Votre relevé de notes – Session de " + SESSION);
        MimeMultipart parts = (MimeMultipart) toEve.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains(
                        "Bonjour Mme Ève Nerval,",
                        "n°\u00a0" + SESSION + "-RN-C-1",
                        "19 juin 2026".replace(' ', '\u00a0'))
                .doesNotContain("remplace", "{{");
        BodyPart statement = parts.getBodyPart(1);
        assertThat(statement.getFileName()).isEqualTo(SESSION + "-RN-C-1.pdf");
        assertThat(statement.getContentType()).startsWith("application/pdf");
        try (InputStream bytes = statement.getInputStream()) {
            assertThat(bytes.readAllBytes())
                    .isEqualTo(Files.readAllBytes(
                            desk.output().resolve(SESSION).resolve("candidats/C-1/releve-de-notes.pdf")));
        }
        assertThat(receivedBy(CHAIR).getSubject()).startsWith("Procès-verbal du jury");
        assertThat(toEve.getMessageID()).isNotEqualTo(receivedBy(CHAIR).getMessageID());

        Desk.Answer again = send("--oui", "--president", CHAIR);
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("rien à envoyer.", "3\u00a0courriels déjà envoyés");
        assertThat(server.getReceivedMessages()).hasSize(3);
        assertThat(desk.says("registre", "verifier", "--output", desk.output().toString())
                        .status())
                .isZero();
        assertThat(desk.run().out()).contains("Rien à faire");
        assertThat(desk.says("status", SESSION, "--output", desk.output().toString())
                        .out())
                .contains("Courriels\u00a0: 3\u00a0envoyés");
    }

    @Test
    void a_trial_says_who_would_receive_what_and_changes_nothing() throws Exception {
        closedSession(EVE, PAUL, ZOE);
        byte[] register = Files.readAllBytes(desk.output().resolve(".registre/registre.mv.db"));
        desk.environment.remove("MINUTIER_COURRIEL_SERVEUR");
        Desk.Answer answer = send("--essai");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out())
                .contains(
                        "2\u00a0courriels à envoyer (2\u00a0relevés de notes, 0\u00a0procès-verbal).",
                        "C-1  Mme Ève Nerval  eve@exemple.invalid  " + SESSION + "-RN-C-1",
                        "Sans adresse\u00a0: ",
                        "C-3  Mme Zoé Genêt  " + SESSION + "-RN-C-3",
                        "président  " + SESSION + "-PV",
                        "Objet\u00a0: Votre relevé de notes");
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(desk.output().resolve(".registre/registre.mv.db")).hasBinaryContent(register);
    }

    @Test
    void an_address_filled_in_after_the_closing_is_enough() throws Exception {
        closedSession(EVE, ZOE);
        assertThat(send("--oui", "--president", CHAIR).status()).isEqualTo(3);
        assertThat(server.getReceivedMessages()).hasSize(2);
        session("Statut;définitif\nDate de délibération;19/06/2026\n", EVE, ZOE + "zoe@exemple.invalid");
        assertThat(send("--oui", "--president", CHAIR).status()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void nothing_leaves_without_a_confirmation() throws Exception {
        closedSession(EVE);
        Desk.Answer refused = send();
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("rien n’est envoyé sans confirmation", "--oui");

        System.setProperty("minutier.clavier", "true");
        InputStream keyboard = System.in;
        try {
            System.setIn(new ByteArrayInputStream("non\n".getBytes(StandardCharsets.UTF_8)));
            Desk.Answer no = send();
            assertThat(no.status()).isEqualTo(3);
            assertThat(no.out()).contains("Écrivez oui", "Rien n’a été envoyé.");
            assertThat(server.getReceivedMessages()).isEmpty();
            System.setIn(new ByteArrayInputStream("Oui\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(send("--president", CHAIR).status()).isZero();
            assertThat(server.getReceivedMessages()).hasSize(2);
        } finally {
            System.setIn(keyboard);
        }
    }

    @Test
    void only_a_final_session_is_sent() throws Exception {
        session("", EVE);
        desk.run();
        Desk.Answer answer = send("--oui");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("est provisoire");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void after_a_correction_only_new_versions_leave() throws Exception {
        closedSession(EVE, PAUL);
        assertThat(send("--oui", "--president", CHAIR).status()).isZero();
        desk.environment.put("SOURCE_DATE_EPOCH", "1783000000");
        session(
                "Statut;définitif\nDate de délibération;30/06/2026\nPV rectificatif;1\nMotif;Erreur de saisie\n",
                EVE,
                PAUL.replace("non validé", "validé"));
        Desk.Answer corrected = desk.run();
        assertThat(corrected.status()).as(corrected.out()).isZero();
        server.purgeEmailFromAllMailboxes();
        Desk.Answer answer = send("--oui", "--president", CHAIR);
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMultipart parts = (MimeMultipart) receivedBy("paul@exemple.invalid").getContent();
        assertThat((String) parts.getBodyPart(0).getContent()).contains("-RN-C-2-v2", "Il remplace celui");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(SESSION + "-RN-C-2-v2.pdf");
        receivedBy(CHAIR);
        assertThat(desk.says("registre", "verifier", "--output", desk.output().toString())
                        .status())
                .isZero();
    }

    @Test
    void an_act_that_is_no_longer_as_issued_is_not_sent() throws Exception {
        closedSession(EVE);
        Path statement = desk.output().resolve(SESSION).resolve("candidats/C-1/releve-de-notes.pdf");
        Files.write(statement, new byte[] {1});
        Desk.Answer answer = send("--oui");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("n’est plus tel qu’il a été délivré");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_text_with_an_unknown_field_is_refused_with_its_line_before_anything_leaves() throws Exception {
        closedSession(EVE);
        Path own = Files.createDirectories(folder.resolve("modeles/courriels"));
        Files.writeString(own.resolve("releve-de-notes.md"), "---\nobjet: Relevé\n---\nBonjour,\n\n{{candidat.nm}}\n");
        Desk.Answer answer =
                send("--oui", "--templates", folder.resolve("modeles").toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("courriels/releve-de-notes.md, ligne 6", "champ inconnu", "candidat.nom");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_own_text_is_sent_in_place_of_that_of_the_house() throws Exception {
        closedSession(EVE);
        Path own = Files.createDirectories(folder.resolve("modeles/courriels"));
        Files.writeString(
                own.resolve("releve-de-notes.md"),
                "---\nobjet: \"Résultats de {{candidat.prenoms}}\"\n---\nBonjour {{candidat.civilite}} {{candidat.nom}},\n");
        send("--oui", "--templates", folder.resolve("modeles").toString());
        MimeMessage received = receivedBy("eve@exemple.invalid");
        assertThat(received.getSubject()).isEqualTo("Résultats de Ève");
        assertThat((String)
                        ((MimeMultipart) received.getContent()).getBodyPart(0).getContent())
                .isEqualToIgnoringNewLines("Bonjour Mme Nerval,");
    }

    @Test
    void a_server_that_is_away_or_not_named_is_told_in_one_sentence() throws Exception {
        closedSession(EVE);
        server.stop();
        Desk.Answer away = send("--oui");
        assertThat(away.status()).isEqualTo(2);
        assertThat(away.err()).contains("injoignable");
        assertThat(away.isFreeOfTraces()).isTrue();
        desk.environment.remove("MINUTIER_COURRIEL_SERVEUR");
        assertThat(send("--oui").err()).contains("MINUTIER_COURRIEL_SERVEUR");
        assertThat(send("--essai", "--president", "a@b.invalid\r\nBcc: c@d.invalid")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void a_purge_forgets_addresses_and_leaves_the_proof_whole() throws Exception {
        closedSession(EVE, PAUL);
        send("--oui", "--president", CHAIR);
        Path database = desk.output().resolve(".registre/registre.mv.db");
        assertThat(Files.readString(database, StandardCharsets.ISO_8859_1)).contains("eve@exemple.invalid");
        desk.environment.put("SOURCE_DATE_EPOCH", "1790000000");
        Desk.Answer purged = desk.says(
                "purger", "--apres", "01/09/2026", "--output", desk.output().toString());
        assertThat(purged.status()).as(purged.err()).isZero();
        assertThat(purged.out()).contains(SESSION + "\u00a0: 3\u00a0adresses d’envoi effacées.");
        // The identifier of a letter stays, and ends in the sender's domain.
        assertThat(Files.readString(database, StandardCharsets.ISO_8859_1)).doesNotContain("@exemple.invalid");
        assertThat(desk.says("registre", "verifier", "--output", desk.output().toString())
                        .status())
                .isZero();
        Path envelope = folder.resolve("juin.zip");
        assertThat(desk.says(
                                "registre",
                                "exporter",
                                SESSION,
                                "--output",
                                desk.output().toString(),
                                "-o",
                                envelope.toString())
                        .status())
                .isZero();
        assertThat(desk.says("registre", "verifier", envelope.toString()).status())
                .isZero();
        assertThat(send("--oui", "--president", CHAIR).out()).contains("rien à envoyer.");
    }

    @Test
    void the_page_on_letters_names_every_field() throws Exception {
        String page = Files.readString(Desk.HOME.resolve("templates/courriels/README.md"));
        Path own = Files.createDirectories(folder.resolve("modeles/courriels"));
        closedSession(EVE);
        StringBuilder text = new StringBuilder("---\nobjet: Tout\n---\n");
        page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .forEach(field -> text.append(
                        field.equals("acte.remplace")
                                ? "{{#" + field + "}}x{{/" + field + "}}\n"
                                : "{{" + field + "}}\n"));
        Files.writeString(own.resolve("releve-de-notes.md"), text);
        Desk.Answer answer =
                send("--essai", "--templates", folder.resolve("modeles").toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("Objet\u00a0: Tout", "Nerval");
    }
}

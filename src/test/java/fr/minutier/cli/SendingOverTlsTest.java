package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.delivery.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters go over TLS to a server that is trusted, and to no other. */
class SendingOverTlsTest {
    private static final String SESSION = "DEIS-2026-JUIN";
    private static final String PASSWORD = "secret-du-test";

    @TempDir
    Path folder;

    private Desk desk;
    private Path store;

    @BeforeEach
    void closeASession() throws Exception {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782000000");
        Path session = desk.session(SESSION);
        Files.writeString(
                session.resolve("session.csv"),
                Files.readString(session.resolve("session.csv"))
                        + "Statut;définitif\nDate de délibération;19/06/2026\n");
        Files.writeString(session.resolve("candidats.csv"), """
                N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;BC01 VAE;BC02 VAE;BC03 VAE;Courriel
                C-1;Nerval;Ève;02/03/1990;VAE;validé;validé;validé;eve@exemple.invalid
                """);
        assertThat(desk.run().status()).isZero();
        store = folder.resolve("serveur.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "serveur",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private ScriptedServer server(boolean fromTheFirstByte) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new ScriptedServer(command -> Optional.empty(), Optional.of(context), fromTheFirstByte);
    }

    private static Map<String, String> environment(ScriptedServer server, String tls, String host) {
        return new HashMap<>(Map.of(
                "SOURCE_DATE_EPOCH",
                "1782000000",
                "MINUTIER_COURRIEL_SERVEUR",
                host,
                "MINUTIER_COURRIEL_PORT",
                String.valueOf(server.port()),
                "MINUTIER_COURRIEL_TLS",
                tls,
                "MINUTIER_COURRIEL_EXPEDITEUR",
                "jury@exemple.invalid"));
    }

    private Object[] command() {
        return new Object[] {
            "envoyer",
            SESSION,
            "--input",
            desk.input(),
            "--output",
            desk.output(),
            "--president",
            "pv@exemple.invalid",
            "--oui"
        };
    }

    private ChildJvm trusting(Map<String, String> environment) throws IOException {
        return new ChildJvm(
                Circumstances.ORDINARY
                        .with(
                                "-Dminutier.home=" + Desk.HOME,
                                "-Djavax.net.ssl.trustStore=" + store,
                                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                        .in(environment),
                Minutier.class,
                command());
    }

    @ParameterizedTest
    @CsvSource({"tls, true", "starttls, false"})
    void a_server_that_is_trusted_takes_letters(String tls, boolean fromTheFirstByte) throws Exception {
        try (ScriptedServer server = server(fromTheFirstByte);
                ChildJvm child = trusting(environment(server, tls, "localhost"))) {
            assertThat(child.exitStatus()).as(child.said()).isZero();
            assertThat(server.taken()).hasSize(2);
        }
    }

    @Test
    void a_certificate_that_names_another_host_is_refused() throws Exception {
        try (ScriptedServer server = server(true);
                ChildJvm child = trusting(environment(server, "tls", "127.0.0.1"))) {
            assertThat(child.exitStatus()).as(child.said()).isEqualTo(2);
            assertThat(child.said()).contains("TLS digne de confiance");
            assertThat(server.taken()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"tls, true", "starttls, false"})
    void a_server_whom_nobody_vouches_for_is_refused(String tls, boolean fromTheFirstByte) throws Exception {
        try (ScriptedServer server = server(fromTheFirstByte)) {
            desk.environment.putAll(environment(server, tls, "localhost"));
            String[] words =
                    java.util.Arrays.stream(command()).map(Object::toString).toArray(String[]::new);
            Desk.Answer answer = desk.says(words);
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.err()).contains("TLS digne de confiance");
            assertThat(server.taken()).isEmpty();
        }
    }
}

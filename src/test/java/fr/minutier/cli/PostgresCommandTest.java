package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.PostgresOfTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands, with a register that lives on a server by one variable of the environment. */
class PostgresCommandTest {
    private static final String BASE = "MINUTIER_BASE";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @Test
    void all_commands_use_the_register_on_the_server_and_no_file_is_made() throws Exception {
        desk.environment.putAll(PostgresOfTests.newDatabase());
        desk.session("JURY-2026-JUIN");
        String output = desk.output().toString();
        assertThat(desk.says("status", "--output", output).out()).contains("n’a encore reçu aucun document");

        assertThat(desk.run().status()).isZero();
        assertThat(desk.run().out()).contains("Inchangée");
        assertThat(desk.output().resolve(".registre/registre.mv.db")).doesNotExist();
        assertThat(desk.says("status", "--output", output).out()).contains("JURY-2026-JUIN");
        assertThat(desk.says("registre", "verifier", "--output", output).status())
                .isZero();
        try (Stream<Path> all = Files.walk(desk.output())) {
            Path minutes = all.filter(path -> path.endsWith("proces-verbal.pdf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(desk.says("verify", "--output", output, minutes.toString())
                            .status())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"sauvegarder,pg_dump", "restaurer,pg_restore"})
    void what_the_tools_of_postgresql_do_is_left_to_them(String command, String tool) throws Exception {
        desk.environment.putAll(PostgresOfTests.newDatabase());
        Path file = folder.resolve("registre.zip");
        Desk.Answer answer = command.equals("sauvegarder")
                ? desk.says("registre", command, "-o", file.toString())
                : desk.says("registre", command, file.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(answer.err()).contains("c’est " + tool + " de PostgreSQL");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://serveur/base?password=secret, 2, n’est pas une adresse de base PostgreSQL",
        "postgres://moi:secret@serveur/base, 2, n’est pas une adresse de base PostgreSQL",
        "jdbc:postgresql://localhost:PORT/nulle-part?user=postgres&password=secret, 2, refuse la connexion ou n’existe pas",
        "jdbc:postgresql://localhost:PORT/postgres?user=personne&password=secret, 2, refuse la connexion ou n’existe pas",
        "jdbc:postgresql://localhost:1/registre?user=moi&password=secret, 1, ne répond pas"
    })
    void a_base_that_cannot_be_used_is_told_in_a_sentence_without_its_password(String url, int status, String said)
            throws Exception {
        desk.environment.put(BASE, url.replace("PORT", Integer.toString(PostgresOfTests.port())));
        desk.session("JURY-2026-JUIN");
        for (Desk.Answer answer : new Desk.Answer[] {
            desk.run(), desk.says("status", "--output", desk.output().toString())
        }) {
            assertThat(answer.status()).as(answer.err()).isEqualTo(status);
            assertThat(answer.err()).contains(said).doesNotContain("secret");
            assertThat(answer.isFreeOfTraces()).as(answer.err()).isTrue();
        }
        Path journal = desk.output().resolve(".registre/journal.log");
        if (Files.exists(journal)) {
            assertThat(Files.readString(journal)).doesNotContain("secret");
        }
    }
}

package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export cpf}: whole or nothing, and never a bad file. */
class CpfCommandTest {
    private static final String SESSION = "DEIS-2026-JUIN";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782000000");
        desk.environment.put("MINUTIER_CPF_CLIENT", "00000001");
        desk.environment.put("MINUTIER_CPF_CONTRAT", "MCFCER000001");
    }

    private void session(String status, String headers, String... candidates) throws IOException {
        Path session = desk.session(SESSION);
        Files.writeString(
                session.resolve("session.csv"),
                Files.readString(session.resolve("session.csv")) + "Statut;" + status
                        + "\nDate de délibération;19/06/2026\n");
        Files.writeString(
                session.resolve("candidats.csv"),
                "N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;BC01 VAE;BC02 VAE;BC03 VAE" + headers
                        + "\n" + String.join("\n", candidates) + "\n");
    }

    private Desk.Answer export(String... more) {
        return desk.says(Stream.concat(
                        Stream.of(
                                "export",
                                "cpf",
                                SESSION,
                                "--input",
                                desk.input().toString(),
                                "--output",
                                desk.output().toString(),
                                "-o",
                                target().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path target() {
        return folder.resolve("titulaires.xml");
    }

    private static final String EVE = "C-1;Nerval;Ève;02/03/1990;VAE;validé;validé;validé";
    private static final String PAUL = "C-2;Bruyère;Paul;03/03/1990;VAE;validé;validé;validé";
    private static final String ZOE = "C-3;Genêt;Zoé;04/03/1990;VAE;validé;non validé;validé";
    private static final String CODES = ";Sexe;Code commune de naissance;Code pays de naissance";

    @Test
    void what_is_missing_is_listed_and_nothing_is_written() throws Exception {
        session("définitif", "", EVE, PAUL, ZOE);
        desk.run();
        Desk.Answer answer = export();
        assertThat(answer.status()).as(answer.err()).isEqualTo(3);
        assertThat(answer.lines().get(0)).startsWith("Candidat C-1\u00a0: il manque Sexe (F ou M), ");
        assertThat(answer.lines().get(1)).startsWith("Candidat C-2\u00a0: il manque ");
        assertThat(answer.lines().get(2)).startsWith("Rien n’est écrit");
        assertThat(answer.out()).doesNotContain("C-3", "Nerval");
        assertThat(target()).doesNotExist();
    }

    @Test
    void the_codes_may_be_filled_in_after_the_session_was_closed() throws Exception {
        session("définitif", "", EVE, PAUL, ZOE);
        desk.run();
        session("définitif", CODES, EVE + ";F;75101;99100", PAUL + ";M;;99139", ZOE + ";F;75101;99100");
        assertThat(desk.run().status()).isZero();
        Desk.Answer answer = export();
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).contains("(2\u00a0titulaires)");
        assertThat(Files.readString(target()))
                .contains("<cpf:idTechnique>" + SESSION + "-AR-C-1</cpf:idTechnique>", ">Nerval<", ">Bruyère<")
                .contains("<cpf:dateDebutValidite>2026-06-19<")
                .doesNotContain("Genêt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
                .isEqualTo("rw-------");
        assertThat(export().status()).as("an earlier file stays").isEqualTo(2);
    }

    @Test
    void those_of_whom_nothing_is_missing_may_be_written_alone() throws Exception {
        session("définitif", CODES, EVE + ";F;75101;99100", PAUL + ";;;");
        desk.run();
        Desk.Answer answer = export("--partiel");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).contains("Candidat C-2", "(1\u00a0titulaire, 1\u00a0laissé de côté)");
        assertThat(Files.readString(target())).contains("Nerval").doesNotContain("Bruyère");
    }

    @Test
    void a_session_that_is_not_closed_or_says_something_else_is_refused() throws Exception {
        assertThat(export().err()).contains("le registre ne tient encore aucune session");
        session("provisoire", CODES, EVE + ";F;75101;99100");
        desk.run();
        assertThat(export().err()).contains("est provisoire");
        session("définitif", CODES, EVE + ";F;75101;99100");
        desk.run();
        session("définitif", CODES, EVE.replace("Ève", "Ève, Anne") + ";F;75101;99100");
        Desk.Answer changed = export();
        assertThat(changed.status()).isEqualTo(2);
        assertThat(changed.err()).contains("ne disent plus ce qui a été délivré");
        Files.delete(desk.input().resolve(SESSION).resolve("session.csv"));
        assertThat(export().err()).contains("aucun bordereau de la session");
        assertThat(target()).doesNotExist();
    }

    @Test
    void without_the_numbers_of_the_certifier_the_command_says_where_to_give_them() throws Exception {
        desk.environment.remove("MINUTIER_CPF_CONTRAT");
        assertThat(export().err()).contains("donnez --contrat, ou MINUTIER_CPF_CONTRAT");
        assertThat(desk.says("export").err()).contains("indiquez une commande\u00a0: cpf.");
    }
}

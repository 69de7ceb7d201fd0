package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.register.Closing;
import fr.minutier.register.Register;
import fr.minutier.register.Toys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

    @TempDir
    Path folder;

    private Desk desk;

    /** A child process: holds the register until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            Register register = Register.open(Path.of(arguments[0]));
            System.out.println("holding");
            Thread.sleep(60_000);
            register.close();
        }
    }

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1781956800"); // 20 June 2026, noon
    }

    @Test
    void without_a_register_there_is_no_session_and_nothing_is_made() {
        Desk.Answer answer = status();
        assertThat(answer.status()).isZero();
        assertThat(plain(answer.out()))
                .startsWith("Aucune session : « ")
                .endsWith(" » n’a encore reçu aucun document.\n");
        assertThat(desk.output()).doesNotExist();
    }

    @Test
    void each_session_is_a_block_with_state_counts_and_what_stands_before_its_closing() throws IOException {
        close("MAI-2026");
        desk.session("JUIN-2026");
        desk.session("AVRIL-2026", "peut-être");
        withhold("MARS-2026");
        desk.run();

        // One fictional person in all of them: the closed session says that he holds the three blocks.
        Desk.Answer answer = status();
        assertThat(answer.status()).isZero();
        assertThat(plain(answer.out())).isEqualTo("""
                AVRIL-2026  Session de AVRIL-2026 (DEIS-RNCP39644)
                  Provisoire (édition 1, du 20/06/2026)
                  1 candidat : 0 admis, 0 validation partielle, 0 ajourné, 1 réservé
                  Actes : 1 procès-verbal
                  Anomalies : 1 bloquante, 3 informations
                  Pas prête à clore : date de délibération absente. N’empêche pas de clore : 1 réservé (1 bloquante).

                JUIN-2026  Session de JUIN-2026 (DEIS-RNCP39644)
                  Provisoire (édition 1, du 20/06/2026)
                  1 candidat : 1 admis, 0 validation partielle, 0 ajourné, 0 réservé
                  Actes : 1 procès-verbal, 1 relevé de notes
                  Anomalies : 3 informations
                  Pas prête à clore : date de délibération absente.

                MAI-2026  Session de MAI-2026 (DEIS-RNCP39644)
                  Définitive, close le 20/06/2026 (édition 1)
                  1 candidat : 1 admis, 0 validation partielle, 0 ajourné, 0 réservé
                  Actes : 1 procès-verbal, 1 relevé de notes, 1 attestation de réussite, 1 lettre de notification, 1 extrait de procès-verbal
                  Anomalies : aucune

                MARS-2026
                  Retenue, rien n’est produit (édition 1, du 20/06/2026)
                  1 candidat
                  Actes : aucun
                  Anomalies : 1 bloquante, 3 informations
                  Pas prête à clore : 1 anomalie bloquante de la session.
                """);
    }

    @Test
    void a_session_with_its_day_is_ready_even_with_reserved_candidates() throws IOException {
        dated("JUIN-2026", desk.session("JUIN-2026", "peut-être"));
        dated("MAI-2026", desk.session("MAI-2026"));
        desk.run();
        assertThat(plain(status().out()))
                .contains("  Prête à clore : 1 réservé (1 bloquante).\n")
                .contains("  Prête à clore : aucun réservé.\n");
    }

    @Test
    void one_session_is_told_with_its_editions_its_reserves_by_number_and_its_folder() throws IOException {
        desk.session("JUIN-2026");
        desk.session("MAI-2026");
        desk.run();
        Path session = desk.session("JUIN-2026", "peut-être");
        Files.writeString(session.resolve("candidats.csv"), """
                N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;BC01 VAE;BC02 VAE;BC03 VAE;Résultat réservé
                C-1;Nerval;Ève;02/03/1990;VAE;peut-être;validé;validé;
                C-22;Sand;Aure;05/07/1988;VAE;validé;validé;validé;dossier en cours d’examen
                ;Dorval;Noé;11/01/1991;VAE;validé;validé;validé;
                """);
        desk.run();

        Desk.Answer answer = status("JUIN-2026");
        assertThat(answer.status()).isZero();
        assertThat(plain(answer.out())).isEqualTo("""
                JUIN-2026  Session de JUIN-2026 (DEIS-RNCP39644)
                  Provisoire (édition 2, du 20/06/2026)
                  3 candidats : 0 admis, 0 validation partielle, 0 ajourné, 3 réservés
                  Actes : 1 procès-verbal
                  Anomalies : 2 bloquantes
                  Pas prête à clore : date de délibération absente. N’empêche pas de clore : 3 réservés (2 bloquantes).
                  Éditions :
                    1  20/06/2026  provisoire  2 actes
                    2  20/06/2026  provisoire  1 acte  1 candidat ajouté, 1 décision changée, 2 anomalies apparues
                  Réservés :
                    C-1   VAE_DECISION_MANQUANTE
                    C-22  motif inscrit dans le bordereau
                    et 1 candidat sans numéro
                  Versions des actes : 1 acte en version 1
                  Dossier : %s, tel qu’il a été publié
                """.formatted(desk.output().resolve("JUIN-2026")));
        assertThat(answer.out()).doesNotContain("Nerval", "Sand", "Dorval", "examen", "MAI-2026");
    }

    @Test
    void a_folder_that_somebody_changed_or_took_away_is_told() throws IOException {
        desk.session("JUIN-2026");
        desk.run();
        Path act = desk.output().resolve("JUIN-2026/proces-verbal.pdf");
        Files.writeString(act, "autre chose");
        assertThat(status("JUIN-2026").out()).endsWith("JUIN-2026, modifié depuis sa publication\n");

        Files.move(desk.output().resolve("JUIN-2026"), folder.resolve("ailleurs"));
        assertThat(status("JUIN-2026").out()).endsWith("JUIN-2026, absent\n");
    }

    @Test
    void an_edition_that_was_begun_and_not_published_is_told() throws Exception {
        desk.session("JUIN-2026");
        desk.run();
        try (Register register = Register.open(desk.output().resolve(".registre"))) {
            register.begin("JUIN-2026", Toys.digest("b"), "", Closing.PROVISOIRE, DAY.plusDays(1));
            register.begin("MAI-2026", Toys.digest("c"), "", Closing.PROVISOIRE, DAY);
        }
        assertThat(plain(status().out()))
                .contains("  En cours : édition 2, prise le 21/06/2026 et pas encore publiée ; le prochain passage la"
                        + " reprendra.\n")
                .endsWith("\nMAI-2026\n  En cours : édition 1, prise le 20/06/2026 et pas encore publiée ; le prochain"
                        + " passage la reprendra.\n");
        assertThat(status("MAI-2026").status()).isZero();
    }

    @Test
    void an_unknown_session_is_refused_with_those_that_are_known() throws IOException {
        assertThat(plain(status("JUIN-2027").err()))
                .isEqualTo("minutier : le registre ne connaît pas la session « JUIN-2027 » : il n’en tient encore"
                        + " aucune.\n");
        desk.session("JUIN-2026");
        desk.session("MAI-2026");
        desk.run();
        Desk.Answer answer = status("JUIN-2027");
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(answer.out()).isEmpty();
        assertThat(plain(answer.err()))
                .isEqualTo("minutier : le registre ne connaît pas la session « JUIN-2027 ». Sessions connues :"
                        + " JUIN-2026, MAI-2026.\n");
    }

    @Test
    void nothing_is_written() throws IOException {
        desk.session("JUIN-2026");
        desk.run();
        SortedMap<String, String> before = files();
        status();
        status("JUIN-2026");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_register_that_another_run_holds_is_told_in_one_sentence() throws Exception {
        desk.session("JUIN-2026");
        desk.run();
        try (ChildJvm child = new ChildJvm(Holder.class, desk.output().resolve(".registre"))) {
            child.await("holding");
            Desk.Answer answer = status();
            assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err())
                    .contains("est tenu par un autre traitement")
                    .hasLineCount(1);
            child.kill();
        }
    }

    @Test
    void lines_are_folded_between_words_on_a_terminal() throws IOException {
        desk.session("JUIN-2026", "peut-être");
        desk.run();
        desk.columns = 60;
        assertThat(status().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void the_run_says_what_changed_in_a_session_made_again() throws IOException {
        desk.session("JUIN-2026");
        assertThat(desk.run().out()).doesNotContain("Depuis l’édition précédente");
        desk.session("JUIN-2026", "non validé");
        assertThat(plain(desk.run().out())).contains("  Depuis l’édition précédente : 1 décision changée\n");
    }

    private Desk.Answer status(String... session) {
        return desk.says(
                Stream.concat(Stream.of("status", "--output", desk.output().toString()), Stream.of(session))
                        .toArray(String[]::new));
    }

    private void close(String id) throws IOException {
        Path session = desk.session(id);
        dated(id, session);
        Files.writeString(
                session.resolve("session.csv"),
                Files.readString(session.resolve("session.csv")) + "Statut;définitif\n");
    }

    private static void dated(String id, Path session) throws IOException {
        Files.writeString(
                session.resolve("session.csv"),
                Files.readString(session.resolve("session.csv")) + "Date de délibération;15/06/2026\n");
        assertThat(session).hasFileName(id);
    }

    /** A session whose label is missing. */
    private void withhold(String id) throws IOException {
        Path csv = desk.session(id).resolve("session.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst("Libellé;.*\n", ""));
    }

    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                files.put(
                        path.toString(),
                        Files.getLastModifiedTime(path)
                                + (Files.isRegularFile(path)
                                        ? Toys.digest(new String(
                                                Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
                                        : ""));
            }
        }
        return files;
    }

    /** Without the spaces that French binds. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}

package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a closed session and its correction is told with the remedy, and nothing is touched. */
class CorrectionObstaclesTest {
    private static final String SESSION = "DEIS-2026-JUIN";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782000000");
        handIn("validé", "Statut;définitif\nDate de délibération;19/06/2026\n");
    }

    private void handIn(String decision, String more) throws IOException {
        Path session = desk.session(SESSION, decision);
        Files.writeString(session.resolve("session.csv"), Files.readString(session.resolve("session.csv")) + more);
    }

    private void askForACorrection() throws IOException {
        desk.environment.put("SOURCE_DATE_EPOCH", "1783000000");
        handIn(
                "non validé",
                "Statut;définitif\nDate de délibération;30/06/2026\nPV rectificatif;1\nMotif;Erreur de saisie\n");
    }

    @Test
    void minutes_that_would_not_tell_what_they_correct_are_refused_before_they_are_made() throws Exception {
        Path own = Files.createDirectories(folder.resolve("modeles/acts")).resolve("proces-verbal.md");
        String house = Files.readString(Desk.HOME.resolve("templates/acts/proces-verbal.md"));
        Files.writeString(own, house.replaceAll("(?s)\\{\\{#rectificatif}}.*?\\{\\{/rectificatif}}", ""));
        String[] templates = {"--templates", folder.resolve("modeles").toString()};
        assertThat(desk.run(templates).status()).isZero();
        byte[] minutes = Files.readAllBytes(minutes());

        askForACorrection();
        Desk.Answer refused = desk.run(templates);
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.out())
                .contains(
                        "PV_RECTIFICATIF_INVALIDE",
                        "n’imprime pas ce qu’un procès-verbal rectifie",
                        "{{#rectificatif}}");
        assertThat(minutes()).hasBinaryContent(minutes);

        Files.writeString(own, house);
        assertThat(desk.run(templates).status()).isZero();
        assertThat(Files.readAllBytes(minutes())).isNotEqualTo(minutes);
    }

    @Test
    void a_corrected_session_whose_folder_is_gone_is_told_where_its_files_still_are() throws Exception {
        desk.run();
        askForACorrection();
        assertThat(desk.run().status()).isZero();
        try (Stream<Path> all = Files.walk(desk.output().resolve(SESSION))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        for (int night = 1; night <= 2; night++) {
            Desk.Answer gone = desk.run();
            assertThat(gone.status()).isEqualTo(3);
            assertThat(gone.out()).contains("DOSSIER_ALTERE", "n’est plus dans les résultats", "une sauvegarde");
            assertThat(desk.output().resolve(SESSION)).doesNotExist();
        }
    }

    private Path minutes() {
        return desk.output().resolve(SESSION).resolve("proces-verbal.pdf");
    }
}

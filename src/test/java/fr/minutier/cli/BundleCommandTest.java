package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.report.Made;
import fr.minutier.report.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void oneNight() throws IOException {
        desk = new Desk(folder);
        Path session = desk.session("JUIN-2026");
        Path candidates = session.resolve("candidats.csv");
        // A number that Windows keeps for a device.
        Files.writeString(
                candidates, "AUX;Verlaine;Paul;03/04/1991;VAE;validé;validé;validé\n", StandardOpenOption.APPEND);
        Files.writeString(
                session.resolve("session.csv"),
                "Statut;définitif\nDate de délibération;19/06/2026\n",
                StandardOpenOption.APPEND);
        Desk.Answer night = desk.run();
        assertThat(night.status()).as(night.out()).isZero();
    }

    private Desk.Answer parcel(String session, Path file) {
        return desk.says("paquet", session, "--output", desk.output().toString(), "-o", file.toString());
    }

    private static List<String> names(Path zip) throws IOException {
        try (ZipFile read = new ZipFile(zip.toFile())) {
            return read.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void the_manifest_comes_first_and_then_all_that_it_lists() throws IOException {
        Path zip = folder.resolve("juin.zip");
        Desk.Answer answer = parcel("JUIN-2026", zip);
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        List<String> expected = new ArrayList<>(List.of("JUIN-2026/manifeste.json"));
        byte[] manifest = Files.readAllBytes(desk.output().resolve("JUIN-2026/manifeste.json"));
        Manifest.files(manifest).stream()
                .map(Made::path)
                .map(path -> "JUIN-2026/" + path.replace("/AUX/", "/AUX~/"))
                .forEach(expected::add);
        assertThat(names(zip)).isEqualTo(expected);
        assertThat(names(zip))
                .contains(
                        "JUIN-2026/proces-verbal.pdf",
                        "JUIN-2026/decisions.csv",
                        "JUIN-2026/index.html",
                        "JUIN-2026/candidats/C-1/attestation-de-reussite.pdf",
                        "JUIN-2026/candidats/AUX~/attestation-de-reussite.pdf");
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertThat(read.getInputStream(read.getEntry("JUIN-2026/proces-verbal.pdf")))
                    .hasBinaryContent(Files.readAllBytes(desk.output().resolve("JUIN-2026/proces-verbal.pdf")));
        }
    }

    @Test
    void the_same_session_gives_the_same_bytes() {
        parcel("JUIN-2026", folder.resolve("a.zip"));
        parcel("JUIN-2026", folder.resolve("b.zip"));
        assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
    }

    @Test
    void it_is_its_owners_alone_and_never_takes_the_place_of_another_file() throws IOException {
        Path zip = folder.resolve("juin.zip");
        parcel("JUIN-2026", zip);
        if (zip.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                    .isEqualTo("rw-------");
        }
        Desk.Answer again = parcel("JUIN-2026", zip);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("existe déjà");
    }

    @Test
    void a_file_that_was_altered_is_named_and_nothing_is_written() throws IOException {
        Files.writeString(desk.output().resolve("JUIN-2026/decisions.csv"), "C-1;ADMIS;\n");
        refused("decisions.csv\u00a0» a été modifié");
    }

    @Test
    void a_file_that_is_missing_is_named_and_nothing_is_written() throws IOException {
        Files.delete(desk.output().resolve("JUIN-2026/candidats/C-1/attestation-de-reussite.pdf"));
        refused("candidats/C-1/attestation-de-reussite.pdf\u00a0» manque");
    }

    private void refused(String told) throws IOException {
        Desk.Answer answer = parcel("JUIN-2026", folder.resolve("juin.zip"));
        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.out()).startsWith("Rien n’a été écrit").contains(told);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().contains(".zip"));
        }
    }

    @Test
    void a_manifest_that_was_altered_is_told() throws IOException {
        Files.writeString(
                desk.output().resolve("JUIN-2026/manifeste.json"), "{ \"files\": [ { \"path\": \"../x\" } ] }");
        Desk.Answer answer = parcel("JUIN-2026", folder.resolve("juin.zip"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("manifeste");
    }

    @Test
    void a_session_that_gave_nothing_is_told_and_no_empty_file_is_written() throws IOException {
        Path session = desk.session("VIDE-2026");
        Files.writeString(
                session.resolve("session.csv"), "Champ;Valeur\nSession;VIDE-2026\nCertification;DEIS-RNCP39644\n");
        desk.run();
        Desk.Answer answer = parcel("VIDE-2026", folder.resolve("vide.zip"));
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).contains("n’a encore donné aucun document").contains("index.html");
        assertThat(folder.resolve("vide.zip")).doesNotExist();
    }

    @Test
    void a_session_that_is_not_there_is_told() {
        for (String session : List.of("MAI-2026", "../JUIN-2026")) {
            Desk.Answer answer = parcel(session, folder.resolve("juin.zip"));
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.err()).contains("il n’y a pas de dossier de la session");
        }
    }
}

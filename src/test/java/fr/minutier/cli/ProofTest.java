package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.typesetting.Conformance;
import fr.minutier.typesetting.Seals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed codes from the making of a key to what is answered to whoever read one on paper. */
class ProofTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782900000"); // 1 July 2026
    }

    private void finalSession(String id) throws IOException {
        Path csv = desk.session(id).resolve("session.csv");
        Files.writeString(csv, Files.readString(csv) + "Statut;définitif\nDate de délibération;30/06/2026\n");
    }

    private Desk.Answer keys() {
        return desk.says("cles", "--output", desk.output().toString());
    }

    private Desk.Answer verify(String... args) {
        return desk.says(
                Stream.concat(Stream.of("verify", "--output", desk.output().toString()), Stream.of(args))
                        .toArray(String[]::new));
    }

    private Path certificate(String session) {
        return desk.output().resolve(session + "/candidats/C-1/attestation-de-reussite.pdf");
    }

    private static String code(Path pdf) throws IOException {
        try (InputStream in = Files.newInputStream(pdf)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int begin = all.indexOf("<dc:identifier>") + "<dc:identifier>".length();
            return all.substring(begin, all.indexOf("</dc:identifier>"));
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void without_a_key_an_act_bears_its_number_and_no_code() throws IOException {
        finalSession("JUIN-2026");
        assertThat(desk.run().status()).isZero();
        assertThat(Files.readString(certificate("JUIN-2026"), StandardCharsets.ISO_8859_1))
                .doesNotContain("dc:identifier")
                .contains("JUIN-2026-AR-C-1");
    }

    @Test
    void keys_are_made_once_and_the_public_one_is_shown() {
        Desk.Answer made = keys();
        assertThat(made.status()).isZero();
        assertThat(made.out()).contains("-----BEGIN PUBLIC KEY-----").doesNotContain("PRIVATE");
        Desk.Answer again = keys();
        assertThat(again.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(again.err())).contains("Elle n’est jamais remplacée");
    }

    @Test
    void an_act_bears_a_code_that_says_what_it_says_and_conforms() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        assertThat(code(certificate("JUIN-2026")))
                .startsWith("MINUTIER1|JUIN-2026-AR-C-1|Attestation de réussite|Ève Nerval|02/03/1990|DEIS : admis"
                        + "|01/07/2026|Le préfet de région ; Le recteur de région académique|");
        assertThat(code(desk.output().resolve("JUIN-2026/proces-verbal.pdf")))
                .startsWith("MINUTIER1|JUIN-2026-PV|Procès-verbal de jury|||DEIS : admis 1, validation partielle 0,");
        Path statement = desk.output().resolve("JUIN-2026/candidats/C-1/releve-de-notes.pdf");
        byte[] pdf = Files.readAllBytes(statement);
        assertThat(pdf.length).isLessThanOrEqualTo(32_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        Conformance.assertArchivalAndAccessible(pdf);
        Conformance.assertArchivalAndAccessible(Files.readAllBytes(certificate("JUIN-2026")));
    }

    @Test
    void a_draft_bears_no_code() throws IOException {
        keys();
        desk.session("JUIN-2026");
        desk.run();
        assertThat(Files.readString(desk.output().resolve("JUIN-2026/proces-verbal.pdf"), StandardCharsets.ISO_8859_1))
                .doesNotContain("dc:identifier");
    }

    @Test
    void a_code_read_on_paper_is_confirmed_by_the_register() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        Desk.Answer answer = verify("--qr", code(certificate("JUIN-2026")));
        assertThat(answer.status()).isZero();
        assertThat(plain(answer.out()))
                .startsWith("Code authentique : Attestation de réussite n° JUIN-2026-AR-C-1, Ève Nerval,"
                        + " date de naissance 02/03/1990, DEIS : admis, acte du 1er juillet 2026,")
                .endsWith("Le registre le confirme : l’acte est en vigueur.\n");
    }

    @Test
    void what_was_forged_is_told_as_forged() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        String code = code(certificate("JUIN-2026"));
        Desk.Answer changed = verify("--qr", code.replace("Nerval", "Narval"));
        assertThat(changed.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(changed.out()).startsWith("Code faux.");
        Desk.Answer cut = verify("--qr", code.substring(0, 60));
        assertThat(cut.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(cut.out())).contains("n’est pas le code d’un acte, ou il n’est pas entier");
    }

    @Test
    void an_altered_document_is_told_with_what_its_code_says() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        Path altered = folder.resolve("altere.pdf");
        byte[] bytes = Files.readAllBytes(certificate("JUIN-2026"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(altered, bytes);
        Desk.Answer answer = verify(altered.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(answer.out()))
                .contains(
                        "modifié. Son code, authentique, dit : Attestation de réussite n° JUIN-2026-AR-C-1, Ève Nerval")
                .contains("comparez ce que dit le code avec ce que dit le document");
    }

    @Test
    void the_code_of_another_act_is_told_as_foreign() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        byte[] certificate = Files.readAllBytes(certificate("JUIN-2026"));
        String foreign = code(desk.output().resolve("JUIN-2026/candidats/C-1/releve-de-notes.pdf"));
        String pasted = new String(certificate, StandardCharsets.ISO_8859_1)
                .replaceAll(
                        "<dc:identifier>[^<]*",
                        "<dc:identifier>"
                                + new String(foreign.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        Path file = Files.write(folder.resolve("colle.pdf"), pasted.getBytes(StandardCharsets.ISO_8859_1));
        Desk.Answer answer = verify(file.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(answer.out()))
                .contains("le document se donne pour un autre acte (« Attestation de réussite n° JUIN-2026-AR-C-1 »)")
                .contains("ce code n’est pas le sien");
    }

    @Test
    void another_office_does_not_know_the_key() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        Path elsewhere = folder.resolve("ailleurs");
        desk.says("cles", "--output", elsewhere.toString());
        Desk.Answer answer =
                desk.says("verify", "--output", elsewhere.toString(), "--qr", code(certificate("JUIN-2026")));
        assertThat(answer.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(answer.out())).startsWith("Code inconnu. Il se dit signé par la clé");
    }

    @Test
    void a_new_key_leaves_closed_sessions_alone_and_their_codes_valid() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        String code = code(certificate("JUIN-2026"));
        byte[] before = Files.readAllBytes(certificate("JUIN-2026"));
        Files.move(desk.output().resolve(".registre/cles/privee.pem"), folder.resolve("ancienne.pem"));
        assertThat(keys().status()).isZero();
        assertThat(desk.run().out()).contains("Close, inchangée.");
        assertThat(Files.readAllBytes(certificate("JUIN-2026"))).isEqualTo(before);
        assertThat(verify("--qr", code).status()).isZero();
    }

    @Test
    void the_same_key_gives_the_same_bytes_elsewhere() throws IOException {
        keys();
        finalSession("JUIN-2026");
        desk.run();
        Desk other = new Desk(folder.resolve("autre"));
        other.environment.putAll(desk.environment);
        Path keys = Files.createDirectories(other.output().resolve(".registre/cles"));
        try (Stream<Path> files = Files.list(desk.output().resolve(".registre/cles"))) {
            for (Path file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName().toString()));
                Files.setPosixFilePermissions(
                        keys.resolve(file.getFileName().toString()), PosixFilePermissions.fromString("rw-------"));
            }
        }
        Path csv = other.session("JUIN-2026").resolve("session.csv");
        Files.writeString(csv, Files.readString(csv) + "Statut;définitif\nDate de délibération;30/06/2026\n");
        other.run();
        assertThat(other.output().resolve("JUIN-2026/candidats/C-1/attestation-de-reussite.pdf"))
                .hasSameBinaryContentAs(certificate("JUIN-2026"));
    }

    @Test
    void a_private_key_that_others_may_read_stops_the_night_before_anything_is_made() throws IOException {
        keys();
        finalSession("JUIN-2026");
        Files.setPosixFilePermissions(
                desk.output().resolve(".registre/cles/privee.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        Desk.Answer answer = desk.run();
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(answer.err()).contains("chmod 600");
        assertThat(answer.isFreeOfTraces()).isTrue();
        assertThat(desk.output().resolve("JUIN-2026")).doesNotExist();
    }

    @Test
    void a_seal_is_put_on_acts_and_not_on_drafts() throws Exception {
        desk.environment.put(
                "MINUTIER_SCEAU", Seals.file(folder.resolve("sceau.p12"), "EC").toString());
        desk.environment.put("MINUTIER_SCEAU_MOT_DE_PASSE", Seals.PASSWORD);
        finalSession("JUIN-2026");
        desk.session("MAI-2026");
        assertThat(desk.run().status()).isZero();
        try (PDDocument act = Loader.loadPDF(Files.readAllBytes(certificate("JUIN-2026")));
                PDDocument draft =
                        Loader.loadPDF(Files.readAllBytes(desk.output().resolve("MAI-2026/proces-verbal.pdf")))) {
            assertThat(act.getSignatureDictionaries()).hasSize(1);
            assertThat(draft.getSignatureDictionaries()).isEmpty();
        }
        assertThat(verify(certificate("JUIN-2026").toString()).status()).isZero();
        try (PDDocument volume =
                Loader.loadPDF(Files.readAllBytes(desk.output().resolve("JUIN-2026/attestations.pdf")))) {
            assertThat(volume.getSignatureDictionaries()).isEmpty();
        }
    }

    @Test
    void a_seal_that_cannot_be_used_stops_the_night_before_anything_is_made() throws Exception {
        finalSession("JUIN-2026");
        desk.environment.put(
                "MINUTIER_SCEAU", Seals.file(folder.resolve("sceau.p12"), "EC").toString());
        Desk.Answer without = desk.run();
        assertThat(without.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(without.err()).contains("défini sans MINUTIER_SCEAU_MOT_DE_PASSE");
        desk.environment.put("MINUTIER_SCEAU_MOT_DE_PASSE", "autre");
        Desk.Answer wrong = desk.run();
        assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(wrong.err()).contains("mot de passe refusé").doesNotContain("autre\n");
        assertThat(wrong.isFreeOfTraces()).isTrue();
        assertThat(desk.output()).doesNotExist();
    }
}

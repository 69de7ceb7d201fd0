package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.register.Head;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command {@code registre} answers. */
class RegisterCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782900000"); // 1 July 2026
        desk.session("JUIN-2026");
        desk.session("MAI-2026");
        assertThat(desk.run().status()).isZero();
    }

    private Desk.Answer verify(Object... args) {
        return desk.says(Stream.concat(
                        Stream.of(
                                "registre",
                                "verifier",
                                "--output",
                                desk.output().toString()),
                        Stream.of(args).map(Object::toString))
                .toArray(String[]::new));
    }

    private Path manifest() {
        return desk.output().resolve("JUIN-2026/manifeste.json");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void a_register_that_nobody_touched_agrees_with_everything() {
        Desk.Answer answer = verify();
        assertThat(answer.status()).as(answer.out()).isZero();
        assertThat(answer.lines().getFirst()).matches("JUIN-2026 1 [0-9a-f]{64}");
        assertThat(plain(answer.out())).contains("Tout concorde : 2 sessions. Sans témoin");
    }

    @Test
    void what_it_says_is_a_witness_of_the_nights_that_follow() throws IOException {
        Path witness = Files.writeString(folder.resolve("temoin.txt"), verify().out());
        Path oldManifest = Files.copy(manifest(), folder.resolve("manifeste.json"));
        desk.session("JUIN-2026", "non validé");
        desk.run();
        Desk.Answer answer = verify("--temoin", witness, "--temoin", oldManifest, "--temoin", manifest());
        assertThat(answer.status()).as(answer.out()).isZero();
        assertThat(answer.lines().getFirst()).startsWith("JUIN-2026 2 ");
        assertThat(plain(answer.out())).contains("Tout concorde : 2 sessions.").doesNotContain("Sans témoin");
    }

    @Test
    void the_head_before_an_edition_stands_in_its_manifest_and_on_its_minutes() throws IOException {
        String head = verify().lines().getFirst().split(" ")[2];
        desk.session("JUIN-2026", "non validé");
        desk.run();
        assertThat(Files.readString(manifest())).contains("\"rank\" : 1").contains("\"head\" : \"" + head + "\"");
    }

    @Test
    void a_changed_file_is_named_and_the_other_sessions_are_still_told() throws IOException {
        Files.writeString(desk.output().resolve("JUIN-2026/decisions.csv"), "candidat;decision;motif\n");
        Desk.Answer answer = verify();
        assertThat(answer.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(answer.out()))
                .contains("JUIN-2026 : « decisions.csv » a été modifié.")
                .contains("1 session rompue sur 2.")
                .contains("MAI-2026 1 ");
    }

    @Test
    void without_a_register_or_a_witness_it_is_wrong_use() throws IOException {
        assertThat(desk.says(
                                "registre",
                                "verifier",
                                "--output",
                                folder.resolve("ailleurs").toString())
                        .status())
                .isEqualTo(ExitStatus.WRONG_USE);
        assertThat(verify("--temoin", folder.resolve("absent.txt")).status()).isEqualTo(ExitStatus.WRONG_USE);
        Path silent = Files.writeString(folder.resolve("muet.txt"), "bonjour");
        assertThat(plain(verify("--temoin", silent).err())).contains("ne dit rien d’une chaîne");
        assertThat(desk.says("registre").status()).isEqualTo(ExitStatus.WRONG_USE);
    }

    @Test
    void an_envelope_proves_itself_where_there_is_no_register() throws IOException {
        Path zip = folder.resolve("juin.zip");
        Desk.Answer made = says("registre", "exporter", "JUIN-2026", "--output", desk.output(), "-o", zip);
        assertThat(made.status()).as(made.err()).isZero();
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            assertThat(inside.getPath("dossier/proces-verbal.pdf")).exists();
            assertThat(inside.getPath("dossier/manifeste.json")).exists();
            assertThat(Files.readAllBytes(inside.getPath("garde/JUIN-2026/1/1/candidats.csv")))
                    .isEqualTo(Files.readAllBytes(desk.input().resolve("JUIN-2026/candidats.csv")));
            assertThat(Files.readString(inside.getPath("chaine/0001.txt")))
                    .contains("\ndecision\tposition=1\tcandidate=C-1\tdecision=ADMIS\n")
                    .contains("\nground\tposition=1\tcandidate=C-1\tblock=BC01\tgrounds=VAE\u00a0: validé (");
        }
        Desk.Answer proved = says("registre", "verifier", zip, "--output", folder.resolve("ailleurs"));
        assertThat(proved.status()).as(proved.out()).isZero();
        assertThat(proved.lines().getFirst()).isEqualTo(made.lines().getLast());
        assertThat(rights(zip)).isEqualTo("rw-------");

        byte[] first = Files.readAllBytes(zip);
        says("registre", "exporter", "JUIN-2026", "--output", desk.output(), "-o", zip);
        assertThat(zip).hasBinaryContent(first);
    }

    @Test
    void a_session_that_does_not_hold_or_is_not_known_is_not_exported() throws IOException {
        Path zip = folder.resolve("juin.zip");
        assertThat(says("registre", "exporter", "ABSENTE", "--output", desk.output(), "-o", zip)
                        .status())
                .isEqualTo(ExitStatus.WRONG_USE);
        Files.writeString(desk.output().resolve("JUIN-2026/decisions.csv"), "");
        assertThat(says("registre", "exporter", "JUIN-2026", "--output", desk.output(), "-o", zip)
                        .status())
                .isEqualTo(ExitStatus.UNKNOWN);
        assertThat(zip).doesNotExist();
    }

    @Test
    void a_backup_gives_the_register_back_after_it_was_lost() throws IOException {
        says("cles", "--output", desk.output());
        desk.run(); // acts bear codes from now on
        Path zip = folder.resolve("sauvegarde.zip");
        Desk.Answer made = says("registre", "sauvegarder", "--output", desk.output(), "-o", zip);
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(rights(zip)).isEqualTo("rw-------");
        String before = verify().out();

        delete(desk.output().resolve(".registre"));
        Desk.Answer restored = says("registre", "restaurer", zip, "--output", desk.output());
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(verify().out()).isEqualTo(before);
        assertThat(rights(desk.output().resolve(".registre/cles/privee.pem"))).isEqualTo("rw-------");
        assertThat(rights(desk.output().resolve(".registre/registre.mv.db"))).isEqualTo("rw-------");
        assertThat(desk.run().status()).isZero();
        assertThat(verify().lines().getFirst())
                .isEqualTo(before.lines().findFirst().orElseThrow());
    }

    @Test
    void a_backup_never_makes_the_register_forget() throws IOException {
        Path zip = folder.resolve("sauvegarde.zip");
        says("registre", "sauvegarder", "--output", desk.output(), "-o", zip);
        Desk.Answer same = says("registre", "restaurer", zip, "--output", desk.output());
        assertThat(same.status()).as(same.err()).isZero();
        assertThat(plain(same.out())).contains("Celui qui était là est mis de côté");
        assertThat(desk.output().resolve(".registre/registre.mv.db.avant-restauration"))
                .exists();

        desk.session("JUIN-2026", "non validé");
        desk.run();
        Desk.Answer older = says("registre", "restaurer", zip, "--output", desk.output());
        assertThat(older.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(older.err()))
                .contains("connaît l’écriture 2 de la session JUIN-2026")
                .contains("rien n’a été touché");
        assertThat(verify().lines().getFirst()).startsWith("JUIN-2026 2 ");

        Path cut = Files.write(folder.resolve("coupee.zip"), Arrays.copyOf(Files.readAllBytes(zip), 2000));
        assertThat(says("registre", "restaurer", cut, "--output", desk.output()).status())
                .isEqualTo(ExitStatus.WRONG_USE);
        assertThat(desk.output().resolve(".registre/restauration")).doesNotExist();
    }

    @Test
    void purging_takes_what_was_received_and_never_the_proof() throws IOException {
        Path kept = desk.output().resolve(".registre/garde/JUIN-2026");
        assertThat(says("purger", "--apres", "01/07/2026", "--output", desk.output())
                        .out())
                .contains("Rien à effacer");
        assertThat(kept.resolve("1/1/candidats.csv")).exists();

        desk.environment.put("SOURCE_DATE_EPOCH", "1783000000"); // 2 July
        desk.session("JUIN-2026", "non validé");
        desk.run();
        String before = verify().out();
        Desk.Answer purged = says("purger", "--apres", "2026-07-02", "--output", desk.output());
        assertThat(purged.status()).as(purged.err()).isZero();
        assertThat(plain(purged.out())).contains("JUIN-2026, édition 1, du 1er juillet 2026 : bordereaux effacés.");
        assertThat(kept.resolve("1")).doesNotExist();
        assertThat(kept.resolve("2/1/candidats.csv")).exists();
        assertThat(verify().out()).isEqualTo(before);
        assertThat(desk.run().status()).isZero();

        assertThat(says("purger", "--apres", "01/01/2030", "--output", desk.output())
                        .status())
                .isEqualTo(ExitStatus.WRONG_USE);
        assertThat(says("purger", "--apres", "hier", "--output", desk.output()).status())
                .isEqualTo(ExitStatus.WRONG_USE);
    }

    private Desk.Answer says(Object... args) {
        return desk.says(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void what_stays_for_ever_names_nobody() throws Exception {
        desk.says("cles", "--output", desk.output().toString());
        Path csv = desk.session("MARS-2026", "peut-être").resolve("session.csv");
        Files.writeString(csv, Files.readString(csv) + "Statut;définitif\nDate de délibération;30/06/2026\n");
        desk.run();
        verify();
        try (Register register =
                Register.openIfPresent(desk.output().resolve(".registre")).orElseThrow()) {
            assertThat(register.chained()).contains("MARS-2026");
            for (String session : register.chained()) {
                for (Head head : register.heads(session)) {
                    assertThat(register.entry(session, head.rank()).text())
                            .contains("C-1")
                            .doesNotContain("Nerval", "Ève", "1990", "Aubrac");
                }
            }
        }
    }
}

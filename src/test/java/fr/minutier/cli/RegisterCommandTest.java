package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}

package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, a copy of it among invented JDKs that are newer than any real one. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final int NEEDED = 9021;

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        home = Files.createDirectories(folder.resolve("un dossier"));
        script(
                home.resolve("minutier"),
                Files.readString(Desk.HOME.resolve("minutier")).replace("needed=21\n", "needed=" + NEEDED + "\n"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/minutier.jar"), "");
        Files.writeString(home.resolve("target/.construit"), "");
        age(home.resolve("pom.xml"));
        age(home.resolve("src/main"));
        script(
                home.resolve("mvnw"),
                "#!/bin/sh\necho \"$JAVA_HOME\" >>construits\nsleep 1\nmkdir -p target\n: >target/minutier.jar\n");
    }

    @Test
    void the_newest_jdk_is_taken_beside_an_older_one() throws Exception {
        Path older = jdk("ancien", NEEDED - 1);
        Path newer = jdk("nouveau", NEEDED);
        Said said = launch(Map.of("JAVA_HOME", older.toString(), "PATH", newer.resolve("bin") + ":/usr/bin:/bin"));
        assertThat(said.status()).isZero();
        assertThat(said.out()).startsWith("nouveau");
    }

    @Test
    void without_a_jdk_that_will_do_one_line_says_what_to_install() throws Exception {
        Path older = jdk("ancien", NEEDED - 1);
        Said said = launch(Map.of("JAVA_HOME", older.toString(), "PATH", "/usr/bin:/bin"));
        assertThat(said.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .hasLineCount(1)
                .contains("il faut un JDK " + NEEDED)
                .contains("JAVA_HOME");
    }

    @Test
    void arguments_and_exit_status_are_passed_on_as_they_are() throws Exception {
        Path jdk = jdk("jdk", NEEDED);
        Said said = launch(environment(jdk), "check", "deux mots.xlsx", "*", "sort:3");
        assertThat(said.out()).contains("[check]\n[deux mots.xlsx]\n[*]\n[sort:3]\n");
        assertThat(said.status()).isEqualTo(ExitStatus.WITHHELD);
    }

    @Test
    void java_takes_the_place_of_the_launcher_so_that_signals_reach_it() throws Exception {
        Process process = start(home.resolve("minutier"), environment(jdk("jdk", NEEDED)));
        assertThat(said(process).out()).contains("processus " + process.pid() + "\n");
    }

    @Test
    void with_its_outputs_closed_nothing_is_written_into_the_files_of_the_program() throws Exception {
        Path journal = folder.resolve("journal");
        String asPlannersMayDo = "exec 0<&- 1>&- 2>&-; '" + home.resolve("minutier") + "' journal:" + journal;
        ProcessBuilder planner = new ProcessBuilder("sh", "-c", asPlannersMayDo);
        planner.environment().putAll(environment(jdk("jdk", NEEDED)));
        Process process = planner.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(journal).hasContent("descripteurs ouverts : 3");
    }

    @Test
    void it_works_from_another_folder_through_a_link_and_without_a_home() throws Exception {
        Files.createSymbolicLink(folder.resolve("raccourci"), home.resolve("minutier"));
        Path link = Files.createSymbolicLink(folder.resolve("lien"), Path.of("raccourci"));
        Said said = launch(link, environment(jdk("jdk", NEEDED)));
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("-Dminutier.home=" + home.toRealPath());
    }

    @Test
    void accents_in_file_names_do_not_depend_on_the_locale() throws Exception {
        assertThat(launch(environment(jdk("jdk", NEEDED))).out()).contains("locale C.UTF-8\n");
    }

    @Test
    void nothing_is_built_while_the_sources_stay() throws Exception {
        launch(environment(jdk("jdk", NEEDED)));
        assertThat(home.resolve("construits")).doesNotExist();
    }

    @Test
    void a_changed_source_builds_again_quietly_and_once() throws Exception {
        Files.writeString(home.resolve("src/main/Neuf.java"), "");
        Files.setLastModifiedTime(
                home.resolve("target/.construit"), FileTime.from(Instant.now().minusSeconds(60)));
        Path jdk = jdk("jdk", NEEDED);
        Said said = launch(environment(jdk));
        assertThat(said.status()).isZero();
        assertThat(said.err()).isEmpty();
        launch(environment(jdk));
        assertThat(home.resolve("construits")).hasContent(jdk.toString());
    }

    @Test
    void a_build_that_fails_is_told_in_one_line_and_tried_again() throws Exception {
        Files.delete(home.resolve("target/.construit"));
        script(home.resolve("mvnw"), "#!/bin/sh\n: >target/minutier.jar\necho malheur\nexit 1\n");
        Path jdk = jdk("jdk", NEEDED);
        for (int i = 0; i < 2; i++) {
            Said said = launch(environment(jdk));
            assertThat(said.status()).isEqualTo(ExitStatus.FAILURE);
            assertThat(said.err())
                    .hasLineCount(1)
                    .contains("la construction a échoué")
                    .contains("construction.log");
        }
        assertThat(home.resolve("target/construction.log")).hasContent("malheur");
    }

    @Test
    void two_first_uses_at_once_build_once() throws Exception {
        Files.delete(home.resolve("target/.construit"));
        Map<String, String> environment = environment(jdk("jdk", NEEDED));
        Process first = start(home.resolve("minutier"), environment);
        Process second = start(home.resolve("minutier"), environment);
        assertThat(said(first).status()).isZero();
        assertThat(said(second).status()).isZero();
        if (Files.exists(Path.of("/usr/bin/flock"))) {
            assertThat(Files.readAllLines(home.resolve("construits"))).hasSize(1);
        }
    }

    private record Said(int status, String out, String err) {}

    /** A JDK whose java says its name, its locale and its arguments, and ends as the last one asks. */
    private Path jdk(String name, int version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        script(bin.resolve("java"), """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%d.0.1"' >&2; exit 0; fi
                echo %s
                echo "processus $$"
                echo "locale $LC_ALL"
                for argument in "$@"; do echo "[$argument]"; done
                case "${argument:-}" in
                    sort:*) exit "${argument#sort:}" ;;
                    journal:*)
                        open=0
                        for descriptor in 2 1 0; do
                            if (eval ": 3<&$descriptor"); then open=$((open + 1)); fi
                        done
                        echo "descripteurs ouverts : $open" >"${argument#journal:}" ;;
                esac
                """.formatted(version, name));
        script(bin.resolve("javac"), "#!/bin/sh\n");
        return folder.resolve(name);
    }

    private static Map<String, String> environment(Path jdk) {
        return Map.of("JAVA_HOME", jdk.toString(), "PATH", "/usr/bin:/bin");
    }

    private Said launch(Map<String, String> environment, String... args) throws Exception {
        return said(start(home.resolve("minutier"), environment, args));
    }

    private Said launch(Path launcher, Map<String, String> environment) throws Exception {
        return said(start(launcher, environment));
    }

    private Process start(Path launcher, Map<String, String> environment, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(args));
        builder.directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Said said(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out, err);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(3600)));
    }
}

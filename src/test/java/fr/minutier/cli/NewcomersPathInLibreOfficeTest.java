package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's path through LibreOffice itself, where it is installed. */
class NewcomersPathInLibreOfficeTest extends NewcomersPath {
    private static final Path SCRIPT = Path.of("src/test/resources/fr/minutier/cli/type_into.py");

    @TempDir
    static Path aside;

    private int times;

    @Override
    void type(Map<Path, List<Typed>> workbooks) throws Exception {
        Optional<Path> office = program("soffice");
        Assumptions.assumeTrue(office.isPresent(), "LibreOffice (soffice) is not on this machine");
        Optional<Path> python = python(office.get());
        Assumptions.assumeTrue(python.isPresent(), "no Python on this machine knows LibreOffice (package python3-uno)");
        times++;
        List<String> command = new ArrayList<>(List.of(
                python.get().toString(),
                SCRIPT.toAbsolutePath().toString(),
                office.get().toString(),
                aside.resolve("profile").toString()));
        for (var workbook : workbooks.entrySet()) {
            List<String> lines = new ArrayList<>(List.of(workbook.getKey().toString()));
            workbook.getValue()
                    .forEach(typed -> lines.add(
                            String.join("\t", typed.sheet(), typed.header(), "" + typed.entry(), typed.text())));
            Path told =
                    aside.resolve(times + "-" + workbook.getKey().getParent().getFileName() + "-"
                            + workbook.getKey().getFileName() + ".tsv");
            command.add(Files.write(told, lines, StandardCharsets.UTF_8).toString());
        }
        Path said = aside.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0).as(Files.readString(said)).isTrue();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** That of the system or of LibreOffice: one installed for other purposes seldom knows it. */
    private static Optional<Path> python(Path office) throws IOException {
        return Stream.of(
                        Optional.of(Path.of("/usr/bin/python3")),
                        Optional.of(office.toRealPath().resolveSibling("python")),
                        program("python3"))
                .flatMap(Optional::stream)
                .filter(Files::isExecutable)
                .filter(NewcomersPathInLibreOfficeTest::knowsOffice)
                .findFirst();
    }

    private static boolean knowsOffice(Path python) {
        try {
            return new ProcessBuilder(python.toString(), "-c", "import uno")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

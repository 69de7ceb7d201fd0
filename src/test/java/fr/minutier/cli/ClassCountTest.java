package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import oracle.SizedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many classes a command loads before it is done; the limits are those of {@code limits.properties}. */
class ClassCountTest {
    @TempDir
    Path folder;

    /** Each with the name of the class and the place that it came from. */
    private List<String> loaded(Object... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        ChildJvm.Circumstances logged =
                ChildJvm.Circumstances.ORDINARY.with("-Xshare:off", "-Xlog:class+load:file=" + log + "::filesize=0");
        try (ChildJvm child = new ChildJvm(logged, Minutier.class, arguments)) {
            child.exitStatus();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source: file:")).toList();
        }
    }

    @Test
    void a_question_loads_few_classes() throws Exception {
        Limits.hold(
                "certifications.classes",
                loaded("certifications", "--templates", "templates").size());
    }

    @Test
    void a_night_of_one_session_loads_few_classes() throws Exception {
        Path input = folder.resolve("input");
        Path output = folder.resolve("output");
        SizedInput.write(input, 1, 30);
        List<String> classes = loaded("run", "--templates", "templates", "--input", input, "--output", output);
        Limits.hold("run.classes", classes.size());
        try (Stream<Path> files = Files.walk(output)) {
            assertThat(files).anyMatch(file -> file.endsWith("bordereau-annote.xlsx"));
        }
        // A workbook that is read and marked as a stream needs none of what holds one whole.
        assertThat(classes)
                .noneMatch(
                        line -> line.contains("org.apache.poi.xssf.usermodel") || line.contains("org.apache.xmlbeans"));
    }
}

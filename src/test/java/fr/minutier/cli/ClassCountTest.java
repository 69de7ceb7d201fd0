package fr.minutier.cli;

import fr.minutier.ChildJvm;
import fr.minutier.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import oracle.SizedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many classes a command loads before it is done; the limits are those of {@code limits.properties}. */
class ClassCountTest {
    @TempDir
    Path folder;

    private long loaded(Object... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        ChildJvm.Circumstances logged =
                ChildJvm.Circumstances.ORDINARY.with("-Xshare:off", "-Xlog:class+load:file=" + log + "::filesize=0");
        try (ChildJvm child = new ChildJvm(logged, Minutier.class, arguments)) {
            child.exitStatus();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("source: file:")).count();
        }
    }

    @Test
    void a_question_loads_few_classes() throws Exception {
        Limits.hold("certifications.classes", loaded("certifications", "--templates", "templates"));
    }

    @Test
    void a_night_of_one_session_loads_few_classes() throws Exception {
        Path input = folder.resolve("input");
        SizedInput.write(input, 1, 30);
        Limits.hold(
                "run.classes",
                loaded("run", "--templates", "templates", "--input", input, "--output", folder.resolve("output")));
    }
}

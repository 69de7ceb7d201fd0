package fr.minutier.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A producer in another language: a script beside this source, measured where what it needs is installed. */
enum Foreign {
    TYPST("Typst", "statement.typst.js", "node"),
    REPORTLAB("ReportLab", "statement.reportlab.py", "python3", "/usr/bin/python3");

    private static final int NOT_INSTALLED = 3;

    private final String title;
    private final String script;
    private final List<String> interpreters;

    Foreign(String title, String script, String... interpreters) {
        this.title = title;
        this.script = script;
        this.interpreters = List.of(interpreters);
    }

    String title() {
        return title;
    }

    /** Measures a round on the statements of a folder; empty where it is not installed. */
    Optional<Rate> measure(Path content, double warmUpSeconds, double seconds)
            throws IOException, InterruptedException {
        for (String interpreter : interpreters) {
            List<String> command = new ArrayList<>(List.of(interpreter, "src/bench/peers/" + script));
            command.addAll(List.of(content.toString(), "" + warmUpSeconds, "" + seconds));
            Process process;
            try {
                process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException e) {
                continue; // no such interpreter
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status == 0) {
                String[] numbers = said.strip().split(" ");
                double documents = Double.parseDouble(numbers[0]);
                return Optional.of(new Rate(
                        documents / Double.parseDouble(numbers[1]),
                        documents / Double.parseDouble(numbers[2]),
                        Double.parseDouble(numbers[3])));
            }
            if (status != NOT_INSTALLED) {
                throw new IOException(title + " failed: " + said);
            }
        }
        return Optional.empty();
    }
}

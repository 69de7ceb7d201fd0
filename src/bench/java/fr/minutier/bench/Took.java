package fr.minutier.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a whole process took.
 *
 * @param seconds by the clock, from its start to its end
 * @param processorSeconds of it and all that it started
 * @param status with which it ended
 * @param said on both streams
 */
record Took(double seconds, double processorSeconds, int status, String said) {
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");
    private static final int SOMETHING_WITHHELD = 3;

    /** Runs a command to its end, which must be a good one. */
    static Took by(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("minutier-bench", ".log");
        // The shell tells what its children took of the processors.
        List<String> timed = new ArrayList<>(
                List.of("sh", "-c", "\"$@\" >" + output + " 2>&1; status=$?; times; exit $status", "sh"));
        timed.addAll(command);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(timed)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        int status = process.waitFor();
        double seconds = (System.nanoTime() - begin) / 1e9;
        String said = Files.readString(output);
        Files.delete(output);
        if (status != 0 && status != SOMETHING_WITHHELD) {
            throw new IOException(command + " ended with " + status + ": " + said);
        }
        return new Took(seconds, children(times), status, said);
    }

    private static double children(String times) {
        Matcher matcher = TIME.matcher(times.lines().toList().get(1));
        if (!matcher.matches()) {
            throw new IllegalStateException(times);
        }
        double sum = 0;
        for (int i = 1; i < 4; i += 2) {
            sum += 60 * Integer.parseInt(matcher.group(i)) + Double.parseDouble(matcher.group(i + 1));
        }
        return sum;
    }
}

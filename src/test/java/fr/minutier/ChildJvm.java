package fr.minutier;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second Java process on the tests' class path, to be killed or to hold a lock. */
public final class ChildJvm implements AutoCloseable {
    /** How a child ends that halts itself in the middle of its work. */
    public static final int HALTED = 9;

    private final Process process;
    private final BufferedReader output;

    /** Starts a main class. */
    public ChildJvm(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader();
    }

    /** Waits for the child to print this line. */
    public void await(String line) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String read = output.readLine(); read != null; read = output.readLine()) {
            if (read.equals(line)) {
                return;
            }
            seen.append(read).append('\n');
        }
        throw new AssertionError("the child ended without « " + line + " »:\n" + seen);
    }

    /** Waits for the child to end by itself. */
    public int exitStatus() throws IOException, InterruptedException {
        StringBuilder seen = new StringBuilder();
        output.lines().forEach(line -> seen.append(line).append('\n'));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the child does not end:\n" + seen);
        }
        if (process.exitValue() == 1) {
            throw new AssertionError("the child failed:\n" + seen);
        }
        return process.exitValue();
    }

    /** Ends the child as a power button would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package fr.minutier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second Java process on the tests' class path, to be killed, to be starved or to hold a lock. */
public final class ChildJvm implements AutoCloseable {
    /** How a child ends that halts itself in the middle of its work. */
    public static final int HALTED = 9;

    private static final int LONGEST_LIFE_SECONDS = 600;

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    /**
     * In which circumstances a child lives.
     *
     * @param before words of a command line that come before {@code java}
     * @param options of the Java machine
     * @param environment variables that are set beside those of this process
     */
    public record Circumstances(List<String> before, List<String> options, Map<String, String> environment) {
        /** None in particular. */
        public static final Circumstances ORDINARY = new Circumstances(List.of(), List.of(), Map.of());

        /** The same with another command before {@code java}. */
        public Circumstances behind(String... command) {
            return new Circumstances(List.of(command), options, environment);
        }

        /** The same with other options of the Java machine. */
        public Circumstances with(String... javaOptions) {
            return new Circumstances(before, List.of(javaOptions), environment);
        }

        /** The same with other variables of the environment. */
        public Circumstances in(Map<String, String> variables) {
            return new Circumstances(before, options, variables);
        }
    }

    /** Starts a main class. */
    public ChildJvm(Class<?> main, Object... arguments) throws IOException {
        this(Circumstances.ORDINARY, main, arguments);
    }

    /** Starts a main class in particular circumstances. */
    public ChildJvm(Circumstances circumstances, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(circumstances.before());
        command.addAll(command(circumstances.options(), main, arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(circumstances.environment());
        process = builder.start();
        output = process.inputReader();
    }

    /** The words that start a main class. */
    public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return command;
    }

    /** Waits for the child to print this line. */
    public void await(String line) throws IOException {
        for (String read = output.readLine(); read != null; read = output.readLine()) {
            said.append(read).append('\n');
            if (read.equals(line)) {
                return;
            }
        }
        throw new AssertionError("the child ended without « " + line + " »:\n" + said);
    }

    /** Waits for the child to end by itself, which it does not as a program that failed. */
    public int exitStatus() throws IOException, InterruptedException {
        int status = anyExitStatus();
        if (status == 1) {
            throw new AssertionError("the child failed:\n" + said);
        }
        return status;
    }

    /** Waits for the child to end, however it does. */
    public int anyExitStatus() throws IOException, InterruptedException {
        output.lines().forEach(line -> said.append(line).append('\n'));
        if (!process.waitFor(LONGEST_LIFE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the child does not end:\n" + said);
        }
        return process.exitValue();
    }

    /** Drops all that it prints from now on, so that it never waits for a reader. */
    public void drop() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // it has ended
            }
        });
    }

    /** What it printed, on either stream, as far as it was read; all of it once it has ended. */
    public String said() {
        return said.toString();
    }

    /** Its process. */
    public Process process() {
        return process;
    }

    /** Ends the child as a power button would; what it printed can still be read. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

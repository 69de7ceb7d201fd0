package fr.minutier.night;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import fr.minutier.cli.Minutier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A child process that runs the command line and prints each {@link CommitPoint} that it comes to. Right after it came
 * to one of them so many times, it halts, as kill -9 would end it, or waits until it is told to go on.
 *
 * <p>Arguments: a commit point or {@code -}; the number of times, below 0 to wait; then those of the command line.
 */
public final class MarkedRun {
    /** Before the name of a point, in what the process prints. */
    static final String MARK = "point ";

    /** What it prints when it waits. */
    public static final String WAITING = "waiting";

    private MarkedRun() {}

    /** A run of the command line in a child process. */
    public static ChildJvm start(Circumstances circumstances, String point, int times, Object... command)
            throws IOException {
        return new ChildJvm(circumstances, MarkedRun.class, arguments(point, times, command));
    }

    /** The names of the points, in the order in which a night first comes to them. */
    public static List<String> points() {
        return Arrays.stream(CommitPoint.values()).map(Enum::name).toList();
    }

    /** The arguments of a run that halts or waits. */
    static Object[] arguments(String point, int times, Object... command) {
        return Stream.concat(Stream.of(point, times), Stream.of(command)).toArray();
    }

    /** Lets a run that waits go on. */
    public static void goOn(ChildJvm child) throws IOException {
        child.process().outputWriter().append('\n').flush();
    }

    public static void main(String[] arguments) {
        String last = arguments[0];
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String point = event.getArgumentArray()[0].toString();
                System.out.println(MARK + point);
                if (point.equals(last)) {
                    if (left.get() > 0 && left.decrementAndGet() == 0) {
                        Runtime.getRuntime().halt(ChildJvm.HALTED);
                    }
                    if (left.get() < 0 && left.incrementAndGet() == 0) {
                        waitForALine();
                    }
                }
            }
        };
        appender.start();
        // As in the product, nothing else of the log goes to the terminal.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAndStopAllAppenders();
        Logger points = (Logger) LoggerFactory.getLogger(CommitPoint.class);
        points.setLevel(Level.DEBUG);
        points.setAdditive(false);
        points.addAppender(appender);
        Minutier.main(Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private static void waitForALine() {
        System.out.println(WAITING);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.minutier.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The log of the runs, for whoever looks after the machine. It never holds anything of a candidate, and is kept for a year, 50 MB at most. */
final class Journal {
    private static final FileSize MOST_IN_A_FILE = new FileSize(5 * FileSize.MB_COEFFICIENT);
    private static final FileSize MOST_IN_ALL = new FileSize(50 * FileSize.MB_COEFFICIENT);
    private static final int MONTHS = 12;

    private static @Nullable Path path;

    private Journal() {}

    /** Opens the log in the folder of the register. */
    static void open(Path folder) {
        open(folder, "journal");
    }

    /** Opens a log of that name beside it, for a process that is not the only one to write. */
    static void open(Path folder, String name) {
        Path file = folder.resolve(name + ".log");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("places", Places::new);
        layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} %msg%n%places");
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        // Logback takes a percent sign in the name of a folder for a word of its pattern: that log is not rotated.
        FileAppender<ILoggingEvent> appender = folder.toString().contains("%")
                ? new FileAppender<>()
                : rolling(folder.resolve(name + ".%d{yyyy-MM}.%i.log").toString(), context);
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        path = file;
    }

    private static FileAppender<ILoggingEvent> rolling(String names, LoggerContext context) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> bounds = new SizeAndTimeBasedRollingPolicy<>();
        bounds.setContext(context);
        bounds.setParent(appender);
        bounds.setFileNamePattern(names);
        bounds.setMaxFileSize(MOST_IN_A_FILE);
        bounds.setMaxHistory(MONTHS);
        bounds.setTotalSizeCap(MOST_IN_ALL);
        bounds.setCleanHistoryOnStart(true);
        bounds.start();
        appender.setRollingPolicy(bounds);
        return appender;
    }

    /** Where it lies, once it is open. */
    static Optional<Path> path() {
        return Optional.ofNullable(path);
    }
}

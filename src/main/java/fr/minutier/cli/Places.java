package fr.minutier.cli;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/** A failure by its kinds and its places in the code, without its messages, which may quote a cell or a path. */
final class Places extends ThrowableHandlingConverter {
    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            text.append("  ").append(thrown.getClassName()).append('\n');
            for (StackTraceElementProxy place : thrown.getStackTraceElementProxyArray()) {
                text.append("    ").append(place.getSTEAsString()).append('\n');
            }
        }
        return text.toString();
    }
}

package fr.minutier.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * What is done when something outside ends the process: Ctrl-C, a closed terminal, the machine going down. The work is
 * asked to stop and the process waits for it to have done so; then it ends with the status of the signal. Work that does
 * not end is cut off, which costs nothing but doing it again.
 */
final class EndOfProcess {
    // Well above what the longest step takes, well below the 90 seconds after which a machine going down kills.
    private static final int PATIENCE_SECONDS = 30;

    private EndOfProcess() {}

    /**
     * Does the work, and holds the end of the process back as long as it goes on.
     *
     * @param stop asks the work to stop, without waiting for it
     */
    static <T> T waitsFor(Callable<T> work, Runnable stop) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            stop.run();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already: the hook runs, and ends now.
            }
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(EndOfProcess.class).warn("cut off after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

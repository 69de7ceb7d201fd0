package fr.minutier.night;

import fr.minutier.certification.FrenchCount;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a night is: a bar for each phase on a terminal, one line for each phase elsewhere. */
public final class Progress {
    private final PrintStream out;
    private final boolean terminal;
    private @Nullable ProgressBar bar;

    /**
     * Progress that is shown.
     *
     * @param terminal whether a person watches
     */
    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Progress that nobody looks at. */
    static Progress none() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    /** Begins a phase of that many things, whose noun takes an s; nothing is shown of a phase without any. */
    void begin(String phase, String noun, int total) {
        if (total == 0) {
            return;
        }
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(phase)
                    .setInitialMax(total)
                    .setUnit(total < 2 ? " " + noun : " " + noun + "s", 1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .continuousUpdate()
                    .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.FRENCH)))
                    .setConsumer(new ConsoleProgressBarConsumer(out))
                    .clearDisplayOnFinish()
                    .build();
        } else {
            out.println(phase + "\u00a0: " + FrenchCount.of(total, noun));
        }
    }

    /** Says something beside the phases. */
    void say(String line) {
        out.println(line);
    }

    /** That many more are done. */
    void advance(int more) {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepBy(more);
        }
    }

    /** Ends the phase. */
    void end() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }
}

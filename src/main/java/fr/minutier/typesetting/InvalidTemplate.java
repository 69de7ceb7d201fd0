package fr.minutier.typesetting;

import java.util.List;
import java.util.stream.Collectors;

/** A template or style sheet that cannot be used: all its faults at once, each with file, line and remedy, in French. */
public final class InvalidTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Fault> faults;

    /**
     * One thing to mend.
     *
     * @param file the name of the template as it was given
     * @param line counted from 1
     * @param message a French sentence that says what is wrong and what to do
     */
    public record Fault(String file, int line, String message) {
        private static final String NO_BREAK = "\u00a0";
        private static final int LONGEST = 1_000;

        /**
         * Joins double punctuation to its word, as French wants it. What is quoted of a file may be anything: no control
         * character of it reaches a terminal, and no page of it.
         */
        public Fault {
            message = message.substring(0, Math.min(message.length(), LONGEST))
                    .replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
            message = message.replaceAll(" (?=[:;?!»])", NO_BREAK).replace("« ", "«" + NO_BREAK);
        }

        @Override
        public String toString() {
            return file + ", ligne " + line + NO_BREAK + ": " + message;
        }
    }

    /** Gathers the faults of one template or of several. */
    public InvalidTemplate(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of the lines. */
    public List<Fault> faults() {
        return faults;
    }
}

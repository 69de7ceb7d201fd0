package fr.minutier.certification;

import java.util.Comparator;
import java.util.List;

/** A definition that cannot be used: which file, which lines, why. */
public final class InvalidDefinition extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One fault.
     *
     * @param file its name, without its folder
     * @param line from 1; 0 when the file as a whole is meant
     * @param reason what is wrong, a French sentence without its full stop
     */
    public record Fault(String file, int line, String reason) {
        private static final int LONGEST = 1_000;

        /** What is quoted of a file may be anything: no control character of it reaches a terminal, and no page of it. */
        public Fault {
            reason =
                    reason.substring(0, Math.min(reason.length(), LONGEST)).replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        }

        /** {@code FILE, ligne 3 : reason}. */
        @Override
        public String toString() {
            return line > 0 ? file + ", ligne " + line + "\u00a0: " + reason : file + "\u00a0: " + reason;
        }
    }

    InvalidDefinition(String file, int line, String reason) {
        this(List.of(new Fault(file, line, reason)));
    }

    InvalidDefinition(List<Fault> faults) {
        super(inOrder(faults).getFirst().toString());
        this.faults = inOrder(faults);
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }

    /** Everything that is wrong, by line; at least one. The message is the first. */
    public List<Fault> faults() {
        return faults;
    }
}

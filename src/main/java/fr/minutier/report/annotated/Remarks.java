package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * What is said at one cell, the same in every format, and how it is known again in a file handed in a second time.
 *
 * @param anomalies of the cell, at least one, in the order in which they are told
 */
record Remarks(List<Anomaly> anomalies) {
    static final String AUTHOR = "Minutier";

    /** In which a comment is written. */
    static final String FONT = "Tahoma";

    static final short FONT_POINTS = 9;

    /** Stands above what is said in a comment, which a person may have begun. */
    private static final String SIGNATURE = "— Minutier —";

    /** In characters; spreadsheet programs hold 32 767 of them in a comment. */
    private static final int LONGEST = 30_000;

    private static final int LONGEST_MESSAGE = 2_000;

    /** Refuses to say nothing. */
    Remarks {
        anomalies = List.copyOf(anomalies);
        if (anomalies.isEmpty()) {
            throw new IllegalArgumentException("nothing to say");
        }
    }

    /** A piece of the text, with its line breaks. */
    record Run(String text, boolean strong) {}

    /** These and the others after them. */
    Remarks and(Remarks others) {
        return new Remarks(
                Stream.concat(anomalies.stream(), others.anomalies.stream()).toList());
    }

    /** The same remarks at the cells that a person sees there: the first of each merged area. */
    static Map<CellAddress, Remarks> seen(Map<CellAddress, Remarks> cells, List<CellRangeAddress> merged) {
        Map<CellAddress, Remarks> seen = new TreeMap<>();
        cells.forEach((cell, remarks) -> seen.merge(
                merged.stream()
                        .filter(area -> area.isInRange(cell))
                        .findFirst()
                        .map(area -> new CellAddress(area.getFirstRow(), area.getFirstColumn()))
                        .orElse(cell),
                remarks,
                Remarks::and));
        return seen;
    }

    /** The gravest of all. */
    Gravity gravity() {
        return anomalies.stream().map(Anomaly::gravity).sorted().findFirst().orElseThrow();
    }

    /**
     * The text from the signature on.
     *
     * @param before how many characters a person has written above it
     * @param worn what the cell wore before it was marked
     */
    List<Run> runs(int before, Colours worn) {
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(SIGNATURE + "\n", false));
        int length = before + SIGNATURE.length() + 1;
        Set<String> said = new HashSet<>();
        for (Anomaly anomaly : anomalies) {
            String message = anomaly.message();
            if (length < LONGEST && said.add(anomaly.code() + message)) {
                String heading = (said.size() == 1 ? "" : "\n\n")
                        + anomaly.gravity().word().toUpperCase(Locale.FRENCH) + " – " + anomaly.code() + "\n";
                String told = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
                runs.add(new Run(heading, true));
                runs.add(new Run(told, false));
                length += heading.length() + told.length();
            }
        }
        if (!worn.words().isEmpty()) {
            runs.add(new Run("\n\n" + worn.words(), false));
        }
        return runs;
    }

    /** What a person wrote in a comment that bears our signature; empty when it does not, and is all a person's. */
    static Optional<String> withoutOurs(String comment) {
        int ours = comment.indexOf(SIGNATURE);
        return ours < 0
                ? Optional.empty()
                : Optional.of(comment.substring(0, ours).strip());
    }
}

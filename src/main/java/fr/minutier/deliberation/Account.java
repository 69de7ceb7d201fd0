package fr.minutier.deliberation;

import fr.minutier.certification.Gravity;
import fr.minutier.session.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one edition says of its session, in codes and numbers, without the name of a candidate and without a sentence:
 * what is kept of it on record, and what the next edition is compared with.
 *
 * @param label of the session; empty when it is withheld
 * @param certification code of the certification; empty when the session is withheld
 * @param status null when the session is withheld
 * @param deliberatedOn day of the deliberation; null when it is not given or the session is withheld
 * @param results one for each candidate that has a number, in the order of the bordereau; none when withheld
 * @param findings all anomalies, in the order of sheets and cells
 */
public record Account(
        String label,
        String certification,
        @Nullable Status status,
        @Nullable LocalDate deliberatedOn,
        List<Result> results,
        List<Finding> findings) {
    /** Copies the lists; refuses results of a session that is withheld. */
    public Account {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
        if (status == null && !results.isEmpty()) {
            throw new IllegalArgumentException("a session that is withheld has no results");
        }
    }

    /** Whether nothing is produced for the session. */
    public boolean withheld() {
        return status == null;
    }

    /** How many candidates with a number were given that verdict. */
    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /**
     * What is decided of one candidate.
     *
     * @param candidate his number
     * @param blocks in the order of the certification
     * @param reserves codes of what withholds the result: those of anomalies, and {@link #DECLARED}
     * @param waivers codes of the anomalies that the jury waives
     * @param regime code of the certification that he comes for, when it is not that of the session; else null
     */
    public record Result(
            String candidate,
            Verdict verdict,
            List<BlockResult> blocks,
            List<String> reserves,
            List<String> waivers,
            @Nullable String regime) {
        /** Stands among the reserves for the reason that the jury wrote in the bordereau. */
        public static final String DECLARED = "RESULTAT_RESERVE";

        /** Copies the lists. */
        public Result {
            if (candidate.isBlank()) {
                throw new IllegalArgumentException("a result has a candidate");
            }
            blocks = List.copyOf(blocks);
            reserves = List.copyOf(reserves);
            waivers = List.copyOf(waivers);
        }

        /** Of a candidate who comes for the certification of the session. */
        public Result(
                String candidate,
                Verdict verdict,
                List<BlockResult> blocks,
                List<String> reserves,
                List<String> waivers) {
            this(candidate, verdict, blocks, reserves, waivers, null);
        }
    }

    /**
     * The outcome of one block.
     *
     * @param block its code
     * @param points exact, without needless zeros; null where not every component was marked
     */
    public record BlockResult(
            String block, Issue issue, @Nullable BigDecimal points) {
        /** Strips needless zeros, so that equal points are equal values. */
        public BlockResult {
            points = points == null ? null : points.stripTrailingZeros();
        }
    }

    /**
     * One anomaly.
     *
     * @param ofSession whether it touches the whole session
     * @param candidate his number; empty for the session, or when he has none
     * @param file as a person names it
     * @param sheet empty when the file as a whole is meant
     * @param cell as a spreadsheet program names it; empty when the sheet as a whole is meant
     */
    public record Finding(
            boolean ofSession, String candidate, String code, Gravity gravity, String file, String sheet, String cell) {
        /** Whether it withholds the whole session. */
        public boolean withholdsSession() {
            return ofSession && (gravity == Gravity.BLOQUANTE || gravity == Gravity.A_ARBITRER);
        }
    }
}

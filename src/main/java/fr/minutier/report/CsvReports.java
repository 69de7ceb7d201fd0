package fr.minutier.report;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Block;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Setting;
import fr.minutier.check.Anomaly;
import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Mode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The CSV files of a session: UTF-8 with byte order mark, semicolons, CRLF, a header always, decimal commas.
 *
 * <p>Fields are written here and not by commons-csv, whose minimal mode quotes more than has to be: an empty first
 * field, one that starts with a letter outside ASCII, one that ends in a space.
 */
public final class CsvReports {
    private static final String GUARDED = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    private CsvReports() {}

    /** {@code decisions.csv}: one row for each candidate, withheld ones included, in the order of the bordereau. */
    public static byte[] decisions(Deliberation deliberation) {
        CsvReports csv = new CsvReports();
        csv.row("candidat", "decision", "motif");
        for (Decision decision : deliberation.decisions()) {
            csv.row(decision.candidate().number(), decision.verdict().name(), Phrases.motive(decision));
        }
        return csv.bytes();
    }

    /**
     * {@code blocs.csv}: one row for each candidate and block, withheld ones included, in the order of both. A block
     * that rests on several épreuves, each to be passed, has no points of its own.
     */
    public static byte[] blocs(Deliberation deliberation) {
        CsvReports csv = new CsvReports();
        csv.row("candidat", "bloc", "issue", "points", "maximum", "seuil", "mode");
        for (Decision decision : deliberation.decisions()) {
            BigDecimal highest = deliberation
                    .session()
                    .certificationOf(decision.candidate())
                    .marks()
                    .maximum();
            for (BlockOutcome outcome : decision.outcomes()) {
                Block block = outcome.block();
                Mode mode = outcome.mode();
                csv.row(
                        decision.candidate().number(),
                        block.code(),
                        outcome.issue().name(),
                        outcome.points().map(FrenchDecimal::of).orElse(""),
                        block.maximum(highest).map(Setting::inFrench).orElse(""),
                        block.passMark().map(Setting::inFrench).orElse(""),
                        mode == null ? "" : mode.word());
            }
        }
        return csv.bytes();
    }

    /** {@code anomalies.csv}: one row for each anomaly, in the order given. */
    public static byte[] anomalies(List<Anomaly> anomalies) {
        CsvReports csv = new CsvReports();
        csv.row("fichier", "feuille", "cellule", "candidat", "code", "gravite", "message");
        for (Anomaly anomaly : anomalies) {
            Address where = anomaly.where();
            csv.row(
                    where.file(),
                    where.sheet(),
                    where.a1(),
                    anomaly.candidate(),
                    anomaly.code(),
                    anomaly.gravity().name(),
                    anomaly.message());
        }
        return csv.bytes();
    }

    private void row(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : ";").append(quoted(guarded(fields[i])));
        }
        text.append("\r\n");
    }

    /** An apostrophe keeps a spreadsheet program from running what somebody wrote as a formula. */
    private static String guarded(String field) {
        return !field.isEmpty() && GUARDED.indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
    }

    private static String quoted(String field) {
        boolean must = field.chars().anyMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n');
        return must ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

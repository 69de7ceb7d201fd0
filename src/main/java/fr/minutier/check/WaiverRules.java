package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Columns;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.LengthLimit;
import fr.minutier.session.Waiver;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the jury waives. It waives what is for it to settle, with a reason, and nothing else. */
final class WaiverRules {
    /** A waiver ends where the next code begins: a reason may hold a semicolon of its own. */
    private static final Pattern NEXT = Pattern.compile("\\s*;\\s*(?=$|\\p{Lu}[\\p{Lu}_]{3,}\\s*(?::|;|$))");

    private static final Pattern WAIVER = Pattern.compile("([^:\\s]+)\\s*(?::\\s*(.*))?");

    private final List<CandidateRow> rows;
    private final Certification certification;
    private final Findings findings;

    WaiverRules(List<CandidateRow> rows, Certification certification, Findings findings) {
        this.rows = rows;
        this.certification = certification;
        this.findings = findings;
    }

    /** Runs after every rule that finds something to waive. A waiver that a file contradicts is none. */
    void waive() {
        for (CandidateRow row : rows) {
            if (row.disputed(Columns.WAIVERS.key())) {
                continue;
            }
            NEXT.splitAsStream(row.text(Columns.WAIVERS.key()))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .forEach(item -> waive(row, item));
        }
    }

    private void waive(CandidateRow row, String item) {
        Matcher parts = WAIVER.matcher(item);
        boolean read = parts.matches();
        String code = read ? parts.group(1).toUpperCase(Locale.ROOT) : item;
        String reason = read && parts.group(2) != null ? parts.group(2).strip() : "";
        List<Anomaly> concerned = new ArrayList<>(row.anomalies().stream()
                .filter(anomaly -> anomaly.gravity() == Gravity.A_ARBITRER
                        && anomaly.code().equals(code))
                .toList());
        if (reason.isEmpty() || concerned.isEmpty()) {
            findings.candidate(
                    row,
                    AnomalyCode.DEROGATION_SANS_OBJET,
                    row.cell(Columns.WAIVERS.key()).address(),
                    reason.isEmpty()
                            ? "La dérogation " + quoted(item)
                                    + " ne porte pas de motif\u00a0: elle est sans effet\u00a0; écrivez CODE\u00a0: motif."
                            : "La dérogation " + quoted(code)
                                    + " ne répond à aucune anomalie que le jury puisse écarter pour ce candidat\u00a0: retirez-la, ou"
                                    + " corrigez son code.");
            return;
        }
        for (Anomaly waived : concerned) {
            String fact = row.toSettle.getOrDefault(waived, waived.message());
            LengthLimit limit = limit(row, waived);
            BigDecimal found =
                    limit == null ? null : row.cell(limit.column()).number().orElse(null);
            row.waivers.add(new Waiver(code, fact, reason, limit, found));
            findings.replace(
                    row,
                    waived,
                    new Anomaly(
                            waived.where(),
                            waived.scope(),
                            waived.candidate(),
                            waived.code(),
                            Gravity.INFORMATION,
                            fact + "\u00a0; dérogation du jury\u00a0: "
                                    + (reason.endsWith(".") ? reason : reason + ".")));
        }
    }

    /** The limit whose cell the anomaly names. */
    private @Nullable LengthLimit limit(CandidateRow row, Anomaly waived) {
        return certification.epreuves().stream()
                .flatMap(epreuve -> epreuve.lengths().stream())
                .filter(limit -> row.cell(limit.column()).address().equals(waived.where()))
                .findFirst()
                .orElse(null);
    }
}

package fr.minutier.report;

import fr.minutier.deliberation.Account.Finding;
import fr.minutier.report.Changes.OfAnomaly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * The anomalies of two editions, paired where they are the same one. A row that moves, a column put elsewhere or a file
 * in another format moves every cell, so that an anomaly is known by its candidate and its code first, and by its cell
 * only among several of these.
 */
final class PairedFindings {
    /** From the surest sign that two anomalies are one to the weakest. */
    private static final List<BiPredicate<Finding, Finding>> SIGNS = List.of(
            (before, after) -> sameGravity(before, after) && samePlace(before, after),
            (before, after) -> sameGravity(before, after) && column(before).equals(column(after)),
            PairedFindings::sameGravity,
            (before, after) -> true);

    private PairedFindings() {}

    /** Those that are new, gone or of another gravity, gravest first, else in the order given. */
    static List<OfAnomaly> changes(List<Finding> then, List<Finding> now) {
        Map<String, List<Finding>> before = byKey(then);
        List<OfAnomaly> changes = new ArrayList<>();
        byKey(now).forEach((key, after) -> {
            List<Finding> earlier = before.getOrDefault(key, new ArrayList<>());
            for (BiPredicate<Finding, Finding> sign : SIGNS) {
                pair(earlier, after, sign, changes);
            }
            after.forEach(fresh -> changes.add(new OfAnomaly(null, fresh)));
        });
        before.values().forEach(left -> left.forEach(gone -> changes.add(new OfAnomaly(gone, null))));
        changes.sort(Comparator.comparing((OfAnomaly change) -> change.shown().gravity())
                .thenComparing(change -> change.after() == null));
        return changes;
    }

    /** Takes from both lists what the sign pairs, and notes the pairs whose gravity changed. */
    private static void pair(
            List<Finding> earlier, List<Finding> later, BiPredicate<Finding, Finding> sign, List<OfAnomaly> changes) {
        for (Iterator<Finding> each = later.iterator(); each.hasNext(); ) {
            Finding after = each.next();
            earlier.stream()
                    .filter(before -> sign.test(before, after))
                    .findFirst()
                    .ifPresent(before -> {
                        earlier.remove(before);
                        each.remove();
                        if (!sameGravity(before, after)) {
                            changes.add(new OfAnomaly(before, after));
                        }
                    });
        }
    }

    private static Map<String, List<Finding>> byKey(List<Finding> findings) {
        Map<String, List<Finding>> byKey = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String key = finding.ofSession() + "\n" + finding.candidate() + "\n" + finding.code();
            byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(finding);
        }
        return byKey;
    }

    private static boolean sameGravity(Finding before, Finding after) {
        return before.gravity() == after.gravity();
    }

    private static boolean samePlace(Finding before, Finding after) {
        return before.sheet().equals(after.sheet()) && before.cell().equals(after.cell());
    }

    private static String column(Finding finding) {
        return finding.sheet() + "!" + finding.cell().replaceAll("[0-9]+", "");
    }
}

package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.Gravity;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What stands between a provisional session and its closing. A session closes with its reserved candidates: they are
 * told, and stand in no way.
 */
final class Readiness {
    private Readiness() {}

    /** In one line, e.g. {@code Prête à clore : 2 réservés (1 bloquante), 1 dérogation.} */
    static String of(Account account, int reserved) {
        List<String> obstacles = obstacles(account);
        List<String> told = told(account, reserved);
        if (obstacles.isEmpty()) {
            return "Prête à clore" + Situation.COLON + (told.isEmpty() ? "aucun réservé" : String.join(", ", told))
                    + ".";
        }
        return "Pas prête à clore" + Situation.COLON + String.join(", ", obstacles) + "."
                + (told.isEmpty() ? "" : " N’empêche pas de clore" + Situation.COLON + String.join(", ", told) + ".");
    }

    private static List<String> obstacles(Account account) {
        List<String> obstacles = new ArrayList<>();
        long blocking = count(account, Gravity.BLOQUANTE, Finding::ofSession);
        long toSettle = count(account, Gravity.A_ARBITRER, Finding::ofSession);
        if (blocking > 0) {
            obstacles.add(FrenchCount.of(blocking, "anomalie bloquante", "anomalies bloquantes") + " de la session");
        }
        if (toSettle > 0) {
            obstacles.add(FrenchCount.of(toSettle, "anomalie", "anomalies") + " de la session à arbitrer");
        }
        // A withheld session was not read far enough to tell.
        if (!account.withheld() && account.deliberatedOn() == null) {
            obstacles.add("date de délibération absente");
        }
        return obstacles;
    }

    private static List<String> told(Account account, int reserved) {
        List<String> told = new ArrayList<>();
        if (reserved > 0) {
            List<String> reasons = new ArrayList<>();
            for (Gravity gravity : List.of(Gravity.BLOQUANTE, Gravity.A_ARBITRER)) {
                long number = count(account, gravity, finding -> !finding.ofSession());
                if (number > 0) {
                    reasons.add(gravity.counted(number));
                }
            }
            told.add(FrenchCount.of(reserved, "réservé")
                    + (reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")"));
        }
        int waivers = account.results().stream()
                .mapToInt(result -> result.waivers().size())
                .sum();
        if (waivers > 0) {
            told.add(FrenchCount.of(waivers, "dérogation"));
        }
        return told;
    }

    private static long count(Account account, Gravity gravity, Predicate<Finding> wanted) {
        return account.findings().stream()
                .filter(wanted)
                .filter(finding -> finding.gravity() == gravity)
                .count();
    }
}

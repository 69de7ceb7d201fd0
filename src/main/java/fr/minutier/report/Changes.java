package fr.minutier.report;

import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDate;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.Finding;
import fr.minutier.deliberation.Account.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed between the edition before and this one. A function of the two accounts alone.
 *
 * @param before the edition before; null for the first
 * @param ofSession what is said of the whole session and is now another thing
 * @param ofCandidates candidates added, gone or decided otherwise, in the order of this bordereau, those gone last
 * @param ofAnomalies anomalies new, gone or of another gravity, gravest first
 */
public record Changes(
        @Nullable Before before,
        List<OfSession> ofSession,
        List<OfCandidate> ofCandidates,
        List<OfAnomaly> ofAnomalies) {

    /** Copies the lists. */
    public Changes {
        ofSession = List.copyOf(ofSession);
        ofCandidates = List.copyOf(ofCandidates);
        ofAnomalies = List.copyOf(ofAnomalies);
    }

    /**
     * The edition before.
     *
     * @param number its number within the session
     * @param day on which it was taken up
     * @param sameContent whether its bordereau said the same, whatever its form
     * @param account what it said; null when that was not kept
     */
    public record Before(
            int number,
            LocalDate day,
            boolean sameContent,
            @Nullable Account account) {}

    /**
     * Something said of the whole session.
     *
     * @param what as a title
     * @param before as it was, in words
     * @param after as it is, in words
     * @param inLine the change, in a few words
     */
    public record OfSession(String what, String before, String after, String inLine) {}

    /**
     * A candidate.
     *
     * @param before null when he was not there
     * @param after null when he is no longer there
     */
    public record OfCandidate(
            @Nullable Result before, @Nullable Result after) {
        /** His number. */
        public String number() {
            return Objects.requireNonNull(after == null ? before : after).candidate();
        }

        private boolean decidedOtherwise() {
            return before != null && after != null && before.verdict() != after.verdict();
        }
    }

    /**
     * An anomaly.
     *
     * @param before null when it is new
     * @param after null when it is gone
     */
    public record OfAnomaly(
            @Nullable Finding before, @Nullable Finding after) {
        /** The anomaly as it is, or as it was when it is gone. */
        public Finding shown() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    /** Compares; nothing is said to have changed where there is nothing to compare with. */
    public static Changes between(Optional<Before> before, Account now) {
        Account then = before.map(Before::account).orElse(null);
        if (then == null) {
            return new Changes(before.orElse(null), List.of(), List.of(), List.of());
        }
        boolean bothProduced = !then.withheld() && !now.withheld();
        return new Changes(
                before.orElseThrow(),
                session(then, now),
                bothProduced ? candidates(then.results(), now.results()) : List.of(),
                PairedFindings.changes(then.findings(), now.findings()));
    }

    /** Whether something that was compared is another thing now. */
    public boolean any() {
        return !ofSession.isEmpty() || !ofCandidates.isEmpty() || !ofAnomalies.isEmpty();
    }

    /** The changes in one line, without a full stop; empty when there was nothing to compare with. */
    public String line() {
        if (before == null || before.account() == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        ofSession.forEach(change -> parts.add(change.inLine()));
        count(
                parts,
                ofCandidates.stream().filter(change -> change.before() == null),
                "candidat ajouté",
                "candidats ajoutés");
        count(
                parts,
                ofCandidates.stream().filter(change -> change.after() == null),
                "candidat retiré",
                "candidats retirés");
        count(
                parts,
                ofCandidates.stream().filter(OfCandidate::decidedOtherwise),
                "décision changée",
                "décisions changées");
        long detail = ofCandidates.stream()
                .filter(change -> change.before() != null && change.after() != null && !change.decidedOtherwise())
                .count();
        if (detail > 0) {
            parts.add("détail changé pour " + FrenchCount.of(detail, "candidat"));
        }
        count(
                parts,
                ofAnomalies.stream().filter(change -> change.before() == null),
                "anomalie apparue",
                "anomalies apparues");
        count(
                parts,
                ofAnomalies.stream().filter(change -> change.after() == null),
                "anomalie levée",
                "anomalies levées");
        count(
                parts,
                ofAnomalies.stream().filter(change -> change.before() != null && change.after() != null),
                "anomalie requalifiée",
                "anomalies requalifiées");
        return parts.isEmpty() ? "aucun changement dans les résultats" : String.join(", ", parts);
    }

    private static void count(List<String> parts, Stream<?> changes, String one, String many) {
        long number = changes.count();
        if (number > 0) {
            parts.add(FrenchCount.of(number, one, many));
        }
    }

    private static List<OfSession> session(Account then, Account now) {
        List<OfSession> changes = new ArrayList<>();
        if (then.withheld() || now.withheld()) {
            String made = made(now);
            add(changes, "Session", made(then), made, "session désormais " + made);
            return changes;
        }
        String day = day(now.deliberatedOn());
        add(changes, "Libellé", quoted(then.label()), quoted(now.label()), "libellé changé");
        add(changes, "Certification", then.certification(), now.certification(), "certification changée");
        add(changes, "Statut", status(then), status(now), "statut " + status(now));
        add(
                changes,
                "Date de délibération",
                day(then.deliberatedOn()),
                day,
                "date de délibération" + Phrases.NBSP + ": " + day);
        return changes;
    }

    private static void add(List<OfSession> changes, String what, String before, String after, String inLine) {
        if (!before.equals(after)) {
            changes.add(new OfSession(what, before, after, inLine));
        }
    }

    private static String made(Account account) {
        return account.withheld() ? "retenue" : "produite";
    }

    private static String status(Account account) {
        return Objects.requireNonNull(account.status()).label();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "absente" : FrenchDate.inDigits(day);
    }

    private static String quoted(String text) {
        return "«" + Phrases.NBSP + text + Phrases.NBSP + "»";
    }

    private static List<OfCandidate> candidates(List<Result> then, List<Result> now) {
        Map<String, Result> gone = byNumber(then);
        List<OfCandidate> changes = new ArrayList<>();
        byNumber(now).forEach((number, after) -> {
            Result before = gone.remove(number);
            if (before == null || !same(before, after)) {
                changes.add(new OfCandidate(before, after));
            }
        });
        gone.values().forEach(before -> changes.add(new OfCandidate(before, null)));
        return changes;
    }

    /** Candidates who share a number are all reserved: the first stands for them. */
    private static Map<String, Result> byNumber(List<Result> results) {
        return results.stream()
                .collect(
                        Collectors.toMap(Result::candidate, result -> result, (one, other) -> one, LinkedHashMap::new));
    }

    /** Waivers show among the anomalies, and the order of reserves says nothing. */
    private static boolean same(Result before, Result after) {
        return before.verdict() == after.verdict()
                && Objects.equals(before.regime(), after.regime())
                && before.blocks().equals(after.blocks())
                && new TreeSet<>(before.reserves()).equals(new TreeSet<>(after.reserves()));
    }
}

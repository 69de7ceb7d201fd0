package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.FrenchDate;
import fr.minutier.certification.Gravity;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Particulars;
import fr.minutier.deliberation.Verdict;
import fr.minutier.night.WorkerSeen;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedDecision;
import fr.minutier.register.Outcome;
import fr.minutier.register.Register;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a session stands by the register, in a few lines. */
final class Situation {
    static final String COLON = "\u00a0: ";

    private Situation() {}

    /**
     * What is in force, and what was begun since.
     *
     * @param workers who may have it in hand
     */
    static String of(String session, Register register, List<WorkerSeen> workers) {
        StringBuilder text = new StringBuilder(session);
        Optional<Edition> current = register.current(session);
        Account account = current.flatMap(register::account).orElse(null);
        if (account != null && !account.withheld()) {
            text.append("  ")
                    .append(account.label())
                    .append(" (")
                    .append(account.certification())
                    .append(')');
        }
        text.append('\n');
        current.ifPresent(edition -> inForce(edition, account, register, text));
        register.unfinished().stream()
                .filter(unfinished -> unfinished.session().equals(session))
                .forEach(unfinished -> text.append("  En cours")
                        .append(COLON)
                        .append("édition ")
                        .append(unfinished.number())
                        .append(", prise le ")
                        .append(day(unfinished.takenUp()))
                        .append(" et pas encore publiée\u00a0; ")
                        .append(next(session, register, workers))
                        .append(".\n"));
        return text.toString();
    }

    /** Who will publish what was begun: beside a register on a server, a run may be going. */
    private static String next(String session, Register register, List<WorkerSeen> workers) {
        List<String> busy = workers.stream()
                .filter(worker -> !worker.isSilent() && worker.isAt(session))
                .map(WorkerSeen::name)
                .toList();
        return switch (busy.size()) {
            case 0 ->
                register.isShared()
                        ? "le passage en cours la publiera, ou sinon le prochain"
                        : "le prochain passage la reprendra";
            case 1 -> "l’ouvrier " + busy.getFirst() + " la produit";
            default -> "les ouvriers " + String.join(", ", busy) + " la produisent";
        };
    }

    private static void inForce(Edition edition, @Nullable Account account, Register register, StringBuilder text) {
        Outcome outcome = Objects.requireNonNull(edition.outcome());
        List<IssuedDecision> decisions = register.decisions(edition);
        boolean withheld = isWithheld(edition, account, decisions);
        String acts = ActCounts.of(register.acts(edition).stream()
                .collect(Collectors.groupingBy(IssuedAct::kind, TreeMap::new, Collectors.counting())));
        line(text, "", edition.closing() == Closing.DEFINITIF ? closed(edition, register) : state(edition, withheld));
        line(
                text,
                "",
                FrenchCount.of(outcome.candidates(), "candidat") + (withheld ? "" : verdicts(decisions, outcome)));
        line(text, "Actes", acts.isEmpty() ? "aucun" : acts);
        line(text, "Anomalies", account == null ? Integer.toString(outcome.anomalies()) : anomalies(account));
        if (account != null && edition.closing() == Closing.PROVISOIRE) {
            text.append("  ").append(Readiness.of(account, outcome.withheld())).append('\n');
        }
    }

    private static void line(StringBuilder text, String title, String words) {
        text.append("  ")
                .append(title)
                .append(title.isEmpty() ? "" : COLON)
                .append(words)
                .append('\n');
    }

    private static String state(Edition edition, boolean withheld) {
        return (withheld ? "Retenue, rien n’est produit" : "Provisoire") + " (édition " + edition.number() + ", du "
                + day(edition.takenUp()) + ")";
    }

    /** The day on which it closed, and its last correction. */
    private static String closed(Edition edition, Register register) {
        Edition first = register.editions(edition.session()).stream()
                .filter(earlier -> earlier.closing() == Closing.DEFINITIF)
                .findFirst()
                .orElse(edition);
        int corrections = corrections(edition, register);
        return "Définitive, close le " + day(first.takenUp())
                + (corrections == 0
                        ? ""
                        : ", procès-verbal rectificatif n°\u00a0" + corrections + " du " + day(edition.takenUp()))
                + " (édition " + edition.number() + ")";
    }

    /** The number of the corrective minutes of an edition; 0 when it corrects none. */
    static int corrections(Edition edition, Register register) {
        return register.particulars(edition).map(Particulars::correction).orElse(0);
    }

    /** An edition of which no account is kept was withheld when it came to anomalies and no decision. */
    static boolean isWithheld(Edition edition, @Nullable Account account, List<IssuedDecision> decisions) {
        return account == null
                ? decisions.isEmpty()
                        && Objects.requireNonNull(edition.outcome()).somethingWithheld()
                : account.withheld();
    }

    /** Candidates without a number have no decision on record: they are among those withheld. */
    private static String verdicts(List<IssuedDecision> decisions, Outcome outcome) {
        Map<String, Long> counts =
                decisions.stream().collect(Collectors.groupingBy(IssuedDecision::decision, Collectors.counting()));
        return COLON + FrenchCount.of(counts.getOrDefault(Verdict.ADMIS.name(), 0L), "admis", "admis") + ", "
                + FrenchCount.of(
                        counts.getOrDefault(Verdict.PARTIEL.name(), 0L),
                        "validation partielle",
                        "validations partielles")
                + ", " + FrenchCount.of(counts.getOrDefault(Verdict.AJOURNE.name(), 0L), "ajourné") + ", "
                + FrenchCount.of(outcome.withheld(), "réservé");
    }

    private static String anomalies(Account account) {
        Map<Gravity, Long> counts = new EnumMap<>(Gravity.class);
        account.findings().forEach(finding -> counts.merge(finding.gravity(), 1L, Long::sum));
        return counts.isEmpty()
                ? "aucune"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey().counted(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** {@code 20/06/2026}. */
    static String day(LocalDate date) {
        return FrenchDate.inDigits(date);
    }
}

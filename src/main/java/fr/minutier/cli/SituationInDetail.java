package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Verdict;
import fr.minutier.night.Shelved;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedDecision;
import fr.minutier.register.Posted;
import fr.minutier.register.Register;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that the register holds of a session's editions, candidate by number, and whether its folder is as published. */
final class SituationInDetail {
    private static final String COLUMN = "  ";

    private final Edition current;
    private final Register register;
    private final StringBuilder text = new StringBuilder();

    private SituationInDetail(Edition current, Register register) {
        this.current = current;
        this.register = register;
    }

    /**
     * The lines that follow {@link Situation#of}.
     *
     * @param current the edition in force
     * @param folder the session's
     * @param shelved what lies there
     */
    static String of(Edition current, Register register, Path folder, Shelved shelved) {
        SituationInDetail detail = new SituationInDetail(current, register);
        detail.editions();
        Account account = register.account(current).orElse(null);
        detail.reserved(account == null ? List.of() : account.results());
        detail.waived(account == null ? List.of() : account.results());
        detail.versions();
        detail.sendings();
        detail.line("  Dossier" + Situation.COLON + folder + ", " + words(shelved));
        return detail.text.toString();
    }

    private void editions() {
        title("Éditions");
        for (Edition edition : register.editions(current.session())) {
            boolean withheld =
                    Situation.isWithheld(edition, register.account(edition).orElse(null), register.decisions(edition));
            String changes = register.changes(edition);
            line("    " + edition.number() + COLUMN + Situation.day(edition.takenUp()) + COLUMN
                    + state(edition, withheld)
                    + COLUMN
                    + FrenchCount.of(Objects.requireNonNull(edition.outcome()).acts(), "acte")
                    + (changes.isEmpty() ? "" : COLUMN + changes));
        }
    }

    /** In one width, so that the columns stand below each other. */
    private String state(Edition edition, boolean withheld) {
        if (edition.closing() != Closing.DEFINITIF) {
            return withheld ? "retenue   " : "provisoire";
        }
        return Situation.corrections(edition, register) == 0 ? "définitive" : "rectifiée ";
    }

    private void reserved(List<Result> results) {
        Map<String, String> reasons = results.stream()
                .filter(result -> result.verdict() == Verdict.RESERVE)
                .collect(Collectors.toMap(
                        Result::candidate,
                        result -> result.reserves().stream()
                                .map(SituationInDetail::reason)
                                .collect(Collectors.joining(", ")),
                        (one, other) -> one.equals(other) ? one : one + ", " + other,
                        LinkedHashMap::new));
        List<String> onRecord = register.decisions(current).stream()
                .filter(decision -> decision.decision().equals(Verdict.RESERVE.name()))
                .map(IssuedDecision::candidate)
                .toList();
        onRecord.forEach(number -> reasons.putIfAbsent(number, "raison non conservée"));
        int all = Objects.requireNonNull(current.outcome()).withheld();
        if (all > 0) {
            title("Réservés");
            byCandidate(reasons);
        }
        if (all > onRecord.size()) {
            line("    et " + FrenchCount.of(all - onRecord.size(), "candidat") + " sans numéro");
        }
    }

    private static String reason(String code) {
        return code.equals(Result.DECLARED) ? "motif inscrit dans le bordereau" : code;
    }

    private void waived(List<Result> results) {
        Map<String, String> waivers = new LinkedHashMap<>();
        results.stream()
                .filter(result -> !result.waivers().isEmpty())
                .forEach(result -> waivers.put(result.candidate(), String.join(", ", result.waivers())));
        if (!waivers.isEmpty()) {
            title("Dérogations");
            byCandidate(waivers);
        }
    }

    private void byCandidate(Map<String, String> words) {
        int width = words.keySet().stream().mapToInt(String::length).max().orElse(0);
        words.forEach((number, said) -> line("    " + number + " ".repeat(width - number.length()) + COLUMN + said));
    }

    private void versions() {
        List<IssuedAct> acts = register.acts(current);
        Map<Integer, Long> byVersion =
                acts.stream().collect(Collectors.groupingBy(IssuedAct::version, TreeMap::new, Collectors.counting()));
        if (!byVersion.isEmpty()) {
            line("  Versions des actes" + Situation.COLON
                    + byVersion.entrySet().stream()
                            .map(entry -> FrenchCount.of(entry.getValue(), "acte") + " en version " + entry.getKey())
                            .collect(Collectors.joining(", ")));
        }
        Set<String> inForce = acts.stream().map(IssuedAct::sha256).collect(Collectors.toSet());
        long withdrawn = register.editions(current.session()).stream()
                .filter(edition -> edition.closing() == Closing.DEFINITIF)
                .flatMap(edition -> register.acts(edition).stream())
                .map(IssuedAct::sha256)
                .distinct()
                .filter(act -> !inForce.contains(act))
                .count();
        if (withdrawn > 0) {
            line("  Actes retirés par rectification" + Situation.COLON + withdrawn);
        }
        acts.stream()
                .filter(act -> act.version() > 1)
                .forEach(act -> line("    " + act.number() + COLUMN + act.path()));
    }

    private void sendings() {
        Map<Posted.State, Long> counts = register.sendings().posted(current.session()).values().stream()
                .collect(Collectors.groupingBy(Posted::state, TreeMap::new, Collectors.counting()));
        if (!counts.isEmpty()) {
            line("  Courriels" + Situation.COLON
                    + counts.entrySet().stream()
                            .map(entry -> switch (entry.getKey()) {
                                case SENT -> FrenchCount.of(entry.getValue(), "envoyé");
                                case REFUSED -> FrenchCount.of(entry.getValue(), "refusé");
                                case SENDING -> FrenchCount.of(entry.getValue(), "douteux", "douteux");
                                case PENDING -> FrenchCount.of(entry.getValue(), "à renvoyer", "à renvoyer");
                            })
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String words(Shelved shelved) {
        return switch (shelved) {
            case AS_PUBLISHED -> "tel qu’il a été publié";
            case CHANGED -> "modifié depuis sa publication";
            case MISSING -> "absent";
        };
    }

    private void title(String words) {
        line("  " + words + "\u00a0:");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}

package fr.minutier.cli;

import fr.minutier.act.ActKind;
import fr.minutier.check.Anomaly;
import fr.minutier.night.NightResult;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.NightResult.SessionResult;
import fr.minutier.night.Workplace;
import fr.minutier.report.SessionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run says at its end: what was made, what was withheld, where to look. */
final class Summary {
    private static final Map<ActKind, String[]> NAMES = Map.of(
            ActKind.PROCES_VERBAL, new String[] {"procès-verbal", "procès-verbaux"},
            ActKind.RELEVE_DE_NOTES, new String[] {"relevé de notes", "relevés de notes"},
            ActKind.ATTESTATION_DE_REUSSITE, new String[] {"attestation de réussite", "attestations de réussite"},
            ActKind.ATTESTATION_DE_BLOC, new String[] {"attestation de bloc", "attestations de bloc"});

    private final Workplace place;

    Summary(Workplace place) {
        this.place = place;
    }

    String of(NightResult result) {
        StringBuilder text = new StringBuilder();
        if (result.sessions().isEmpty() && result.unattached().isEmpty()) {
            return "Aucun bordereau dans " + place.input() + "\u00a0: rien à faire.\n";
        }
        for (SessionResult session : result.sessions()) {
            session(session, text);
        }
        for (Anomaly anomaly : result.unattached()) {
            text.append(Lines.of(anomaly)).append('\n');
        }
        if (result.sessions().stream().allMatch(session -> isQuiet(session.fate()))
                && !result.sessions().isEmpty()) {
            text.append("Rien à faire\u00a0: aucun bordereau n’a changé depuis le dernier passage.\n");
        }
        if (result.sessions().stream().noneMatch(session -> session.fate() == Fate.WOULD_BE_MADE)) {
            text.append("Rapport\u00a0: ")
                    .append(place.output().resolve("index.html"))
                    .append('\n');
        }
        return text.toString();
    }

    private static boolean isQuiet(Fate fate) {
        return fate == Fate.UNCHANGED || fate == Fate.CLOSED;
    }

    private void session(SessionResult result, StringBuilder text) {
        SessionLine line = result.line();
        text.append(line.id());
        if (!line.label().isEmpty()) {
            text.append("  ")
                    .append(line.label())
                    .append(" (")
                    .append(line.status())
                    .append(')');
        }
        text.append("\n  ").append(fate(result.fate())).append('\n');
        if (isQuiet(result.fate()) || result.fate() == Fate.CLOSED_AND_CHANGED) {
            return;
        }
        if (line.withheld()) {
            text.append("  Session retenue\u00a0: rien n’est produit tant que ses anomalies ne sont pas corrigées.\n");
        } else {
            text.append("  ")
                    .append(count(line.candidates(), "candidat", "candidats"))
                    .append("\u00a0: ")
                    .append(count(line.admitted(), "admis", "admis"))
                    .append(", ")
                    .append(count(line.partial(), "validation partielle", "validations partielles"))
                    .append(", ")
                    .append(count(line.failed(), "ajourné", "ajournés"))
                    .append(", ")
                    .append(count(line.reserved(), "réservé", "réservés"))
                    .append('\n');
        }
        String made = made(result.actsByKind());
        if (!made.isEmpty()) {
            text.append("  Produit\u00a0: ").append(made).append('\n');
        }
        if (line.blocking() + line.toSettle() > 0) {
            text.append("  À corriger\u00a0: ")
                    .append(count(line.blocking(), "anomalie bloquante", "anomalies bloquantes"))
                    .append(", ")
                    .append(line.toSettle())
                    .append(" à arbitrer par le jury\n");
        }
        if (result.fate() == Fate.MADE) {
            text.append("  Voir\u00a0: ")
                    .append(place.output().resolve(line.id()).resolve("index.html"))
                    .append('\n');
        }
    }

    private static String fate(Fate fate) {
        return switch (fate) {
            case MADE -> "Dossier produit.";
            case UNCHANGED -> "Inchangée.";
            case CLOSED -> "Close, inchangée.";
            case CLOSED_AND_CHANGED -> "Close, et son bordereau a changé\u00a0: rien n’a été touché.";
            case WOULD_BE_MADE -> "Serait produite.";
            case LEFT -> "Son bordereau changeait pendant le passage\u00a0: laissée pour la prochaine nuit.";
            case FAILED ->
                "Défaillance du programme\u00a0: le dossier précédent, s’il existe, est intact. Détails\u00a0: "
                        + Journal.path().map(Object::toString).orElse("journal");
        };
    }

    private static String made(Map<String, Long> acts) {
        List<String> parts = new ArrayList<>();
        for (ActKind kind : ActKind.values()) {
            long number = acts.getOrDefault(kind.word(), 0L);
            String[] names = NAMES.getOrDefault(kind, new String[] {kind.word(), kind.word()});
            if (number > 0) {
                parts.add(count(number, names[0], names[1]));
            }
        }
        return String.join(", ", parts);
    }

    /** In French, zero and one are singular. */
    private static String count(long number, String one, String many) {
        return number + " " + (number < 2 ? one : many);
    }
}

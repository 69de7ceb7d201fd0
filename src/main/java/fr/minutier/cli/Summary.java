package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.Gravity;
import fr.minutier.night.NightResult;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.NightResult.SessionResult;
import fr.minutier.night.Workplace;
import fr.minutier.report.SessionLine;
import java.nio.file.Files;
import java.util.stream.Collectors;

/** What a run says at its end: what was made, what was withheld, where to look. */
final class Summary {
    private static final int INDENT = 4;

    private final Workplace place;
    private final int columns;
    private final Ink ink;
    private final boolean all;

    /**
     * The words for a run.
     *
     * @param columns of the terminal; 0 when nobody watches
     * @param ink in which gravities are written
     * @param all whether all sessions were asked for
     */
    Summary(Workplace place, int columns, Ink ink, boolean all) {
        this.place = place;
        this.columns = columns;
        this.ink = ink;
        this.all = all;
    }

    String of(NightResult result) {
        StringBuilder text = new StringBuilder();
        if (result.sessions().isEmpty() && result.unattached().isEmpty()) {
            if (!all) {
                return "";
            }
            return "Aucun bordereau dans «\u00a0" + place.input() + "\u00a0»\u00a0: rien à faire.\n";
        }
        for (SessionResult session : result.sessions()) {
            session(session, text);
        }
        String sessions = folded(text) + Lines.of(result.unattached(), columns, ink);
        text.setLength(0);
        if (result.sessions().stream().allMatch(session -> isQuiet(session.fate()))
                && !result.sessions().isEmpty()) {
            text.append("Rien à faire\u00a0: aucun bordereau n’a changé depuis le dernier passage.\n");
        }
        if (result.sessions().stream().noneMatch(session -> session.fate() == Fate.WOULD_BE_MADE)
                && Files.exists(place.output().resolve("index.html"))) {
            text.append("Rapport\u00a0: ")
                    .append(place.output().resolve("index.html"))
                    .append('\n');
        }
        return sessions + folded(text);
    }

    private String folded(StringBuilder text) {
        return text.toString()
                .lines()
                .map(line -> Lines.folded(line, columns, INDENT) + '\n')
                .collect(Collectors.joining());
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
        if (isQuiet(result.fate())
                || result.fate() == Fate.CLOSED_AND_CHANGED
                || result.fate() == Fate.IN_THE_WAY
                || result.fate() == Fate.LEFT
                || result.fate() == Fate.STOPPED) {
            return;
        }
        if (line.withheld()) {
            text.append("  Session retenue\u00a0: rien n’est produit tant que ses anomalies ne sont pas corrigées.\n");
        } else {
            text.append("  ")
                    .append(FrenchCount.of(line.candidates(), "candidat", "candidats"))
                    .append("\u00a0: ")
                    .append(FrenchCount.of(line.admitted(), "admis", "admis"))
                    .append(", ")
                    .append(FrenchCount.of(line.partial(), "validation partielle", "validations partielles"))
                    .append(", ")
                    .append(FrenchCount.of(line.failed(), "ajourné", "ajournés"))
                    .append(", ")
                    .append(FrenchCount.of(line.reserved(), "réservé", "réservés"))
                    .append('\n');
        }
        if (!line.changes().isEmpty()) {
            text.append("  Depuis l’édition précédente\u00a0: ")
                    .append(line.changes())
                    .append('\n');
        }
        String made = ActCounts.of(result.actsByKind());
        if (!made.isEmpty()) {
            text.append("  Produit\u00a0: ").append(made).append('\n');
        }
        if (line.blocking() + line.toSettle() > 0) {
            text.append("  À corriger\u00a0: ")
                    .append(FrenchCount.of(line.blocking(), "anomalie bloquante", "anomalies bloquantes"))
                    .append(", ")
                    .append(Gravity.A_ARBITRER.counted(line.toSettle()))
                    .append(" par le jury\n");
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
            case IN_THE_WAY ->
                "Un dossier de ce nom, qui ne vient pas de Minutier, occupe sa place\u00a0: rien n’a été touché.";
            case LEFT -> "Son bordereau changeait pendant le passage\u00a0: laissée pour la prochaine nuit.";
            case STOPPED -> "Pas produite\u00a0: le passage a été arrêté avant.";
            case FAILED ->
                "Défaillance du programme\u00a0: le dossier précédent, s’il existe, est intact. Détails\u00a0: "
                        + Journal.path().map(Object::toString).orElse("journal");
        };
    }
}

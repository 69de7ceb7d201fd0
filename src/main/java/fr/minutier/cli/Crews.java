package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.night.WorkerSeen;
import java.util.List;
import java.util.stream.IntStream;

/** The workers of a register on a server, as lines of the terminal. */
final class Crews {
    private Crews() {}

    /** One line to a worker, in columns: who, what is done, how fast, what is in hand; nothing when there is none. */
    static String of(List<WorkerSeen> workers) {
        if (workers.isEmpty()) {
            return "";
        }
        List<List<String>> rows = workers.stream()
                .map(worker -> List.of(
                        FrenchCount.of(worker.made(), "session terminée", "sessions terminées"),
                        FrenchCount.of(worker.candidates(), "candidat"),
                        worker.perMinute() + "\u00a0par minute"))
                .toList();
        int names = widest(workers.stream().map(WorkerSeen::name).toList());
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> widest(rows.stream().map(row -> row.get(column)).toList()))
                .toArray();
        StringBuilder text = new StringBuilder("Ouvriers\u00a0:\n");
        for (int worker = 0; worker < rows.size(); worker++) {
            WorkerSeen seen = workers.get(worker);
            text.append("  ")
                    .append(seen.name())
                    .append(" ".repeat(names - seen.name().length()));
            for (int column = 0; column < widths.length; column++) {
                String cell = rows.get(worker).get(column);
                text.append("  ")
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(cell);
            }
            text.append("  ").append(now(seen)).append('\n');
        }
        return text.toString();
    }

    private static int widest(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String now(WorkerSeen worker) {
        String hand = String.join(", ", worker.sessions());
        if (worker.isSilent()) {
            return "silencieux depuis " + worker.silentSeconds() + "\u00a0s"
                    + (hand.isEmpty() ? "" : ", avait en main " + hand);
        }
        return hand.isEmpty() ? "attend" : "fait " + hand;
    }
}

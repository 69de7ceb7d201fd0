package fr.minutier.cli;

import fr.minutier.certification.FrenchDecimal;
import fr.minutier.night.WorkerSeen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The workers of a register on a server, as lines of the terminal. */
final class Crews {
    private static final List<String> HEADINGS = List.of("sessions", "candidats", "par minute");

    private Crews() {}

    /** One line to a worker, in columns: what is done, how fast, what is in hand; nothing when there is no worker. */
    static String of(List<WorkerSeen> workers) {
        if (workers.isEmpty()) {
            return "";
        }
        int names = workers.stream()
                .mapToInt(worker -> worker.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>(List.of("Ouvriers\u00a0:", row(names, "", HEADINGS, "")));
        for (WorkerSeen worker : workers) {
            lines.add(row(
                    names,
                    worker.name(),
                    List.of(
                            Integer.toString(worker.made()),
                            Integer.toString(worker.candidates()),
                            Long.toString(worker.perMinute())),
                    now(worker)));
        }
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    /** Each number ends below the heading of its column. */
    private static String row(int names, String name, List<String> cells, String now) {
        StringBuilder row = new StringBuilder("  ").append(name).append(" ".repeat(names - name.length()));
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            row.append("  ")
                    .append(" ".repeat(Math.max(0, HEADINGS.get(column).length() - cell.length())))
                    .append(cell);
        }
        return row.append("  ").append(now).toString();
    }

    private static String now(WorkerSeen worker) {
        String hand = worker.inHand().stream().map(Crews::words).collect(Collectors.joining(", "));
        if (worker.isSilent()) {
            return "silencieux depuis " + worker.silentSeconds() + "\u00a0s"
                    + (hand.isEmpty() ? "" : ", avait en main " + hand);
        }
        return hand.isEmpty() ? "attend" : "fait " + hand;
    }

    /** {@code JUIN-2026, candidats 501 à 1 000}; of a whole session, its name alone. */
    private static String words(WorkerSeen.InHand work) {
        return work.session()
                + (work.isRange() ? ", candidats " + count(work.from() + 1) + " à " + count(work.to()) : "");
    }

    private static String count(int number) {
        return FrenchDecimal.grouped(BigDecimal.valueOf(number));
    }
}

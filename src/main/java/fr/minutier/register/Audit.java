package fr.minutier.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Recomputes a chain from its first entry, and compares each entry with the rows that it was made from. */
final class Audit {
    private Audit() {}

    static Optional<Break> firstBreak(Connection connection, String session) throws SQLException {
        int version = Schema.version(connection);
        TreeSet<Integer> published = new TreeSet<>();
        EditionTable.published(connection, session).forEach(edition -> published.add(edition.number()));
        Map<Integer, String> sendings = SendingTables.facts(connection, session);
        Head head = Head.NONE;
        for (int rank : ChainTable.ranks(connection, session)) {
            if (rank != head.rank() + 1) {
                return at(session, head.rank() + 1, "cette écriture manque, alors que la suivante est là");
            }
            Entry entry = ChainTable.entry(connection, session, rank);
            Optional<String> wrong = Links.wrong(entry, head);
            if (wrong.isEmpty() && entry.number() != null) {
                wrong = published.remove(entry.number())
                        ? difference(
                                EntryText.facts(entry.text()), Facts.of(connection, session, entry.number(), version))
                        : Optional.of("l’édition " + entry.number()
                                + " y est inscrite, et les tables ne la disent pas publiée");
            }
            if (wrong.isEmpty() && entry.kind().equals(EntryText.SENDING)) {
                String told = sendings.remove(rank);
                wrong = difference(EntryText.facts(entry.text()), told == null ? List.of() : List.of(told));
            }
            if (wrong.isPresent()) {
                return at(session, rank, wrong.get());
            }
            head = new Head(rank, entry.sha256());
        }
        if (!sendings.isEmpty()) {
            return at(
                    session,
                    head.rank() + 1,
                    "les tables disent " + named(sendings.values().iterator().next())
                            + ", et son écriture manque à la chaîne");
        }
        return published.isEmpty()
                ? Optional.empty()
                : at(
                        session,
                        head.rank() + 1,
                        "l’édition " + published.first() + " est publiée, et son écriture manque à la chaîne");
    }

    private static Optional<Break> at(String session, int rank, String what) {
        return Optional.of(new Break(session, rank, what));
    }

    /** The first fact that chain and tables tell otherwise. */
    private static Optional<String> difference(List<String> entered, List<String> told) {
        for (int line = 0; line < Math.max(entered.size(), told.size()); line++) {
            String before = line < entered.size() ? entered.get(line) : "";
            String now = line < told.size() ? told.get(line) : "";
            if (before.equals(now)) {
                continue;
            }
            if (entered.size() < told.size()) {
                return Optional.of("les tables disent de plus " + named(now));
            }
            if (entered.size() > told.size()) {
                return Optional.of("les tables ne disent plus " + named(before));
            }
            return Optional.of("les tables ne disent plus la même chose " + of(before) + changed(before, now));
        }
        return Optional.empty();
    }

    private static String named(String fact) {
        return switch (EntryText.word(fact)) {
                    case "act" -> "l’acte ";
                    case "decision" -> "la décision ";
                    case "block" -> "le bloc ";
                    case "ground" -> "le motif ";
                    case "file" -> "le fichier ";
                    case "sending" -> "l’envoi de l’acte ";
                    default -> "«\u00a0" + EntryText.word(fact) + "\u00a0» ";
                }
                + key(fact);
    }

    private static String of(String fact) {
        return switch (EntryText.word(fact)) {
                    case "act" -> "de l’acte ";
                    case "decision" -> "de la décision ";
                    case "block" -> "du bloc ";
                    case "ground" -> "du motif ";
                    case "file" -> "du fichier ";
                    case "sending" -> "de l’envoi de l’acte ";
                    case "edition" -> "de l’édition ";
                    default -> "de «\u00a0" + EntryText.word(fact) + "\u00a0» ";
                }
                + key(fact);
    }

    private static String key(String fact) {
        Map<String, String> values = EntryText.values(fact);
        for (String name : List.of("act_number", "path", "candidate", "number", "code", "label")) {
            String value = values.get(name);
            if (value != null && !value.isEmpty()) {
                String block = values.get("block");
                return value + (block == null ? "" : ", " + block);
            }
        }
        String decision = values.get("decision");
        String block = values.get("block");
        return (decision == null ? "" : "de la décision n°\u00a0" + decision + " ") + (block == null ? "" : block);
    }

    private static String changed(String before, String now) {
        Map<String, String> then = EntryText.values(before);
        Map<String, String> told = EntryText.values(now);
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(told.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(then.get(name), told.get(name)))
                .findFirst()
                .map(name -> "\u00a0: " + name + ", «\u00a0" + then.getOrDefault(name, "")
                        + "\u00a0» dans la chaîne, «\u00a0" + told.getOrDefault(name, "") + "\u00a0» dans les tables")
                .orElse("");
    }
}

package oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A random jury, its recusals, its voters for some candidates alone and its examiners, and what must be told of them. */
final class ShapedJury {
    private final List<Shape> family;
    private final List<String> candidates;
    private final List<String> byExperience;
    private final Random random;
    private final List<Map<String, String>> rows = new ArrayList<>();

    /** @param byExperience the candidates whose jury by VAE a text sets at two members without a link at least */
    ShapedJury(List<Shape> family, List<String> candidates, List<String> byExperience, Random random) {
        this.family = family;
        this.candidates = candidates;
        this.byExperience = byExperience;
        this.random = random;
        int members = 2 + random.nextInt(4);
        for (int i = 0; i < members; i++) {
            member(i == 0);
        }
        for (Shape shape : family) {
            shape.epreuves().forEach((code, epreuve) -> {
                if (epreuve.examiners() > 0) {
                    examiners(code);
                }
            });
        }
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    private Map<String, String> row(String role) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Nom", "Juré" + rows.size());
        row.put("Prénom", "Inès");
        row.put("Qualité", "Formatrice");
        row.put("Collège", "Formateurs");
        row.put("Rôle", role);
        row.put("Présent", percent(85) ? "oui" : List.of("", "non", "excusé").get(random.nextInt(3)));
        for (String header : List.of("Groupe", "Candidats", "Récusé pour", "Épreuves", "Désigné par")) {
            row.put(header, "");
        }
        rows.add(row);
        return row;
    }

    private void member(boolean chair) {
        Map<String, String> row = row(chair ? "président" : percent(50) ? "membre" : "");
        if (percent(20)) {
            row.put("Récusé pour", some());
        }
        boolean director = !chair && percent(15);
        if (director) {
            row.put("Qualité", "Directrice de mémoire");
        }
        if (director ? percent(60) : percent(8)) {
            row.put("Candidats", some());
        }
    }

    private String some() {
        Set<String> some = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            List<String> from = byExperience.isEmpty() || percent(50) ? candidates : byExperience;
            some.add(from.get(random.nextInt(from.size())));
        }
        return String.join("; ", some);
    }

    private void examiners(String epreuve) {
        if (percent(50)) {
            return;
        }
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            Map<String, String> row = row("examinateur");
            row.put("Épreuves", epreuve);
            row.put("Désigné par", percent(10) ? "" : percent(60) ? "État" : "Établissement");
            row.put("Groupe", percent(20) ? "1" : "");
        }
    }

    private static boolean sat(Map<String, String> row) {
        return List.of("oui", "").contains(row.get("Présent"));
    }

    private static boolean examinerOnly(Map<String, String> row) {
        return row.get("Rôle").equals("examinateur");
    }

    private static List<String> words(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split("; "));
    }

    /** The codes that must be told of the session, as many times as they must. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        boolean few = byExperience.stream()
                .anyMatch(candidate -> rows.stream()
                                .filter(row -> sat(row) && !examinerOnly(row))
                                .filter(row -> !words(row.get("Récusé pour")).contains(candidate))
                                .filter(row -> row.get("Candidats").isEmpty()
                                        || words(row.get("Candidats")).contains(candidate))
                                .count()
                        < 2);
        if (few) {
            told.add("JURY_VAE");
        }
        for (Map<String, String> row : rows) {
            List<String> recused = words(row.get("Récusé pour"));
            if (words(row.get("Candidats")).stream().anyMatch(recused::contains)) {
                told.add("JURY_RECUSATION");
            }
            if (row.get("Rôle").equals("président") && !recused.isEmpty()) {
                told.add("JURY_RECUSATION");
            }
            boolean director = row.get("Qualité").equals("Directrice de mémoire");
            if (family.getFirst().ownCandidatesOnly()
                    && director
                    && row.get("Candidats").isEmpty()) {
                told.add("JURY_VOIX");
            }
        }
        for (Shape shape : family) {
            shape.epreuves().forEach((code, epreuve) -> {
                Map<String, List<Map<String, String>>> groups = new HashMap<>();
                rows.stream()
                        .filter(row -> sat(row) && row.get("Épreuves").equals(code))
                        .forEach(row -> groups.computeIfAbsent(row.get("Groupe"), any -> new ArrayList<>())
                                .add(row));
                groups.values().stream()
                        .filter(examiners -> epreuve.examiners() > 0 && wrong(epreuve, examiners))
                        .forEach(any -> told.add("JURY_EXAMINATEURS"));
            });
        }
        return told;
    }

    /** Too few or too many; or, where it is known who named each, too few or too many of one authority. */
    private static boolean wrong(Shape.Epreuve epreuve, List<Map<String, String>> examiners) {
        boolean known =
                examiners.stream().noneMatch(row -> row.get("Désigné par").isEmpty());
        return examiners.size() != epreuve.examiners()
                || (known
                        && epreuve.named().entrySet().stream()
                                .anyMatch(share -> examiners.stream()
                                                .filter(row ->
                                                        row.get("Désigné par").equals(share.getKey()))
                                                .count()
                                        != share.getValue()));
    }

    String csv() {
        return csv(rows.getFirst().keySet(), rows);
    }

    /** Rows under their headers; a cell that holds a delimiter stands in quotes. */
    static String csv(Collection<String> headers, List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder(String.join(";", headers)).append('\n');
        for (Map<String, String> row : rows) {
            text.append(String.join(
                            ";",
                            headers.stream()
                                    .map(header -> row.getOrDefault(header, ""))
                                    .map(cell -> cell.contains(";") ? "\"" + cell + "\"" : cell)
                                    .toList()))
                    .append('\n');
        }
        return text.toString();
    }
}

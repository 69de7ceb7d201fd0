package oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import oracle.Shape.Component;

/** What follows from the row of one candidate by the rules of one {@link Shape}. Marks are hundredths in whole numbers. */
final class ShapedRules {
    private final Shape shape;

    ShapedRules(Shape shape) {
        this.shape = shape;
    }

    /** The outcome of a block, its points and how it was had. */
    record Outcome(String issue, String points, String mode) {}

    /** The blocks that the row says acquired, each followed by its day or by nothing. */
    static List<String> claims(Map<String, String> row) {
        String written = row.getOrDefault("Blocs acquis", "");
        return written.isEmpty() ? List.of() : List.of(written.split("; "));
    }

    private static Set<String> acquired(Map<String, String> row) {
        Set<String> acquired = new TreeSet<>();
        claims(row).forEach(claim -> acquired.add(claim.split(" ")[0]));
        return acquired;
    }

    /** The blocks that stand for themselves: acquired earlier, or exempted. */
    Set<String> held(Map<String, String> row) {
        Set<String> held = acquired(row);
        held.addAll(shape.exempted(row.getOrDefault("Titre dispensant", "")));
        return held;
    }

    /** An épreuve is asked unless a block that rests on it alone is held, or all those that rest on it. */
    boolean asked(String epreuve, Set<String> held) {
        List<Shape.Block> resting = shape.restingOn(epreuve);
        return resting.stream().noneMatch(b -> b.epreuves().size() == 1 && held.contains(b.code()))
                && !resting.stream().allMatch(b -> held.contains(b.code()));
    }

    Outcome outcome(Map<String, String> row, Shape.Block block) {
        Set<String> held = held(row);
        if (acquired(row).contains(block.code())) {
            return new Outcome("ACQUIS", "", "acquis");
        }
        if (held.contains(block.code())) {
            return new Outcome("DISPENSE", "", "dispense");
        }
        if (row.get("Voie").equals("VAE")) {
            return switch (row.getOrDefault(block.vaeHeader(), "")) {
                case "validé" -> new Outcome("VALIDE", "", "vae");
                case "non validé" -> new Outcome("NON_VALIDE", "", "vae");
                default -> new Outcome("NON_PRESENTE", "", "vae");
            };
        }
        List<String> asked =
                block.epreuves().stream().filter(code -> asked(code, held)).toList();
        List<String> words = new ArrayList<>();
        boolean failed = false;
        boolean passed = true;
        int points = 0;
        for (String code : asked) {
            int own = 0;
            boolean marked = true;
            boolean below = false;
            for (Component component : shape.epreuves().get(code).components()) {
                String word = row.get(component.header());
                if (word.equals("ABS") || word.equals("NP")) {
                    words.add(word);
                    marked = false;
                } else {
                    own += hundredths(word) * component.coefficient();
                    below |= hundredths(word) < component.floor();
                }
            }
            points += own;
            passed &= !below;
            failed |= marked && (below || own < 100 * shape.epreuves().get(code).threshold());
        }
        if (words.contains("ABS")) {
            return new Outcome("ABSENT", "", "epreuve");
        }
        if (block.average() > 0) {
            passed &= points >= block.average() * coefficients(block);
            return words.contains("NP")
                    ? new Outcome("NON_PRESENTE", "", "epreuve")
                    : new Outcome(passed ? "VALIDE" : "NON_VALIDE", french(points), "epreuve");
        }
        if (failed) {
            return new Outcome("NON_VALIDE", block.epreuves().size() == 1 ? french(points) : "", "epreuve");
        }
        if (words.contains("NP")) {
            return new Outcome("NON_PRESENTE", "", "epreuve");
        }
        return new Outcome("VALIDE", block.epreuves().size() == 1 ? french(points) : "", "epreuve");
    }

    /** The maximum and the threshold of a block, where it is one sum. */
    String scale(Shape.Block block) {
        int coefficients = coefficients(block);
        if (block.average() > 0) {
            return 20 * coefficients + ";" + french(block.average() * coefficients);
        }
        return block.epreuves().size() > 1
                ? ";"
                : 20 * coefficients + ";"
                        + shape.epreuves().get(block.epreuves().getFirst()).threshold();
    }

    private int coefficients(Shape.Block block) {
        return block.epreuves().stream()
                .mapToInt(code -> shape.epreuves().get(code).coefficients())
                .sum();
    }

    static String french(int hundredths) {
        String whole = String.valueOf(hundredths / 100);
        int rest = hundredths % 100;
        return rest == 0 ? whole : whole + "," + "%02d".formatted(rest).replaceAll("0$", "");
    }

    static int hundredths(String mark) {
        String[] parts = mark.split(",", -1);
        int rest = parts.length < 2 ? 0 : Integer.parseInt((parts[1] + "0").substring(0, 2));
        return 100 * Integer.parseInt(parts[0]) + rest;
    }

    /** The decision on a candidate who bears no fault. */
    String decision(Map<String, String> row) {
        long held = shape.blocks().stream()
                .filter(block -> List.of("VALIDE", "ACQUIS", "DISPENSE")
                        .contains(outcome(row, block).issue()))
                .count();
        return held == shape.blocks().size() ? "ADMIS" : held > 0 ? "PARTIEL" : "AJOURNE";
    }
}

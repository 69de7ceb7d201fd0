package oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import oracle.Shape.Component;
import oracle.Shape.Length;

/**
 * A random final session of any {@link Shape}, and what must come of it. Marks are hundredths in whole numbers; about a
 * third of the sums lie within a step of their threshold; some candidates bear a fault, and are then withheld.
 */
public final class ShapedSession {
    private final Shape shape;
    private final String id;
    private final int step;
    private final Random random;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Boolean> faulty = new ArrayList<>();

    /** @param step of marks, in hundredths */
    public ShapedSession(Shape shape, String id, int candidates, int step, Random random) {
        this.shape = shape;
        this.id = id;
        this.step = step;
        this.random = random;
        for (int i = 0; i < candidates; i++) {
            candidate(i + 1);
        }
        groups();
    }

    public String id() {
        return id;
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void candidate(int number) {
        Map<String, String> row = new LinkedHashMap<>();
        rows.add(row);
        faulty.add(false);
        row.put("N° candidat", String.valueOf(number));
        row.put("Nom de naissance", "Nom" + number);
        row.put("Prénoms", "Camille");
        row.put("Date de naissance", "12/03/1985");
        boolean vae = percent(15);
        row.put("Voie", vae ? "VAE" : one(List.of("formation initiale", "formation continue")));
        Set<String> held = new LinkedHashSet<>();
        for (Shape.Block block : shape.blocks()) {
            if (percent(10)) {
                held.add(block.code());
            }
        }
        row.put("Blocs acquis", String.join("; ", held));
        for (Shape.Block block : shape.blocks()) {
            if (vae && !held.contains(block.code())) {
                boolean missing = percent(2);
                row.put(block.vaeHeader(), missing ? "" : one(List.of("validé", "non validé", "non demandé")));
                fault(missing);
            } else if (percent(1)) {
                row.put(block.vaeHeader(), "validé");
                fault(true);
            }
        }
        shape.epreuves().forEach((code, epreuve) -> {
            if (!vae && asked(code, held)) {
                epreuve(row, code, epreuve);
            } else if (percent(2)) {
                row.put(epreuve.components().getFirst().header(), "12");
                fault(true);
            }
        });
    }

    private void fault(boolean is) {
        if (is) {
            faulty.set(rows.size() - 1, true);
        }
    }

    /** An épreuve is asked unless a block that rests on it alone is held, or all those that rest on it. */
    private boolean asked(String epreuve, Set<String> held) {
        List<Shape.Block> resting = shape.restingOn(epreuve);
        return resting.stream().noneMatch(b -> b.epreuves().size() == 1 && held.contains(b.code()))
                && !resting.stream().allMatch(b -> held.contains(b.code()));
    }

    private void epreuve(Map<String, String> row, String code, Shape.Epreuve epreuve) {
        if (percent(4)) {
            epreuve.components().forEach(c -> row.put(c.header(), "NP"));
            return;
        }
        int needed = 100 * epreuve.threshold();
        if (shape.restingOn(code).stream().anyMatch(b -> b.average() > 0)) {
            needed = 1_000 * epreuve.coefficients();
        }
        for (int i = 0; i < epreuve.components().size(); i++) {
            Component component = epreuve.components().get(i);
            boolean last = i == epreuve.components().size() - 1;
            int mark = step * (random.nextInt(2_000 / step) + 1);
            if (percent(60)) {
                mark = step * ((400 + random.nextInt(1_200)) / step);
            }
            if (last && percent(40)) {
                mark = step * (needed / component.coefficient() / step + random.nextInt(3) - 1);
            }
            if (component.floor() > 0 && percent(30)) {
                mark = component.floor() + step * (random.nextInt(3) - 1);
            }
            mark = Math.clamp(mark, 0, 2_000);
            needed -= mark * component.coefficient();
            String written = french(mark);
            int chance = random.nextInt(200);
            if (chance < 6) {
                written = "ABS";
            } else if (chance < 11) {
                written = one(List.of("", "douze", "20,5", "-1", "9,999"));
                fault(true);
            }
            row.put(component.header(), written);
            beside(row, epreuve, component, number(written));
        }
    }

    private static boolean number(String written) {
        return !written.isEmpty() && (Character.isDigit(written.charAt(0)) || written.charAt(0) == '-');
    }

    private void beside(Map<String, String> row, Shape.Epreuve epreuve, Component component, boolean marked) {
        if (!marked) {
            return;
        }
        for (Length length : epreuve.lengths()) {
            if (length.component().equals(component.header())) {
                boolean out = percent(2);
                row.put(length.header(), String.valueOf(out ? length.most() + 1 : length.least()));
                fault(out);
            }
        }
        if (component.header().equals(epreuve.components().getFirst().header())) {
            epreuve.choice().forEach((header, codes) -> {
                boolean wrong = percent(2);
                row.put(header, wrong ? "9.9" : one(codes));
                fault(wrong);
            });
        }
        if (component.collective()) {
            boolean none = percent(2);
            row.put("Groupe", none ? "" : "G" + random.nextInt(1 + rows.size() / 4));
            fault(none);
        }
    }

    /** All members of a group bear its mark; where they do not, all who bear one are withheld. */
    private void groups() {
        shape.epreuves().values().forEach(epreuve -> epreuve.components().stream()
                .filter(Component::collective)
                .forEach(component -> {
                    Map<String, String> marks = new HashMap<>();
                    Map<String, List<Integer>> members = new HashMap<>();
                    Set<String> apart = new TreeSet<>();
                    for (int i = 0; i < rows.size(); i++) {
                        Map<String, String> row = rows.get(i);
                        String group = row.getOrDefault("Groupe", "");
                        String mark = row.getOrDefault(component.header(), "");
                        if (group.isEmpty() || !valid(mark)) {
                            continue;
                        }
                        String first = marks.putIfAbsent(group, mark);
                        if (first != null && !percent(3)) {
                            row.put(component.header(), first);
                        } else if (first != null && hundredths(first) != hundredths(mark)) {
                            apart.add(group);
                        }
                        members.computeIfAbsent(group, key -> new ArrayList<>()).add(i);
                    }
                    apart.forEach(group -> members.get(group).forEach(i -> faulty.set(i, true)));
                    // One length for each group: the generator gives them the least, or one too many, which differ.
                    epreuve.lengths().stream()
                            .filter(length -> length.component().equals(component.header()))
                            .forEach(length -> members.values().forEach(group -> {
                                if (group.stream()
                                                .map(i -> rows.get(i).get(length.header()))
                                                .distinct()
                                                .count()
                                        > 1) {
                                    group.forEach(i -> faulty.set(i, true));
                                }
                            }));
                }));
    }

    private boolean valid(String mark) {
        return mark.matches("\\d{1,2}(,\\d{1,2})?") && hundredths(mark) <= 2_000 && hundredths(mark) % step == 0;
    }

    private static String french(int hundredths) {
        String whole = String.valueOf(hundredths / 100);
        int rest = hundredths % 100;
        return rest == 0 ? whole : whole + "," + "%02d".formatted(rest).replaceAll("0$", "");
    }

    private static int hundredths(String mark) {
        String[] parts = mark.split(",", -1);
        int rest = parts.length < 2 ? 0 : Integer.parseInt((parts[1] + "0").substring(0, 2));
        return 100 * Integer.parseInt(parts[0]) + rest;
    }

    /** Writes the bordereau as a folder of CSV files. */
    public void write(Path input) throws IOException {
        Path folder = Files.createDirectories(input.resolve(id));
        Files.writeString(
                folder.resolve("session.csv"),
                "Champ;Valeur\nSession;" + id + "\nCertification;" + shape.code()
                        + "\nLibellé;Session de juin\nStatut;définitif\nDate de délibération;12/06/2025\n");
        Files.writeString(folder.resolve("jury.csv"), "Nom;Prénom;Qualité;Collège\nOrme;Inès;Formatrice;Formateurs\n");
        Set<String> headers = new LinkedHashSet<>(List.of(
                "N° candidat", "Nom de naissance", "Prénoms", "Date de naissance", "Voie", "Groupe", "Blocs acquis"));
        shape.epreuves().values().forEach(epreuve -> {
            epreuve.components().forEach(component -> headers.add(component.header()));
            epreuve.lengths().forEach(length -> headers.add(length.header()));
            headers.addAll(epreuve.choice().keySet());
        });
        shape.blocks().forEach(block -> headers.add(block.vaeHeader()));
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
        Files.writeString(folder.resolve("candidats.csv"), text);
    }

    /** The rows of blocs.csv. */
    public List<String> blocs() {
        List<String> blocs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (Shape.Block block : shape.blocks()) {
                Outcome outcome = faulty.get(i) ? new Outcome("RESERVE", "", "") : outcome(rows.get(i), block);
                blocs.add(String.join(
                        ";",
                        rows.get(i).get("N° candidat"),
                        block.code(),
                        outcome.issue(),
                        outcome.points(),
                        scale(block),
                        outcome.mode()));
            }
        }
        return blocs;
    }

    /** The maximum and the threshold of a block, where it is one sum. */
    private String scale(Shape.Block block) {
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

    /** Candidate and decision. */
    public List<String> decisions() {
        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            decisions.add(rows.get(i).get("N° candidat") + ";" + decision(i));
        }
        return decisions;
    }

    private String decision(int i) {
        if (faulty.get(i)) {
            return "RESERVE";
        }
        long held = shape.blocks().stream()
                .filter(block -> List.of("VALIDE", "ACQUIS", "DISPENSE")
                        .contains(outcome(rows.get(i), block).issue()))
                .count();
        return held == shape.blocks().size() ? "ADMIS" : held > 0 ? "PARTIEL" : "AJOURNE";
    }

    /** The statements and certificates, as paths below the folder of candidates. */
    public Set<String> acts() {
        Set<String> acts = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String folder = row.get("N° candidat") + "/";
            String decision = decision(i);
            if (!decision.equals("RESERVE")) {
                acts.add(folder + "releve-de-notes.pdf");
            }
            if (decision.equals("ADMIS")) {
                acts.add(folder + "attestation-de-reussite.pdf");
            }
            if (decision.equals("PARTIEL")) {
                shape.blocks().stream()
                        .filter(block -> outcome(row, block).issue().equals("VALIDE"))
                        .forEach(block -> acts.add(folder + "attestation-bloc-" + block.code() + ".pdf"));
            }
        }
        return acts;
    }

    private record Outcome(String issue, String points, String mode) {}

    private Outcome outcome(Map<String, String> row, Shape.Block block) {
        Set<String> held = Set.of(row.get("Blocs acquis").split("; "));
        if (held.contains(block.code())) {
            return new Outcome("ACQUIS", "", "acquis");
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
}

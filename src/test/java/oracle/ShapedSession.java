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
import java.util.stream.IntStream;
import oracle.Shape.Component;

/**
 * A random final session whose candidates come for one {@link Shape} or for several of a family, and what must come of it.
 * Marks are hundredths in whole numbers; about a third of the sums lie within a step of their threshold; some candidates
 * bear a fault, and are then withheld; some come back from an earlier session.
 */
public final class ShapedSession {
    private final List<Shape> family;
    private final String id;
    private final String day;
    private final int step;
    private final Random random;
    private final ShapedMarks marks;
    private final List<ShapedSession> earlier;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Boolean> faulty = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ShapedJury jury;
    private int comingBack;

    /**
     * Makes a session.
     *
     * @param family that of the session first
     * @param day of its deliberation, as it is written; one in 2025
     * @param step of marks, in hundredths
     * @param earlier the session that some of its candidates come back from; or none
     */
    public ShapedSession(
            List<Shape> family,
            String id,
            String day,
            int candidates,
            int step,
            Random random,
            List<ShapedSession> earlier) {
        this.family = List.copyOf(family);
        this.id = id;
        this.day = day;
        this.step = step;
        this.random = random;
        this.marks = new ShapedMarks(step, random);
        this.earlier = List.copyOf(earlier);
        for (int i = 0; i < candidates; i++) {
            candidate(i + 1);
        }
        family.forEach(this::groups);
        for (int i = 0; i < candidates; i++) {
            fromBefore(i);
        }
        this.jury = new ShapedJury(
                family,
                rows.stream().map(row -> row.get("N° candidat")).toList(),
                IntStream.range(0, candidates)
                        .filter(i -> shapes.get(i).vaeJury() > 0)
                        .mapToObj(rows::get)
                        .filter(row -> row.get("Voie").equals("VAE"))
                        .map(row -> row.get("N° candidat"))
                        .toList(),
                random);
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
        Shape shape = percent(65) ? family.getFirst() : one(family);
        rows.add(row);
        shapes.add(shape);
        faulty.add(false);
        row.put("N° candidat", String.valueOf(number));
        row.put("Certification", shape != family.getFirst() || percent(10) ? shape.code() : "");
        if (shape == family.getFirst() && percent(1)) {
            row.put("Certification", "AUCUNE-1");
            tell("REGIME_INCONNU");
            fault(true);
        }
        person(row);
        boolean vae = percent(15);
        row.put("Voie", vae ? "VAE" : one(List.of("formation initiale", "formation continue")));
        award(row, shape);
        ShapedRules rules = new ShapedRules(shape);
        Set<String> held = rules.held(row);
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
            if (!vae && rules.asked(code, held)) {
                fault(marks.write(row, shape, code, 1 + rows.size() / 4));
            } else if (percent(2)) {
                row.put(epreuve.components().getFirst().header(), "12");
                fault(true);
            }
        });
        for (Shape other : family) {
            if (other != shape && percent(2)) {
                row.put(
                        one(List.copyOf(other.epreuves().values()))
                                .components()
                                .getFirst()
                                .header(),
                        "12");
                fault(true);
            }
        }
    }

    private void fault(boolean is) {
        if (is) {
            faulty.set(rows.size() - 1, true);
        }
    }

    private void tell(String code) {
        told.add(rows.getLast().get("N° candidat") + ";" + code);
    }

    /** Somebody of the earlier session, each once, or somebody nobody knows. */
    private void person(Map<String, String> row) {
        if (!earlier.isEmpty() && comingBack < earlier.getFirst().rows.size() && percent(50)) {
            Map<String, String> known = earlier.getFirst().rows.get(comingBack++);
            for (String header : List.of("Nom de naissance", "Prénoms", "Date de naissance")) {
                row.put(header, known.get(header));
            }
            return;
        }
        StringBuilder name = new StringBuilder("Nom");
        for (int i = 0; i < 10; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        row.put("Nom de naissance", name.toString());
        row.put("Prénoms", "Camille");
        row.put("Date de naissance", "12/03/1985");
    }

    /** What is said acquired earlier, from here or from elsewhere, on which day; and a title held. */
    private void award(Map<String, String> row, Shape shape) {
        List<String> claims = new ArrayList<>();
        for (Shape.Block block : shape.blocks()) {
            if (percent(earlier.isEmpty() ? 10 : 25)) {
                String since = one(List.of("", "", "", "15/03/2010", "24/01/2019", "25/01/2019"));
                if (!earlier.isEmpty() && percent(50)) {
                    since = earlier.getFirst().day;
                }
                if (percent(2)) {
                    since = "01/02/2026";
                    fault(true); // after the session
                }
                if (shape.lapsed() && List.of("15/03/2010", "24/01/2019").contains(since)) {
                    tell("ACQUIS_ANCIEN");
                }
                claims.add(block.code() + (since.isEmpty() ? "" : " (" + since + ")"));
            }
        }
        row.put("Blocs acquis", String.join("; ", claims));
        row.put("Acquis délivrés par", !claims.isEmpty() && percent(15) ? "Une autre académie" : "");
        if (percent(8)) {
            row.put("Titre dispensant", "CAFERUIS");
            if (shape.exempted("CAFERUIS").isEmpty()) {
                tell("DISPENSE_SANS_EFFET");
            }
        }
    }

    /**
     * All members of a group who come for the same certification bear its mark; where they do not, all who bear one are
     * withheld.
     */
    private void groups(Shape shape) {
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
                        if (shapes.get(i) != shape || group.isEmpty() || !valid(mark)) {
                            continue;
                        }
                        String first = marks.putIfAbsent(group, mark);
                        if (first != null && !percent(3)) {
                            row.put(component.header(), first);
                        } else if (first != null && ShapedRules.hundredths(first) != ShapedRules.hundredths(mark)) {
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
        return mark.matches("\\d{1,2}(,\\d{1,2})?")
                && ShapedRules.hundredths(mark) <= 2_000
                && ShapedRules.hundredths(mark) % step == 0;
    }

    /**
     * What the earlier session said of the same person for the same certification: a block that it gave is proposed unless
     * the row says it with its day; one that it did not give, and that the row says acquired of it, is for the jury to
     * settle.
     */
    private void fromBefore(int i) {
        Map<String, String> row = rows.get(i);
        Shape shape = shapes.get(i);
        Map<String, String> before = new HashMap<>();
        earlier.forEach(session -> before.putAll(session.said(row.get("Nom de naissance"), shape)));
        boolean contradicted = false;
        for (Shape.Block block : shape.blocks()) {
            String issue = before.getOrDefault(block.code(), "");
            String claim = ShapedRules.claims(row).stream()
                    .filter(one -> one.split(" ")[0].equals(block.code()))
                    .findFirst()
                    .orElse("");
            boolean sameDay = earlier.stream().anyMatch(session -> claim.contains("(" + session.day + ")"));
            boolean exempted =
                    shape.exempted(row.getOrDefault("Titre dispensant", "")).contains(block.code());
            if (issue.equals("VALIDE") && !sameDay && !exempted) {
                told.add(row.get("N° candidat") + ";ACQUIS_AU_REGISTRE");
            }
            boolean undated = !claim.isEmpty()
                    && !claim.contains("(")
                    && row.get("Acquis délivrés par").isEmpty();
            if (!issue.isEmpty() && !issue.equals("VALIDE") && (sameDay || undated)) {
                told.add(row.get("N° candidat") + ";ACQUIS_CONTREDIT");
                contradicted = true;
            }
        }
        if (contradicted && percent(50)) {
            row.put("Dérogation", "ACQUIS_CONTREDIT : il s’agit d’une autre personne");
        } else if (contradicted) {
            faulty.set(i, true);
        }
    }

    /** What the session itself says of the blocks of a person: neither what was withheld nor what it took over. */
    private Map<String, String> said(String name, Shape shape) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            if (row.get("Nom de naissance").equals(name) && shapes.get(i).equals(shape) && !faulty.get(i)) {
                for (Shape.Block block : shape.blocks()) {
                    String issue = new ShapedRules(shape).outcome(row, block).issue();
                    if (!List.of("ACQUIS", "DISPENSE").contains(issue)) {
                        said.put(block.code(), issue);
                    }
                }
            }
        }
        return said;
    }

    /** Writes the bordereau as a folder of CSV files. */
    public void write(Path input) throws IOException {
        Path folder = Files.createDirectories(input.resolve(id));
        Files.writeString(
                folder.resolve("session.csv"),
                "Champ;Valeur\nSession;" + id + "\nCertification;"
                        + family.getFirst().code()
                        + "\nLibellé;Session de juin\nStatut;définitif\nDate de délibération;" + day + "\n");
        Files.writeString(folder.resolve("jury.csv"), jury.csv());
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.keySet()));
        for (Shape shape : family) {
            shape.epreuves().values().forEach(epreuve -> {
                epreuve.components().forEach(component -> headers.add(component.header()));
                epreuve.lengths().forEach(length -> headers.add(length.header()));
                headers.addAll(epreuve.choice().keySet());
            });
            shape.blocks().forEach(block -> headers.add(block.vaeHeader()));
        }
        headers.add("Groupe");
        Files.writeString(folder.resolve("candidats.csv"), ShapedJury.csv(headers, rows));
    }

    /** The rows of blocs.csv. */
    public List<String> blocs() {
        List<String> blocs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ShapedRules rules = new ShapedRules(shapes.get(i));
            for (Shape.Block block : shapes.get(i).blocks()) {
                ShapedRules.Outcome outcome =
                        faulty.get(i) ? new ShapedRules.Outcome("RESERVE", "", "") : rules.outcome(rows.get(i), block);
                blocs.add(String.join(
                        ";",
                        rows.get(i).get("N° candidat"),
                        block.code(),
                        outcome.issue(),
                        outcome.points(),
                        rules.scale(block),
                        outcome.mode()));
            }
        }
        return blocs;
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
        return faulty.get(i) ? "RESERVE" : new ShapedRules(shapes.get(i)).decision(rows.get(i));
    }

    /** Candidate and code, sorted, of the anomalies of {@link #TOLD}; those of the session have no candidate. */
    public List<String> told() {
        List<String> all = new ArrayList<>(told);
        jury.told().forEach(code -> all.add(";" + code));
        return all.stream().sorted().toList();
    }

    /** The codes of which {@link #told} tells all. */
    public static final Set<String> TOLD = Set.of(
            "REGIME_INCONNU",
            "DISPENSE_SANS_EFFET",
            "ACQUIS_ANCIEN",
            "ACQUIS_AU_REGISTRE",
            "ACQUIS_CONTREDIT",
            "JURY_VAE",
            "JURY_VOIX",
            "JURY_RECUSATION",
            "JURY_EXAMINATEURS");

    /** The statements and certificates, as paths below the folder of candidates. */
    public Set<String> acts() {
        Set<String> acts = new TreeSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            ShapedRules rules = new ShapedRules(shapes.get(i));
            String folder = row.get("N° candidat") + "/";
            String decision = decision(i);
            if (!decision.equals("RESERVE")) {
                acts.add(folder + "releve-de-notes.pdf");
            }
            if (decision.equals("ADMIS")) {
                acts.add(folder + "attestation-de-reussite.pdf");
            }
            if (decision.equals("PARTIEL")) {
                shapes.get(i).blocks().stream()
                        .filter(block -> rules.outcome(row, block).issue().equals("VALIDE"))
                        .forEach(block -> acts.add(folder + "attestation-bloc-" + block.code() + ".pdf"));
            }
        }
        return acts;
    }
}

package oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oracle.Shape.Block;
import oracle.Shape.Component;
import oracle.Shape.Epreuve;
import oracle.Shape.Length;

/** The certifications other than the first, as their sources have them, and the example of the guide. */
public final class Shapes {
    private Shapes() {}

    private static Component mark(String header, int coefficient) {
        return new Component(header, coefficient, false, 0);
    }

    private static Epreuve one(String header) {
        return new Epreuve(List.of(mark(header, 1)), 10, List.of(), Map.of());
    }

    /** Arrêté of 8 June 2004, art. 9: four épreuves, no compensation; domains 5 and 6 are transversal. */
    public static Shape caferuis2004() {
        return caferuis("CAFERUIS-2004", "DC", "", 2, 30);
    }

    /** The same with other codes, other headers and another coefficient, whose threshold stays half of the points. */
    public static Shape renamed() {
        return caferuis("RENOMME-1", "ZZ", "Autre ", 4, 50);
    }

    private static Shape caferuis(String code, String block, String header, int memoir, int threshold) {
        Map<String, Epreuve> epreuves = new LinkedHashMap<>();
        epreuves.put(
                "P",
                new Epreuve(
                        List.of(mark(header + "Mémoire", memoir), mark(header + "Soutenance", 1)),
                        threshold,
                        List.of(),
                        Map.of()));
        epreuves.put("T", one(header + "Expertise technique"));
        epreuves.put("M", one(header + "Management d’équipe"));
        epreuves.put("G", one(header + "Gestion administrative et budgétaire"));
        List<String> all = List.of("T", "M", "G", "P");
        List<List<String>> rests = List.of(List.of("P"), List.of("T"), List.of("M"), List.of("G"), all, all);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rests.size(); i++) {
            blocks.add(new Block(block + (i + 1), block + (i + 1) + " VAE", rests.get(i), 0));
        }
        return new Shape(code, epreuves, blocks, Map.of());
    }

    /** The three épreuves of the DEIS under the domains of 2006. */
    public static Shape deis2006() {
        Map<String, Epreuve> epreuves = new LinkedHashMap<>();
        epreuves.put(
                "1",
                new Epreuve(
                        List.of(mark("DC1 Mémoire", 3), mark("DC1 Soutenance", 2)),
                        50,
                        List.of(new Length("DC1 Pages", "DC1 Mémoire", 90, 120)),
                        Map.of()));
        epreuves.put(
                "2",
                new Epreuve(
                        List.of(new Component("DC2 Rapport collectif", 1, true, 0), mark("DC2 Soutenance", 1)),
                        20,
                        List.of(new Length("DC2 Pages", "DC2 Rapport collectif", 30, 35)),
                        Map.of()));
        epreuves.put(
                "3",
                new Epreuve(
                        List.of(mark("DC3 Article", 1)),
                        10,
                        List.of(new Length("DC3 Signes", "DC3 Article", 10_000, 12_000)),
                        Map.of("DC3 Compétence", List.of("3.1", "3.2", "3.3", "3.4"))));
        return new Shape(
                "DEIS-2006",
                epreuves,
                List.of(
                        new Block("DC1", "DC1 VAE", List.of("1"), 0),
                        new Block("DC2", "DC2 VAE", List.of("2"), 0),
                        new Block("DC3", "DC3 VAE", List.of("3"), 0)),
                Map.of());
    }

    /** Activities 1 to 6, with the thresholds and coefficients that a test fills in: 10 of 20, 3 and 2, 1 and 1. */
    public static Shape casp() {
        Map<String, Epreuve> epreuves = new LinkedHashMap<>();
        for (int activity : new int[] {1, 2, 4, 5, 6}) {
            epreuves.put("C" + activity, one("ACT" + activity + " Évaluation continue"));
        }
        epreuves.put(
                "R",
                new Epreuve(
                        List.of(mark("Rapport d’expérience", 3), mark("Soutenance du rapport d’expérience", 2)),
                        50,
                        List.of(new Length("Pages du rapport d’expérience", "Rapport d’expérience", 30, 50)),
                        Map.of()));
        epreuves.put(
                "E",
                new Epreuve(
                        List.of(new Component("Enquête collective", 1, true, 0), mark("Enquête individuelle", 1)),
                        20,
                        List.of(new Length("Pages du rapport d’enquête", "Enquête collective", 20, 40)),
                        Map.of()));
        return new Shape(
                "CASP-CNAM",
                epreuves,
                List.of(
                        new Block("ACT1", "ACT1 VAE", List.of("C1"), 0),
                        new Block("ACT2", "ACT2 VAE", List.of("C2"), 0),
                        new Block("ACT3", "ACT3 VAE", List.of("R", "E"), 0),
                        new Block("ACT4", "ACT4 VAE", List.of("C4"), 0),
                        new Block("ACT5", "ACT5 VAE", List.of("C5", "E"), 0),
                        new Block("ACT6", "ACT6 VAE", List.of("C6"), 0)),
                Map.of());
    }

    /** The example of the guide: five épreuves, one floor mark, one group that makes up by its average. */
    public static Shape example() {
        Map<String, Epreuve> epreuves = new LinkedHashMap<>();
        epreuves.put("D", one("Dossier"));
        epreuves.put(
                "S",
                new Epreuve(
                        List.of(new Component("Étude écrite", 2, false, 600), mark("Étude orale", 1)),
                        30,
                        List.of(),
                        Map.of()));
        epreuves.put("E", new Epreuve(List.of(mark("Économie", 3)), 0, List.of(), Map.of()));
        epreuves.put("L", new Epreuve(List.of(mark("Droit", 2)), 0, List.of(), Map.of()));
        epreuves.put("V", new Epreuve(List.of(mark("Langue", 1)), 0, List.of(), Map.of()));
        return new Shape(
                "EXEMPLE-2026",
                epreuves,
                List.of(
                        new Block("B1", "B1 VAE", List.of("D"), 0),
                        new Block("B2", "B2 VAE", List.of("S"), 0),
                        new Block("B3", "B3 VAE", List.of("E", "L", "V"), 1_000)),
                Map.of());
    }
}

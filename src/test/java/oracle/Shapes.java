package oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oracle.Shape.Block;
import oracle.Shape.Component;
import oracle.Shape.Epreuve;
import oracle.Shape.Length;

/** The certifications as their sources have them, a renamed copy of one, and the example of the guide. */
public final class Shapes {
    /** Code du travail, art. D. 6412-6. */
    private static final int LINKLESS = 2;

    private static final Map<String, Integer> ONE_EACH = Map.of("État", 1, "Établissement", 1);

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
                "MEMOIRE",
                new Epreuve(
                        List.of(mark(header + "Mémoire", memoir), mark(header + "Soutenance", 1)),
                        threshold,
                        List.of(),
                        Map.of()));
        epreuves.put("EXPERTISE", one(header + "Expertise technique").examined(2, ONE_EACH));
        epreuves.put("MANAGEMENT", one(header + "Management d’équipe").examined(2, Map.of()));
        epreuves.put(
                "GESTION", one(header + "Gestion administrative et budgétaire").examined(2, Map.of()));
        List<String> all = List.of("EXPERTISE", "MANAGEMENT", "GESTION", "MEMOIRE");
        List<List<String>> rests =
                List.of(List.of("MEMOIRE"), List.of("EXPERTISE"), List.of("MANAGEMENT"), List.of("GESTION"), all, all);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < rests.size(); i++) {
            blocks.add(new Block(block + (i + 1), block + (i + 1) + " VAE", rests.get(i), 0));
        }
        return new Shape(code, epreuves, blocks, Map.of(), false, false, LINKLESS);
    }

    /** The three épreuves of the DEIS, in the blocks of today; two titles exempt from the third. */
    public static Shape deisOfToday() {
        return deis("DEIS-RNCP39644", "BC0", Map.of("CAFDES", List.of("BC03"), "CAFERUIS", List.of("BC03")));
    }

    /** The same under the domains of 2006, of which no text read exempts. */
    public static Shape deis2006() {
        return deis("DEIS-2006", "DC", Map.of());
    }

    private static Shape deis(String code, String block, Map<String, List<String>> titles) {
        String first = block + 1;
        String second = block + 2;
        String third = block + 3;
        Map<String, Epreuve> epreuves = new LinkedHashMap<>();
        epreuves.put(
                first,
                new Epreuve(
                        List.of(mark(first + " Mémoire", 3), mark(first + " Soutenance", 2)),
                        50,
                        List.of(new Length(first + " Pages", first + " Mémoire", 90, 120)),
                        Map.of()));
        epreuves.put(
                second,
                new Epreuve(
                        List.of(
                                new Component(second + " Rapport collectif", 1, true, 0),
                                mark(second + " Soutenance", 1)),
                        20,
                        List.of(new Length(second + " Pages", second + " Rapport collectif", 30, 35)),
                        Map.of(),
                        3,
                        Map.of("État", 2, "Établissement", 1)));
        epreuves.put(
                third,
                new Epreuve(
                        List.of(mark(third + " Article", 1)),
                        10,
                        List.of(new Length(third + " Signes", third + " Article", 10_000, 12_000)),
                        Map.of(third + " Compétence", List.of("3.1", "3.2", "3.3", "3.4")),
                        2,
                        ONE_EACH));
        return new Shape(
                code,
                epreuves,
                List.of(
                        new Block(first, first + " VAE", List.of(first), 0),
                        new Block(second, second + " VAE", List.of(second), 0),
                        new Block(third, third + " VAE", List.of(third), 0)),
                titles,
                true,
                true,
                LINKLESS);
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
                Map.of(),
                false,
                false,
                LINKLESS);
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
                Map.of(),
                false,
                false,
                0);
    }
}

package oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * An endless, seeded supply of sessions of 5 to 60 candidates: same seed, same sessions. About a third of the épreuves
 * lie within 0,01 point of their threshold; about a quarter of the sessions are wholly clean (no anomaly at all).
 *
 * <p>Where the contract leaves two readings open the generator keeps away, save where {@link Expected} says which
 * reading it took. Meant for a day from May 2026 on; {@link Expected#of} judges the dates.
 */
public final class RandomSessions {
    private final Random random;
    private final Dice dice;
    private final long seed;
    private int made;

    public RandomSessions(long seed) {
        this.random = new Random(seed);
        this.dice = new Dice(random);
        this.seed = seed;
    }

    /** The next session, never of the same id as an earlier one of this supply. */
    public RawSession next() {
        made++;
        boolean clean = dice.percent(25);
        String id = "S%d-%04d%s".formatted(Math.floorMod(seed, 100_000), made, dice.one("", "-JUIN", "-A1", "-9"));
        RawSession raw = new RawSession(id.toLowerCase(Locale.ROOT));
        fields(raw, id);
        jury(raw, clean ? 0 : 30);
        List<Map<String, String>> taught = candidates(raw, clean);
        if (!clean) {
            new Faults(raw, dice).spoil();
        } else {
            settle(raw, taught);
        }
        if (raw.field("Nombre de candidats").equals("?")) {
            raw.field(
                    "Nombre de candidats", String.valueOf(raw.candidates().rows.size()));
        }
        if (!clean) {
            new SessionFaults(raw, dice).spoil();
            if (dice.percent(25)) {
                strangeColumns(raw);
            }
        }
        dropEmptyColumns(raw);
        return raw;
    }

    /**
     * The next session with exactly that many candidates, final, whose faults are those of candidates alone: it gives
     * all the documents that there are.
     */
    public RawSession next(int candidates) {
        made++;
        String id = "S%d-%04d-N%d".formatted(Math.floorMod(seed, 100_000), made, candidates);
        RawSession raw = new RawSession(id.toLowerCase(Locale.ROOT));
        fields(raw, id);
        raw.field("Nombre de candidats", "");
        raw.field("Statut", "définitif");
        raw.field(Deis.DATE, "12/06/2025");
        jury(raw, 0);
        candidates(raw, false, candidates);
        new Faults(raw, dice).spoil();
        dropEmptyColumns(raw);
        return raw;
    }

    private void fields(RawSession raw, String id) {
        raw.field("Session", id);
        raw.field("Certification", Deis.CERTIFICATION);
        raw.field("Libellé", dice.one("Session de juin", "Session de novembre", "Session d'été – 2ᵉ jury"));
        boolean definitive = dice.percent(60);
        raw.field("Statut", definitive ? "définitif" : dice.one("", "provisoire"));
        if (definitive || dice.percent(50)) {
            raw.field(Deis.DATE, "%02d/%02d/2025".formatted(dice.from(1, 28), dice.from(1, 12)));
        }
        if (dice.percent(60)) {
            raw.fields.add(new RawSession.Field("Autorité", "Le préfet de la région Val-d'Azur"));
            raw.fields.add(new RawSession.Field("Autorité", "Le recteur de l'académie de Val-d'Azur"));
        }
        raw.field("Nombre de candidats", dice.percent(40) ? "?" : "");
        raw.field("Lieu", dice.percent(50) ? "Brèvecombe" : "");
        raw.field("Établissement", dice.percent(50) ? "Institut régional du travail social d'Œtange" : "");
        raw.field("Région", dice.percent(50) ? "Val-d'Azur" : "");
        raw.field("Observations", dice.percent(20) ? "Séance suspendue de 12 h à 14 h ; reprise à l'heure." : "");
    }

    /** A jury that respects every rule, or, so many times in a hundred, one that breaks some. */
    private void jury(RawSession raw, int faulty) {
        boolean broken = dice.percent(faulty);
        if (broken && dice.percent(15)) {
            return; // nobody: JURY_VIDE
        }
        People people = new People(random);
        int employers = dice.from(1, 2);
        int employees = employers;
        int others =
                dice.from(1, 2 * (employers + employees)); // the professionals stay above a quarter, chair included
        String chair = dice.one("État", "Rectorat");
        if (broken) {
            switch (dice.from(0, 4)) {
                case 0 -> chair = dice.one("Formateurs", "Employeurs", "");
                case 1 -> employees++;
                case 2 -> {
                    employers = 1;
                    employees = 1;
                    others = dice.from(5, 8); // exactly a quarter at 5, below it from 6
                }
                case 3 -> {
                    employers = 0;
                    employees = 0;
                }
                default -> {
                    employees = 0;
                    others = 9;
                }
            }
        }
        if (!chair.isEmpty()) {
            member(raw, people.next(), chair, "président");
        } else {
            member(raw, people.next(), "État", "membre");
        }
        for (int i = 0; i < others; i++) {
            member(
                    raw,
                    people.next(),
                    dice.one("Formateurs", "Services et personnes qualifiées", "Rectorat", "État"),
                    "membre");
        }
        for (int i = 0; i < employers; i++) {
            member(raw, people.next(), "Employeurs", "membre");
        }
        for (int i = 0; i < employees; i++) {
            member(raw, people.next(), "Salariés", "membre");
        }
    }

    private void member(RawSession raw, People.Person p, String college, String role) {
        raw.jury()
                .add(
                        "Civilité",
                        p.title(),
                        "Nom",
                        p.name(),
                        "Prénom",
                        p.firstNames(),
                        "Qualité",
                        dice.one(
                                "Inspectrice",
                                "Directeur d'établissement",
                                "Cheffe de service",
                                "Maître de conférences"),
                        "Collège",
                        college,
                        "Rôle",
                        role,
                        "Présent",
                        dice.one("oui", "oui", "oui", "non", "excusé"));
    }

    /** Candidates without any fault; gives back those who take an épreuve, for the jury to settle marks. */
    private List<Map<String, String>> candidates(RawSession raw, boolean clean) {
        return candidates(raw, clean, dice.percent(70) ? dice.from(5, 25) : dice.from(26, 60));
    }

    private List<Map<String, String>> candidates(RawSession raw, boolean clean, int count) {
        int vaePart = dice.one(0, 10, 25, 25, 50, 100);
        int numbering = dice.from(0, 3);
        People people = new People(random);
        List<Map<String, String>> taught = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            People.Person p = people.next();
            String number =
                    switch (numbering) {
                        case 0 -> String.valueOf(202_600_001 + 7 * i);
                        case 1 -> "%04d".formatted(i + 1); // text: a number cell would lose the zeros
                        case 2 -> "DEIS-26_" + (char) ('A' + i % 26) + (i + 10);
                        default -> String.valueOf(i + 1);
                    };
            Map<String, String> row = raw.candidates()
                    .add(
                            Deis.NUMBER,
                            number,
                            "Civilité",
                            dice.percent(90) ? p.title() : "",
                            Deis.NAME,
                            p.name(),
                            "Nom d'usage",
                            p.usedName(),
                            Deis.FIRST_NAMES,
                            p.firstNames(),
                            Deis.BIRTH,
                            p.birth(),
                            "Lieu de naissance",
                            p.place(),
                            "Courriel",
                            dice.percent(30) ? "candidat" + (i + 1) + "@example.org" : "",
                            Deis.ROUTE,
                            dice.percent(vaePart) ? Deis.VAE : dice.one(Deis.TAUGHT_ROUTES));
            new Standing(row, dice).give(clean);
            if (!row.get(Deis.ROUTE).equals(Deis.VAE)) {
                taught.add(row);
            }
        }
        Standing.groups(taught, dice);
        return taught;
    }

    /** In a clean session too the jury changes marks: at the threshold, instead of ABS, for a whole group. */
    private void settle(RawSession raw, List<Map<String, String>> taught) {
        for (Map<String, String> row : taught) {
            if (dice.percent(6)) {
                Corrections.individual(raw, row, dice);
            }
        }
    }

    private void strangeColumns(RawSession raw) {
        RawSession.Sheet sheet = dice.percent(75) ? raw.candidates() : raw.jury();
        if (raw.sheets().contains(sheet)) {
            String header = dice.one("Rang de passage", "Salle", "Remarques du secrétariat");
            sheet.headers.add(header);
            sheet.rows.forEach(r -> r.put(header, dice.one("A12", "vu", "à revoir")));
        }
    }

    /** An absent optional column is an empty one, so an empty one may go; mark columns go only when all are VAE. */
    private void dropEmptyColumns(RawSession raw) {
        for (RawSession.Sheet sheet : raw.sheets()) {
            if (sheet.rows.isEmpty()) {
                continue;
            }
            boolean candidates = sheet.name.equals(RawSession.CANDIDATES);
            boolean allVae = candidates
                    && sheet.rows.stream()
                            .allMatch(r -> r.getOrDefault(Deis.ROUTE, "").equals(Deis.VAE));
            List<String> kept = new ArrayList<>();
            kept.addAll(Deis.REQUIRED_JURY_HEADERS);
            kept.addAll(Deis.REQUIRED_CANDIDATE_HEADERS);
            kept.addAll(Deis.DELIBERATION_HEADERS);
            if (!allVae) {
                kept.addAll(Deis.MARK_HEADERS);
            }
            boolean anyVae = candidates
                    && sheet.rows.stream()
                            .anyMatch(r -> r.getOrDefault(Deis.ROUTE, "").equals(Deis.VAE));
            sheet.headers.removeIf(h -> !kept.contains(h)
                    && !(anyVae && h.endsWith(" VAE"))
                    && sheet.rows.stream().noneMatch(r -> r.containsKey(h))
                    && dice.percent(50));
        }
    }
}

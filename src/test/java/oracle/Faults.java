package oracle;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Spoils the candidates of a clean session in every way that a workbook can show, often several on one candidate. Each
 * fault takes hold of the cells that it speaks of, so that two faults never meet in one cell: what one cell says twice is
 * not what these sessions are to settle.
 */
final class Faults {
    private static final List<String> UNREADABLE =
            List.of("douze", "12;5", "?", "12,5,0", "quinze sur vingt", "B+", "à revoir", "12 ou 13");
    private static final List<String> OUT_OF_BOUNDS = List.of("-1", "21", "20,01", "-0,5", "21/20", "100", "20,005");
    private static final List<String> TOO_FINE = List.of("12,345", "9,999", "10,001", "0,125", "19,9999");

    private final RawSession raw;
    private final Dice dice;
    private final List<Map<String, String>> rows;
    private final Holds holds;
    private final Map<Map<String, String>, String> lengthFaults = new IdentityHashMap<>();

    Faults(RawSession raw, Dice dice) {
        this.raw = raw;
        this.dice = dice;
        this.rows = raw.candidates().rows;
        this.holds = new Holds(rows);
    }

    void spoil() {
        int part = dice.one(5, 20, 35, 60);
        List<Predicate<Map<String, String>>> faults = List.of(
                this::mark,
                this::mark,
                this::notPresentedInPart,
                this::unexpectedMark,
                this::number,
                this::identity,
                this::birth,
                this::route,
                this::noGroup,
                this::length,
                this::length,
                this::length,
                this::competence,
                this::title,
                this::unknownBlock,
                this::vaeDecision,
                this::correction,
                this::correction,
                this::formulaElsewhere,
                this::strayValue);
        for (Map<String, String> row : List.copyOf(rows)) {
            if (dice.percent(part)) {
                int wanted = dice.one(1, 1, 2, 3, 4);
                for (int tries = 0; wanted > 0 && tries < 12; tries++) {
                    if (dice.one(faults).test(row)) {
                        wanted--;
                    }
                }
            }
        }
        new SharedFaults(raw, dice, holds).spoil();
        waivers();
        if (dice.percent(8)) {
            raw.candidates().hidden.add(dice.from(0, rows.size() - 1));
        }
    }

    private String faulty() {
        return switch (dice.from(0, 4)) {
            case 0 -> "";
            case 1 -> dice.one(UNREADABLE);
            case 2 -> dice.one(OUT_OF_BOUNDS);
            case 3 -> dice.one(TOO_FINE);
            default -> RawSession.FORMULA_WITHOUT_VALUE;
        };
    }

    private boolean mark(Map<String, String> row) {
        Deis.Block block = dice.one(Deis.BLOCKS);
        String header = dice.one(block.components()).header();
        if (!Holds.byEpreuve(row, block)
                || !Holds.bearsNumber(row, header)
                || !holds.free(row, Holds.around(block, header))) {
            return false;
        }
        String text = faulty();
        if (text.isEmpty()) {
            row.remove(header);
        } else {
            row.put(header, text);
        }
        return holds.hold(row, Holds.around(block, header));
    }

    private boolean notPresentedInPart(Map<String, String> row) {
        Deis.Block block = dice.one(Deis.block("BC01"), Deis.block("BC02"));
        String header = dice.one(block.components()).header();
        if (!Holds.byEpreuve(row, block)
                || !Holds.bearsNumber(row, header)
                || !holds.free(row, Holds.around(block, header))) {
            return false;
        }
        row.put(header, "NP");
        return holds.hold(row, Holds.around(block, header));
    }

    /** A mark where none belongs; what goes with the work is given too, in a group of one, so that it is not missing. */
    private boolean unexpectedMark(Map<String, String> row) {
        Deis.Block block = dice.one(Deis.BLOCKS);
        String header = dice.one(block.components()).header();
        if (Holds.byEpreuve(row, block) || !holds.free(row, Holds.around(block, header)) || row.containsKey(header)) {
            return false;
        }
        String text = dice.percent(70) ? dice.one("14", "9,5", "ABS", "NP", "0") : faulty();
        if (text.isEmpty()) {
            return false;
        }
        row.put(header, text);
        if (header.equals(block.length().component())) {
            row.put(block.length().header(), String.valueOf(block.length().least()));
            if (header.equals(Deis.COLLECTIVE)) {
                row.put(Deis.GROUP, "Seul " + rows.indexOf(row));
            } else if (header.equals(Deis.ARTICLE)) {
                row.put(Deis.COMPETENCE, "3.2");
            }
        }
        return holds.hold(row, Holds.around(block, header));
    }

    private boolean number(Map<String, String> row) {
        if (!holds.free(row, Deis.NUMBER) || Corrections.settled(raw, row.get(Deis.NUMBER)) || dice.percent(60)) {
            return false;
        }
        String number = dice.one(
                "", "N°" + rows.indexOf(row), "26 " + rows.indexOf(row), "_" + rows.indexOf(row), longNumber(row, 31));
        if (number.isEmpty()) {
            row.remove(Deis.NUMBER);
        } else {
            row.put(Deis.NUMBER, number);
        }
        return holds.hold(row, Deis.NUMBER);
    }

    private String longNumber(Map<String, String> row, int length) {
        String start = "X" + rows.indexOf(row) + "-";
        return start + "0".repeat(length - start.length());
    }

    private boolean identity(Map<String, String> row) {
        String header = dice.one(Deis.NAME, Deis.FIRST_NAMES, Deis.BIRTH, Deis.ROUTE);
        if (!holds.free(row, header)) {
            return false;
        }
        row.remove(header);
        return holds.hold(row, header);
    }

    private boolean birth(Map<String, String> row) {
        if (!holds.free(row, Deis.BIRTH)) {
            return false;
        }
        row.put(Deis.BIRTH, dice.one("31/02/1990", "12/13/1985", "inconnue", "1985-02-30", "00/05/1990"));
        return holds.hold(row, Deis.BIRTH);
    }

    private boolean route(Map<String, String> row) {
        if (!holds.free(row, Deis.ROUTE)) {
            return false;
        }
        row.put(Deis.ROUTE, dice.one(Deis.CLOSED_ROUTE, "cours du soir", "à distance"));
        return holds.hold(row, Deis.ROUTE);
    }

    private boolean noGroup(Map<String, String> row) {
        if (!Holds.byEpreuve(row, Deis.block("BC02"))
                || !Holds.bearsNumber(row, Deis.COLLECTIVE)
                || !holds.free(row, Deis.GROUP, Deis.COLLECTIVE)) {
            return false;
        }
        row.remove(Deis.GROUP);
        return holds.hold(row, Deis.GROUP);
    }

    private boolean length(Map<String, String> row) {
        Deis.Block block = dice.one(Deis.BLOCKS);
        Deis.Length length = block.length();
        if (!Holds.byEpreuve(row, block)
                || !Holds.bearsNumber(row, length.component())
                || !holds.free(row, length.component(), length.header())) {
            return false;
        }
        // In a group one fault of pages at most: nothing says what an empty cell is compared to.
        List<Map<String, String>> group = block.code().equals("BC02") ? holds.group(row) : List.of(row);
        if (!group.stream().allMatch(r -> holds.free(r, length.header()))) {
            return false;
        }
        group.forEach(r -> holds.hold(r, length.header()));
        String value =
                switch (dice.from(0, 5)) {
                    case 0 -> "";
                    case 1 -> dice.one("beaucoup", "?", "cent", "voir annexe");
                    case 2 -> String.valueOf(length.most() + 1);
                    case 3 -> String.valueOf(length.least() - 1);
                    case 4 -> String.valueOf(length.most() + dice.from(1, 40));
                    default -> RawSession.FORMULA_WITHOUT_VALUE;
                };
        boolean whole = dice.percent(70) && Text.length(value).isPresent();
        for (Map<String, String> r : whole ? group : List.of(row)) {
            if (value.isEmpty()) {
                r.remove(length.header());
            } else {
                r.put(length.header(), value);
            }
            lengthFaults.put(r, length.code());
        }
        return true;
    }

    private boolean competence(Map<String, String> row) {
        if (!Holds.byEpreuve(row, Deis.block("BC03"))
                || !Holds.bearsNumber(row, Deis.ARTICLE)
                || !holds.free(row, Deis.COMPETENCE, Deis.ARTICLE)) {
            return false;
        }
        if (dice.percent(40)) {
            row.remove(Deis.COMPETENCE);
        } else {
            row.put(Deis.COMPETENCE, dice.one("3.5", "2.1", "toutes", RawSession.FORMULA_WITHOUT_VALUE));
        }
        return holds.hold(row, Deis.COMPETENCE);
    }

    private boolean title(Map<String, String> row) {
        if (row.containsKey(Deis.TITLE)) {
            return false;
        }
        row.put(Deis.TITLE, dice.one("Master de sociologie", "DEES", "Licence professionnelle"));
        return holds.hold(row, Deis.TITLE);
    }

    private boolean unknownBlock(Map<String, String> row) {
        if (!holds.free(row, Deis.ACQUIRED)) {
            return false;
        }
        String unknown = dice.one("BC04", "BC10 (12/06/2024)", "Z3");
        row.merge(Deis.ACQUIRED, unknown, (before, added) -> before + "; " + added);
        return holds.hold(row, Deis.ACQUIRED);
    }

    private boolean vaeDecision(Map<String, String> row) {
        Deis.Block block = dice.one(Deis.BLOCKS);
        if (!holds.free(row, block.vaeHeader(), Deis.ROUTE)) {
            return false;
        }
        if (Holds.vae(row) && !Holds.otherwise(row, block)) {
            row.remove(block.vaeHeader());
        } else {
            row.put(block.vaeHeader(), dice.one("validé", "non validé"));
        }
        return holds.hold(row, block.vaeHeader());
    }

    private boolean correction(Map<String, String> row) {
        String number = row.getOrDefault(Deis.NUMBER, "");
        if (Holds.vae(row) || number.isEmpty() || !holds.free(row, Deis.NUMBER) || Corrections.settled(raw, number)) {
            return false;
        }
        String header = dice.one("BC01 Soutenance", "BC02 Soutenance", "BC01 Mémoire", Deis.ARTICLE);
        Deis.Block block = Deis.block(header.substring(0, 4));
        if (!Holds.byEpreuve(row, block)
                || !Holds.bearsNumber(row, header)
                || !holds.free(row, Holds.around(block, header))) {
            return false;
        }
        String motive = "harmonisation";
        switch (dice.from(0, 4)) {
            case 0 -> Corrections.row(raw, row, header, row.get(header), motive); // changes nothing
            case 1 -> Corrections.row(raw, row, dice.one("BC04 Oral", "BC01 Pages", "Moyenne"), "12", motive);
            case 2 -> Corrections.row(raw, row, header, dice.one("douze", "21", "12,345", "-1"), motive);
            case 3 -> Corrections.row(raw, row, header, Dice.mark(dice.anyMark()), motive);
            default -> {
                String oral = block.components().size() == 1
                        ? ""
                        : block.components().get(1).header();
                if (oral.isEmpty() || !holds.free(row, oral)) {
                    return false;
                }
                // The jury hears an absent candidate after all, or finds the mark that was not copied.
                if (dice.percent(50)) {
                    row.put(oral, dice.one("ABS", "NP"));
                } else {
                    row.remove(oral);
                }
                Corrections.row(raw, row, oral, Dice.mark(dice.anyMark()), motive);
                holds.hold(row, oral);
            }
        }
        holds.hold(row, Holds.around(block, header));
        return holds.hold(row, Deis.NUMBER);
    }

    private boolean formulaElsewhere(Map<String, String> row) {
        String header = dice.one("Lieu de naissance", Deis.FIRST_NAMES, "Courriel");
        if (!holds.free(row, header) || dice.percent(50)) {
            return false;
        }
        row.put(header, RawSession.FORMULA_WITHOUT_VALUE);
        return holds.hold(row, header);
    }

    /** A length or a group where none is asked: an INFORMATION at most. */
    private boolean strayValue(Map<String, String> row) {
        Deis.Block block = dice.one(Deis.BLOCKS);
        Deis.Length length = block.length();
        if (Holds.byEpreuve(row, block)
                || !holds.free(row, Holds.around(block, length.component()))
                || row.containsKey(length.header())) {
            return false;
        }
        row.put(length.header(), dice.one("12", "100", "10500"));
        return holds.hold(row, Holds.around(block, length.component()));
    }

    private void waivers() {
        for (Map<String, String> row : rows) {
            String code = lengthFaults.get(row);
            if (code != null && dice.percent(65)) {
                row.put(
                        Deis.WAIVER,
                        dice.one(
                                code + " : accord du jury",
                                code + ": accord du jury ; LONGUEUR_MANQUANTE : exemplaire égaré",
                                "LONGUEUR_MANQUANTE : exemplaire égaré",
                                code,
                                code + " : ",
                                "LONGUEUR_MEMOIRE : accord ; LONGUEUR_RAPPORT : accord ; LONGUEUR_ARTICLE : accord"));
            } else if (dice.percent(3)) {
                row.put(
                        Deis.WAIVER,
                        dice.one(
                                "NOTE_MANQUANTE : le jury passe outre",
                                "LONGUEUR_MEMOIRE : accord",
                                "COMPETENCE_INVALIDE"));
            }
        }
    }
}

package oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives one candidate a standing, marks and lengths without any fault. */
final class Standing {
    private final Map<String, String> row;
    private final Dice dice;

    Standing(Map<String, String> row, Dice dice) {
        this.row = row;
        this.dice = dice;
    }

    /** @param clean whether even an INFORMATION is unwelcome */
    void give(boolean clean) {
        List<String> otherwise = new ArrayList<>();
        if (dice.percent(12)) {
            row.put(Deis.TITLE, dice.one("CAFERUIS", "CAFDES"));
            otherwise.add("BC03");
        }
        if (dice.percent(14)) {
            acquired(clean, otherwise);
        }
        boolean vae = row.get(Deis.ROUTE).equals(Deis.VAE);
        for (Deis.Block block : Deis.BLOCKS) {
            if (otherwise.contains(block.code())) {
                continue;
            }
            if (vae) {
                row.put(block.vaeHeader(), dice.one("validé", "validé", "non validé", "non demandé"));
            } else {
                epreuve(block);
            }
        }
        // A reserve withholds the candidate and is no anomaly.
        if (dice.percent(2)) {
            row.put(Deis.WITHHELD, "Suspicion de fraude, dossier transmis");
        }
    }

    private void acquired(boolean clean, List<String> otherwise) {
        List<String> written = new ArrayList<>();
        for (Deis.Block block : Deis.BLOCKS) {
            boolean exempt = otherwise.contains(block.code());
            if (dice.percent(45) && !(clean && exempt)) {
                written.add(block.code() + dice.one("", " (12/06/2024)", " (2023-11-08)"));
                if (!exempt) {
                    otherwise.add(block.code());
                }
            }
        }
        if (!written.isEmpty()) {
            row.put(Deis.ACQUIRED, String.join(dice.one("; ", ";", " ; "), written));
        }
    }

    private void epreuve(Deis.Block block) {
        List<Deis.Component> components = block.components();
        if (dice.percent(4)) {
            components.forEach(c -> row.put(c.header(), "NP"));
            return;
        }
        if (dice.percent(35)) {
            int[] near = components.size() == 1
                    ? new int[] {100 * block.threshold() + dice.from(-1, 1)}
                    : dice.aroundThreshold(
                            components.get(0).coefficient(), components.get(1).coefficient(), 100 * block.threshold());
            for (int i = 0; i < near.length; i++) {
                row.put(components.get(i).header(), Dice.mark(near[i]));
            }
        } else {
            components.forEach(c -> row.put(c.header(), Dice.mark(dice.anyMark())));
        }
        if (dice.percent(8)) {
            row.put(dice.one(components).header(), "ABS");
            if (dice.percent(30)) {
                components.forEach(c -> row.put(c.header(), "ABS"));
            }
        }
        length(block);
    }

    /** A length within the bounds, often at one of them; none for work that bears no mark. */
    private void length(Deis.Block block) {
        Deis.Length length = block.length();
        if (row.get(length.component()).equals("ABS")) {
            return;
        }
        int value =
                dice.percent(40) ? dice.one(length.least(), length.most()) : dice.from(length.least(), length.most());
        row.put(length.header(), String.valueOf(value));
        if (block.code().equals("BC03")) {
            row.put(Deis.COMPETENCE, dice.one("3.1", "3.2", "3.3", "3.4"));
        }
    }

    /** Groups of 1 to 4 among those whose collective report bears a number: one mark, one number of pages. */
    static void groups(List<Map<String, String>> taught, Dice dice) {
        List<Map<String, String>> authors = taught.stream()
                .filter(r -> Mark.read(r.getOrDefault(Deis.COLLECTIVE, "")).isNumber())
                .toList();
        int group = 0;
        String word = dice.one("G", "Groupe ", "");
        for (int at = 0; at < authors.size(); ) {
            group++;
            int size = Math.min(dice.from(1, 4), authors.size() - at);
            Map<String, String> first = authors.get(at);
            String collective = first.get(Deis.COLLECTIVE);
            for (int i = 0; i < size; i++) {
                Map<String, String> member = authors.get(at + i);
                int before = hundredths(member.get(Deis.COLLECTIVE));
                member.put(Deis.GROUP, word + group);
                member.put(Deis.COLLECTIVE, collective);
                member.put(Deis.COLLECTIVE_PAGES, first.get(Deis.COLLECTIVE_PAGES));
                // Sharing the mark must not move the sum away from the threshold: the oral makes up for it.
                Mark oral = Mark.read(member.get("BC02 Soutenance"));
                if (oral.is(Mark.State.VALID)) {
                    int sum = before + hundredths(member.get("BC02 Soutenance"));
                    int wanted = sum - hundredths(collective);
                    if (Math.abs(sum - 2000) <= 1 && wanted >= 0 && wanted <= 2000) {
                        member.put("BC02 Soutenance", Dice.mark(wanted));
                    }
                }
            }
            at += size;
        }
    }

    private static int hundredths(String mark) {
        return Mark.read(mark).value().movePointRight(2).intValueExact();
    }
}

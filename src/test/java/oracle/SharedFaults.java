package oracle;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Faults that lie between two rows: doubles, homonyms, groups that disagree, a group settled whole or in part. */
final class SharedFaults {
    private final RawSession raw;
    private final Dice dice;
    private final List<Map<String, String>> rows;
    private final Holds holds;

    SharedFaults(RawSession raw, Dice dice, Holds holds) {
        this.raw = raw;
        this.dice = dice;
        this.rows = raw.candidates().rows;
        this.holds = holds;
    }

    void spoil() {
        if (dice.percent(15)) {
            doubles();
        }
        if (dice.percent(15)) {
            homonyms();
        }
        if (dice.percent(60)) {
            group();
        }
    }

    private void doubles() {
        Map<String, String> a = dice.one(rows);
        Map<String, String> b = dice.one(rows);
        if (a != b
                && holds.free(a, Deis.NUMBER)
                && holds.free(b, Deis.NUMBER)
                && !Corrections.settled(raw, a.get(Deis.NUMBER))
                && !Corrections.settled(raw, b.get(Deis.NUMBER))) {
            String number = a.get(Deis.NUMBER);
            b.put(Deis.NUMBER, dice.percent(40) ? number.toLowerCase(Locale.ROOT) : number);
            holds.hold(a, Deis.NUMBER, Deis.NAME);
            holds.hold(b, Deis.NUMBER, Deis.NAME);
        }
    }

    private void homonyms() {
        Map<String, String> a = dice.one(rows);
        Map<String, String> b = dice.one(rows);
        String[] person = {Deis.NAME, Deis.FIRST_NAMES, Deis.BIRTH, Deis.NUMBER};
        if (a != b && holds.free(a, person) && holds.free(b, person)) {
            List.of(Deis.NAME, Deis.FIRST_NAMES, Deis.BIRTH).forEach(h -> b.put(h, a.get(h)));
            holds.hold(a, person);
            holds.hold(b, person);
        }
    }

    private void group() {
        List<Map<String, String>> members = rows.stream()
                .filter(r -> Holds.byEpreuve(r, Deis.block("BC02"))
                        && Holds.bearsNumber(r, Deis.COLLECTIVE)
                        && r.containsKey(Deis.GROUP)
                        && holds.free(r, Deis.GROUP, Deis.COLLECTIVE, Deis.COLLECTIVE_PAGES))
                .toList();
        if (members.isEmpty()) {
            return;
        }
        Map<String, String> one = dice.one(members);
        switch (dice.from(0, 3)) {
            case 0 -> one.put(Deis.COLLECTIVE, Dice.mark(dice.anyMark()));
            case 1 -> pagesOfOne(one);
            case 2 -> settleGroup(one, true);
            default -> settleGroup(one, false);
        }
    }

    /** Only where every other member's pages can be read: nothing says what an empty cell is compared to. */
    private void pagesOfOne(Map<String, String> one) {
        if (holds.group(one).stream().allMatch(r -> holds.free(r, Deis.COLLECTIVE_PAGES))) {
            one.put(Deis.COLLECTIVE_PAGES, one.get(Deis.COLLECTIVE_PAGES).equals("30") ? "31" : "30");
        }
    }

    private void settleGroup(Map<String, String> one, boolean whole) {
        String mark = Dice.mark(dice.anyMark());
        for (Map<String, String> row : holds.group(one)) {
            if ((whole || row == one) && Holds.bearsNumber(row, Deis.COLLECTIVE) && holds.free(row, Deis.NUMBER)) {
                Corrections.row(raw, row, Deis.COLLECTIVE, mark, "double correction");
                holds.hold(row, Deis.NUMBER);
            }
        }
    }
}

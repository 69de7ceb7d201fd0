package oracle;

import java.util.List;
import java.util.Map;

/** Rows of Délibération: marks that the jury changed. */
final class Corrections {
    /** Marks whose change concerns one candidate and asks for nothing beside it. */
    private static final List<String> INDIVIDUAL = List.of("BC01 Soutenance", "BC02 Soutenance");

    private Corrections() {}

    /** Settles an oral mark, whatever stood there (a number, ABS, NP or nothing). Gives back the header, "" for none. */
    static String individual(RawSession raw, Map<String, String> row, Dice dice) {
        String header = dice.one(INDIVIDUAL);
        Deis.Block block = Deis.block(header.substring(0, 4));
        String other = row.getOrDefault(block.components().get(0).header(), "");
        Mark written = Mark.read(row.getOrDefault(header, ""));
        // With NP or nothing on the other component a settled oral would make a lone number: a fault, not a change.
        if (Mark.read(other).is(Mark.State.NP)
                || other.isEmpty()
                || !written.state().fault.isEmpty()
                || settled(raw, row.get(Deis.NUMBER))) {
            return "";
        }
        int value = dice.anyMark();
        if (written.is(Mark.State.VALID)) {
            int before = written.value().movePointRight(2).intValueExact();
            value = before >= 2000 ? before - 1 : before + dice.one(1, Math.min(50, 2000 - before));
        }
        row(raw, row, header, Dice.mark(value), "relecture de la copie par le jury");
        return header;
    }

    static boolean settled(RawSession raw, String number) {
        return raw.sheet(RawSession.DELIBERATION).isPresent()
                && raw.deliberation().rows.stream().anyMatch(r -> number.equals(r.get(Deis.NUMBER)));
    }

    static void row(RawSession raw, Map<String, String> candidate, String component, String mark, String motive) {
        raw.deliberation()
                .add(
                        Deis.NUMBER,
                        candidate.get(Deis.NUMBER),
                        Deis.COMPONENT,
                        component,
                        Deis.SETTLED,
                        mark,
                        Deis.MOTIVE,
                        motive);
    }
}

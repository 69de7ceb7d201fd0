package oracle;

import java.util.List;
import java.util.Map;
import java.util.Random;
import oracle.Shape.Component;
import oracle.Shape.Length;

/** Random marks of an épreuve, many of them near its threshold, some of them no marks. */
final class ShapedMarks {
    private final int step;
    private final Random random;
    private boolean faulty;

    /** @param step of marks, in hundredths */
    ShapedMarks(int step, Random random) {
        this.step = step;
        this.random = random;
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /**
     * Writes the marks of an épreuve, and what is asked beside them.
     *
     * @param groups how many groups there are to sit in
     * @return whether something is wrong with them
     */
    boolean write(Map<String, String> row, Shape shape, String code, int groups) {
        faulty = false;
        Shape.Epreuve epreuve = shape.epreuves().get(code);
        if (percent(4)) {
            epreuve.components().forEach(c -> row.put(c.header(), "NP"));
            return false;
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
            String written = ShapedRules.french(mark);
            int chance = random.nextInt(200);
            if (chance < 6) {
                written = "ABS";
            } else if (chance < 11) {
                written = one(List.of("", "douze", "20,5", "-1", "9,999"));
                faulty = true;
            }
            row.put(component.header(), written);
            if (number(written)) {
                beside(row, epreuve, component, groups);
            }
        }
        return faulty;
    }

    private static boolean number(String written) {
        return !written.isEmpty() && (Character.isDigit(written.charAt(0)) || written.charAt(0) == '-');
    }

    private void beside(Map<String, String> row, Shape.Epreuve epreuve, Component component, int groups) {
        for (Length length : epreuve.lengths()) {
            if (length.component().equals(component.header())) {
                boolean out = percent(2);
                row.put(length.header(), String.valueOf(out ? length.most() + 1 : length.least()));
                faulty |= out;
            }
        }
        if (component.header().equals(epreuve.components().getFirst().header())) {
            epreuve.choice().forEach((header, codes) -> {
                boolean wrong = percent(2);
                row.put(header, wrong ? "9.9" : one(codes));
                faulty |= wrong;
            });
        }
        if (component.collective()) {
            boolean none = percent(2);
            row.put("Groupe", none ? "" : "G" + random.nextInt(groups));
            faulty |= none;
        }
    }
}

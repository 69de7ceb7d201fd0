package oracle;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One cell as it is shown: a text, or a number or date that a workbook may hold as such.
 *
 * @param text what a CSV says
 * @param number the number of a numeric cell, empty for a text
 * @param date the day of a date cell, empty for anything else
 * @param formula whether a workbook shows it as a formula with its value stored
 */
record Shown(String text, Optional<Double> number, Optional<LocalDate> date, boolean formula) {
    static final Shown EMPTY = text("");

    static Shown text(String text) {
        return new Shown(text, Optional.empty(), Optional.empty(), false);
    }

    /** How the value under the header is shown this time; only a workbook shows real numbers, dates and formulas. */
    static Shown of(String header, String value, Dice dice, boolean workbook) {
        if (value.isEmpty() || value.equals(RawSession.FORMULA_WITHOUT_VALUE)) {
            return text(value);
        }
        Shown shown = plain(header, value, dice, workbook);
        // A formula is its stored value (3).
        return workbook && shown.date().isEmpty() && dice.percent(4)
                ? new Shown(shown.text(), shown.number(), shown.date(), true)
                : shown;
    }

    private static Shown plain(String header, String value, Dice dice, boolean workbook) {
        if (Deis.MARK_HEADERS.contains(header) || header.equals(Deis.SETTLED)) {
            return mark(value, dice, workbook);
        }
        if (header.equals(Deis.BIRTH) || header.equals(Deis.DATE)) {
            return date(value, dice, workbook);
        }
        if (header.endsWith(" Pages") || header.endsWith(" Signes") || header.equals("Nombre de candidats")) {
            return length(value, dice, workbook);
        }
        // A number cell is its integer text (3.3); zeros in front or more than 15 digits would be lost, so not then.
        if (header.equals(Deis.NUMBER) && value.matches("[1-9]\\d{0,14}") && workbook && dice.percent(60)) {
            return new Shown(value, Optional.of(Double.valueOf(value)), Optional.empty(), false);
        }
        // 3.1 typed into a spreadsheet is a number, whose shortest decimal is 3.1 again (3.3).
        if (header.equals(Deis.COMPETENCE) && value.matches("\\d\\.\\d") && workbook && dice.percent(40)) {
            return new Shown(value, Optional.of(Double.valueOf(value)), Optional.empty(), false);
        }
        // Outer spaces, the no-break one included, say nothing.
        return text(dice.percent(4) ? dice.one(" ", "\u00a0") + value + dice.one(" ", "\u00a0", "") : value);
    }

    private static Shown mark(String value, Dice dice, boolean workbook) {
        Mark mark = Mark.read(value);
        if (!mark.isNumber()) {
            return text(value);
        }
        BigDecimal number = mark.value();
        if (workbook && dice.percent(50)) {
            double stored = number.doubleValue();
            // A computed cell is off by the last bits; 15 significant digits are read (9.9600000000000009 is 9,96).
            boolean noisy = stored > 1 && dice.percent(15);
            return new Shown(
                    value,
                    Optional.of(noisy ? dice.one(Math.nextUp(stored), Math.nextDown(stored)) : stored),
                    Optional.empty(),
                    false);
        }
        String french = Text.french(number);
        // Zeros behind the comma do not change a number, up to the step.
        if (dice.percent(20)) {
            french = number.stripTrailingZeros().scale() <= 0
                    ? french + dice.one(",0", ",00")
                    : number.scale() == 1 ? french + "0" : french;
        }
        // Comma or point, "/20", no-break spaces: all in section 3.
        String shown = dice.percent(35) ? french.replace(',', '.') : french;
        shown += dice.one("", "", "", "/20", " / 20", "\u00a0/\u00a020", "\u202f/20");
        return text(dice.percent(10) ? "\u00a0" + shown + "\u00a0" : shown);
    }

    private static Shown date(String value, Dice dice, boolean workbook) {
        Optional<LocalDate> day = Text.date(value);
        if (day.isEmpty()) {
            return text(value);
        }
        // Both written forms and the spreadsheet's own (3).
        if (workbook && dice.percent(50)) {
            return new Shown(value, Optional.empty(), day, false);
        }
        LocalDate d = day.get();
        return text(
                dice.percent(50)
                        ? d.toString()
                        : "%02d/%02d/%04d".formatted(d.getDayOfMonth(), d.getMonthValue(), d.getYear()));
    }

    private static Shown length(String value, Dice dice, boolean workbook) {
        Optional<Integer> number = Text.length(value);
        if (number.isEmpty()) {
            return text(value);
        }
        if (workbook && dice.percent(50)) {
            return new Shown(value, Optional.of((double) number.get()), Optional.empty(), false);
        }
        // Thousands set apart by a no-break space.
        if (number.get() >= 1000 && dice.percent(30)) {
            return text(number.get() / 1000 + dice.one("\u00a0", "\u202f") + "%03d".formatted(number.get() % 1000));
        }
        return text(value);
    }

    /** A header or sheet name in other clothes: case, accents, spaces and punctuation are not looked at (3). */
    static String header(String official, Dice dice) {
        String shown = official;
        if (dice.percent(12)) {
            shown = shown.toUpperCase(Locale.FRENCH);
        } else if (dice.percent(12)) {
            shown = shown.toLowerCase(Locale.FRENCH);
        }
        if (dice.percent(12)) {
            shown = Normalizer.normalize(shown, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        }
        if (dice.percent(12)) {
            shown = shown.replace(" ", dice.one("_", "  ", "\u00a0", "-", ""));
        }
        if (dice.percent(6)) {
            shown = shown.replace("'", "’");
        }
        return dice.percent(8) ? dice.one(List.of(" " + shown, shown + " ", shown + " :", shown + ".")) : shown;
    }
}

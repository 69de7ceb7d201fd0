package oracle;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mark cell says: one of the states of section 3.3, with its value when it can be read as a number. */
record Mark(State state, BigDecimal value) {
    enum State {
        EMPTY(""),
        FORMULA("FORMULE_SANS_VALEUR"),
        ABS(""),
        NP(""),
        VALID(""),
        OUT_OF_BOUNDS("NOTE_HORS_BORNES"),
        TOO_FINE("NOTE_PAS"),
        UNREADABLE("NOTE_ILLISIBLE");

        /** The code of the fault that the cell bears by itself, "" when it bears none. */
        final String fault;

        State(String fault) {
            this.fault = fault;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d+(?:[.,]\\d+)?)(?: */ *20)?");

    static Mark read(String cell) {
        if (cell.equals(RawSession.FORMULA_WITHOUT_VALUE)) {
            return new Mark(State.FORMULA, BigDecimal.ZERO);
        }
        String text = Text.clean(cell);
        switch (text) {
            case "":
                return new Mark(State.EMPTY, BigDecimal.ZERO);
            case "ABS":
                return new Mark(State.ABS, BigDecimal.ZERO);
            case "NP":
                return new Mark(State.NP, BigDecimal.ZERO);
            default:
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return new Mark(State.UNREADABLE, BigDecimal.ZERO);
        }
        BigDecimal value = new BigDecimal(number.group(1).replace(',', '.'));
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(20)) > 0) {
            return new Mark(State.OUT_OF_BOUNDS, value);
        }
        boolean tooFine = value.signum() != 0 && value.stripTrailingZeros().scale() > 2;
        return new Mark(tooFine ? State.TOO_FINE : State.VALID, value);
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    /** Whether the cell bears a number, good or not: what is asked beside a number is asked. */
    boolean isNumber() {
        return state == State.VALID || state == State.OUT_OF_BOUNDS || state == State.TOO_FINE;
    }
}

package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.Locale;
import java.util.Map;

/** The colours of faulty cells, the same in every format; all are light, so that dark text is read on them. */
final class Tints {
    private static final Map<Gravity, String> TINTS = Map.of(
            Gravity.BLOQUANTE, "F4A9A3",
            Gravity.A_ARBITRER, "FFC07A",
            Gravity.AVERTISSEMENT, "FFEE8C");

    /** From here on, of 255, a text fades on them. */
    private static final int LIGHT = 100;

    private Tints() {}

    /** The colour as six hexadecimal digits in capitals. */
    static String of(Gravity gravity) {
        String tint = TINTS.get(gravity);
        if (tint == null) {
            throw new IllegalArgumentException("not shown in a bordereau: " + gravity);
        }
        return tint;
    }

    /** @param rgb six hexadecimal digits */
    static boolean isOurs(String rgb) {
        return TINTS.containsValue(rgb.toUpperCase(Locale.ROOT));
    }

    /** Whether a text of that colour, each part from 0 to 255, is too light to be read here. White headers are. */
    static boolean fades(int red, int green, int blue) {
        // As the eye weighs the three colours.
        return (red * 299 + green * 587 + blue * 114) / 1000 >= LIGHT;
    }
}

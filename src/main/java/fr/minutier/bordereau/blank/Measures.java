package fr.minutier.bordereau.blank;

/** Sizes that both formats share. Only lengths on paper and screen are binary fractions here. */
final class Measures {
    static final double LINE_POINTS = 13;
    static final double MARGIN_POINTS = 4;
    static final double MARGIN_INCHES = 0.4;
    static final double BOTTOM_INCHES = 0.75;

    private Measures() {}

    /** Of a row, in points. */
    static float height(Form.Row row) {
        return (float) (row.lines() * LINE_POINTS + MARGIN_POINTS);
    }
}

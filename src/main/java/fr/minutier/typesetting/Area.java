package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import java.awt.Color;

/**
 * Where and how text is set.
 *
 * @param x left edge, in points
 * @param width in points
 * @param size of type, in points
 * @param bold whatever the text says
 * @param solemn headings are centred and stand freer
 */
record Area(double x, double width, double size, Block.Align align, Color colour, boolean bold, boolean solemn) {

    Area within(double left, double width) {
        return new Area(x + left, width, size, align, colour, bold, solemn);
    }

    Area aligned(Block.Align align) {
        return new Area(x, width, size, align, colour, bold, solemn);
    }

    Area sized(double size) {
        return new Area(x, width, size, align, colour, bold, solemn);
    }

    Area heading(double size, Color colour) {
        return new Area(x, width, size, align, colour, true, solemn);
    }

    Area ceremonial(double size) {
        return new Area(x, width, size, Block.Align.CENTRE, colour, bold, true);
    }

    /** Where a line begins so as to be aligned. */
    double start(Line line) {
        return switch (align) {
            case LEFT -> x;
            case CENTRE -> x + (width - line.width()) / 2;
            case RIGHT -> x + width - line.width();
        };
    }
}

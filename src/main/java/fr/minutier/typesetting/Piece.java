package fr.minutier.typesetting;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * A strip across the page that is never cut: a line of text, a row of a table.
 *
 * @param before free room above it, dropped at the top of a page, in points
 * @param height in points
 * @param sticky stands on the same page as the piece after it
 * @param ink draws it, given where its top is
 * @param head repeated at the top of a page that begins with this piece, or null
 * @param frame drawn around all neighbours that have the same, or null
 */
record Piece(
        double before,
        double height,
        boolean sticky,
        Ink ink,
        @Nullable Piece head,
        @Nullable Frame frame) {

    /** What follows goes to a new page. */
    static final Piece PAGE_BREAK = new Piece(0, 0, false, (pen, top) -> {}, null, null);

    /** Draws a piece, its top at the given height above the foot of the sheet. */
    interface Ink {
        void draw(Pen pen, double top);
    }

    /** A tinted box with a bar at its left; two of the same look are still two. */
    static final class Frame {
        private final double x;
        private final double width;
        private final double bar;
        private final Color tint;
        private final Color accent;

        Frame(double x, double width, double bar, Color tint, Color accent) {
            this.x = x;
            this.width = width;
            this.bar = bar;
            this.tint = tint;
            this.accent = accent;
        }

        void draw(Pen pen, double top, double bottom) {
            pen.box(x, bottom, width, top - bottom, tint);
            pen.box(x, bottom, bar, top - bottom, accent);
        }
    }

    Piece(double before, double height, Ink ink) {
        this(before, height, false, ink, null, null);
    }

    boolean breaksPage() {
        return equals(PAGE_BREAK);
    }

    Piece stickyIf(boolean sticky) {
        return new Piece(before, height, sticky, ink, head, frame);
    }

    Piece after(double room) {
        return new Piece(room, height, sticky, ink, head, frame);
    }

    Piece under(Piece head) {
        return new Piece(before, height, sticky, ink, head, frame);
    }

    Piece in(Frame frame) {
        return new Piece(before, height, sticky, ink, head, this.frame == null ? frame : this.frame);
    }
}

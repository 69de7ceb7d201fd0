package fr.minutier.typesetting;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The outline of a glyph as few bytes: without hinting, and in thousandths of the size of type, the grid of PostScript
 * fonts, on which most steps from point to point take one byte instead of two. No point moves by more than half a
 * thousandth, the width of a hair at the size of a poster. Saves a fifth of a compressed font.
 */
final class SmallGlyph {
    private static final int ON_CURVE = 0x01;
    private static final int SHORT_X = 0x02;
    private static final int SHORT_Y = 0x04;
    private static final int REPEAT = 0x08;
    /** Of a short step: that it is positive; of a long one: that there is none. */
    private static final int SAME_X = 0x10;

    private static final int SAME_Y = 0x20;

    private static final int WORDS = 0x01;
    private static final int SCALE = 0x08;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;
    private static final int INSTRUCTIONS = 0x100;

    private final ByteBuffer glyph;
    private final IntUnaryOperator scaled;

    private SmallGlyph(byte[] outline, IntUnaryOperator scaled) {
        glyph = ByteBuffer.wrap(outline);
        this.scaled = scaled;
    }

    /**
     * A glyph made small.
     *
     * @param outline as in a TrueType file, empty for a blank
     * @param scaled thousandths of the size of type, from units of the font
     * @param part the new number of a glyph that this one is composed of, from its old one
     */
    static byte[] of(byte[] outline, IntUnaryOperator scaled, IntUnaryOperator part) {
        if (outline.length == 0) {
            return outline;
        }
        SmallGlyph small = new SmallGlyph(outline, scaled);
        return small.glyph.getShort(0) < 0 ? small.composite(part) : small.simple();
    }

    private byte[] composite(IntUnaryOperator part) {
        ByteBuffer out = ByteBuffer.allocate(glyph.capacity() + 2);
        out.putShort(glyph.getShort(0));
        for (int edge = 2; edge < 10; edge += 2) {
            out.putShort(scaled(glyph.getShort(edge)));
        }
        int at = 10;
        int flags;
        do {
            flags = glyph.getShort(at) & 0xFFFF;
            out.putShort((short) (flags & ~INSTRUCTIONS));
            out.putShort((short) part.applyAsInt(glyph.getShort(at + 2) & 0xFFFF));
            at += 4;
            if ((flags & WORDS) != 0) {
                out.putShort(scaled(glyph.getShort(at))).putShort(scaled(glyph.getShort(at + 2)));
                at += 4;
            } else {
                out.put((byte) scaled(glyph.get(at))).put((byte) scaled(glyph.get(at + 1)));
                at += 2;
            }
            int factors = (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
            out.put(glyph.array(), at, factors);
            at += factors;
        } while ((flags & MORE) != 0);
        return even(out);
    }

    private byte[] simple() {
        int contours = glyph.getShort(0);
        int points = contours == 0 ? 0 : glyph.getShort(8 + 2 * contours) + 1;
        int at = 10 + 2 * contours;
        glyph.position(at + 2 + (glyph.getShort(at) & 0xFFFF));
        byte[] flags = flags(points);
        int[] x = steps(flags, SHORT_X, SAME_X);
        int[] y = steps(flags, SHORT_Y, SAME_Y);

        // At most five bytes a point.
        ByteBuffer out = ByteBuffer.allocate(at + 4 + 5 * points);
        out.putShort((short) contours);
        for (int edge = 2; edge < 10; edge += 2) {
            out.putShort(scaled(glyph.getShort(edge)));
        }
        out.put(glyph.array(), 10, 2 * contours).putShort((short) 0);
        byte[] small = new byte[points];
        for (int i = 0; i < points; i++) {
            small[i] = (byte) ((flags[i] & ON_CURVE) | flag(x[i], SHORT_X, SAME_X) | flag(y[i], SHORT_Y, SAME_Y));
        }
        for (int i = 0, next; i < points; i = next) {
            next = i + 1;
            while (next < points && small[next] == small[i] && next - i < 256) {
                next++;
            }
            if (next - i > 2) {
                out.put((byte) (small[i] | REPEAT)).put((byte) (next - i - 1));
            } else {
                out.put(small, i, next - i);
            }
        }
        put(x, out);
        put(y, out);
        return even(out);
    }

    private byte[] flags(int points) {
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = glyph.get();
            if ((flags[i] & REPEAT) != 0) {
                int times = glyph.get() & 0xFF;
                Arrays.fill(flags, i + 1, i + 1 + times, flags[i]);
                i += times;
            }
        }
        return flags;
    }

    /** The steps from point to point, each between places that are rounded, so that roundings do not add up. */
    private int[] steps(byte[] flags, int isShort, int same) {
        int[] steps = new int[flags.length];
        int place = 0;
        int rounded = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean isSame = (flags[i] & same) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = glyph.get() & 0xFF;
                place += isSame ? step : -step;
            } else if (!isSame) {
                place += glyph.getShort();
            }
            steps[i] = scaled(place) - rounded;
            rounded += steps[i];
        }
        return steps;
    }

    private static int flag(int step, int isShort, int same) {
        return step == 0 ? same : Math.abs(step) > 255 ? 0 : step > 0 ? isShort | same : isShort;
    }

    private static void put(int[] steps, ByteBuffer out) {
        for (int step : steps) {
            if (Math.abs(step) > 255) {
                out.putShort((short) step);
            } else if (step != 0) {
                out.put((byte) Math.abs(step));
            }
        }
    }

    private short scaled(int units) {
        return (short) scaled.applyAsInt(units);
    }

    /** What was written, and a zero if that is needed: places of glyphs are counted in pairs of bytes. */
    private static byte[] even(ByteBuffer out) {
        byte[] even = new byte[(out.position() + 1) / 2 * 2];
        out.flip().get(0, even, 0, out.limit());
        return even;
    }
}

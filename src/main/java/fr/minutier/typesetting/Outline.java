package fr.minutier.typesetting;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of letters as closed curves, to draw large words that must not be taken for text of the page. */
record Outline(List<List<Point>> contours) {
    private static final int ON_CURVE = 0x01;
    private static final int SHORT_X = 0x02;
    private static final int SHORT_Y = 0x04;
    private static final int REPEAT = 0x08;
    private static final int SAME_X = 0x10;
    private static final int SAME_Y = 0x20;

    /** A point of a contour in units of the font; {@code on} the curve, or a control point of a quadratic one. */
    record Point(double x, double y, boolean on) {
        Point moved(double dx, double dy) {
            return new Point(x + dx, y + dy, on);
        }

        private Point halfway(Point other) {
            return new Point((x + other.x) / 2, (y + other.y) / 2, true);
        }
    }

    /** Draws one contour after the other. */
    interface Path {
        void moveTo(Point start);

        void curveTo(Point control, Point end);
    }

    /** The shape of one glyph, composed ones included. */
    static Outline of(TrueTypeFile font, int glyph) {
        byte[] bytes = font.outline(glyph);
        List<List<Point>> contours = new ArrayList<>();
        if (bytes.length > 0) {
            ByteBuffer data = ByteBuffer.wrap(bytes);
            int count = data.getShort(0);
            if (count < 0) {
                composite(font, data, contours);
            } else {
                simple(data, count, contours);
            }
        }
        return new Outline(contours);
    }

    private static void composite(TrueTypeFile font, ByteBuffer data, List<List<Point>> contours) {
        int at = 10;
        int flags;
        do {
            flags = data.getShort(at) & 0xFFFF;
            int part = data.getShort(at + 2) & 0xFFFF;
            boolean words = (flags & 0x01) != 0;
            double dx = words ? data.getShort(at + 4) : data.get(at + 4);
            double dy = words ? data.getShort(at + 6) : data.get(at + 5);
            contours.addAll(of(font, part).moved(dx, dy).contours);
            at += words ? 8 : 6;
            at += (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        } while ((flags & 0x20) != 0);
    }

    private static void simple(ByteBuffer data, int count, List<List<Point>> contours) {
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            ends[i] = data.getShort(10 + 2 * i) & 0xFFFF;
        }
        int points = count == 0 ? 0 : ends[count - 1] + 1;
        int instructions = data.getShort(10 + 2 * count) & 0xFFFF;
        data.position(12 + 2 * count + instructions);
        int[] flags = new int[points];
        for (int i = 0; i < points; i++) {
            int flag = data.get() & 0xFF;
            flags[i] = flag;
            for (int times = (flag & REPEAT) == 0 ? 0 : data.get() & 0xFF; times > 0; times--) {
                flags[++i] = flag;
            }
        }
        int[] x = coordinates(data, flags, SHORT_X, SAME_X);
        int[] y = coordinates(data, flags, SHORT_Y, SAME_Y);
        int start = 0;
        for (int end : ends) {
            List<Point> contour = new ArrayList<>();
            for (int i = start; i <= end; i++) {
                contour.add(new Point(x[i], y[i], (flags[i] & ON_CURVE) != 0));
            }
            contours.add(contour);
            start = end + 1;
        }
    }

    /** Each is told by its distance from the one before, in one byte, in two, or not at all when it is the same. */
    private static int[] coordinates(ByteBuffer data, int[] flags, int isShort, int same) {
        int[] coordinates = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int distance = data.get() & 0xFF;
                value += (flags[i] & same) != 0 ? distance : -distance;
            } else if ((flags[i] & same) == 0) {
                value += data.getShort();
            }
            coordinates[i] = value;
        }
        return coordinates;
    }

    Outline moved(double dx, double dy) {
        return new Outline(contours.stream()
                .map(contour ->
                        contour.stream().map(point -> point.moved(dx, dy)).toList())
                .toList());
    }

    /** Goes along every contour, from a point on its curve. */
    void draw(Path path) {
        for (List<Point> contour : contours) {
            int first = 0;
            while (first < contour.size() - 1 && !contour.get(first).on()) {
                first++;
            }
            List<Point> round = new ArrayList<>(contour.subList(first, contour.size()));
            round.addAll(contour.subList(0, first));
            Point start =
                    round.getFirst().on() ? round.getFirst() : round.getFirst().halfway(round.getLast());
            path.moveTo(start);
            Point from = start;
            @Nullable Point control = round.getFirst().on() ? null : round.getFirst();
            round.add(start);
            for (Point point : round.subList(1, round.size())) {
                if (point.on()) {
                    path.curveTo(control == null ? from.halfway(point) : control, point);
                    from = point;
                    control = null;
                } else {
                    if (control != null) {
                        from = control.halfway(point);
                        path.curveTo(control, from);
                    }
                    control = point;
                }
            }
        }
    }
}

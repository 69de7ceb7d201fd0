package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import fr.minutier.typesetting.LineBreaker.Run;
import java.awt.Color;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws the pages of one document and tags everything on the way: text belongs to an element of the structure tree, all
 * the rest is an artifact. Coordinates are points from the lower left corner.
 */
final class Pen {
    private final Structure structure;
    private final Resources resources;
    private final IntFunction<SharedFont> made;
    private final @Nullable Bookmarks bookmarks;
    /** What is drawn on the present page, in the language of PDF. */
    private final Bytes page = new Bytes(16 * 1024);

    private final Set<Integer> fonts = new TreeSet<>();
    private final Set<Integer> pictures = new TreeSet<>();
    private int number;
    private @Nullable Tag open;
    /** Whether what is open stands in one text of the page, which other sequences may share. */
    private boolean openInText;

    private boolean artifact;
    private @Nullable Color fill;
    private @Nullable String firstCode;
    /** The font and the size that the page sets text in, until it is told otherwise. */
    private int font;

    private int size;
    /** Where the last line of a run of lines begins, in hundredths of a point. */
    private boolean writing;

    private int lineX;
    private int lineY;

    /**
     * Makes ready to draw.
     *
     * @param fonts by face
     * @param bookmarks those that headings are added to, or null
     */
    Pen(Structure structure, Resources resources, IntFunction<SharedFont> fonts, @Nullable Bookmarks bookmarks) {
        this.structure = structure;
        this.resources = resources;
        this.made = fonts;
        this.bookmarks = bookmarks;
    }

    /** Takes a new page, which is that object of the file. */
    void begin(int number) {
        this.number = number;
        page.clear();
        fonts.clear();
        pictures.clear();
        fill = null;
        font = 0;
        structure.begin(number);
    }

    /** Writes a line of an element. Lines of one element that follow each other become one marked sequence. */
    void text(Tag tag, Line line, double x, double baseline, double size, Color colour) {
        if (line.runs().isEmpty()) {
            return;
        }
        boolean begins = !artifact && open != tag;
        if (begins) {
            close();
        }
        fill(colour);
        if (!writing) {
            page.add("BT\n");
            writing = true;
            lineX = 0;
            lineY = 0;
        }
        if (begins) {
            open(tag);
            openInText = true;
        }
        // From the beginning of the line before: short numbers, since lines mostly stand below each other.
        int left = hundredths(x);
        int up = hundredths(baseline);
        page.hundredths(left - lineX).hundredths(up - lineY).add("Td\n");
        lineX = left;
        lineY = up;
        for (Run run : line.runs()) {
            SharedFont face = made.apply(run.face());
            font(resources.font(face), hundredths(size));
            face.encode(run.text(), page);
            page.add("Tj\n");
        }
    }

    private static int hundredths(double points) {
        return (int) Math.round(points * 100);
    }

    private void font(int font, int size) {
        if (this.font != font || this.size != size) {
            page.add("/F").number(font).hundredths(size).add("Tf\n");
            this.font = font;
            this.size = size;
            fonts.add(font);
        }
    }

    /**
     * A picture or a chart: everything drawn inside is one element, said by its alternative text.
     *
     * @param x and the three others: the box that holds it
     */
    void figure(Tag tag, String alternative, double x, double y, double width, double height, Runnable drawing) {
        if (artifact) {
            drawing.run();
            return;
        }
        structure.describe(
                tag,
                new Bytes(64)
                        .add("<</O/Layout/Placement/Block/BBox[")
                        .points(x)
                        .points(y)
                        .points(x + width)
                        .points(y + height)
                        .add("]>>"),
                alternative);
        close();
        endText();
        open(tag);
        openInText = false;
        drawing.run();
        close();
    }

    /** A filled rectangle that is part of what is open. */
    void fill(double x, double y, double width, double height, Color colour) {
        endText();
        fill(colour);
        page.points(x).points(y).points(width).points(height).add("re f\n");
    }

    /** A picture that is part of what is open; x and y are its lower left corner. */
    void picture(Raster raster, double x, double y, double width, double height) {
        picture(resources.picture(raster), x, y, width, height);
    }

    private void picture(int picture, double x, double y, double width, double height) {
        endText();
        pictures.add(picture);
        page.add("q ").points(width).add("0 0 ").points(height).points(x).points(y);
        page.add("cm/I").digits(picture).add(" Do Q\n");
    }

    /** Makes an element that has nothing to show, such as an empty cell. */
    void touch(Tag tag) {
        if (!artifact) {
            structure.touch(tag);
        }
    }

    /**
     * Large slanted letters, drawn as shapes: whoever copies or extracts the text of the page does not find them strewn
     * over it. Only inside {@link #artifact}.
     *
     * @param scale points for one unit of the outline
     */
    void slanted(Outline outline, double x, double y, double angle, double scale, Color colour) {
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        endText();
        fill(colour);
        outline.draw(new Outline.Path() {
            private double lastX;
            private double lastY;

            @Override
            public void moveTo(Outline.Point start) {
                lastX = x(start);
                lastY = y(start);
                page.points(lastX).points(lastY).add("m\n");
            }

            // A quadratic curve as the cubic one that PDF knows.
            @Override
            public void curveTo(Outline.Point control, Outline.Point end) {
                double endX = x(end);
                double endY = y(end);
                page.points(lastX + (x(control) - lastX) * 2 / 3)
                        .points(lastY + (y(control) - lastY) * 2 / 3)
                        .points(endX + (x(control) - endX) * 2 / 3)
                        .points(endY + (y(control) - endY) * 2 / 3)
                        .points(endX)
                        .points(endY)
                        .add("c\n");
                lastX = endX;
                lastY = endY;
            }

            private double x(Outline.Point point) {
                return x + point.x() * cos - point.y() * sin;
            }

            private double y(Outline.Point point) {
                return y + point.x() * sin + point.y() * cos;
            }
        });
        page.add("f\n");
    }

    /** A horizontal rule. */
    void rule(double x, double y, double width, double thickness, Color colour) {
        box(x, y - thickness / 2, width, thickness, colour);
    }

    /** A filled rectangle; x and y are its lower left corner. */
    void box(double x, double y, double width, double height, Color colour) {
        artifact(null, null, () -> fill(x, y, width, height, colour));
    }

    /**
     * Everything drawn inside is an artifact.
     *
     * @param type {@code Pagination} for running matter, null for decoration
     * @param subtype {@code Header}, {@code Footer} or {@code Watermark}
     */
    void artifact(@Nullable String type, @Nullable String subtype, Runnable drawing) {
        if (artifact) {
            drawing.run();
            return;
        }
        close();
        endText();
        page.add("/Artifact");
        if (type == null) {
            page.add(" BMC\n");
        } else {
            page.add("<</Type/")
                    .add(type)
                    .add("/Subtype/")
                    .add(subtype == null ? "Header" : subtype)
                    .add(">>BDC\n");
        }
        artifact = true;
        drawing.run();
        endText();
        page.add("EMC\n");
        artifact = false;
    }

    /** An entry of the outline that leads here; headings that are repeated as artifacts give none. */
    void bookmark(int level, String title, double top) {
        if (bookmarks != null && !artifact) {
            bookmarks.add(level, title, number, top);
        }
    }

    /** Draws a code that is part of what is open; x and y are the lower left corner of its white room. */
    void code(QrCode code, double x, double y) {
        picture(resources.code(code), x, y, code.side(), code.side());
        if (firstCode == null) {
            firstCode = code.text();
        }
    }

    /** The text of the first code drawn, if there was one. */
    @Nullable
    String firstCode() {
        return firstCode;
    }

    /** Ends the page, and gives back what is drawn on it. */
    Bytes end() {
        close();
        endText();
        return page;
    }

    /** The fonts and pictures of the page, as it calls them. */
    Bytes resources() {
        Bytes used = new Bytes(128).add("<</Font<<");
        fonts.forEach(one -> used.add("/F").number(one).reference(one));
        used.add(">>");
        if (!pictures.isEmpty()) {
            used.add("/XObject<<");
            pictures.forEach(one -> used.add("/I").number(one).reference(one));
            used.add(">>");
        }
        return used.add(">>");
    }

    private void open(Tag tag) {
        page.add('/')
                .add(tag.role())
                .add("<</MCID ")
                .digits(structure.mark(tag))
                .add(">>BDC\n");
        open = tag;
    }

    private void close() {
        if (open == null) {
            return;
        }
        if (!openInText) {
            endText();
        }
        page.add("EMC\n");
        open = null;
    }

    private void endText() {
        if (!writing) {
            return;
        }
        if (openInText) {
            close();
        }
        page.add("ET\n");
        writing = false;
    }

    private void fill(Color colour) {
        if (!colour.equals(fill)) {
            for (int part : new int[] {colour.getRed(), colour.getGreen(), colour.getBlue()}) {
                thousandths((part * 1000 + 127) / 255);
            }
            page.add("rg\n");
            fill = colour;
        }
    }

    private void thousandths(int thousandths) {
        if (thousandths == 1000) {
            page.add("1 ");
        } else {
            page.add('.')
                    .add('0' + thousandths / 100)
                    .add('0' + thousandths / 10 % 10)
                    .add('0' + thousandths % 10)
                    .add(' ');
        }
    }
}

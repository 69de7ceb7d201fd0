package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import fr.minutier.typesetting.LineBreaker.Run;
import java.awt.Color;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.ImgRaw;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Draws on the pages of one PDF and tags everything on the way: text belongs to an element of the structure tree, all the
 * rest is an artifact. Coordinates are points from the lower left corner.
 */
final class Pen {
    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final PdfWriter writer;
    private final PdfContentByte canvas;
    private final IntFunction<BaseFont> made;
    private final Map<Integer, BaseFont> fonts = new HashMap<>();
    private final boolean bookmarks;
    private final IdentityHashMap<Tag, PdfStructureElement> elements = new IdentityHashMap<>();
    private final Deque<PdfOutline> outline = new ArrayDeque<>();
    private @Nullable Tag open;
    private boolean artifact;
    private @Nullable Color fill;
    private @Nullable String firstCode;

    Pen(PdfWriter writer, IntFunction<BaseFont> fonts, boolean bookmarks) {
        this.writer = writer;
        this.canvas = writer.getDirectContent();
        this.made = fonts;
        this.bookmarks = bookmarks;
    }

    /** Writes a line of an element. Lines of one element that follow each other become one marked sequence. */
    void text(Tag tag, Line line, double x, double baseline, double size, Color colour) {
        if (line.runs().isEmpty()) {
            return;
        }
        if (!artifact && open != tag) {
            close();
            canvas.beginMarkedContentSequence(element(tag));
            open = tag;
        }
        fill(colour);
        canvas.beginText();
        boolean first = true;
        for (Run run : line.runs()) {
            canvas.setFontAndSize(fonts.computeIfAbsent(run.face(), made::apply), (float) size);
            if (first) {
                canvas.moveText((float) x, (float) baseline);
                first = false;
            }
            canvas.showText(run.text());
        }
        canvas.endText();
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
        close();
        PdfStructureElement element = element(tag);
        PdfDictionary layout = new PdfDictionary();
        layout.put(PdfName.O, new PdfName("Layout"));
        layout.put(new PdfName("Placement"), new PdfName("Block"));
        layout.put(
                new PdfName("BBox"),
                new PdfArray(new float[] {(float) x, (float) y, (float) (x + width), (float) (y + height)}));
        element.put(PdfName.A, layout);
        element.put(new PdfName("Alt"), new PdfString(alternative, PdfObject.TEXT_UNICODE));
        canvas.beginMarkedContentSequence(element);
        open = tag;
        drawing.run();
        close();
    }

    /** A filled rectangle that is part of what is open. */
    void fill(double x, double y, double width, double height, Color colour) {
        fill(colour);
        canvas.rectangle((float) x, (float) y, (float) width, (float) height);
        canvas.fill();
    }

    /** A picture that is part of what is open; x and y are its lower left corner. */
    void picture(Raster raster, double x, double y, double width, double height) {
        ImgRaw picture = new ImgRaw(raster.width(), raster.height(), 3, 8, raster.deflated());
        picture.setDeflated(true);
        canvas.addImage(picture, (float) width, 0, 0, (float) height, (float) x, (float) y);
    }

    /** Makes an element that has nothing to show, such as an empty cell. */
    void touch(Tag tag) {
        if (!artifact) {
            element(tag);
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
        fill(colour);
        outline.draw(new Outline.Path() {
            private float lastX;
            private float lastY;

            @Override
            public void moveTo(Outline.Point start) {
                lastX = x(start);
                lastY = y(start);
                canvas.moveTo(lastX, lastY);
            }

            // A quadratic curve as the cubic one that PDF knows.
            @Override
            public void curveTo(Outline.Point control, Outline.Point end) {
                float endX = x(end);
                float endY = y(end);
                canvas.curveTo(
                        lastX + (x(control) - lastX) * 2 / 3,
                        lastY + (y(control) - lastY) * 2 / 3,
                        endX + (x(control) - endX) * 2 / 3,
                        endY + (y(control) - endY) * 2 / 3,
                        endX,
                        endY);
                lastX = endX;
                lastY = endY;
            }

            private float x(Outline.Point point) {
                return (float) (x + point.x() * cos - point.y() * sin);
            }

            private float y(Outline.Point point) {
                return (float) (y + point.x() * sin + point.y() * cos);
            }
        });
        canvas.fill();
    }

    /** A horizontal rule. */
    void rule(double x, double y, double width, double thickness, Color colour) {
        box(x, y - thickness / 2, width, thickness, colour);
    }

    /** A filled rectangle; x and y are its lower left corner. */
    void box(double x, double y, double width, double height, Color colour) {
        artifact(null, null, () -> {
            fill(colour);
            canvas.rectangle((float) x, (float) y, (float) width, (float) height);
            canvas.fill();
        });
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
        PdfDictionary properties = new PdfDictionary();
        properties.put(PdfName.TYPE, new PdfName(type == null ? "Layout" : type));
        if (subtype != null) {
            properties.put(PdfName.SUBTYPE, new PdfName(subtype));
        }
        canvas.beginMarkedContentSequence(ARTIFACT, properties, true);
        artifact = true;
        drawing.run();
        canvas.endMarkedContentSequence();
        artifact = false;
    }

    /** An entry of the outline that leads here; headings that are repeated as artifacts give none. */
    void bookmark(int level, String title, double top) {
        if (!bookmarks || artifact) {
            return;
        }
        while (outline.size() >= level) {
            outline.pop();
        }
        PdfOutline parent = outline.isEmpty() ? canvas.getRootOutline() : outline.peek();
        PdfDestination here = new PdfDestination(PdfDestination.XYZ, -1, (float) top, 0);
        outline.push(new PdfOutline(parent, here, title));
    }

    /** Draws a code that is part of what is open; x and y are the lower left corner of its white room. */
    void code(QrCode code, double x, double y) {
        float side = (float) code.side();
        canvas.addImage(code.image(), side, 0, 0, side, (float) x, (float) y, true);
        if (firstCode == null) {
            firstCode = code.text();
        }
    }

    /** The text of the first code drawn, if there was one. */
    @Nullable
    String firstCode() {
        return firstCode;
    }

    /** An entry of the outline of a volume that leads to its present page. */
    void mark(String title, double top) {
        PdfDestination here = new PdfDestination(PdfDestination.XYZ, -1, (float) top, 0);
        new PdfOutline(canvas.getRootOutline(), here, title, false);
    }

    /** Ends what is open, before a page is left, and gives back what was drawn there. */
    byte[] endPage() {
        close();
        fill = null;
        return canvas.getInternalBuffer().toByteArray();
    }

    private void close() {
        if (open != null) {
            canvas.endMarkedContentSequence();
            open = null;
        }
    }

    private void fill(Color colour) {
        if (!colour.equals(fill)) {
            canvas.setColorFill(colour);
            fill = colour;
        }
    }

    private PdfStructureElement element(Tag tag) {
        PdfStructureElement known = elements.get(tag);
        if (known != null) {
            return known;
        }
        PdfName role = new PdfName(tag.role());
        Tag parent = tag.parent();
        PdfStructureElement element = parent == null
                ? new PdfStructureElement(writer.getStructureTreeRoot(), role)
                : new PdfStructureElement(element(parent), role);
        if (tag.attributes() != null) {
            element.put(PdfName.A, tag.attributes());
        }
        elements.put(tag, element);
        return element;
    }
}

package fr.minutier.typesetting;

import fr.minutier.typesetting.Paginator.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints documents as tagged PDF, PDF/A-2a and PDF/UA-1 at once. The same document and imprint give the same bytes.
 * Loads its fonts once; may be used by several threads at a time.
 */
public final class Typesetter {
    /** No solemn act is set smaller than this part of the sizes of the style. */
    private static final double SMALLEST = 0.6;
    /** Nor is any other. */
    private static final double SLIGHTLY_SMALLER = 0.89;

    private final Style style;
    private final Typeface typeface;
    private final Alike alike = new Alike();
    private final Recurring recurring = new Recurring();

    /** Loads the fonts that the style names. */
    public Typesetter(Style style) {
        this.style = style;
        this.typeface = new Typeface(style.family());
    }

    /**
     * The characters of a text, composed as NFC, that cannot be printed: absent from the font, without visible form, marks
     * that stand on no letter, letters of scripts written from right to left. Empty for a printable text.
     */
    public Set<Integer> unprintable(String text) {
        return typeface.unprintable(Typeface.normalise(text));
    }

    /** Each line of a template that holds characters that cannot be printed, with them by number. */
    public List<InvalidTemplate.Fault> unprintable(String file, String template) {
        List<InvalidTemplate.Fault> faults = new ArrayList<>();
        String[] lines = template.replace("\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Set<Integer> lost = unprintable(lines[i]);
            if (!lost.isEmpty()) {
                faults.add(new InvalidTemplate.Fault(
                        file,
                        i + 1,
                        lost.stream().map(Typesetter::shown).collect(Collectors.joining(", "))
                                + " : la police n'a pas ce caractère, qui serait perdu ; remplacez-le ou enlevez-le"));
            }
        }
        return faults;
    }

    private static String shown(int codePoint) {
        String number = String.format("U+%04X", codePoint);
        boolean visible =
                Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
        return visible ? "« " + Character.toString(codePoint) + " » (" + number + ")" : number;
    }

    /**
     * The PDF of a document.
     *
     * @throws UnprintableText when a letter would be lost
     * @throws IllegalArgumentException when something that may not be cut, such as a letterhead, is higher than a page
     */
    public byte[] print(Document document, Imprint imprint) {
        return print(document, imprint, Optional.empty());
    }

    /**
     * The PDF of a document, sealed when there is a seal.
     *
     * @throws UnprintableText when a letter would be lost
     * @throws IllegalArgumentException when something that may not be cut, such as a letterhead, is higher than a page
     */
    public byte[] print(Document document, Imprint imprint, Optional<Seal> seal) {
        return print(compose(document, imprint), seal);
    }

    /** The PDF of a document that is composed already, sealed when there is a seal. */
    public byte[] print(Composed composed, Optional<Seal> seal) {
        return write(composed, seal);
    }

    /** Lays a document out, once for as many times as it is printed; throws what {@link #print} throws. */
    public Composed compose(Document document, Imprint imprint) {
        Sheet sheet = new Sheet(document, imprint, style, new LineBreaker(typeface, recurring));
        Layout layout = onFewPages(sheet);
        sheet.breaker().forget();
        return new Composed(sheet, layout);
    }

    /**
     * A PDF of many documents, written as they come.
     *
     * @param imprint what it says of itself
     * @throws IOException when nothing can be written
     */
    public Volume volume(OutputStream out, Imprint imprint) throws IOException {
        return new Volume(out, imprint, typeface, alike);
    }

    /** A document laid out. */
    public static final class Composed {
        private final Sheet sheet;
        private final Layout layout;

        private Composed(Sheet sheet, Layout layout) {
            this.sheet = sheet;
            this.layout = layout;
        }

        Sheet sheet() {
            return sheet;
        }

        List<Page> pages() {
            return layout.pages;
        }

        Tag root() {
            return layout.root;
        }
    }

    /** What stands on each page, and the root of its structure. */
    private record Layout(List<Page> pages, Tag root) {}

    /**
     * A solemn act is set smaller rather than on more pages than it asks for, as long as it can be read; any other act a
     * little smaller rather than on two pages.
     */
    private Layout onFewPages(Sheet sheet) {
        boolean solemn = sheet.document().format().solemn();
        long asked = 1
                + sheet.document().blocks().stream()
                        .filter(Block.PageBreak.class::isInstance)
                        .count();
        Layout asWished = lay(sheet, style);
        Layout layout = asWished;
        if (!solemn && (asked > 1 || layout.pages.size() > 2)) {
            return asWished;
        }
        double smallest = solemn ? SMALLEST : SLIGHTLY_SMALLER;
        for (double scale = 0.95; layout.pages.size() > asked && scale > smallest; scale -= 0.05) {
            layout = lay(sheet, style.scaled(scale));
        }
        return layout.pages.size() <= asked ? layout : asWished;
    }

    private Layout lay(Sheet sheet, Style style) {
        double height = sheet.height();
        Flow flow = new Flow(style, sheet.breaker(), height);
        Tag root = Tag.document();
        flow.add(
                sheet.document().blocks(),
                new Area(
                        style.margins().left(),
                        sheet.width(),
                        style.sizes().text(),
                        Block.Align.LEFT,
                        style.colours().text(),
                        false,
                        false),
                root);
        List<Piece> pieces = sheet.document().format().solemn()
                ? Paginator.spread(flow.pieces(), flow.notices(), height)
                : flow.pieces();
        return new Layout(Paginator.paginate(pieces, flow.notices(), height), root);
    }

    private byte[] write(Composed composed, Optional<Seal> seal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        Sheet sheet = composed.sheet;
        SignatureField field = null;
        try (Volume volume = new Volume(bytes, sheet.imprint(), typeface, alike)) {
            field = volume.alone(composed, seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return field == null ? bytes.toByteArray() : field.sign(bytes.toByteArray());
    }
}

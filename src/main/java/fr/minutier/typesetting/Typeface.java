package fr.minutier.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.BaseFont;

/**
 * One family in regular, bold, italic and bold italic. Each document embeds the smallest of a few fixed repertoires that
 * has all its letters, so that its bytes depend on its own text alone; each is made once, when first needed.
 */
final class Typeface {
    private static final List<String> FACES = List.of("Regular", "Bold", "Italic", "BoldItalic");
    private static final String FRENCH = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‘’“”–—…•·°€×≤≥\u00a0\u202f";
    private static final List<IntPredicate> REPERTOIRES = List.of(
            c -> (c >= ' ' && c <= '~') || FRENCH.indexOf(c) >= 0,
            c -> (c >= ' ' && c < 0x180) || (c >= 0x2000 && c < 0x2300),
            c -> c < 0x250 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2000 && c < 0x2300),
            c -> true);

    private final String family;
    private final List<TrueTypeFile> files;
    private final int[][] widths = new int[FACES.size()][Character.MIN_SUPPLEMENTARY_CODE_POINT];
    private final Map<Integer, List<BaseFont>> fonts = new ConcurrentHashMap<>();

    Typeface(String family) {
        this.family = family;
        files = FACES.stream()
                .map(face -> load("Liberation" + family + "-" + face + ".ttf"))
                .toList();
        for (int face = 0; face < FACES.size(); face++) {
            TrueTypeFile file = files.get(face);
            int[] row = widths[face];
            file.glyphs().headMap(row.length).forEach((c, glyph) -> row[c] = file.scaled(file.advance(glyph)));
        }
    }

    private static TrueTypeFile load(String file) {
        try (InputStream font = BaseFont.class.getResourceAsStream("/liberation/" + file)) {
            if (font == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return new TrueTypeFile(font.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fonts, by face, that have every letter of a normalised text. */
    List<BaseFont> fonts(String text) {
        int repertoire = 0;
        while (!text.codePoints().allMatch(REPERTOIRES.get(repertoire))) {
            repertoire++;
        }
        return fonts.computeIfAbsent(repertoire, this::make);
    }

    private List<BaseFont> make(int repertoire) {
        return IntStream.range(0, FACES.size())
                .<BaseFont>mapToObj(face -> {
                    // Six letters that tell the repertoires of one face apart.
                    String name = "AAAAA" + (char) ('A' + repertoire) + "+Liberation" + family + "-" + FACES.get(face);
                    return FontSubset.of(
                            files.get(face),
                            name,
                            (face & 1) != 0,
                            c -> REPERTOIRES.get(repertoire).test(c) && isPrintable(c));
                })
                .toList();
    }

    static int face(boolean bold, boolean italic) {
        return (bold ? 1 : 0) + (italic ? 2 : 0);
    }

    /** The advance of a character in thousandths of the size of type. */
    int width(int codePoint, int face) {
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            return widths[face][codePoint];
        }
        TrueTypeFile file = files.get(face);
        return file.scaled(file.advance(file.glyphs().getOrDefault(codePoint, 0)));
    }

    /** The shapes of a normalised word in a face, side by side, in units of {@link #outlineUnit}. */
    Outline outline(String word, int face) {
        TrueTypeFile file = files.get(face);
        List<List<Outline.Point>> contours = new ArrayList<>();
        double x = 0;
        for (int c : word.codePoints().toArray()) {
            int glyph = file.glyphs().getOrDefault(c, 0);
            contours.addAll(Outline.of(file, glyph).moved(x, 0).contours());
            x += file.advance(glyph);
        }
        return new Outline(contours);
    }

    /** The part of the size of type that is one unit of the outlines. */
    double outlineUnit() {
        return files.getFirst().unit();
    }

    /** Composed letters; one kind of line end; tabs as blanks; the no-break hyphen, absent from the fonts, as a hyphen. */
    static String normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\t', ' ')
                .replace('\u2011', '-');
    }

    /** The characters of a normalised text that would be lost, invisible or misplaced on paper. */
    Set<Integer> unprintable(String normalised) {
        Set<Integer> found = new TreeSet<>();
        normalised.codePoints().filter(c -> !isPrintable(c)).forEach(found::add);
        return found;
    }

    private boolean isPrintable(int c) {
        if (c == '\n' || (c >= ' ' && c <= '~')) {
            return true;
        }
        boolean settable =
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK -> false;
                    default -> true;
                };
        byte direction = Character.getDirectionality(c);
        if (!settable
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
            return false;
        }
        return files.stream().allMatch(file -> file.glyphs().containsKey(c));
    }
}

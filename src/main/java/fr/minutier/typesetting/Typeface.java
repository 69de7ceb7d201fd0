package fr.minutier.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * One family in regular, bold, italic and bold italic. Each document embeds the letters of French and with them the signs and
 * the letters of other languages that it prints: its bytes depend on its own text alone. Signs are few and the same ones in
 * all acts of a kind, so that a font made for one of them serves the others.
 */
final class Typeface {
    private static final List<String> FACES = List.of("Regular", "Bold", "Italic", "BoldItalic");
    /** Beside letters without accents and figures, what nearly every document prints; the signs of some come with them. */
    private static final String FRENCH = "àâäçéèêëîïôöœùûüÀÂÄÇÉÈÊËÎÏÔÖŒÙÛÜ«»’–—·°\u00a0\u202f" + " '(),-./:;";

    private static final BitSet REPERTOIRE = new BitSet();

    static {
        REPERTOIRE.set('a', 'z' + 1);
        REPERTOIRE.set('A', 'Z' + 1);
        REPERTOIRE.set('0', '9' + 1);
        FRENCH.chars().forEach(REPERTOIRE::set);
    }

    /** So many fonts are kept at most, each of some 20 kB. */
    private static final int KEPT = 200;

    /** A face with these letters beside those that all have. */
    private record Key(int face, Set<Integer> letters) {}

    private final String family;
    private final List<TrueTypeFile> files;
    private final int[][] widths = new int[FACES.size()][Character.MIN_SUPPLEMENTARY_CODE_POINT];
    private final BitSet printable = new BitSet();
    private final Map<Key, SharedFont> fonts = new ConcurrentHashMap<>();

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
        files.getFirst().glyphs().keySet().stream().filter(this::canBePrinted).forEach(printable::set);
        printable.set('\n');
    }

    private static TrueTypeFile load(String file) {
        try (InputStream font = Typeface.class.getResourceAsStream("/liberation/" + file)) {
            if (font == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            return new TrueTypeFile(font.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The fonts, by face, that have these letters beside those that all have; each is made when it is first asked for. Whoever
     * holds them has the same ones to the end, whatever other threads make meanwhile: a file embeds each of them once.
     */
    IntFunction<SharedFont> fonts(Set<Integer> letters) {
        Set<Integer> own = new TreeSet<>(letters);
        Map<Integer, SharedFont> held = new HashMap<>();
        return face -> held.computeIfAbsent(face, one -> font(new Key(one, own)));
    }

    /** Whether every font has a letter, whatever document it is for. */
    static boolean isInEveryFont(int c) {
        return REPERTOIRE.get(c);
    }

    /** Whether a character of a normalised text is seen on paper, and in its place. */
    boolean isPrintable(int c) {
        return printable.get(c);
    }

    private SharedFont font(Key key) {
        if (fonts.size() >= KEPT && !fonts.containsKey(key)) {
            fonts.clear();
        }
        return fonts.computeIfAbsent(key, this::made);
    }

    private SharedFont made(Key key) {
        return FontSubset.of(
                files.get(key.face),
                tag(key.letters) + "+Liberation" + family + "-" + FACES.get(key.face),
                (key.face & 1) != 0,
                c -> isInEveryFont(c) || key.letters.contains(c));
    }

    /** Six letters that tell the fonts of one face apart. */
    private static String tag(Set<Integer> letters) {
        StringBuilder tag = new StringBuilder();
        int digest = List.copyOf(letters).hashCode();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(digest, 26)));
            digest = Math.floorDiv(digest, 26);
        }
        return tag.toString();
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
        int same = 0;
        while (same < text.length() && isNormal(text.charAt(same))) {
            same++;
        }
        if (same == text.length()) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\t', ' ')
                .replace('\u2011', '-');
    }

    /** Whether a character is sure to stay as it is: French ones are. */
    private static boolean isNormal(char c) {
        return (c < 0x300 && c != '\r' && c != '\t') || (c > '\u2011' && c < '\u2028') || "\u202f≤≥€".indexOf(c) >= 0;
    }

    /** The characters of a normalised text that would be lost, invisible or misplaced on paper. */
    Set<Integer> unprintable(String normalised) {
        Set<Integer> found = new TreeSet<>();
        int c;
        for (int i = 0; i < normalised.length(); i += Character.charCount(c)) {
            c = normalised.codePointAt(i);
            if (!isPrintable(c)) {
                found.add(c);
            }
        }
        return found;
    }

    private boolean canBePrinted(int c) {
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

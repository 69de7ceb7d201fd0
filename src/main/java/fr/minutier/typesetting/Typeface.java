package fr.minutier.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.text.pdf.BaseFont;

/** One family in regular, bold, italic and bold italic, embedded as subsets. Loaded once, then only read. */
final class Typeface {
    private static final String[] FACES = {"Regular", "Bold", "Italic", "BoldItalic"};
    private static final int BMP = 0x10000;

    private final BaseFont[] faces = new BaseFont[FACES.length];
    private final short[][] widths = new short[FACES.length][BMP];

    Typeface(String family) {
        for (int face = 0; face < FACES.length; face++) {
            faces[face] = load("Liberation" + family + "-" + FACES[face] + ".ttf");
            for (int c = 0; c < BMP; c++) {
                widths[face][c] = (short) faces[face].getWidth(c);
            }
        }
    }

    private static BaseFont load(String file) {
        try (InputStream font = BaseFont.class.getResourceAsStream("/liberation/" + file)) {
            if (font == null) {
                throw new IllegalStateException(file + " is missing from the class path");
            }
            BaseFont face = BaseFont.createFont(file, BaseFont.IDENTITY_H, true, false, font.readAllBytes(), null);
            // A CIDSet of the used glyphs only is refused by PDF/A-2 as soon as a glyph has components.
            face.setIncludeCidSet(false);
            face.setSecureRandom(new ConstantPrefix());
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the six letters before the name of a subset always the same, so that equal input gives equal bytes. */
    private static final class ConstantPrefix extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public int nextInt(int bound) {
            return 0;
        }

        @Override
        public int nextInt() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            java.util.Arrays.fill(bytes, (byte) 0);
        }
    }

    static int face(boolean bold, boolean italic) {
        return (bold ? 1 : 0) + (italic ? 2 : 0);
    }

    BaseFont font(int face) {
        return faces[face];
    }

    /** The advance of a character in thousandths of the size of type. */
    int width(int codePoint, int face) {
        return codePoint < BMP ? widths[face][codePoint] : faces[face].getWidth(codePoint);
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
        for (BaseFont face : faces) {
            if (!face.charExists(c)) {
                return false;
            }
        }
        return true;
    }
}

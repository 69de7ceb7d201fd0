package fr.minutier.typesetting;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A font whose subset was made, compressed and described once, for all documents; doing it again for each would be two
 * thirds of the work of printing a page. Immutable, so that threads may share it.
 */
final class SharedFont {
    /** Glyphs by character below this. */
    private static final int DIRECT = 0x2100;

    private final Metrics metrics;
    private final Map<Integer, Integer> glyphs;
    private final Coding coding;
    /** The same, of the letters that nearly all text is made of. */
    private final short[] direct = new short[DIRECT];

    private final byte[] toUnicode;
    private final byte[] file;
    private final int fileLength;
    private final String widths;

    /**
     * What a document says of a font, in thousandths of the size of type.
     *
     * @param name with its subset prefix
     * @param left and the other three: the box that holds every glyph
     * @param italicAngle in degrees, negative when letters lean to the right
     */
    record Metrics(
            String name,
            int left,
            int bottom,
            int right,
            int top,
            int ascent,
            int descent,
            int capHeight,
            int italicAngle,
            boolean bold) {

        private String description() {
            return "<</Type/FontDescriptor/FontName/" + name + "/Flags " + (italicAngle == 0 ? 4 : 68) + "/FontBBox["
                    + left + " " + bottom + " " + right + " " + top + "]/ItalicAngle " + italicAngle + "/Ascent "
                    + ascent + "/Descent " + descent + "/CapHeight " + capHeight + "/StemV " + (bold ? 140 : 80)
                    + "/FontFile2 ";
        }
    }

    /**
     * A font to be used in any number of documents.
     *
     * @param glyphs of each code point
     * @param coding how a page names them
     * @param advances of the glyphs from 0, in thousandths of the size of type
     * @param toUnicode a CMap, deflated
     * @param file a TrueType file, deflated
     * @param fileLength of the file before it was deflated
     */
    SharedFont(
            Metrics metrics,
            Map<Integer, Integer> glyphs,
            Coding coding,
            int[] advances,
            byte[] toUnicode,
            byte[] file,
            int fileLength) {
        this.metrics = metrics;
        this.glyphs = Map.copyOf(glyphs);
        this.coding = coding;
        this.toUnicode = toUnicode;
        this.file = file;
        this.fileLength = fileLength;
        this.widths = Arrays.toString(advances).replace(",", "");
        glyphs.forEach((letter, glyph) -> {
            if (letter < DIRECT) {
                direct[letter] = glyph.shortValue();
            }
        });
    }

    /** Writes a text as a string of this font. */
    void encode(String text, Bytes out) {
        out.add('(');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int glyph = c < DIRECT ? direct[c] : 0;
            if (glyph == 0) {
                int letter = text.codePointAt(i);
                Integer rare = glyphs.get(letter);
                if (rare == null) {
                    throw new IllegalArgumentException(metrics.name() + " has no U+" + Integer.toHexString(letter));
                }
                glyph = rare;
                i += Character.charCount(letter) - 1;
            }
            Coding.write(glyph, out);
        }
        out.add(')');
    }

    /** Writes the font into a file, and gives the object that pages refer to. */
    int write(PdfFile pdf, Resources resources) throws IOException {
        int program = pdf.reserve();
        pdf.stream(program, "/Filter/FlateDecode/Length1 " + fileLength, file);
        int encoding = resources.coding(coding);
        int unicode = resources.unicode(toUnicode);
        int descriptor = pdf.object(
                new Bytes(256).add(metrics.description()).reference(program).add(">>"));
        int descendant = pdf.object(new Bytes(1024)
                .add("<</Type/Font/Subtype/CIDFontType2/BaseFont/")
                .add(metrics.name())
                .add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/W[0")
                .add(widths)
                .add("]/FontDescriptor ")
                .reference(descriptor)
                .add(">>"));
        return pdf.object(new Bytes(256)
                .add("<</Type/Font/Subtype/Type0/Encoding ")
                .reference(encoding)
                .add("/BaseFont/")
                .add(metrics.name())
                .add("/DescendantFonts[")
                .reference(descendant)
                .add("]/ToUnicode ")
                .reference(unicode)
                .add(">>"));
    }
}

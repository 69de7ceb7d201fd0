package fr.minutier.typesetting;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A font whose subset was made, compressed and described once, for all documents; doing it again for each would be two
 * thirds of the work of printing a page. Immutable, so that threads may share it.
 */
final class SharedFont {
    /** Codes by character below this. */
    private static final int DIRECT = 0x2100;

    private final Metrics metrics;
    private final Map<Integer, Integer> codes;
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
     * @param codes the two-byte code, which is the glyph too, of each code point
     * @param advances of the codes from 0, in thousandths of the size of type
     * @param toUnicode a CMap, deflated
     * @param file a TrueType file, deflated
     * @param fileLength of the file before it was deflated
     */
    SharedFont(
            Metrics metrics,
            Map<Integer, Integer> codes,
            int[] advances,
            byte[] toUnicode,
            byte[] file,
            int fileLength) {
        this.metrics = metrics;
        this.codes = Map.copyOf(codes);
        this.toUnicode = toUnicode;
        this.file = file;
        this.fileLength = fileLength;
        this.widths = Arrays.toString(advances).replace(",", "");
        codes.forEach((letter, code) -> {
            if (letter < DIRECT) {
                direct[letter] = code.shortValue();
            }
        });
    }

    /** Writes a text as a string of this font. */
    void encode(String text, Bytes out) {
        out.add('(');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c < DIRECT ? direct[c] : 0;
            if (code == 0) {
                int letter = text.codePointAt(i);
                Integer rare = codes.get(letter);
                if (rare == null) {
                    throw new IllegalArgumentException(metrics.name() + " has no U+" + Integer.toHexString(letter));
                }
                code = rare;
                i += Character.charCount(letter) - 1;
            }
            out.literal(code >> 8).literal(code & 0xFF);
        }
        out.add(')');
    }

    /** Writes the font into a file, and gives the object that pages refer to. */
    int write(PdfFile pdf) throws IOException {
        int program = pdf.reserve();
        pdf.stream(program, "/Filter/FlateDecode/Length1 " + fileLength, file);
        int map = pdf.reserve();
        pdf.stream(map, "/Filter/FlateDecode", toUnicode);
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
                .add("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/")
                .add(metrics.name())
                .add("/DescendantFonts[")
                .reference(descendant)
                .add("]/ToUnicode ")
                .reference(map)
                .add(">>"));
    }
}

package org.openpdf.text.pdf;

import java.io.IOException;
import java.util.Map;

/**
 * A font whose subset was made and compressed once, for all documents; the library's own makes and compresses it again
 * for each, which is two thirds of the work of printing a page. Lives in the library's package because a font must
 * override methods that only this package sees. Immutable, so that threads may share it.
 */
public final class SharedFont extends BaseFont {
    private final Metrics metrics;
    private final Map<Integer, Integer> codes;
    private final int[] advances;
    private final byte[] toUnicode;
    private final byte[] file;
    private final int fileLength;

    /**
     * What a document says of a font, in thousandths of the size of type.
     *
     * @param name with its subset prefix
     * @param left and the other three: the box that holds every glyph
     * @param italicAngle in degrees, negative when letters lean to the right
     */
    public record Metrics(
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

        private int[] box() {
            return new int[] {left, bottom, right, top};
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
    public SharedFont(
            Metrics metrics,
            Map<Integer, Integer> codes,
            int[] advances,
            byte[] toUnicode,
            byte[] file,
            int fileLength) {
        this.metrics = metrics;
        this.codes = Map.copyOf(codes);
        this.advances = advances.clone();
        this.toUnicode = toUnicode.clone();
        this.file = file.clone();
        this.fileLength = fileLength;
        // The one type for which the library asks the font itself to encode text and to write itself.
        fontType = FONT_TYPE_T3;
        encoding = IDENTITY_H;
        embedded = true;
    }

    private int code(int codePoint) {
        Integer code = codes.get(codePoint);
        if (code == null) {
            throw new IllegalArgumentException(metrics.name() + " has no U+" + Integer.toHexString(codePoint));
        }
        return code;
    }

    @Override
    byte[] convertToBytes(String text) {
        byte[] bytes = new byte[2 * text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = code(text.codePointAt(i));
            bytes[at++] = (byte) (code >> 8);
            bytes[at++] = (byte) code;
        }
        return bytes;
    }

    @Override
    byte[] convertToBytes(int codePoint) {
        return convertToBytes(Character.toString(codePoint));
    }

    @Override
    void writeFont(PdfWriter writer, PdfIndirectReference reference, Object[] unused) throws IOException {
        PdfName name = new PdfName(metrics.name());

        PdfStream program = deflated(file);
        program.put(PdfName.LENGTH1, new PdfNumber(fileLength));
        PdfDictionary descriptor = new PdfDictionary(PdfName.FONTDESCRIPTOR);
        descriptor.put(PdfName.FONTNAME, name);
        descriptor.put(PdfName.FLAGS, new PdfNumber(metrics.italicAngle() == 0 ? 4 : 68));
        descriptor.put(PdfName.FONTBBOX, new PdfArray(metrics.box()));
        descriptor.put(PdfName.ITALICANGLE, new PdfNumber(metrics.italicAngle()));
        descriptor.put(PdfName.ASCENT, new PdfNumber(metrics.ascent()));
        descriptor.put(PdfName.DESCENT, new PdfNumber(metrics.descent()));
        descriptor.put(PdfName.CAPHEIGHT, new PdfNumber(metrics.capHeight()));
        descriptor.put(PdfName.STEMV, new PdfNumber(metrics.bold() ? 140 : 80));
        descriptor.put(PdfName.FONTFILE2, writer.addToBody(program).getIndirectReference());

        PdfDictionary system = new PdfDictionary();
        system.put(PdfName.REGISTRY, new PdfString("Adobe"));
        system.put(PdfName.ORDERING, new PdfString("Identity"));
        system.put(PdfName.SUPPLEMENT, new PdfNumber(0));
        PdfDictionary descendant = new PdfDictionary(PdfName.FONT);
        descendant.put(PdfName.SUBTYPE, PdfName.CIDFONTTYPE2);
        descendant.put(PdfName.BASEFONT, name);
        descendant.put(PdfName.CIDSYSTEMINFO, system);
        descendant.put(PdfName.CIDTOGIDMAP, PdfName.IDENTITY);
        descendant.put(PdfName.FONTDESCRIPTOR, writer.addToBody(descriptor).getIndirectReference());
        PdfArray widths = new PdfArray(new PdfNumber(0));
        widths.add(new PdfArray(advances));
        descendant.put(PdfName.W, widths);

        PdfDictionary font = new PdfDictionary(PdfName.FONT);
        font.put(PdfName.SUBTYPE, PdfName.TYPE0);
        font.put(PdfName.BASEFONT, name);
        font.put(PdfName.ENCODING, new PdfName(IDENTITY_H));
        font.put(
                PdfName.DESCENDANTFONTS,
                new PdfArray(writer.addToBody(descendant).getIndirectReference()));
        font.put(PdfName.TOUNICODE, writer.addToBody(deflated(toUnicode)).getIndirectReference());
        writer.addToBody(font, reference);
    }

    private static PdfStream deflated(byte[] bytes) {
        PdfStream stream = new PdfStream(bytes);
        stream.put(PdfName.LENGTH, new PdfNumber(bytes.length));
        stream.put(PdfName.FILTER, PdfName.FLATEDECODE);
        return stream;
    }

    @Override
    int getRawWidth(int codePoint, String name) {
        return getWidth(codePoint);
    }

    @Override
    public int getWidth(int codePoint) {
        return advances[code(codePoint)];
    }

    @Override
    public boolean charExists(int codePoint) {
        return codes.containsKey(codePoint);
    }

    @Override
    public int getKerning(int first, int second) {
        return 0;
    }

    @Override
    public boolean setKerning(int first, int second, int kerning) {
        return false;
    }

    @Override
    PdfStream getFullFontStream() {
        throw new UnsupportedOperationException();
    }

    @Override
    public float getFontDescriptor(int key, float size) {
        return switch (key) {
            case ASCENT, AWT_ASCENT -> metrics.ascent() * size / 1000;
            case DESCENT, AWT_DESCENT -> metrics.descent() * size / 1000;
            case CAPHEIGHT -> metrics.capHeight() * size / 1000;
            case ITALICANGLE -> metrics.italicAngle();
            default -> 0;
        };
    }

    @Override
    public String getPostscriptFontName() {
        return metrics.name();
    }

    @Override
    public void setPostscriptFontName(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[][] getFullFontName() {
        return new String[][] {{"", "", "", metrics.name()}};
    }

    @Override
    public String[][] getAllNameEntries() {
        return new String[][] {{"4", "", "", "", metrics.name()}};
    }

    @Override
    public String[][] getFamilyFontName() {
        return getFullFontName();
    }

    @Override
    public boolean hasKernPairs() {
        return false;
    }

    @Override
    protected int[] getRawCharBBox(int codePoint, String name) {
        return metrics.box();
    }
}

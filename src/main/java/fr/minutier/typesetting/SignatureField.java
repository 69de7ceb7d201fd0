package fr.minutier.typesetting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The invisible field of a seal, written with the document itself: room is left for the signature, which is put there
 * once all other bytes are known.
 */
final class SignatureField {
    private static final String RANGE = "[0 0000000000 0000000000 0000000000]";
    /** Printed, and not to be changed. */
    private static final int FLAGS = 4 + 128;

    private final Seal seal;
    private final int number;
    private final int rangeAt;
    private final int contentsAt;

    /**
     * Writes the field and the room for its signature.
     *
     * @param page the object of the page that it stands on
     * @param date of signature, in the language of PDF
     */
    SignatureField(PdfFile file, Seal seal, int page, Bytes date) throws IOException {
        this.seal = seal;
        Bytes signature = new Bytes(8 * 1024)
                .add("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M")
                .add(date);
        int range = signature.add("/ByteRange").size();
        int contents = signature.add(RANGE).add("/Contents").size();
        signature.add("<").add("0".repeat(2 * seal.room())).add(">>>");
        int value = file.reserve();
        // Outside any compressed stream: its place in the file must be known.
        int begin = Math.toIntExact(file.apart(value, signature));
        rangeAt = begin + range;
        contentsAt = begin + contents;
        number = file.object(new Bytes(256)
                .add("<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 0 0]/T(Sceau)/TU")
                .words("Sceau électronique de l’émetteur")
                .add("/F ")
                .digits(FLAGS)
                .add("/P ")
                .reference(page)
                .add("/V ")
                .reference(value)
                .add(">>"));
    }

    /** The object of the field. */
    int number() {
        return number;
    }

    /** Signs the finished document, in place. */
    byte[] sign(byte[] pdf) {
        int start = contentsAt;
        int end = start + 2 * seal.room() + 2;
        byte[] ranges = "[0 %d %d %d".formatted(start, end, pdf.length - end).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ranges, 0, pdf, rangeAt, ranges.length);
        Arrays.fill(pdf, rangeAt + ranges.length, rangeAt + RANGE.length() - 1, (byte) ' ');
        byte[] signed = new byte[pdf.length - (end - start)];
        System.arraycopy(pdf, 0, signed, 0, start);
        System.arraycopy(pdf, end, signed, start, pdf.length - end);
        byte[] hex = HexFormat.of().formatHex(seal.sign(signed)).getBytes(StandardCharsets.US_ASCII);
        if (hex.length > end - start - 2) {
            throw new IllegalStateException("the seal takes more room than was left: " + hex.length);
        }
        System.arraycopy(hex, 0, pdf, start + 1, hex.length);
        return pdf;
    }
}

package fr.minutier.typesetting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFormField;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The invisible field of a seal, written with the document itself: room is left for the signature, which is put there
 * once all other bytes are known.
 */
final class SignatureField {
    private final Seal seal;
    private final PdfLiteral range = new PdfLiteral("[0 0000000000 0000000000 0000000000]".length());
    private final PdfLiteral contents;

    /** Adds the field to the page that is being written. */
    SignatureField(PdfWriter writer, Seal seal, PdfString date) throws IOException {
        this.seal = seal;
        this.contents = new PdfLiteral(2 * seal.room() + 2);
        PdfDictionary signature = new PdfDictionary(new PdfName("Sig"));
        signature.put(PdfName.FILTER, new PdfName("Adobe.PPKLite"));
        signature.put(PdfName.SUBFILTER, new PdfName("ETSI.CAdES.detached"));
        signature.put(PdfName.M, date);
        signature.put(new PdfName("ByteRange"), range);
        signature.put(PdfName.CONTENTS, contents);
        PdfFormField field = PdfFormField.createSignature(writer);
        field.setFieldName("Sceau");
        field.put(PdfName.TU, new PdfString("Sceau électronique de l’émetteur", PdfObject.TEXT_UNICODE));
        field.setWidget(new Rectangle(0, 0, 0, 0), null);
        field.setFlags(PdfAnnotation.FLAGS_PRINT | PdfAnnotation.FLAGS_LOCKED);
        // Outside any object stream: its place in the file must be known.
        field.put(PdfName.V, writer.addToBody(signature, false).getIndirectReference());
        writer.addAnnotation(field);
        writer.setSigFlags(3);
    }

    /** Signs the finished document, in place. */
    byte[] sign(byte[] pdf) {
        int start = Math.toIntExact(contents.getPosition());
        int end = start + 2 * seal.room() + 2;
        byte[] ranges = "[0 %d %d %d".formatted(start, end, pdf.length - end).getBytes(StandardCharsets.US_ASCII);
        int rangeAt = Math.toIntExact(range.getPosition());
        System.arraycopy(ranges, 0, pdf, rangeAt, ranges.length);
        Arrays.fill(pdf, rangeAt + ranges.length, rangeAt + range.getPosLength() - 1, (byte) ' ');
        pdf[rangeAt + range.getPosLength() - 1] = ']';
        byte[] signed = new byte[pdf.length - (end - start)];
        System.arraycopy(pdf, 0, signed, 0, start);
        System.arraycopy(pdf, end, signed, start, pdf.length - end);
        byte[] hex = HexFormat.of().formatHex(seal.sign(signed)).getBytes(StandardCharsets.US_ASCII);
        if (hex.length > end - start - 2) {
            throw new IllegalStateException("the seal takes more room than was left: " + hex.length);
        }
        pdf[start] = '<';
        System.arraycopy(hex, 0, pdf, start + 1, hex.length);
        Arrays.fill(pdf, start + 1 + hex.length, end - 1, (byte) '0');
        pdf[end - 1] = '>';
        return pdf;
    }
}

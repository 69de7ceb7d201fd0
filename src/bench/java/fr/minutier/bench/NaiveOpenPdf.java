package fr.minutier.bench;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/** OpenPDF as one writes it at first: fonts and logo loaded, and the code drawn, for each document. */
final class NaiveOpenPdf implements Peer {
    @Override
    public byte[] print(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document pdf = new Document(PageSize.A4, 51, 51, 45, 51)) {
            PdfWriter.getInstance(pdf, out);
            pdf.open();
            content.tell(new OpenPdfPage(
                    pdf, font(Faces.REGULAR), font(Faces.BOLD), () -> image(content.logo()), () -> qr(content.code())));
        }
        return out.toByteArray();
    }

    private static Font font(Faces face) throws IOException {
        // Not from the library's cache: a program that starts for each document has none.
        return new Font(
                BaseFont.createFont(face.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, face.bytes(), null),
                OpenPdfPage.SIZE);
    }

    private static Image image(byte[] png) {
        try {
            return Image.getInstance(png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Image qr(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 120, 120);
            BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < 120; y++) {
                for (int x = 0; x < 120; x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xffffff);
                }
            }
            return Image.getInstance(image, null);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

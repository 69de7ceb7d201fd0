package fr.minutier.bench;

import com.google.zxing.WriterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.ImgRaw;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/** OpenPDF well tuned: fonts parsed once, the logo kept compressed, the code of one bit to a dot, fast compression. */
final class TunedOpenPdf implements Peer {
    private final Font regular = font(Faces.REGULAR);
    private final Font bold = font(Faces.BOLD);
    private final Samples logo;

    TunedOpenPdf(Content first) throws IOException {
        logo = Samples.of(first.logo());
    }

    private static Font font(Faces face) throws IOException {
        BaseFont font =
                BaseFont.createFont(face.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, face.bytes(), null);
        font.setIncludeCidSet(false);
        return new Font(font, OpenPdfPage.SIZE);
    }

    @Override
    public byte[] print(Content content) throws WriterException {
        QrPicture qr = new QrPicture(content.code());
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        try (Document pdf = new Document(PageSize.A4, 51, 51, 45, 51)) {
            PdfWriter.getInstance(pdf, out).setCompressionLevel(Deflater.BEST_SPEED);
            pdf.open();
            content.tell(new OpenPdfPage(pdf, regular, bold, this::picture, () -> picture(qr)));
        }
        return out.toByteArray();
    }

    private Image picture() {
        Image image = new ImgRaw(logo.width(), logo.height(), 3, 8, logo.deflated());
        image.setDeflated(true);
        return image;
    }

    private static Image picture(QrPicture qr) {
        Image image = new ImgRaw(qr.dots(), qr.dots(), 1, 1, qr.bits());
        image.scaleAbsolute(QrPicture.SIDE, QrPicture.SIDE);
        return image;
    }
}

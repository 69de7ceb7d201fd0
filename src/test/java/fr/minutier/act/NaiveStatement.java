package fr.minutier.act;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Document;
import fr.minutier.typesetting.Text;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A statement as one writes it at first with OpenPDF: paragraphs and tables added to a document, fonts and logo loaded and
 * the code drawn each time, no tags, no archive. The yardstick of {@link StatementBenchmark}.
 */
final class NaiveStatement {
    private final String code;
    private final byte[] logo;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final org.openpdf.text.Document pdf = new org.openpdf.text.Document(PageSize.A4, 51, 51, 45, 51);
    private final Font regular;
    private final Font bold;

    private NaiveStatement(String code, byte[] logo) throws IOException {
        this.code = code;
        this.logo = logo;
        regular = font("LiberationSans-Regular.ttf");
        bold = font("LiberationSans-Bold.ttf");
    }

    private static Font font(String file) throws IOException {
        try (var stream = Objects.requireNonNull(BaseFont.class.getResourceAsStream("/liberation/" + file))) {
            // Not from the library's cache: a program that starts for each document has none.
            BaseFont base = BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, stream.readAllBytes(), null);
            return new Font(base, 9);
        }
    }

    /** The PDF of the same words. */
    static byte[] print(Document document, String code, byte[] logo) throws IOException, WriterException {
        NaiveStatement statement = new NaiveStatement(code, logo);
        PdfWriter.getInstance(statement.pdf, statement.out);
        statement.pdf.open();
        statement.add(document.blocks());
        statement.pdf.close();
        return statement.out.toByteArray();
    }

    private void add(List<Block> blocks) throws IOException, WriterException {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading ->
                    pdf.add(new Paragraph(heading.text().plain(), bold));
                case Block.Paragraph paragraph -> pdf.add(new Paragraph(phrase(paragraph.text())));
                case Block.BulletList list -> {
                    for (Block.Item item : list.items()) {
                        pdf.add(new Paragraph(item.label(), regular));
                        add(item.content());
                    }
                }
                case Block.Table table -> pdf.add(table(table));
                case Block.Letterhead letterhead -> add(letterhead.content());
                case Block.Framed framed -> add(framed.content());
                case Block.Centred centred -> add(centred.content());
                case Block.Notice notice -> add(notice.content());
                case Block.Code framed -> {
                    pdf.add(Image.getInstance(qr(code), null));
                    add(framed.beside());
                }
                case Block.Signatures signatures -> {
                    PdfPTable places =
                            new PdfPTable(Math.max(1, signatures.signatories().size()));
                    places.setWidthPercentage(100);
                    signatures.signatories().forEach(text -> places.addCell(phrase(text)));
                    pdf.add(places);
                }
                case Block.Picture picture -> {
                    Image image = Image.getInstance(logo);
                    image.scaleToFit(200, 50);
                    pdf.add(image);
                }
                case Block.Chart chart -> pdf.add(table(chart.table()));
                case Block.Rule rule -> {}
                case Block.PageBreak pageBreak -> pdf.newPage();
            }
        }
    }

    private static BufferedImage qr(String text) throws WriterException {
        BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 120, 120);
        BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 120; x++) {
                image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xffffff);
            }
        }
        return image;
    }

    private Phrase phrase(Text text) {
        Phrase phrase = new Phrase();
        text.spans().forEach(span -> phrase.add(new org.openpdf.text.Chunk(span.text(), span.bold() ? bold : regular)));
        return phrase;
    }

    private PdfPTable table(Block.Table table) {
        float[] shares = new float[table.columns().size()];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = (float) table.columns().get(c).share();
        }
        PdfPTable made = new PdfPTable(shares);
        made.setWidthPercentage(100);
        made.setHeaderRows(1);
        for (Block.Cell cell : table.header().cells()) {
            PdfPCell head = new PdfPCell(new Phrase(cell.text().plain(), bold));
            head.setBackgroundColor(Color.LIGHT_GRAY);
            made.addCell(head);
        }
        for (Block.Row row : table.rows()) {
            for (int c = 0; c < shares.length; c++) {
                PdfPCell cell = new PdfPCell(phrase(row.cells().get(c).text()));
                cell.setHorizontalAlignment(
                        table.columns().get(c).align() == Block.Align.RIGHT ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
                made.addCell(cell);
            }
        }
        return made;
    }
}

package fr.minutier.bench;

import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Text;
import java.awt.Color;
import java.util.function.Supplier;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** A page as one writes it with OpenPDF: paragraphs and tables added to a document, without tags. */
record OpenPdfPage(Document pdf, Font regular, Font bold, Supplier<Image> picture, Supplier<Image> qr)
        implements Content.Page {
    /** The size of type, in points. */
    static final float SIZE = 8.5f;

    private static final float LEADING = 12;

    @Override
    public void heading(int level, String words) {
        pdf.add(new Paragraph(LEADING, words, bold));
    }

    @Override
    public void paragraph(Text text) {
        Paragraph paragraph = new Paragraph(phrase(text));
        paragraph.setLeading(LEADING);
        pdf.add(paragraph);
    }

    @Override
    public void logo() {
        Image image = picture.get();
        image.scaleToFit(200, 50);
        pdf.add(image);
    }

    @Override
    public void code() {
        pdf.add(qr.get());
    }

    @Override
    public void table(Block.Table table) {
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
        pdf.add(made);
    }

    private Phrase phrase(Text text) {
        Phrase phrase = new Phrase();
        text.spans().forEach(span -> phrase.add(new Chunk(span.text(), span.bold() ? bold : regular)));
        return phrase;
    }
}

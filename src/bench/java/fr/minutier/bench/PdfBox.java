package fr.minutier.bench;

import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Text;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** PDFBox used directly: lines broken and placed by hand, fonts parsed and the logo decoded once. */
final class PdfBox implements Peer {
    private final TrueTypeFont regular = font(Faces.REGULAR);
    private final TrueTypeFont bold = font(Faces.BOLD);
    private final Samples logo;

    PdfBox(Content first) throws IOException {
        logo = Samples.of(first.logo());
    }

    private static TrueTypeFont font(Faces face) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face.bytes()));
    }

    @Override
    public byte[] print(Content content) throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream stream = new PDPageContentStream(document, sheet)) {
                content.tell(new Page(
                        document,
                        stream,
                        PDType0Font.load(document, regular, true),
                        PDType0Font.load(document, bold, true),
                        logo,
                        new QrPicture(content.code()).image()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Places lines from the top of the page. */
    private static final class Page implements Content.Page {
        private static final float SIZE = 8;
        private static final float LINE = 10;
        private static final float LEFT = 51;
        private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

        private final PDDocument document;
        private final PDPageContentStream stream;
        private final PDFont regular;
        private final PDFont bold;
        private final Samples logo;
        private final BufferedImage qr;
        private float y = PDRectangle.A4.getHeight() - 40;

        private Page(
                PDDocument document,
                PDPageContentStream stream,
                PDFont regular,
                PDFont bold,
                Samples logo,
                BufferedImage qr) {
            this.document = document;
            this.stream = stream;
            this.regular = regular;
            this.bold = bold;
            this.logo = logo;
            this.qr = qr;
        }

        @Override
        public void heading(int level, String words) {
            paragraph(new Text(List.of(new Text.Span(words, true, false))));
        }

        @Override
        public void paragraph(Text text) {
            y = set(text, LEFT, WIDTH, y, false);
        }

        @Override
        public void table(Block.Table table) {
            row(table, table.header());
            table.rows().forEach(row -> row(table, row));
        }

        private void row(Block.Table table, Block.Row row) {
            double whole =
                    table.columns().stream().mapToDouble(Block.Column::share).sum();
            float x = LEFT;
            float top = y;
            for (int c = 0; c < row.cells().size(); c++) {
                Block.Column column = table.columns().get(c);
                float width = (float) (WIDTH * column.share() / whole);
                boolean right = column.align() == Block.Align.RIGHT;
                y = Math.min(y, set(row.cells().get(c).text(), x, width, top, right));
                x += width;
            }
            try {
                stream.moveTo(LEFT, y - 2);
                stream.lineTo(LEFT + WIDTH, y - 2);
                stream.stroke();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void logo() {
            try {
                picture(
                        new PDImageXObject(
                                document,
                                new ByteArrayInputStream(logo.deflated()),
                                COSName.FLATE_DECODE,
                                logo.width(),
                                logo.height(),
                                8,
                                PDDeviceRGB.INSTANCE),
                        102,
                        34);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void code() {
            try {
                picture(LosslessFactory.createFromImage(document, qr), QrPicture.SIDE, QrPicture.SIDE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void picture(PDImageXObject image, float width, float height) throws IOException {
            y -= height;
            stream.drawImage(image, LEFT, y, width, height);
        }

        /** Gives back where the last line stands. */
        private float set(Text text, float x, float width, float top, boolean right) {
            PDFont font = text.spans().stream().anyMatch(Text.Span::bold) ? bold : regular;
            float baseline = top;
            try {
                for (String line : lines(text.plain(), font, width - 4)) {
                    baseline -= LINE;
                    stream.beginText();
                    stream.setFont(font, SIZE);
                    stream.newLineAtOffset(right ? x + width - 4 - width(line, font) : x, baseline);
                    stream.showText(line);
                    stream.endText();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return baseline;
        }

        private static List<String> lines(String words, PDFont font, float width) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String paragraph : words.split("\n")) {
                StringBuilder line = new StringBuilder();
                float used = 0;
                for (String word : paragraph.split("(?<= )")) {
                    float needed = width(word, font);
                    if (used + needed > width && !line.isEmpty()) {
                        lines.add(line.toString());
                        line.setLength(0);
                        used = 0;
                    }
                    line.append(word);
                    used += needed;
                }
                lines.add(line.toString());
            }
            return lines;
        }

        private static float width(String words, PDFont font) throws IOException {
            return font.getStringWidth(words) * SIZE / 1000;
        }
    }
}

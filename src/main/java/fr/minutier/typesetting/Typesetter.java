package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import fr.minutier.typesetting.Paginator.Page;
import fr.minutier.typesetting.Paginator.Placed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints documents as tagged PDF, PDF/A-2a and PDF/UA-1 at once. The same document and imprint give the same bytes.
 * Loads its fonts once; may be used by several threads at a time.
 */
public final class Typesetter {
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] SRGB = SrgbProfile.bytes();
    private static final double EDGE = 24;
    /** No solemn act is set smaller than this part of the sizes of the style. */
    private static final double SMALLEST = 0.6;

    /** Documents longer than this get an outline. */
    private static final int PAGES_WITHOUT_OUTLINE = 4;

    private final Style style;
    private final Typeface typeface;
    private final LineBreaker breaker;

    /** Loads the fonts that the style names. */
    public Typesetter(Style style) {
        this.style = style;
        this.typeface = new Typeface(style.family());
        this.breaker = new LineBreaker(typeface);
    }

    /**
     * The characters of a text, composed as NFC, that cannot be printed: absent from the font, without visible form, marks
     * that stand on no letter, letters of scripts written from right to left. Empty for a printable text.
     */
    public Set<Integer> unprintable(String text) {
        return typeface.unprintable(Typeface.normalise(text));
    }

    /** Each line of a template that holds characters that cannot be printed, with them by number. */
    public List<InvalidTemplate.Fault> unprintable(String file, String template) {
        List<InvalidTemplate.Fault> faults = new ArrayList<>();
        String[] lines = template.replace("\uFEFF", "").split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Set<Integer> lost = unprintable(lines[i]);
            if (!lost.isEmpty()) {
                faults.add(new InvalidTemplate.Fault(
                        file,
                        i + 1,
                        lost.stream().map(Typesetter::shown).collect(Collectors.joining(", "))
                                + " : la police n'a pas ce caractère, qui serait perdu ; remplacez-le ou enlevez-le"));
            }
        }
        return faults;
    }

    private static String shown(int codePoint) {
        String number = String.format("U+%04X", codePoint);
        boolean visible =
                Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
        return visible ? "« " + Character.toString(codePoint) + " » (" + number + ")" : number;
    }

    /**
     * The PDF of a document.
     *
     * @throws UnprintableText when a letter would be lost
     * @throws IllegalArgumentException when something that may not be cut, such as a letterhead, is higher than a page
     */
    public byte[] print(Document document, Imprint imprint) {
        Sheet sheet = new Sheet(document, imprint);
        return write(sheet, document.format().solemn() ? onFewPages(sheet) : lay(sheet, style));
    }

    /** What stands on each page, and the root of its structure. */
    private record Layout(List<Page> pages, Tag root) {}

    /** A solemn act is set smaller rather than on more pages than it asks for, as long as it can be read. */
    private Layout onFewPages(Sheet sheet) {
        long asked = 1
                + sheet.document.blocks().stream()
                        .filter(Block.PageBreak.class::isInstance)
                        .count();
        Layout asWished = lay(sheet, style);
        Layout layout = asWished;
        for (double scale = 0.95; layout.pages.size() > asked && scale > SMALLEST; scale -= 0.05) {
            layout = lay(sheet, style.scaled(scale));
        }
        return layout.pages.size() <= asked ? layout : asWished;
    }

    private Layout lay(Sheet sheet, Style style) {
        double height = sheet.top - sheet.bottom;
        Flow flow = new Flow(style, breaker, height);
        Tag root = Tag.document();
        flow.add(
                sheet.document.blocks(),
                new Flow.Area(
                        style.margins().left(),
                        sheet.width,
                        style.sizes().text(),
                        Block.Align.LEFT,
                        style.colours().text(),
                        false,
                        false),
                root);
        List<Piece> pieces = sheet.document.format().solemn()
                ? Paginator.spread(flow.pieces(), flow.notices(), height)
                : flow.pieces();
        return new Layout(Paginator.paginate(pieces, flow.notices(), height), root);
    }

    /** What is the same on all pages of one document. */
    private final class Sheet {
        private final Document document;
        private final Imprint imprint;
        private final double width;
        private final double top;
        private final double bottom;

        Sheet(Document document, Imprint imprint) {
            this.document = document;
            this.imprint = imprint;
            width = document.format().width()
                    - style.margins().left()
                    - style.margins().right();
            top = document.format().height() - style.margins().top();
            double lines = footer(888, 888).size();
            bottom = Math.max(
                    style.margins().bottom(),
                    EDGE + lines * footerLine() + style.sizes().small());
        }

        List<Line> footer(int page, int pages) {
            if (document.footer() == null) {
                return List.of();
            }
            String words =
                    document.footer().replace("" + Document.PAGE, "" + page).replace("" + Document.PAGES, "" + pages);
            return breaker.lines(Text.of(words), style.sizes().small(), width, false);
        }

        double footerLine() {
            return style.sizes().small() * style.lineHeight();
        }

        /** Every letter that is printed, and more: a record written out holds all its text, page numbers are ASCII. */
        String letters() {
            return Typeface.normalise(document + " " + imprint.watermark())
                    .replace(Document.PAGE, ' ')
                    .replace(Document.PAGES, ' ')
                    .replace('\n', ' ');
        }

        /** The digest that stands for the document in its /ID. */
        byte[] digest() {
            try {
                return MessageDigest.getInstance("MD5")
                        .digest((document + "\n" + imprint + "\n" + style).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private byte[] write(Sheet sheet, Layout layout) {
        List<Page> pages = layout.pages;
        Imprint imprint = sheet.imprint;
        Document.Format format = sheet.document.format();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (org.openpdf.text.Document pdf =
                new org.openpdf.text.Document(new Rectangle((float) format.width(), (float) format.height()))) {
            PdfWriter writer = PdfWriter.getInstance(pdf, bytes);
            writer.setPDFXConformance(PdfWriter.PDFA2A);
            writer.setFullCompression();
            writer.setTagged();
            writer.setTabs(PdfName.S);
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            pdf.addTitle(imprint.title());
            pdf.addSubject(imprint.subject());
            pdf.open();
            // Only after open(): before, the library puts the present moment in its place.
            PdfString date = new PdfString(PDF_DATE.format(imprint.date()));
            PdfDictionary info = writer.getInfo();
            info.put(PdfName.CREATIONDATE, date);
            info.put(PdfName.MODDATE, date);
            byte[] digest = sheet.digest();
            info.put(PdfName.FILEID, PdfEncryption.createInfoId(digest, digest));
            PdfString producer = (PdfString) info.get(PdfName.PRODUCER);
            writer.setXmpMetadata(XmpPacket.of(imprint, producer.toUnicodeString()));
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString("fr"));
            writer.setOutputIntents("Custom", "", "", "sRGB IEC61966-2.1", SRGB);
            Pen pen = new Pen(writer, typeface.fonts(sheet.letters()), pages.size() > PAGES_WITHOUT_OUTLINE);
            for (int i = 0; i < pages.size(); i++) {
                if (i > 0) {
                    pdf.newPage();
                }
                mark(pen, sheet, i == 0 ? layout.root : null);
                if (format.solemn()) {
                    border(pen, format, EDGE * 0.7, 1.2);
                    border(pen, format, EDGE * 0.7 + 3.2, 0.4);
                }
                draw(pen, pages.get(i), sheet.top);
                foot(pen, sheet, i + 1, pages.size());
                pen.endPage();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(Pen pen, Page page, double bodyTop) {
        List<Placed> pieces = page.pieces();
        Piece.Frame frame = null;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i).piece();
            if (piece.frame() != null && piece.frame() != frame) {
                int last = i;
                while (last + 1 < pieces.size() && pieces.get(last + 1).piece().frame() == piece.frame()) {
                    last++;
                }
                Placed end = pieces.get(last);
                piece.frame()
                        .draw(
                                pen,
                                bodyTop - pieces.get(i).top(),
                                bodyTop - end.top() - end.piece().height());
            }
            frame = piece.frame();
            double top = bodyTop - pieces.get(i).top();
            if (pieces.get(i).repeated()) {
                pen.artifact("Pagination", "Header", () -> piece.ink().draw(pen, top));
            } else {
                piece.ink().draw(pen, top);
            }
        }
    }

    /**
     * The watermark: large behind the text, and as a plain mention above it. The mention is content once, on the first
     * page, so that whoever listens to the document hears it too.
     */
    private void mark(Pen pen, Sheet sheet, @Nullable Tag root) {
        String word = sheet.imprint.watermark();
        if (word == null) {
            return;
        }
        double width = sheet.document.format().width();
        double height = sheet.document.format().height();
        Line unit = breaker.lines(Text.of(word), 1, Double.MAX_VALUE, true).getFirst();
        double angle = Math.atan2(height, width);
        double size = Math.min(0.62 * Math.hypot(width, height) / Math.max(unit.width(), 1), 160);
        double halfLength = unit.width() * size / 2;
        double halfHeight = size * 0.36;
        Outline outline = typeface.outline(Typeface.normalise(word), Typeface.face(true, false));
        pen.artifact(
                "Pagination",
                "Watermark",
                () -> pen.slanted(
                        outline,
                        width / 2 - halfLength * Math.cos(angle) + halfHeight * Math.sin(angle),
                        height / 2 - halfLength * Math.sin(angle) - halfHeight * Math.cos(angle),
                        angle,
                        size * typeface.outlineUnit(),
                        style.colours().watermark()));
        double mentionSize = style.sizes().text();
        Line mention =
                breaker.lines(Text.of(word), mentionSize, sheet.width, true).getFirst();
        double x = (width - mention.width()) / 2;
        double y = height - style.margins().top() / 2 - mentionSize * 0.35;
        Tag tag = (root == null ? Tag.document() : root).child("P");
        Runnable writing =
                () -> pen.text(tag, mention, x, y, mentionSize, style.colours().text());
        if (root == null) {
            pen.artifact("Pagination", "Header", writing);
        } else {
            writing.run();
        }
    }

    /** Four rules, that far from the edges of the sheet. */
    private void border(Pen pen, Document.Format format, double inset, double thickness) {
        double width = format.width() - 2 * inset;
        double height = format.height() - 2 * inset;
        for (double y : new double[] {inset, inset + height - thickness}) {
            pen.box(inset, y, width, thickness, style.colours().accent());
        }
        for (double x : new double[] {inset, inset + width - thickness}) {
            pen.box(x, inset, thickness, height, style.colours().accent());
        }
    }

    private void foot(Pen pen, Sheet sheet, int page, int pages) {
        List<Line> lines = sheet.footer(page, pages);
        if (lines.isEmpty()) {
            return;
        }
        pen.artifact("Pagination", "Footer", () -> {
            double y = EDGE + (lines.size() - 1) * sheet.footerLine();
            for (Line line : lines) {
                double x = style.margins().left() + (sheet.width - line.width()) / 2;
                pen.text(
                        Tag.document(),
                        line,
                        x,
                        y,
                        style.sizes().small(),
                        style.colours().footer());
                y -= sheet.footerLine();
            }
        });
    }
}

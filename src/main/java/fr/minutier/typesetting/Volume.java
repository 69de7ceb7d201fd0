package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import fr.minutier.typesetting.Paginator.Page;
import fr.minutier.typesetting.Paginator.Placed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * One PDF being written, of one document or of many bound one after the other; each page leaves memory once it is drawn.
 * To be used by one thread at a time.
 */
public final class Volume implements AutoCloseable {
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] SRGB = FontSubset.deflated(SrgbProfile.bytes());

    /** A document alone that is longer than this gets an outline. */
    private static final int PAGES_WITHOUT_OUTLINE = 4;

    private final org.openpdf.text.Document pdf;
    private final PdfWriter writer;
    private final Imprint imprint;
    private final PdfString date;
    private final Typeface typeface;
    private final MessageDigest digest = md5();
    private boolean empty = true;
    private @Nullable String code;

    Volume(OutputStream out, Imprint imprint, Document.Format format, Typeface typeface) throws IOException {
        this.imprint = imprint;
        this.typeface = typeface;
        pdf = new org.openpdf.text.Document(paper(format));
        writer = PdfWriter.getInstance(pdf, out);
        writer.setPDFXConformance(PdfWriter.PDFA2A);
        writer.setFullCompression();
        // A few parts in a hundred larger than at the usual level, in half the time.
        writer.setCompressionLevel(Deflater.BEST_SPEED);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        pdf.addTitle(imprint.title());
        pdf.addSubject(imprint.subject());
        pdf.open();
        // Only after open(): before, the library puts the present moment in its place.
        date = new PdfString(PDF_DATE.format(imprint.date()));
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("fr"));
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(srgb()));
    }

    /** The meaning of all colours, whose profile is compressed once for all documents. */
    private PdfDictionary srgb() throws IOException {
        PdfStream profile = new PdfStream(SRGB);
        profile.put(PdfName.FILTER, PdfName.FLATEDECODE);
        profile.put(PdfName.N, new PdfNumber(3));
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("Custom"));
        intent.put(PdfName.INFO, new PdfString("sRGB IEC61966-2.1"));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        return intent;
    }

    private static Rectangle paper(Document.Format format) {
        return new Rectangle((float) format.width(), (float) format.height());
    }

    /** Adds a document, with its bookmark, that was composed by the typesetter of this volume. */
    public void add(Typesetter.Composed composed) {
        add(composed, composed.sheet().document().bookmark());
    }

    /** Leaves room for the seal of the only document. */
    SignatureField room(Seal seal) throws IOException {
        return new SignatureField(writer, seal, date);
    }

    /** Adds the only document, whose code the file then bears as its own. */
    void alone(Typesetter.Composed composed) {
        code = add(composed, null);
    }

    /** Gives back what the first code of the document says. */
    private @Nullable String add(Typesetter.Composed composed, @Nullable String bookmark) {
        Sheet sheet = composed.sheet();
        List<Page> pages = composed.pages();
        digest.update(sheet.imprint().toString().getBytes(StandardCharsets.UTF_8));
        boolean outlined = bookmark == null && pages.size() > PAGES_WITHOUT_OUTLINE;
        Pen pen = new Pen(writer, typeface.fonts(sheet.breaker().foreignLetters()), outlined);
        for (int i = 0; i < pages.size(); i++) {
            if (!empty) {
                pdf.setPageSize(paper(sheet.document().format()));
                pdf.newPage();
            }
            empty = false;
            if (i == 0 && bookmark != null) {
                pen.mark(bookmark, sheet.document().format().height());
            }
            mark(pen, sheet, i == 0 ? composed.root() : null);
            if (sheet.document().format().solemn()) {
                border(pen, sheet, Sheet.EDGE * 0.7, 1.2);
                border(pen, sheet, Sheet.EDGE * 0.7 + 3.2, 0.4);
            }
            draw(pen, pages.get(i), sheet.top());
            foot(pen, sheet, i + 1, pages.size());
            digest.update(pen.endPage());
        }
        return pen.firstCode();
    }

    /** Ends the file; a volume that nothing was added to cannot be ended. */
    @Override
    public void close() {
        byte[] id = digest.digest();
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        PdfString producer = (PdfString) info.get(PdfName.PRODUCER);
        writer.setXmpMetadata(XmpPacket.of(imprint, producer.toUnicodeString(), code));
        pdf.close();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
        String word = sheet.imprint().watermark();
        Line unit = sheet.watermark();
        if (word == null || unit == null) {
            return;
        }
        double width = sheet.document().format().width();
        double height = sheet.document().format().height();
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
                        sheet.style().colours().watermark()));
        double mentionSize = sheet.style().sizes().text();
        Line mention = sheet.breaker()
                .lines(Text.of(word), mentionSize, sheet.width(), true)
                .getFirst();
        double x = (width - mention.width()) / 2;
        double y = height - sheet.style().margins().top() / 2 - mentionSize * 0.35;
        Tag tag = (root == null ? Tag.document() : root).child("P");
        Runnable writing = () -> pen.text(
                tag, mention, x, y, mentionSize, sheet.style().colours().text());
        if (root == null) {
            pen.artifact("Pagination", "Header", writing);
        } else {
            writing.run();
        }
    }

    /** Four rules, that far from the edges of the sheet. */
    private static void border(Pen pen, Sheet sheet, double inset, double thickness) {
        Document.Format format = sheet.document().format();
        double width = format.width() - 2 * inset;
        double height = format.height() - 2 * inset;
        for (double y : new double[] {inset, inset + height - thickness}) {
            pen.box(inset, y, width, thickness, sheet.style().colours().accent());
        }
        for (double x : new double[] {inset, inset + width - thickness}) {
            pen.box(x, inset, thickness, height, sheet.style().colours().accent());
        }
    }

    private static void foot(Pen pen, Sheet sheet, int page, int pages) {
        List<Line> lines = sheet.footer(page, pages);
        if (lines.isEmpty()) {
            return;
        }
        pen.artifact("Pagination", "Footer", () -> {
            double y = Sheet.EDGE + (lines.size() - 1) * sheet.footerLine();
            for (Line line : lines) {
                double x = sheet.style().margins().left() + (sheet.width() - line.width()) / 2;
                pen.text(
                        Tag.document(),
                        line,
                        x,
                        y,
                        sheet.style().sizes().small(),
                        sheet.style().colours().footer());
                y -= sheet.footerLine();
            }
        });
    }
}

package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import fr.minutier.typesetting.Paginator.Page;
import fr.minutier.typesetting.Paginator.Placed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfRectangle;
import org.openpdf.text.pdf.PdfString;

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

    private final OutputStream out;
    private final Imprint imprint;
    private final Typeface typeface;
    private final PdfFile file;
    private final Structure structure;
    private final Resources resources;
    private final Bookmarks bookmarks;
    /** By the letters that they have beside the French ones. */
    private final Map<Set<Integer>, IntFunction<SharedFont>> fonts = new HashMap<>();

    private final MessageDigest digest = md5();
    private boolean empty = true;
    private @Nullable SignatureField field;
    private @Nullable String code;

    Volume(OutputStream out, Imprint imprint, Typeface typeface, Alike alike) throws IOException {
        this.out = out;
        this.imprint = imprint;
        this.typeface = typeface;
        file = new PdfFile(out, alike);
        structure = new Structure(file);
        resources = new Resources(file);
        bookmarks = new Bookmarks(file);
    }

    /** Adds a document, with its bookmark, that was composed by the typesetter of this volume. */
    public void add(Typesetter.Composed composed) {
        add(composed, composed.sheet().document().bookmark(), Optional.empty());
    }

    /** Adds the only document, whose code the file then bears as its own; gives back the field of its seal, if it has one. */
    @Nullable
    SignatureField alone(Typesetter.Composed composed, Optional<Seal> seal) {
        code = add(composed, null, seal);
        return field;
    }

    /** Gives back what the first code of the document says. */
    private @Nullable String add(Typesetter.Composed composed, @Nullable String bookmark, Optional<Seal> seal) {
        Sheet sheet = composed.sheet();
        List<Page> sheets = composed.pages();
        Document.Format format = sheet.document().format();
        digest.update(sheet.imprint().toString().getBytes(StandardCharsets.UTF_8));
        boolean outlined = bookmark == null && sheets.size() > PAGES_WITHOUT_OUTLINE;
        IntFunction<SharedFont> faces =
                fonts.computeIfAbsent(Set.copyOf(sheet.breaker().rareLetters()), typeface::fonts);
        Pen pen = new Pen(structure, resources, faces, outlined ? bookmarks : null);
        try {
            for (int i = 0; i < sheets.size(); i++) {
                int number = file.page();
                pen.begin(number);
                if (i == 0 && bookmark != null) {
                    bookmarks.add(1, bookmark, number, format.height());
                }
                mark(pen, sheet, i == 0 ? composed.root() : null);
                if (format.solemn()) {
                    border(pen, sheet, Sheet.EDGE * 0.7, 1.2);
                    border(pen, sheet, Sheet.EDGE * 0.7 + 3.2, 0.4);
                }
                draw(pen, sheets.get(i), sheet.top());
                foot(pen, sheet, i + 1, sheets.size());
                if (i == 0 && seal.isPresent()) {
                    field = new SignatureField(file, seal.get(), number, new Bytes(32).words(date()));
                }
                end(pen, format, i == 0 ? field : null);
            }
            structure.endDocument();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pen.firstCode();
    }

    /** Writes a page that is drawn. */
    private void end(Pen pen, Document.Format format, @Nullable SignatureField field) throws IOException {
        int contents = file.reserve();
        digest.update(file.stream(contents, "", pen.end()));
        PdfDictionary page = new PdfDictionary(PdfName.PAGE);
        page.put(PdfName.MEDIABOX, new PdfRectangle((float) format.width(), (float) format.height()));
        page.put(PdfName.RESOURCES, PdfFile.literal(pen.resources()));
        page.put(PdfName.CONTENTS, reference(contents));
        page.put(PdfName.TABS, PdfName.S);
        page.put(PdfName.STRUCTPARENTS, new PdfNumber(structure.endPage()));
        if (field != null) {
            page.put(PdfName.ANNOTS, new PdfArray(reference(field.number())));
        }
        file.endPage(page);
        empty = false;
    }

    private static PdfLiteral reference(int object) {
        return PdfFile.literal(new Bytes(16).reference(object));
    }

    /** Ends the file and its stream; a volume that nothing was added to cannot be ended. */
    @Override
    public void close() {
        try (out) {
            if (empty) {
                throw new IllegalStateException("no page");
            }
            PdfDictionary info = file.info();
            info.put(PdfName.TITLE, new PdfString(imprint.title(), PdfObject.TEXT_UNICODE));
            info.put(PdfName.SUBJECT, new PdfString(imprint.subject(), PdfObject.TEXT_UNICODE));
            PdfString date = new PdfString(date());
            info.put(PdfName.CREATIONDATE, date);
            info.put(PdfName.MODDATE, date);
            lead(file.catalog());
            String producer = String.valueOf(info.get(PdfName.PRODUCER));
            file.close(XmpPacket.of(imprint, producer, code), digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what leads to all that is not a page. */
    private void lead(PdfDictionary catalog) throws IOException {
        int profile = file.reserve();
        file.stream(profile, "/N 3/Filter/FlateDecode", SRGB);
        catalog.put(PdfName.LANG, new PdfString("fr"));
        catalog.put(PdfName.MARKINFO, PdfFile.literal(new Bytes(16).add("<</Marked true>>")));
        catalog.put(PdfName.STRUCTTREEROOT, reference(structure.close()));
        catalog.put(
                PdfName.OUTPUTINTENTS,
                PdfFile.literal(new Bytes(256)
                        .add("[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(Custom)"
                                + "/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
                        .reference(profile)
                        .add(">>]")));
        Integer outline = bookmarks.close();
        if (outline != null) {
            catalog.put(PdfName.PAGEMODE, PdfName.USEOUTLINES);
            catalog.put(PdfName.OUTLINES, reference(outline));
        }
        if (field != null) {
            // Signatures exist, and the file may only be added to.
            catalog.put(
                    PdfName.ACROFORM,
                    PdfFile.literal(new Bytes(64)
                            .add("<</SigFlags 3/Fields[")
                            .reference(field.number())
                            .add("]>>")));
        }
    }

    private String date() {
        return PDF_DATE.format(imprint.date());
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

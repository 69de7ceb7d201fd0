package org.openpdf.text.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The numbers, streams of objects and table of places of a file, for objects that come as bytes. OpenPDF's own keeps an
 * object for each entry in a tree and compresses every stream anew, which takes as long as drawing the page.
 */
final class ReadyBody extends PdfWriter.PdfBody {
    private static final int OBJECTS_IN_A_STREAM = 200;
    private static final int IN_THE_FILE = 1;
    private static final int IN_A_STREAM = 2;
    /** The filter of PNG that is called Up. */
    private static final byte ROW_ABOVE = 2;
    /** What the table says of a number that no object has. */
    private static final long FREE = 0xFFFF;

    private final PdfWriter writer;
    private final ReadyWriter.Compression compression;
    /** By number: the kind of place, the place and the index there, as the table has them in 1, 5 and 2 bytes. */
    private long[] places = {FREE};

    private int next = 1;
    private long position;
    private final ByteArrayOutputStream index = new ByteArrayOutputStream(1024);
    private final ByteArrayOutputStream objects = new ByteArrayOutputStream(16 * 1024);
    private int stream;
    private int held;
    private boolean first = true;

    ReadyBody(PdfWriter writer, ReadyWriter.Compression compression) {
        super(writer);
        this.writer = writer;
        this.compression = compression;
        position = writer.getOs().getCounter();
    }

    @Override
    PdfIndirectReference getPdfIndirectReference() {
        return new PdfIndirectReference(0, getIndirectReferenceNumber());
    }

    @Override
    int getIndirectReferenceNumber() {
        if (next == places.length) {
            places = Arrays.copyOf(places, Math.max(256, 2 * next));
        }
        places[next] = FREE;
        return next++;
    }

    @Override
    PdfIndirectObject add(PdfObject object, int number, boolean inStream) throws IOException {
        PdfIndirectObject indirect = new PdfIndirectObject(number, object, writer);
        if (inStream && object.canBeInObjStm()) {
            begin(number);
            object.toPdf(writer, objects);
            objects.write(' ');
        } else {
            places[number] = place(IN_THE_FILE, position, 0);
            indirect.writeTo(writer.getOs());
            position = writer.getOs().getCounter();
        }
        return indirect;
    }

    /** Adds an object that is no stream. */
    void add(int number, byte[] bytes, int length) throws IOException {
        begin(number);
        objects.write(bytes, 0, length);
        objects.write(' ');
    }

    private void begin(int number) throws IOException {
        if (held == OBJECTS_IN_A_STREAM) {
            flush();
        }
        if (held == 0) {
            stream = getIndirectReferenceNumber();
        }
        places[number] = place(IN_A_STREAM, stream, held++);
        index.writeBytes((number + " " + objects.size() + " ").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static long place(int kind, long place, int index) {
        return (long) kind << 56 | place << 16 | index;
    }

    private void flush() throws IOException {
        if (held == 0) {
            return;
        }
        int begin = index.size();
        objects.writeTo(index);
        PdfStream all = compressed(index.toByteArray(), first);
        all.put(PdfName.TYPE, PdfName.OBJSTM);
        all.put(PdfName.N, new PdfNumber(held));
        all.put(PdfName.FIRST, new PdfNumber(begin));
        index.reset();
        objects.reset();
        held = 0;
        first = false;
        add(all, stream, false);
    }

    private PdfStream compressed(byte[] bytes, boolean alike) {
        PdfStream compressed = new PdfStream(compression.compress(bytes, alike));
        compressed.put(PdfName.FILTER, PdfName.FLATEDECODE);
        return compressed;
    }

    @Override
    long offset() {
        return position;
    }

    @Override
    int size() {
        return next;
    }

    @Override
    void writeCrossReferenceTable(
            OutputStream os,
            PdfIndirectReference root,
            PdfIndirectReference info,
            PdfIndirectReference encryption,
            PdfObject fileId,
            int previous)
            throws IOException {
        flush();
        int own = getIndirectReferenceNumber();
        places[own] = place(IN_THE_FILE, position, 0);
        int width = 8 - Long.numberOfLeadingZeros(position) / 8;
        int columns = width + 3;
        // Each row as what it adds to the one above: nearly all rows are then the same.
        byte[] rows = new byte[next * (columns + 1)];
        int at = 0;
        long above = 0;
        for (int number = 0; number < next; number++) {
            long entry = places[number];
            rows[at++] = ROW_ABOVE;
            rows[at++] = (byte) ((entry >> 56) - (above >> 56));
            for (int shift = 8 * (width + 1); shift >= 0; shift -= 8) {
                rows[at++] = (byte) ((entry >> shift) - (above >> shift));
            }
            above = entry;
        }
        PdfStream table = compressed(rows, false);
        table.putAll(new PdfWriter.PdfTrailer(next, root, info, encryption, fileId, previous));
        PdfDictionary rowAbove = new PdfDictionary();
        rowAbove.put(PdfName.PREDICTOR, new PdfNumber(12));
        rowAbove.put(PdfName.COLUMNS, new PdfNumber(columns));
        table.put(PdfName.DECODEPARMS, rowAbove);
        table.put(PdfName.W, new PdfArray(new int[] {1, width, 2}));
        table.put(PdfName.TYPE, PdfName.XREF);
        new PdfIndirectObject(own, table, writer).writeTo(os);
    }
}

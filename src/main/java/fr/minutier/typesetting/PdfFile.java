package fr.minutier.typesetting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/**
 * A PDF 1.7 file being written: objects by number, most of them together in compressed streams, and at the end the table
 * that tells where each is. Written by ourselves because a general library spends more time on its object model than all
 * the rest of a page takes; knows nothing of what the objects mean. To be used by one thread at a time.
 */
final class PdfFile {
    /** Objects of one compressed stream: few enough for a reader to skip what it does not need. */
    private static final int TOGETHER = 200;

    private final OutputStream out;
    /** A few parts in a hundred larger than at the usual level, in half the time. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

    private long position;
    private int last;
    /** By object: the stream that holds it, or 0. */
    private int[] holders = new int[256];
    /** By object: its place in the file, or in the stream that holds it. */
    private long[] places = new long[256];

    private final Bytes index = new Bytes(1024);
    private final Bytes together = new Bytes(16 * 1024);
    private final Bytes wrapping = new Bytes(256);
    private int holder;
    private int held;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        // Four bytes above 127 tell programs that copy files that this one is no text.
        write(new Bytes(16).add("%PDF-1.7\n%").add(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'
        }));
    }

    /** The number of an object to be written later. */
    int reserve() {
        last++;
        if (last == holders.length) {
            holders = Arrays.copyOf(holders, 2 * last);
            places = Arrays.copyOf(places, 2 * last);
        }
        return last;
    }

    /** Writes an object that is no stream. */
    void object(int number, Bytes content) throws IOException {
        if (held == TOGETHER) {
            flush();
        }
        if (held == 0) {
            holder = reserve();
        }
        index.number(number).number(together.size());
        together.add(content).add(' ');
        holders[number] = holder;
        places[number] = held++;
    }

    /** Writes an object that is no stream, and gives its number. */
    int object(Bytes content) throws IOException {
        int number = reserve();
        object(number, content);
        return number;
    }

    /** Writes an object outside any stream, and gives the place in the file where its content begins. */
    long apart(int number, Bytes content) throws IOException {
        places[number] = position;
        write(wrapping(number));
        long begin = position;
        write(content);
        write(new Bytes(8).add("\nendobj\n"));
        return begin;
    }

    /** Writes a stream that is compressed already, or is not to be. */
    void stream(int number, String entries, byte[] bytes) throws IOException {
        places[number] = position;
        write(wrapping(number)
                .add("<<")
                .add(entries)
                .add("/Length ")
                .digits(bytes.length)
                .add(">>stream\n"));
        out.write(bytes);
        position += bytes.length;
        wrapping.clear();
        write(wrapping.add("\nendstream\nendobj\n"));
    }

    /** Compresses and writes a stream. */
    void stream(int number, String entries, Bytes content) throws IOException {
        stream(number, "/Filter/FlateDecode" + entries, content.deflated(deflater));
    }

    private Bytes wrapping(int number) {
        wrapping.clear();
        return wrapping.digits(number).add(" 0 obj\n");
    }

    private void flush() throws IOException {
        if (held > 0) {
            String entries = "/Type/ObjStm/N " + held + "/First " + index.size() + "/Filter/FlateDecode";
            stream(holder, entries, index.add(together).deflated(deflater));
            index.clear();
            together.clear();
            held = 0;
        }
    }

    /**
     * Ends the file.
     *
     * @param root the object that leads to all others
     * @param info the object that says what the file is
     * @param id tells files apart
     */
    void close(int root, int info, byte[] id) throws IOException {
        flush();
        int table = reserve();
        places[table] = position;
        String hex = HexFormat.of().formatHex(id);
        int wide = position < 1 << 16 ? 2 : position < 1 << 24 ? 3 : 5;
        stream(
                table,
                "/Type/XRef/Size " + (last + 1) + "/W[1 " + wide + " 2]/Root " + root + " 0 R/Info " + info
                        + " 0 R/ID[<"
                        + hex + "><" + hex + ">]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + (wide + 3)
                        + ">>",
                table(wide).deflated(deflater));
        deflater.end();
        write(new Bytes(64).add("startxref\n").add(Long.toString(places[table])).add("\n%%EOF\n"));
    }

    /** One row for each object, as the difference to the row above, which compresses well. */
    private Bytes table(int wide) {
        Bytes rows = new Bytes((last + 1) * (wide + 4));
        byte[] above = new byte[wide + 3];
        byte[] row = new byte[wide + 3];
        for (int number = 0; number <= last; number++) {
            boolean free = number == 0;
            boolean apart = holders[number] == 0;
            row[0] = (byte) (free ? 0 : apart ? 1 : 2);
            put(row, 1, wide, apart ? places[number] : holders[number]);
            put(row, 1 + wide, 2, free ? 0xFFFF : apart ? 0 : places[number]);
            rows.add(2);
            for (int i = 0; i < row.length; i++) {
                rows.add(row[i] - above[i]);
                above[i] = row[i];
            }
        }
        return rows;
    }

    private static void put(byte[] row, int at, int wide, long value) {
        for (int i = 0; i < wide; i++) {
            row[at + i] = (byte) (value >> (8 * (wide - 1 - i)));
        }
    }

    private void write(Bytes bytes) throws IOException {
        bytes.writeTo(out);
        position += bytes.size();
    }
}

package fr.minutier.bordereau.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A .xls written record by record, for what no library would write. Numbers lie in it with their low byte first. */
final class RawXls {

    static final int WORKBOOK = 0x0005;
    static final int WORKSHEET = 0x0010;
    static final int CHART = 0x0020;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    /** A workbook of one visible sheet, {@code Candidats}, of which nothing is told yet. */
    static RawXls ofOneSheet() {
        return new RawXls().begin(WORKBOOK).tab("Candidats", 0, 0).end().begin(WORKSHEET);
    }

    RawXls record(int kind, ByteBuffer data) {
        byte[] bytes = new byte[data.flip().remaining()];
        data.get(bytes);
        records.writeBytes(
                buffer(4).putShort((short) kind).putShort((short) bytes.length).array());
        records.writeBytes(bytes);
        return this;
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ByteBuffer shorts(int... values) {
        ByteBuffer data = buffer(2 * values.length);
        for (int value : values) {
            data.putShort((short) value);
        }
        return data;
    }

    RawXls begin(int kind) {
        return record(0x0809, shorts(0x0600, kind, 0, 0, 0, 0, 0, 0));
    }

    RawXls end() {
        return record(0x000A, buffer(0));
    }

    /** @param position where the sheet begins in the file, for the order of several */
    RawXls tab(String name, int position, int visibility) {
        return record(
                0x0085,
                buffer(8 + name.length())
                        .putInt(position)
                        .putShort((short) visibility)
                        .put((byte) name.length())
                        .put((byte) 0)
                        .put(name.getBytes(StandardCharsets.ISO_8859_1)));
    }

    RawXls number(int row, int column, double value) {
        return record(
                0x0203,
                buffer(14)
                        .putShort((short) row)
                        .putShort((short) column)
                        .putShort((short) 0)
                        .putDouble(value));
    }

    /** A formula, {@code =1}, with the eight bytes of its stored result. */
    RawXls formula(int row, int column, long result) {
        return record(
                0x0006,
                buffer(25)
                        .putShort((short) row)
                        .putShort((short) column)
                        .putShort((short) 0)
                        .putLong(result)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 3)
                        .put(new byte[] {0x1E, 1, 0}));
    }

    /** The text that is the result of the formula before it. */
    RawXls text(String result) {
        return record(
                0x0207,
                buffer(3 + result.length())
                        .putShort((short) result.length())
                        .put((byte) 0)
                        .put(result.getBytes(StandardCharsets.ISO_8859_1)));
    }

    Path write(Path file) throws IOException {
        return write(file, "Workbook");
    }

    Path write(Path file, String stream) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(records.toByteArray()), stream);
            container.writeFilesystem(out);
        }
        return file;
    }
}

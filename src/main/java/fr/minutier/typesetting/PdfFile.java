package fr.minutier.typesetting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;
import org.openpdf.text.pdf.ReadyWriter;

/**
 * A PDF file that OpenPDF writes: numbers, streams of objects, tree of pages, catalog, table of places. What the objects say
 * is handed over as it is to be written, since building each of them from the library's dictionaries takes longer than all
 * the rest of a page. To be used by one thread at a time.
 */
final class PdfFile {
    private final ReadyWriter writer;
    /** One for all pages and codes; the library would make one for each. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

    /**
     * Begins a file.
     *
     * @param alike what files like this one have in common
     */
    PdfFile(OutputStream out, Alike alike) throws IOException {
        writer = inFull(() -> new ReadyWriter(
                out, (bytes, common) -> common ? alike.deflated(bytes) : new Bytes(bytes).deflated(deflater)));
    }

    private interface Writing<T> {
        T write();
    }

    /** The library hides what a disk says. */
    private static <T> T inFull(Writing<T> writing) throws IOException {
        try {
            return writing.write();
        } catch (ExceptionConverter e) {
            if (e.getException() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    /** The number of an object to be written later. */
    int reserve() {
        return writer.reserve();
    }

    /** Writes an object that is no stream. */
    void object(int number, Bytes content) throws IOException {
        content.writeTo(writer, number);
    }

    /** Writes an object that is no stream, and gives its number. */
    int object(Bytes content) throws IOException {
        int number = reserve();
        object(number, content);
        return number;
    }

    /** Writes an object outside any stream, and gives the place in the file where its content begins. */
    long apart(int number, Bytes content) throws IOException {
        PdfLiteral literal = literal(content);
        writer.addToBody(literal, number, false);
        return literal.getPosition();
    }

    /** Writes a stream that is compressed already, or is not to be. */
    void stream(int number, String entries, byte[] bytes) throws IOException {
        writer.addToBody(new Ready(entries, bytes), number);
    }

    /** Compresses and writes a stream, and gives back what stands in the file. */
    byte[] stream(int number, String entries, Bytes content) throws IOException {
        byte[] compressed = content.deflated(deflater);
        stream(number, "/Filter/FlateDecode" + entries, compressed);
        return compressed;
    }

    /** A stream with entries beside those that the library gives it. */
    private static final class Ready extends PdfStream {
        private final String entries;

        private Ready(String entries, byte[] bytes) {
            super(bytes);
            this.entries = entries;
        }

        @Override
        protected void superToPdf(PdfWriter writer, OutputStream os) throws IOException {
            os.write(("<<" + entries).getBytes(StandardCharsets.ISO_8859_1));
            for (PdfName name : getKeys()) {
                name.toPdf(writer, os);
                os.write(' ');
                get(name).toPdf(writer, os);
            }
            os.write('>');
            os.write('>');
        }
    }

    /** A value of an entry, as it is to be written. */
    static PdfLiteral literal(Bytes content) {
        return new PdfLiteral(content.toArray());
    }

    /** The object of the page that is being drawn. */
    int page() {
        return writer.getCurrentPage().getNumber();
    }

    /** Writes the page that is drawn; the next one begins. */
    void endPage(PdfDictionary page) throws IOException {
        inFull(() -> {
            writer.add(page);
            return page;
        });
    }

    /** Entries of the object that leads to all others, beside those that the library gives it. */
    PdfDictionary catalog() {
        return writer.getExtraCatalog();
    }

    /** What the file says of itself. */
    PdfDictionary info() {
        return writer.getInfo();
    }

    /**
     * Ends the file and closes its stream.
     *
     * @param metadata what the file says of itself, as XMP
     * @param id tells files apart
     */
    void close(byte[] metadata, byte[] id) throws IOException {
        // Where the library looks for it; else it takes the time of day.
        info().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
        writer.setXmpMetadata(metadata);
        inFull(() -> {
            writer.end();
            return writer;
        });
        deflater.end();
    }
}

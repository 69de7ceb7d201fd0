package org.openpdf.text.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.PageSize;

/**
 * OpenPDF's writer, for pages that come ready instead of being filled by its document. It stands in the library's own
 * package since the tree of pages takes a page from nowhere else.
 */
public final class ReadyWriter extends PdfWriter {

    private final ReadyBody ready;

    /** How streams of objects are compressed. */
    public interface Compression {
        /**
         * What a reader inflates to {@code bytes}.
         *
         * @param alike whether other files are likely to have the very same bytes
         */
        byte[] compress(byte[] bytes, boolean alike);
    }

    /** Begins a file of PDF 1.7 whose objects stand together in compressed streams wherever they may. */
    public ReadyWriter(OutputStream out, Compression compression) {
        super(new Undated(), out);
        pdf.addWriter(this);
        setPdfVersion(VERSION_1_7);
        setFullCompression();
        setViewerPreferences(DisplayDocTitle);
        // Of the page that the document begins and that stays empty.
        pdf.setPageSize(PageSize.A4);
        pdf.open();
        ready = new ReadyBody(this, compression);
        body = ready;
    }

    /** A document that does not ask for the time of day. */
    private static final class Undated extends PdfDocument {
        @Override
        public boolean addCreationDate() {
            return false;
        }
    }

    /** The number of an object to be written later. */
    public int reserve() {
        return getIndirectReferenceNumber();
    }

    /** Writes the object of a reserved number, which is no stream: the first {@code length} of {@code bytes}. */
    public void write(int number, byte[] bytes, int length) throws IOException {
        ready.add(number, bytes, length);
    }

    /** Adds the page that {@link #getCurrentPage} refers to. */
    public void add(PdfDictionary page) {
        root.addPage(page);
        currentPageNumber++;
    }

    /** Writes all that is left, and closes the stream. */
    public void end() {
        pdf.close();
    }
}

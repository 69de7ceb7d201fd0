package org.openpdf.text.pdf;

import java.io.OutputStream;
import java.util.zip.Deflater;
import org.openpdf.text.PageSize;

/**
 * OpenPDF's writer, for pages that come ready instead of being filled by its document. It stands in the library's own
 * package since the tree of pages takes a page from nowhere else.
 */
public final class ReadyWriter extends PdfWriter {

    /** Begins a file of PDF 1.7 whose objects stand together in compressed streams wherever they may. */
    public ReadyWriter(OutputStream out) {
        super(new Undated(), out);
        pdf.addWriter(this);
        setPdfVersion(VERSION_1_7);
        setFullCompression();
        // A few parts in a hundred larger than at the usual level, in half the time.
        setCompressionLevel(Deflater.BEST_SPEED);
        setViewerPreferences(DisplayDocTitle);
        // Of the page that the document begins and that stays empty.
        pdf.setPageSize(PageSize.A4);
        pdf.open();
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

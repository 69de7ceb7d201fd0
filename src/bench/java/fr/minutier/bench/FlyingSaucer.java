package fr.minutier.bench;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextRenderer;

/** Flying Saucer, its fonts in the library's cache. */
final class FlyingSaucer implements Peer {
    private final String regular;
    private final String bold;
    private final String logo;

    FlyingSaucer(Content first, Path folder) throws Exception {
        regular = Faces.REGULAR.copy(folder).toString();
        bold = Faces.BOLD.copy(folder).toString();
        logo = Html.inline(first.logo());
    }

    @Override
    public byte[] print(Content content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        ITextRenderer renderer = new ITextRenderer();
        renderer.getFontResolver().addFont(regular, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        renderer.getFontResolver().addFont(bold, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        renderer.setDocumentFromString(Html.of(content, logo));
        renderer.layout();
        renderer.createPDF(out);
        return out.toByteArray();
    }
}

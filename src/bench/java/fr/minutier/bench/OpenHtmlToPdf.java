package fr.minutier.bench;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** openhtmltopdf, tagged and archival; what it lets be kept of fonts is kept. */
final class OpenHtmlToPdf implements Peer {
    private final byte[] regular = Faces.REGULAR.bytes();
    private final byte[] bold = Faces.BOLD.bytes();
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();
    private final String logo;

    OpenHtmlToPdf(Content first) throws IOException {
        XRLog.setLoggingEnabled(false);
        logo = Html.inline(first.logo());
    }

    @Override
    public byte[] print(Content content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
        builder.useFont(() -> new ByteArrayInputStream(regular), Faces.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), Faces.FAMILY, 700, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.withHtmlContent(Html.of(content, logo), null);
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }
}

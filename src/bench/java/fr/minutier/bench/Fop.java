package fr.minutier.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.xmlgraphics.util.MimeConstants;
import org.slf4j.LoggerFactory;

/** Apache FOP: one factory with its fonts and pictures, no style sheet between. */
final class Fop implements Peer {
    private static final String CONFIGURATION = """
            <fop version="1.0"><renderers><renderer mime="application/pdf"><fonts>
            <font embed-url="%s" embedding-mode="subset"><font-triplet name="Liberation Sans" style="normal" weight="normal"/></font>
            <font embed-url="%s" embedding-mode="subset"><font-triplet name="Liberation Sans" style="normal" weight="bold"/></font>
            </fonts></renderer></renderers></fop>
            """;

    private final FopFactory factory;
    private final TransformerFactory transformers = TransformerFactory.newInstance();
    private final String logo;

    Fop(Content first, Path folder) throws Exception {
        ((Logger) LoggerFactory.getLogger("org.apache.fop"))
                .setLevel(Level.ERROR); // it tells of words wider than cells
        String configuration = CONFIGURATION.formatted(
                Faces.REGULAR.copy(folder).toUri(), Faces.BOLD.copy(folder).toUri());
        factory = new FopConfParser(
                        new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)), folder.toUri())
                .getFopFactoryBuilder()
                .build();
        logo = Html.inline(first.logo());
    }

    @Override
    public byte[] print(Content content) throws Exception {
        Page page = new Page(logo, Html.inline(new QrPicture(content.code()).png()));
        content.tell(page);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        Transformer transformer = transformers.newTransformer();
        transformer.transform(
                new StreamSource(new StringReader(page.end())),
                new SAXResult(factory.newFop(MimeConstants.MIME_PDF, out).getDefaultHandler()));
        return out.toByteArray();
    }

    /** The page in formatting objects. */
    private static final class Page implements Content.Page {
        private static final String HEAD = """
                <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Liberation Sans" font-size="9pt">
                <fo:layout-master-set><fo:simple-page-master master-name="A4" page-height="297mm" page-width="210mm"
                margin="14mm 18mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
                <fo:page-sequence master-reference="A4" language="fr"><fo:flow flow-name="xsl-region-body">
                """;

        private final StringBuilder fo = new StringBuilder(24 * 1024).append(HEAD);
        private final String logo;
        private final String qr;

        private Page(String logo, String qr) {
            this.logo = logo;
            this.qr = qr;
        }

        String end() {
            return fo.append("</fo:flow></fo:page-sequence></fo:root>").toString();
        }

        @Override
        public void heading(int level, String words) {
            fo.append("<fo:block font-weight=\"bold\" space-before=\"4pt\" font-size=\"")
                    .append(17 - 3 * level)
                    .append("pt\">")
                    .append(Html.escaped(words))
                    .append("</fo:block>\n");
        }

        @Override
        public void paragraph(Text text) {
            fo.append("<fo:block space-before=\"3pt\">");
            spans(text);
            fo.append("</fo:block>\n");
        }

        @Override
        public void table(Block.Table table) {
            fo.append("<fo:table table-layout=\"fixed\" width=\"100%\" border-collapse=\"collapse\">");
            for (Block.Column column : table.columns()) {
                fo.append("<fo:table-column column-width=\"proportional-column-width(")
                        .append(column.share())
                        .append(")\"/>");
            }
            fo.append("<fo:table-header font-weight=\"bold\" background-color=\"#dddddd\">");
            row(table, table.header());
            fo.append("</fo:table-header><fo:table-body>\n");
            table.rows().forEach(row -> row(table, row));
            fo.append("</fo:table-body></fo:table>\n");
        }

        private void row(Block.Table table, Block.Row row) {
            fo.append("<fo:table-row>");
            for (int c = 0; c < row.cells().size(); c++) {
                boolean right = table.columns().get(c).align() == Block.Align.RIGHT;
                fo.append("<fo:table-cell border=\"0.5pt solid #888888\" padding=\"2pt\"><fo:block text-align=\"")
                        .append(right ? "right" : "left")
                        .append("\">");
                spans(row.cells().get(c).text());
                fo.append("</fo:block></fo:table-cell>");
            }
            fo.append("</fo:table-row>\n");
        }

        @Override
        public void logo() {
            picture(logo, 34);
        }

        @Override
        public void code() {
            picture(qr, QrPicture.SIDE);
        }

        private void picture(String source, int height) {
            fo.append("<fo:block><fo:external-graphic content-width=\"scale-to-fit\" content-height=\"")
                    .append(height)
                    .append("pt\" src=\"")
                    .append(source)
                    .append("\"/></fo:block>\n");
        }

        private void spans(Text text) {
            for (Text.Span span : text.spans()) {
                fo.append(span.bold() ? "<fo:inline font-weight=\"bold\">" : "<fo:inline>")
                        .append(Html.escaped(span.text()).replace("\n", "<fo:block/>"))
                        .append("</fo:inline>");
            }
        }
    }
}

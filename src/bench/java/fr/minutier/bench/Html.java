package fr.minutier.bench;

import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Text;
import java.util.Base64;

/** The page as XHTML, for the peers that print that. */
final class Html implements Content.Page {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head><title>Relevé de notes</title>
            <meta name="subject" content="Relevé de notes"/><meta name="description" content="Relevé de notes"/>
            <meta name="author" content="Office"/><style>
            @page { size: A4; margin: 14mm 18mm }
            body { font-family: 'Liberation Sans'; font-size: 8pt }
            h1 { font-size: 14pt } h2 { font-size: 11pt } h1, h2 { margin: 5pt 0 } p { margin: 2pt 0 }
            table { width: 100%; border-collapse: collapse }
            th, td { border: 0.5pt solid #888; padding: 2pt; text-align: left } th { background: #ddd }
            .right { text-align: right }
            </style></head><body>
            """;

    private final StringBuilder html = new StringBuilder(16 * 1024).append(HEAD);
    private final String logo;
    private final String qr;

    private Html(String logo, String qr) {
        this.logo = logo;
        this.qr = qr;
    }

    /** A picture within a page. */
    static String inline(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** The whole page of a statement. */
    static String of(Content content, String logo) throws Exception {
        Html page = new Html(logo, inline(new QrPicture(content.code()).png()));
        content.tell(page);
        return page.html.append("</body></html>").toString();
    }

    /** The words of a text, escaped. */
    static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public void heading(int level, String words) {
        html.append("<h").append(level).append('>').append(escaped(words));
        html.append("</h").append(level).append(">\n");
    }

    @Override
    public void paragraph(Text text) {
        html.append("<p>");
        spans(text);
        html.append("</p>\n");
    }

    @Override
    public void table(Block.Table table) {
        html.append("<table><thead>");
        row(table, table.header(), "th");
        html.append("</thead><tbody>\n");
        table.rows().forEach(row -> row(table, row, "td"));
        html.append("</tbody></table>\n");
    }

    private void row(Block.Table table, Block.Row row, String tag) {
        double whole = table.columns().stream().mapToDouble(Block.Column::share).sum();
        html.append("<tr>");
        for (int c = 0; c < row.cells().size(); c++) {
            Block.Column column = table.columns().get(c);
            html.append('<').append(tag).append(" style=\"width:");
            html.append(Math.round(100 * column.share() / whole)).append("%\"");
            html.append(column.align() == Block.Align.RIGHT ? " class=\"right\">" : ">");
            spans(row.cells().get(c).text());
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>\n");
    }

    @Override
    public void logo() {
        picture(logo, "Logo de la région inventée", "width:102pt;height:34pt");
    }

    @Override
    public void code() {
        picture(qr, "Code QR", "width:" + QrPicture.SIDE + "pt;height:" + QrPicture.SIDE + "pt");
    }

    private void picture(String source, String alternative, String style) {
        html.append("<p><img alt=\"").append(alternative).append("\" style=\"").append(style);
        html.append("\" src=\"").append(source).append("\"/></p>\n");
    }

    private void spans(Text text) {
        for (Text.Span span : text.spans()) {
            String words = escaped(span.text()).replace("\n", "<br/>");
            html.append(span.bold() ? "<b>" + words + "</b>" : words);
        }
    }
}

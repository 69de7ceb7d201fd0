package fr.minutier.bench;

import fr.minutier.act.Act;
import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Document;
import fr.minutier.typesetting.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement, for all peers.
 *
 * @param number its place among all, from 0
 * @param act as the product prints it
 * @param document the same with its words filled in
 * @param code what its QR code says
 * @param logo the bytes of a PNG
 */
public record Content(int number, Act act, Document document, String code, byte[] logo) {

    /** A peer's page, told what stands on it from top to bottom. */
    interface Page {
        void heading(int level, String words);

        void paragraph(Text text);

        /** Every table has a header. */
        void table(Block.Table table);

        void logo();

        /** The QR code. */
        void code();
    }

    /** Tells a page all that stands on it. */
    void tell(Page page) {
        tell(document.blocks(), page);
        String footer = document.footer();
        if (footer != null) {
            page.paragraph(Text.of(footer.replace(Document.PAGE, '1').replace(Document.PAGES, '1')));
        }
    }

    private static void tell(List<Block> blocks, Page page) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading ->
                    page.heading(heading.level(), heading.text().plain());
                case Block.Paragraph paragraph -> page.paragraph(paragraph.text());
                case Block.BulletList list -> list.items().forEach(item -> item(item, page));
                case Block.Table table -> page.table(table);
                case Block.Letterhead letterhead -> tell(letterhead.content(), page);
                case Block.Framed framed -> tell(framed.content(), page);
                case Block.Centred centred -> tell(centred.content(), page);
                case Block.Notice notice -> tell(notice.content(), page);
                case Block.Signatures signatures -> signatures.signatories().forEach(page::paragraph);
                case Block.Picture picture -> page.logo();
                case Block.Code code -> {
                    page.code();
                    tell(code.beside(), page);
                }
                case Block.Chart chart -> page.table(chart.table());
                case Block.Rule rule -> {}
                case Block.PageBreak pageBreak -> {}
            }
        }
    }

    private static void item(Block.Item item, Page page) {
        List<Block> content = new ArrayList<>(item.content());
        if (!content.isEmpty() && content.getFirst() instanceof Block.Paragraph first) {
            List<Text.Span> spans = new ArrayList<>();
            spans.add(new Text.Span(item.label() + " ", false, false));
            spans.addAll(first.text().spans());
            content.set(0, new Block.Paragraph(new Text(spans)));
        }
        tell(content, page);
    }
}

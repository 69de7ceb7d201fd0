package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;

/** The words that a document holds before it is printed, in the order in which they must be heard. */
public final class BlockWords {
    private BlockWords() {}

    /** All its words, those of the notice last. */
    public static List<String> of(Document document) {
        List<String> words = words(document.blocks(), false);
        words.addAll(words(document.blocks(), true));
        return words;
    }

    /** The words of blocks in reading order, those of the notice apart because they stand last. */
    private static List<String> words(List<Block> blocks, boolean notice) {
        List<String> words = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> add(heading.text(), !notice, words);
                case Block.Paragraph paragraph -> add(paragraph.text(), !notice, words);
                case Block.BulletList list ->
                    list.items().forEach(item -> {
                        add(Text.of(item.label()), !notice, words);
                        words.addAll(words(item.content(), notice));
                    });
                case Block.Table table -> {
                    table.header().cells().forEach(cell -> add(cell.text(), !notice, words));
                    table.rows().forEach(row -> row.cells().forEach(cell -> add(cell.text(), !notice, words)));
                }
                case Block.Letterhead letterhead -> words.addAll(words(letterhead.content(), notice));
                case Block.Framed framed -> words.addAll(words(framed.content(), notice));
                case Block.Centred centred -> words.addAll(words(centred.content(), notice));
                case Block.Signatures signatures -> signatures.signatories().forEach(text -> add(text, !notice, words));
                case Block.Code code -> words.addAll(words(code.beside(), notice));
                case Block.Notice last -> words.addAll(notice ? words(last.content(), false) : List.of());
                case Block.Picture picture -> {}
                case Block.Chart chart -> {
                    add(chart.caption(), !notice, words);
                    words.addAll(words(List.of(chart.table()), notice));
                }
                case Block.Rule rule -> {}
                case Block.PageBreak pageBreak -> {}
            }
        }
        return words;
    }

    private static void add(Text text, boolean wanted, List<String> words) {
        if (wanted) {
            words.addAll(TaggedText.words(text.plain()));
        }
    }
}

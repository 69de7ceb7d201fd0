package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A block of a template, parsed and checked, that becomes blocks of a document when it is filled. */
sealed interface BlockNode
        permits BlockNode.Heading,
                BlockNode.Paragraph,
                BlockNode.ItemList,
                BlockNode.Section,
                BlockNode.Named,
                BlockNode.Signatures,
                BlockNode.Chart,
                BlockNode.Code,
                BlockNode.Fixed,
                TableNode {

    /** Adds what it gives, nothing when an optional field left it empty. */
    void fill(Scope scope, List<Block> out);

    static List<Block> fill(List<BlockNode> nodes, Scope scope) {
        List<Block> blocks = new ArrayList<>();
        nodes.forEach(node -> node.fill(scope, blocks));
        return blocks;
    }

    record Heading(int level, TextNode text, int line) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            Text words = text.fill(scope);
            if (!words.isBlank()) {
                out.add(new Block.Heading(level, words));
            }
        }
    }

    record Paragraph(TextNode text) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            Text words = text.fill(scope);
            if (!words.isBlank()) {
                out.add(new Block.Paragraph(words));
            }
        }
    }

    /** Block sections, and rows and items that repeat: the field in question, and whether it must be empty. */
    record Condition(Scope.Field field, boolean inverted) {}

    /**
     * A list.
     *
     * @param first the number of the first item, or null for bullets
     */
    record ItemList(@Nullable Integer first, List<Item> items) implements BlockNode {

        /** One item, which repeats or is kept on a condition if its whole content stands in a section. */
        record Item(@Nullable Condition condition, List<BlockNode> content) {
            void fill(Scope scope, List<List<Block>> out) {
                if (condition == null) {
                    fillOnce(scope, out);
                } else {
                    scope.forEach(condition.field(), condition.inverted(), inner -> fillOnce(inner, out));
                }
            }

            private void fillOnce(Scope scope, List<List<Block>> out) {
                List<Block> blocks = BlockNode.fill(content, scope);
                if (!blocks.isEmpty()) {
                    out.add(blocks);
                }
            }
        }

        @Override
        public void fill(Scope scope, List<Block> out) {
            List<List<Block>> contents = new ArrayList<>();
            fillItems(scope, contents);
            close(contents, out);
        }

        void fillItems(Scope scope, List<List<Block>> contents) {
            items.forEach(item -> item.fill(scope, contents));
        }

        void close(List<List<Block>> contents, List<Block> out) {
            List<Block.Item> filled = new ArrayList<>();
            for (List<Block> content : contents) {
                filled.add(new Block.Item(first == null ? "•" : first + filled.size() + ".", content));
            }
            if (!filled.isEmpty()) {
                out.add(new Block.BulletList(filled));
            }
        }
    }

    /** Blocks that repeat or are kept on a condition. A list alone in a repetition becomes one list of all items. */
    record Section(Condition condition, List<BlockNode> body) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            if (body.size() == 1 && body.getFirst() instanceof ItemList list) {
                List<List<Block>> contents = new ArrayList<>();
                scope.forEach(condition.field(), condition.inverted(), inner -> list.fillItems(inner, contents));
                list.close(contents, out);
            } else {
                scope.forEach(
                        condition.field(), condition.inverted(), inner -> body.forEach(node -> node.fill(inner, out)));
            }
        }
    }

    /** A named block around others. */
    record Named(Function<List<Block>, Block> make, List<BlockNode> content) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            List<Block> blocks = BlockNode.fill(content, scope);
            if (!blocks.isEmpty()) {
                out.add(make.apply(blocks));
            }
        }
    }

    /** Places to sign, from the items of its lists. */
    record Signatures(List<BlockNode> lists) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            List<Text> signatories = new ArrayList<>();
            for (Block block : BlockNode.fill(lists, scope)) {
                if (block instanceof Block.BulletList list) {
                    list.items().forEach(item -> signatories.add(text(item)));
                }
            }
            if (!signatories.isEmpty()) {
                out.add(new Block.Signatures(signatories));
            }
        }

        private static Text text(Block.Item item) {
            List<Text.Span> spans = new ArrayList<>();
            for (Block block : item.content()) {
                if (block instanceof Block.Paragraph paragraph) {
                    if (!spans.isEmpty()) {
                        spans.add(new Text.Span("\n", false, false));
                    }
                    spans.addAll(paragraph.text().spans());
                }
            }
            return new Text(spans);
        }
    }

    /** A caption and a table, drawn as bars; nothing when the table has no row. */
    record Chart(Paragraph caption, TableNode table) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            List<Block> filled = BlockNode.fill(List.of(table), scope);
            if (!filled.isEmpty()) {
                out.add(new Block.Chart(caption.text().fill(scope), (Block.Table) filled.getFirst()));
            }
        }
    }

    /** A QR code and what stands beside it, which stands alone when the code has no text. */
    record Code(TextNode alternative, TextNode text, List<BlockNode> beside) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            String code = text.fill(scope).plain().strip();
            List<Block> blocks = BlockNode.fill(beside, scope);
            if (code.isEmpty()) {
                out.addAll(blocks);
            } else {
                out.add(new Block.Code(alternative.fill(scope).plain().strip(), new QrCode(code), blocks));
            }
        }
    }

    /** A rule, a page break or a picture. */
    record Fixed(Block block) implements BlockNode {
        @Override
        public void fill(Scope scope, List<Block> out) {
            out.add(block);
        }
    }
}

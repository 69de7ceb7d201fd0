package fr.minutier.typesetting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Makes blocks to be filled of the parsed Markdown, and checks everything on the way. */
final class BlockReader {
    private static final Pattern NAME = Pattern.compile("\\s*\\[!([^\\]]*)]\\s*");
    private static final String NAMED_BLOCKS =
            "[!entete], [!cadre], [!centre], [!signatures], [!histogramme], [!qr] ou [!notice]";

    /** Sections and named blocks inside each other, at most. */
    private static final int DEEPEST = 50;

    private final String[] source;
    private final PictureReader pictures;
    private final Faults faults;
    private int depth;
    private boolean tooDeep;

    /**
     * Prepares to read one template.
     *
     * @param source its lines
     * @param pictures the file that a path below the templates folder names
     */
    BlockReader(String[] source, Function<String, Path> pictures, Faults faults) {
        this.source = source;
        this.pictures = new PictureReader(pictures, faults);
        this.faults = faults;
    }

    /** The blocks of the whole template. */
    List<BlockNode> read(Node document, Names names) {
        List<BlockNode> blocks = new Siblings(children(document)).read(names, null);
        headings(blocks, 0);
        return blocks;
    }

    /** Blocks side by side, of which some open and close sections. */
    private final class Siblings {
        private final List<Node> nodes;
        private int next;

        Siblings(List<Node> nodes) {
            this.nodes = nodes;
        }

        List<BlockNode> read(@Nullable Names names, Token.@Nullable Tag open) {
            depth++;
            List<BlockNode> blocks = depth > DEEPEST ? tooDeep(open) : readInDepth(names, open);
            depth--;
            return blocks;
        }

        private List<BlockNode> tooDeep(Token.@Nullable Tag open) {
            if (!tooDeep) {
                faults.add(
                        open == null ? 1 : open.line(),
                        DEEPEST + " sections ou blocs sont ouverts l'un dans l'autre : fermez ceux qui précèdent");
            }
            tooDeep = true;
            next = nodes.size();
            return List.of();
        }

        private List<BlockNode> readInDepth(@Nullable Names names, Token.@Nullable Tag open) {
            List<BlockNode> blocks = new ArrayList<>();
            while (next < nodes.size()) {
                Node node = nodes.get(next++);
                if (PictureReader.isPicture(node)) {
                    pictures.read((Image) node.getFirstChild(), blocks);
                    continue;
                }
                List<Token> tokens = node instanceof Paragraph ? Tokens.of(node, faults) : List.of();
                if (alone(tokens) instanceof Token.Tag tag && tag.kind() != '=') {
                    if (open != null && tag.closes(open)) {
                        return blocks;
                    }
                    if (tag.opens() && tag.kind() != '+') {
                        Scope.Field field = TextReader.section(tag, names, faults);
                        List<BlockNode> body = read(TextReader.inside(tag, field, names), tag);
                        if (field != null) {
                            blocks.add(new BlockNode.Section(new BlockNode.Condition(field, tag.kind() == '^'), body));
                        }
                    } else {
                        TextReader.read(tokens, names, faults);
                    }
                } else if (node instanceof Paragraph) {
                    paragraph(node, tokens, names, blocks);
                } else {
                    block(node, names, blocks);
                }
            }
            if (open != null && !tooDeep) {
                faults.add(
                        open.line(),
                        open + " n'est pas fermée : ajoutez {{/" + open.name() + "}} seule entre deux lignes vides");
            }
            return blocks;
        }
    }

    private void paragraph(Node node, List<Token> tokens, @Nullable Names names, List<BlockNode> blocks) {
        if (tokens.isEmpty()) {
            return;
        }
        if (tokens.getFirst() instanceof Token.Words words && words.text().startsWith("|")) {
            faults.add(
                    words.line(),
                    "ce tableau n'en est pas un : sous sa première ligne, écrivez une ligne de tirets qui a autant de cellules"
                            + " qu'elle (« |----|---:| »)");
        }
        if (tokens.getFirst() instanceof Token.Words words
                && NAME.matcher(words.text()).matches()) {
            if (words.text().strip().equals("[!page]") && tokens.size() == 1 && isAtTop(node)) {
                blocks.add(new BlockNode.Fixed(new Block.PageBreak()));
            } else {
                faults.add(
                        words.line(),
                        "« " + words.text().strip() + " » : écrivez un bloc " + NAMED_BLOCKS
                                + " derrière des chevrons (« > [!cadre] »), et [!page] seul entre deux lignes vides, hors de tout bloc");
            }
            return;
        }
        blocks.add(new BlockNode.Paragraph(TextReader.read(tokens, names, faults)));
    }

    private static boolean isAtTop(Node node) {
        return node.getParent() instanceof org.commonmark.node.Document;
    }

    private void block(Node node, @Nullable Names names, List<BlockNode> blocks) {
        int line = Faults.line(node);
        switch (node) {
            case Heading heading -> {
                TextNode text = TextReader.read(Tokens.of(heading, faults), names, faults);
                if (heading.getLevel() <= 3) {
                    blocks.add(new BlockNode.Heading(heading.getLevel(), text, line));
                } else {
                    faults.add(line, "les titres ont trois niveaux au plus : #, ## et ###");
                }
            }
            case ListBlock list -> blocks.add(list(list, names));
            case TableBlock table -> {
                TableNode read = new TableReader(source, faults).read(table, names);
                if (read != null) {
                    blocks.add(read);
                }
            }
            case BlockQuote quote -> named(quote, names, blocks);
            case ThematicBreak rule -> blocks.add(new BlockNode.Fixed(new Block.Rule()));
            case HtmlBlock html -> faults.add(line, "le HTML n'est pas admis, sauf <br> ; écrivez du Markdown");
            case IndentedCodeBlock code ->
                faults.add(
                        line,
                        "une ligne décalée de quatre espaces est du code, qui n'est pas admis ;"
                                + " enlevez les espaces du début");
            case FencedCodeBlock code -> faults.add(line, "le code n'est pas admis ; enlevez les lignes ``` ou ~~~");
            default -> faults.add(line, "cette écriture n'est pas admise ; enlevez-la");
        }
    }

    private BlockNode.ItemList list(ListBlock list, @Nullable Names names) {
        List<BlockNode.ItemList.Item> items = new ArrayList<>();
        for (Node item : children(list)) {
            items.add(item((ListItem) item, names));
        }
        Integer first = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        return new BlockNode.ItemList(list instanceof BulletList ? null : first, items);
    }

    /** An item whose whole content stands in one section repeats as items. */
    private BlockNode.ItemList.Item item(ListItem item, @Nullable Names names) {
        List<Node> content = children(item);
        if (content.size() == 1 && content.getFirst() instanceof Paragraph paragraph) {
            List<Token> tokens = Tokens.of(paragraph, faults);
            Token.Tag tag = wrapper(tokens);
            if (tag != null && tag.kind() != '+') {
                Scope.Field field = TextReader.section(tag, names, faults);
                TextNode text = TextReader.read(
                        tokens.subList(1, tokens.size() - 1), TextReader.inside(tag, field, names), faults);
                return new BlockNode.ItemList.Item(
                        field == null ? null : new BlockNode.Condition(field, tag.kind() == '^'),
                        List.of(new BlockNode.Paragraph(text)));
            }
            return new BlockNode.ItemList.Item(
                    null, List.of(new BlockNode.Paragraph(TextReader.read(tokens, names, faults))));
        }
        return new BlockNode.ItemList.Item(null, new Siblings(content).read(names, null));
    }

    private void named(BlockQuote quote, @Nullable Names names, List<BlockNode> blocks) {
        int line = Faults.line(quote);
        List<Node> nodes = new ArrayList<>(children(quote));
        List<Token> first = nodes.isEmpty() || !(nodes.getFirst() instanceof Paragraph)
                ? List.of()
                : Tokens.of(nodes.getFirst(), faults);
        Matcher name = NAME.matcher(!first.isEmpty() && first.getFirst() instanceof Token.Words w ? w.text() : "");
        if (!name.matches()) {
            faults.add(
                    line,
                    "un bloc derrière des chevrons commence par son nom : ajoutez en première ligne > " + NAMED_BLOCKS);
            return;
        }
        List<BlockNode> content = new ArrayList<>();
        List<Token> rest = first.subList(Math.min(2, first.size()), first.size());
        if (alone(rest) instanceof Token.Tag tag && tag.kind() != '=') {
            faults.add(tag.line(), tag + " : laissez une ligne « > » vide avant et après");
        } else {
            paragraph(nodes.getFirst(), rest, names, content);
        }
        content.addAll(new Siblings(nodes.subList(1, nodes.size())).read(names, null));
        switch (name.group(1)) {
            case "entete" -> blocks.add(wrap(Block.Letterhead::new, content));
            case "cadre" -> blocks.add(wrap(Block.Framed::new, content));
            case "centre" -> blocks.add(wrap(Block.Centred::new, content));
            case "notice" -> blocks.add(wrap(Block.Notice::new, content));
            case "signatures" -> {
                if (!content.stream().allMatch(BlockReader::isList)) {
                    faults.add(
                            line,
                            "[!signatures] ne contient que des listes : écrivez un signataire par tiret (« > - … »)");
                }
                blocks.add(new BlockNode.Signatures(content));
            }
            case "histogramme" -> {
                if (content.size() == 2
                        && content.get(0) instanceof BlockNode.Paragraph caption
                        && content.get(1) instanceof TableNode table) {
                    blocks.add(new BlockNode.Chart(caption, table));
                } else {
                    faults.add(
                            line,
                            "[!histogramme] contient une phrase de titre, une ligne vide, puis un tableau dont la dernière"
                                    + " colonne porte les nombres");
                }
            }
            case "qr" -> {
                if (content.size() > 1
                        && content.get(0) instanceof BlockNode.Paragraph alternative
                        && content.get(1) instanceof BlockNode.Paragraph code) {
                    blocks.add(new BlockNode.Code(alternative.text(), code.text(), content.subList(2, content.size())));
                } else {
                    faults.add(
                            line,
                            "[!qr] contient une phrase pour qui ne voit pas le code, une ligne vide, le texte du code"
                                    + " (« > {{…}} »), une ligne vide, puis ce qui s'imprime à côté");
                }
            }
            default -> faults.add(line, "bloc inconnu : [!" + name.group(1) + "] ; écrivez " + NAMED_BLOCKS);
        }
    }

    private static BlockNode wrap(Function<List<Block>, Block> make, List<BlockNode> content) {
        return new BlockNode.Named(make, content);
    }

    private static boolean isList(BlockNode node) {
        return switch (node) {
            case BlockNode.ItemList list ->
                list.items().stream()
                        .allMatch(item -> item.content().stream().allMatch(BlockNode.Paragraph.class::isInstance));
            case BlockNode.Section section -> section.body().stream().allMatch(BlockReader::isList);
            default -> false;
        };
    }

    /**
     * Refuses a heading that skips a level, whatever is left out when the template is filled.
     *
     * @param before the least level that may stand before, 0 for none
     * @return the least level that may stand after
     */
    private int headings(List<BlockNode> blocks, int before) {
        int level = before;
        for (BlockNode block : blocks) {
            switch (block) {
                case BlockNode.Heading heading -> {
                    if (heading.level() > level + 1) {
                        faults.add(
                                heading.line(),
                                "« " + "#".repeat(heading.level()) + " » saute un niveau de titre : écrivez « "
                                        + "#".repeat(level + 1) + " »");
                    }
                    level = heading.text().mayVanish() ? Math.min(level, heading.level()) : heading.level();
                }
                case BlockNode.Section section -> {
                    int after = headings(section.body(), level);
                    level = Math.min(level, after);
                }
                case BlockNode.Named named -> level = headings(named.content(), level);
                case BlockNode.Code code -> level = headings(code.beside(), level);
                default -> {}
            }
        }
        return level;
    }

    /** The tag that is all there is, or null. */
    private static @Nullable Token alone(List<Token> tokens) {
        List<Token> solid = tokens.stream()
                .filter(token ->
                        !(token instanceof Token.Words words && words.text().isBlank()))
                .toList();
        return solid.size() == 1 ? solid.getFirst() : null;
    }

    /** The opening tag of a section that begins and ends the tokens, or null. */
    static Token.@Nullable Tag wrapper(List<Token> tokens) {
        if (tokens.size() < 2 || !(tokens.getFirst() instanceof Token.Tag open) || !open.opens()) {
            return null;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Tag tag && tag.kind() != '=') {
                depth += tag.opens() ? 1 : -1;
                if (depth == 0) {
                    return i == tokens.size() - 1 && tag.closes(open) ? open : null;
                }
            }
        }
        return null;
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}

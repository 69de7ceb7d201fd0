package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Reads one table of a template, with its repeated rows and columns. */
final class TableReader {
    private final String[] source;
    private final Faults faults;

    TableReader(String[] source, Faults faults) {
        this.source = source;
        this.faults = faults;
    }

    /** The table, or null when a fault leaves nothing to work with. */
    @Nullable
    TableNode read(TableBlock table, @Nullable Names names) {
        List<Node> rows = new ArrayList<>();
        BlockReader.children(table).forEach(part -> rows.addAll(BlockReader.children(part)));
        List<Node> heads = BlockReader.children(rows.getFirst());
        List<Block.Column> columns = new ArrayList<>();
        for (Node head : heads) {
            TableCell cell = (TableCell) head;
            columns.add(new Block.Column(cell.getWidth(), align(cell)));
        }
        List<TableNode.Row> read = new ArrayList<>();
        for (Node row : rows) {
            read.add(row(row, names));
        }
        TableNode.Row header = read.getFirst();
        if (header.condition() != null) {
            faults.add(
                    Faults.line(table),
                    "la ligne d'en-tête d'un tableau ne se répète pas ; pour répéter des colonnes, écrivez"
                            + " {{+liste}}…{{/liste}} dans une cellule");
        }
        boolean sound = true;
        for (int r = 1; r < read.size(); r++) {
            int line = Faults.line(rows.get(r));
            int cells = cellsInSource(line);
            if (cells != heads.size()) {
                faults.add(
                        line,
                        "cette ligne a " + cells + " cellules, l'en-tête du tableau en a " + heads.size()
                                + " : ajoutez ou enlevez des barres |");
                sound = false;
                continue;
            }
            for (int c = 0; c < heads.size(); c++) {
                if ((read.get(r).cells().get(c).columns() == null)
                        != (header.cells().get(c).columns() == null)) {
                    faults.add(
                            line,
                            "colonne " + (c + 1) + " : {{+liste}} se met dans toutes les lignes du tableau, en-tête"
                                    + " compris, ou dans aucune");
                }
            }
        }
        return sound ? new TableNode(columns, header, read.subList(1, read.size())) : null;
    }

    private TableNode.Row row(Node row, @Nullable Names names) {
        List<List<Token>> cells = new ArrayList<>();
        for (Node cell : BlockReader.children(row)) {
            cells.add(trimmed(Tokens.of(cell, faults)));
        }
        Token.Tag tag = rowSection(cells);
        Names inside = names;
        BlockNode.Condition condition = null;
        if (tag != null) {
            List<Token> first = cells.getFirst();
            cells.set(0, trimmed(first.subList(1, first.size())));
            List<Token> last = cells.getLast();
            cells.set(cells.size() - 1, trimmed(last.subList(0, last.size() - 1)));
            Scope.Field field = TextReader.section(tag, names, faults);
            inside = TextReader.inside(tag, field, names);
            condition = field == null ? null : new BlockNode.Condition(field, tag.kind() == '^');
        }
        List<TableNode.Cell> read = new ArrayList<>();
        for (List<Token> cell : cells) {
            read.add(cell(cell, read.isEmpty(), inside));
        }
        return new TableNode.Row(condition, read);
    }

    private TableNode.Cell cell(List<Token> tokens, boolean first, @Nullable Names names) {
        boolean heading = first && isBold(tokens);
        Token.Tag tag = BlockReader.wrapper(tokens);
        if (tag != null && tag.kind() == '+') {
            Scope.Field field = TextReader.section(tag, names, faults);
            List<Token> content = trimmed(tokens.subList(1, tokens.size() - 1));
            return new TableNode.Cell(
                    field, TextReader.read(content, TextReader.inside(tag, field, names), faults), heading);
        }
        return new TableNode.Cell(null, TextReader.read(tokens, names, faults), heading);
    }

    /** The tag that opens at the start of the first cell and is closed at the end of the last one, or null. */
    private static Token.@Nullable Tag rowSection(List<List<Token>> cells) {
        List<Token> all = cells.stream().flatMap(List::stream).toList();
        Token.Tag tag = BlockReader.wrapper(all);
        boolean fromEdgeToEdge = !cells.isEmpty()
                && !cells.getFirst().isEmpty()
                && !cells.getLast().isEmpty()
                && tag != null
                && tag.kind() != '+'
                && cells.getFirst().getFirst() == tag;
        return fromEdgeToEdge ? tag : null;
    }

    private static List<Token> trimmed(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to && isBlank(tokens.get(from))) {
            from++;
        }
        while (from < to && isBlank(tokens.get(to - 1))) {
            to--;
        }
        return tokens.subList(from, to);
    }

    private static boolean isBlank(Token token) {
        return token instanceof Token.Words words && words.text().isBlank();
    }

    private static boolean isBold(List<Token> tokens) {
        boolean any = false;
        for (Token token : tokens) {
            boolean plain =
                    switch (token) {
                        case Token.Words words -> !words.text().isBlank() && !words.bold();
                        case Token.Tag tag -> tag.kind() == '=' && !tag.bold();
                        case Token.LineEnd end -> false;
                    };
            if (plain) {
                return false;
            }
            any |= !isBlank(token) && !(token instanceof Token.LineEnd);
        }
        return any;
    }

    /** Counted in the source line, because the parser drops cells in excess without a word. */
    private int cellsInSource(int line) {
        String row = source[line - 1].replaceFirst("^[\\s>]*\\|?", "").replaceFirst("(?<!\\\\)\\|\\s*$", "");
        return row.split("(?<!\\\\)\\|", -1).length;
    }

    private static Block.Align align(TableCell cell) {
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment == null) {
            return Block.Align.LEFT;
        }
        return switch (alignment) {
            case LEFT -> Block.Align.LEFT;
            case CENTER -> Block.Align.CENTRE;
            case RIGHT -> Block.Align.RIGHT;
        };
    }
}

package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.Iterator;
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
        Source head = new Source(rows.getFirst());
        TableNode.Row header = row(head, names, false);
        if (header.condition() != null) {
            faults.add(
                    Faults.line(table),
                    "la ligne d'en-tête d'un tableau ne se répète pas ; pour répéter des colonnes, écrivez"
                            + " {{+liste}}…{{/liste}} dans une cellule");
        }
        boolean sound = true;
        List<Source> body = new ArrayList<>();
        for (Node row : rows.subList(1, rows.size())) {
            int line = Faults.line(row);
            int cells = cellsInSource(line);
            if (cells != heads.size()) {
                faults.add(
                        line,
                        "cette ligne a " + cells + " cellules, l'en-tête du tableau en a " + heads.size()
                                + " : ajoutez ou enlevez des barres |");
                sound = false;
            }
            body.add(new Source(row));
        }
        List<TableNode.Part> parts = parts(body, names, false);
        if (!sound) {
            return null;
        }
        compare(header, parts, body.iterator());
        return new TableNode(columns, header, parts);
    }

    /** Columns repeat in every row or in none. */
    private void compare(TableNode.Row header, List<TableNode.Part> parts, Iterator<Source> sources) {
        for (TableNode.Part part : parts) {
            switch (part) {
                case TableNode.Group group -> compare(header, group.parts(), sources);
                case TableNode.Row row -> {
                    int line = sources.next().line;
                    List<Integer> expected = repeated(header);
                    List<Integer> found = repeated(row);
                    for (int c = 0; c < expected.size(); c++) {
                        if (!expected.get(c).equals(found.get(c))) {
                            faults.add(
                                    line,
                                    "colonne " + (c + 1) + " : {{+liste}} se met dans toutes les lignes du tableau,"
                                            + " en-tête compris, ou dans aucune");
                        }
                    }
                }
            }
        }
    }

    /** For each column of the template, which of those that repeat together it is, or 0 when it does not repeat. */
    private static List<Integer> repeated(TableNode.Row row) {
        List<Integer> repeated = new ArrayList<>();
        for (TableNode.Cell cell : row.cells()) {
            for (int i = 1; i <= cell.texts().size(); i++) {
                repeated.add(cell.columns() == null ? 0 : i);
            }
        }
        return repeated;
    }

    /** The cells of one row as tokens, and the line on which it stands. */
    private final class Source {
        private final List<List<Token>> cells = new ArrayList<>();
        private final int line;

        Source(Node row) {
            line = Faults.line(row);
            for (Node cell : BlockReader.children(row)) {
                cells.add(trimmed(Tokens.of(cell, faults)));
            }
        }

        List<Token> tokens() {
            return cells.stream().flatMap(List::stream).toList();
        }

        boolean opensWith(Token token) {
            return !cells.isEmpty()
                    && !cells.getFirst().isEmpty()
                    && cells.getFirst().getFirst() == token;
        }

        boolean closesWith(Token token) {
            return !cells.isEmpty()
                    && !cells.getLast().isEmpty()
                    && cells.getLast().getLast() == token;
        }

        void dropFirst() {
            cells.set(0, trimmed(cells.getFirst().subList(1, cells.getFirst().size())));
        }

        void dropLast() {
            List<Token> last = cells.getLast();
            cells.set(cells.size() - 1, trimmed(last.subList(0, last.size() - 1)));
        }
    }

    /** Rows, and groups of rows: a section that opens at the start of one row and closes at the end of a later one. */
    private List<TableNode.Part> parts(List<Source> rows, @Nullable Names names, boolean grouped) {
        List<TableNode.Part> parts = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            int end = endOfGroup(rows, i);
            if (end == i) {
                parts.add(row(rows.get(i), names, grouped));
            } else {
                Token.Tag tag = (Token.Tag) rows.get(i).tokens().getFirst();
                rows.get(i).dropFirst();
                rows.get(end).dropLast();
                Scope.Field field = TextReader.section(tag, names, faults);
                List<TableNode.Part> inner =
                        parts(rows.subList(i, end + 1), TextReader.inside(tag, field, names), true);
                if (field != null) {
                    parts.add(new TableNode.Group(new BlockNode.Condition(field, tag.kind() == '^'), inner));
                } else {
                    parts.addAll(inner);
                }
            }
            i = end + 1;
        }
        return parts;
    }

    /** The row at whose end the section closes that the first token of row {@code from} opens; {@code from} when none. */
    private static int endOfGroup(List<Source> rows, int from) {
        if (rows.get(from).tokens().isEmpty()
                || !(rows.get(from).tokens().getFirst() instanceof Token.Tag open)
                || !open.opens()
                || open.kind() == '+'
                || !rows.get(from).opensWith(open)) {
            return from;
        }
        int depth = 0;
        for (int i = from; i < rows.size(); i++) {
            for (Token token : rows.get(i).tokens()) {
                if (token instanceof Token.Tag tag && tag.kind() != '=') {
                    depth += tag.opens() ? 1 : -1;
                    if (depth == 0) {
                        return tag.closes(open) && rows.get(i).closesWith(tag) ? i : from;
                    }
                }
            }
        }
        return from;
    }

    private TableNode.Row row(Source row, @Nullable Names names, boolean grouped) {
        Token.Tag tag = rowSection(row);
        Names inside = names;
        BlockNode.Condition condition = null;
        if (tag != null) {
            row.dropFirst();
            row.dropLast();
            Scope.Field field = TextReader.section(tag, names, faults);
            inside = TextReader.inside(tag, field, names);
            condition = field == null ? null : new BlockNode.Condition(field, tag.kind() == '^');
        }
        List<TableNode.Cell> read = new ArrayList<>();
        int c = 0;
        while (c < row.cells.size()) {
            int end = endOfColumns(row.cells, c);
            read.add(cell(row.cells.subList(c, end + 1), c == 0, grouped, inside));
            c = end + 1;
        }
        return new TableNode.Row(condition, read);
    }

    /** The cell at whose end the columns close that the first token of cell {@code from} repeats; {@code from} when none. */
    private static int endOfColumns(List<List<Token>> cells, int from) {
        if (cells.get(from).isEmpty()
                || !(cells.get(from).getFirst() instanceof Token.Tag open)
                || open.kind() != '+'
                || BlockReader.wrapper(cells.get(from)) != null) {
            return from;
        }
        for (int c = from + 1; c < cells.size(); c++) {
            if (!cells.get(c).isEmpty() && cells.get(c).getLast() instanceof Token.Tag tag && tag.closes(open)) {
                return c;
            }
        }
        return from;
    }

    private TableNode.Cell cell(List<List<Token>> cells, boolean first, boolean grouped, @Nullable Names names) {
        boolean heading = first && (grouped || isBold(cells.getFirst()));
        if (cells.getFirst().isEmpty()
                || !(cells.getFirst().getFirst() instanceof Token.Tag tag)
                || tag.kind() != '+'
                || (cells.size() == 1 && BlockReader.wrapper(cells.getFirst()) == null)) {
            return new TableNode.Cell(null, List.of(TextReader.read(cells.getFirst(), names, faults)), heading);
        }
        Scope.Field field = TextReader.section(tag, names, faults);
        Names inside = TextReader.inside(tag, field, names);
        List<TextNode> texts = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            List<Token> tokens = cells.get(c);
            int to = c == cells.size() - 1 ? tokens.size() - 1 : tokens.size();
            texts.add(TextReader.read(trimmed(tokens.subList(c == 0 ? 1 : 0, to)), inside, faults));
        }
        return new TableNode.Cell(field, texts, heading);
    }

    /** The tag that opens at the start of the first cell and is closed at the end of the last one, or null. */
    private static Token.@Nullable Tag rowSection(Source row) {
        Token.Tag tag = BlockReader.wrapper(row.tokens());
        boolean fromEdgeToEdge = tag != null
                && tag.kind() != '+'
                && row.opensWith(tag)
                && row.closesWith(row.tokens().getLast());
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

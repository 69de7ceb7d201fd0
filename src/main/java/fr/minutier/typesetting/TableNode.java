package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a template; rows and groups of rows may repeat downwards, columns and groups of columns to the right. */
record TableNode(List<Block.Column> columns, Row header, List<Part> parts) implements BlockNode {

    /** A row, or rows that belong together. */
    sealed interface Part {
        void fill(Scope scope, List<Block.Row> out);
    }

    /** Rows that repeat together, each time as one group of the printed table. */
    record Group(BlockNode.Condition condition, List<Part> parts) implements Part {
        @Override
        public void fill(Scope scope, List<Block.Row> out) {
            scope.forEach(condition.field(), condition.inverted(), inner -> {
                int first = out.size();
                parts.forEach(part -> part.fill(inner, out));
                for (int r = first + 1; r < out.size(); r++) {
                    out.set(r, out.get(r).below());
                }
            });
        }
    }

    /** A row, which repeats or is kept on a condition if its cells stand in a section. */
    record Row(BlockNode.@Nullable Condition condition, List<Cell> cells) implements Part {

        @Override
        public void fill(Scope scope, List<Block.Row> out) {
            if (condition != null) {
                scope.forEach(condition.field(), condition.inverted(), inner -> out.add(filled(inner)));
            } else if (cells.stream().noneMatch(cell -> cell.hasLineLeftOut(scope))) {
                out.add(filled(scope));
            }
        }

        private Block.Row filled(Scope scope) {
            List<Block.Cell> filled = new ArrayList<>();
            for (Cell cell : cells) {
                if (cell.columns == null) {
                    cell.fill(scope, filled);
                } else {
                    scope.forEach(cell.columns, false, inner -> cell.fill(inner, filled));
                }
            }
            return new Block.Row(filled);
        }
    }

    /**
     * A cell, or neighbours that repeat together to the right.
     *
     * @param columns the list whose items give these columns each, or null
     * @param heading whether the first of them names its row
     */
    record Cell(Scope.@Nullable Field columns, List<TextNode> texts, boolean heading) {

        private boolean hasLineLeftOut(Scope scope) {
            return columns == null && texts.getFirst().hasLineLeftOut(scope);
        }

        private void fill(Scope scope, List<Block.Cell> out) {
            for (int i = 0; i < texts.size(); i++) {
                out.add(new Block.Cell(texts.get(i).fill(scope), heading && i == 0));
            }
        }
    }

    @Override
    public void fill(Scope scope, List<Block> out) {
        List<Block.Column> filledColumns = new ArrayList<>();
        int from = 0;
        for (Cell head : header.cells()) {
            List<Block.Column> repeated =
                    columns.subList(from, from + head.texts().size());
            int times = head.columns() == null ? 1 : scope.items(head.columns()).size();
            for (int i = 0; i < times; i++) {
                repeated.forEach(column -> filledColumns.add(new Block.Column(column.share() / times, column.align())));
            }
            from += repeated.size();
        }
        List<Block.Row> filledRows = new ArrayList<>();
        parts.forEach(part -> part.fill(scope, filledRows));
        if (!filledRows.isEmpty()) {
            out.add(new Block.Table(filledColumns, header.filled(scope), filledRows));
        }
    }
}

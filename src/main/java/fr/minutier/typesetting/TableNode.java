package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a template; rows may repeat downwards and columns to the right. */
record TableNode(List<Block.Column> columns, Row header, List<Row> rows) implements BlockNode {

    /** A row, which repeats or is kept on a condition if its cells stand in a section. */
    record Row(BlockNode.@Nullable Condition condition, List<Cell> cells) {

        void fill(Scope scope, List<Block.Row> out) {
            if (condition != null) {
                scope.forEach(condition.field(), condition.inverted(), inner -> out.add(filled(inner)));
            } else if (cells.stream().noneMatch(cell -> cell.columns == null && cell.text.hasLineLeftOut(scope))) {
                out.add(filled(scope));
            }
        }

        private Block.Row filled(Scope scope) {
            List<Block.Cell> filled = new ArrayList<>();
            for (Cell cell : cells) {
                if (cell.columns == null) {
                    filled.add(new Block.Cell(cell.text.fill(scope), cell.heading));
                } else {
                    scope.forEach(
                            cell.columns,
                            false,
                            inner -> filled.add(new Block.Cell(cell.text.fill(inner), cell.heading)));
                }
            }
            return new Block.Row(filled);
        }
    }

    /**
     * A cell.
     *
     * @param columns the list whose items give a column each, or null
     */
    record Cell(Scope.@Nullable Field columns, TextNode text, boolean heading) {}

    @Override
    public void fill(Scope scope, List<Block> out) {
        List<Block.Column> filledColumns = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            Block.Column column = columns.get(c);
            Scope.Field repeated = header.cells().get(c).columns();
            int times = repeated == null ? 1 : scope.items(repeated).size();
            for (int i = 0; i < times; i++) {
                filledColumns.add(new Block.Column(column.share() / times, column.align()));
            }
        }
        List<Block.Row> filledRows = new ArrayList<>();
        rows.forEach(row -> row.fill(scope, filledRows));
        if (!filledRows.isEmpty()) {
            out.add(new Block.Table(filledColumns, header.filled(scope), filledRows));
        }
    }
}

package fr.minutier.report.annotated;

import java.util.function.IntUnaryOperator;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;

/**
 * The box of a comment: beside its cell and large enough for its whole text. It is measured out over the columns and
 * rows as they are, for its corners are told as cells: two narrow columns would make a sliver of it.
 *
 * @param left column of the left edge
 * @param fromLeft pixels from the start of that column
 * @param top row of the upper edge, at its start
 * @param right column of the right edge
 * @param fromRight pixels from the start of that column
 * @param bottom row of the lower edge
 * @param fromBottom pixels from the start of that row
 */
record CommentBox(int left, int fromLeft, int top, int right, int fromRight, int bottom, int fromBottom) {
    /** All in pixels, 96 to the inch. */
    static final int WIDTH = 380;

    static final int GAP = 12;
    private static final int LINE = 17;
    private static final int MARGIN = 14;

    /** Columns and rows that are gone through: people hide all those that they do not use. */
    private static final int MOST_STEPS = 2_000;

    /** Characters in one line of the width. */
    private static final int LINE_LENGTH = 52;

    /**
     * The box of the comment of a cell.
     *
     * @param limits of the format
     * @param widths of the columns, in pixels; 0 for one that is hidden
     * @param heights of the rows, in pixels; 0 for one that is hidden
     */
    static CommentBox beside(
            CellAddress cell,
            String text,
            SpreadsheetVersion limits,
            IntUnaryOperator widths,
            IntUnaryOperator heights) {
        int left = Math.min(cell.getColumn() + 1, limits.getLastColumnIndex());
        int lastColumn = Math.min(left + MOST_STEPS, limits.getLastColumnIndex());
        int column = left;
        int right = GAP + WIDTH;
        for (int width; column < lastColumn && right > (width = widths.applyAsInt(column)); column++) {
            right -= width;
        }
        int row = cell.getRow();
        int lastRow = Math.min(row + MOST_STEPS, limits.getLastRowIndex());
        int bottom = height(text);
        for (int height; row < lastRow && bottom > (height = heights.applyAsInt(row)); row++) {
            bottom -= height;
        }
        return new CommentBox(left, GAP, cell.getRow(), column, right, row, bottom);
    }

    /** Of a box that is {@link #WIDTH} wide, in pixels. */
    static int height(String text) {
        long lines = text.lines()
                .mapToLong(line -> Math.max(1, Math.ceilDiv(line.length(), LINE_LENGTH)))
                .sum();
        return Math.toIntExact(lines * LINE + MARGIN);
    }
}

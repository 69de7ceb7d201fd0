package fr.minutier.report.annotated;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.Units;

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

    /** Characters in one line of the width. */
    private static final int LINE_LENGTH = 52;

    static CommentBox beside(Sheet sheet, CellAddress cell, String text) {
        SpreadsheetVersion limits = sheet.getWorkbook().getSpreadsheetVersion();
        int left = Math.min(cell.getColumn() + 1, limits.getLastColumnIndex());
        int column = left;
        int right = GAP + WIDTH;
        for (int width; column < limits.getLastColumnIndex() && right > (width = width(sheet, column)); column++) {
            right -= width;
        }
        int row = cell.getRow();
        int bottom = height(text);
        for (int height; row < limits.getLastRowIndex() && bottom > (height = height(sheet, row)); row++) {
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

    static int width(Sheet sheet, int column) {
        return sheet.isColumnHidden(column) ? 0 : Math.round(sheet.getColumnWidthInPixels(column));
    }

    static int height(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        if (row != null && row.getZeroHeight()) {
            return 0;
        }
        float points = row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints();
        return Units.pointsToPixel(points);
    }
}

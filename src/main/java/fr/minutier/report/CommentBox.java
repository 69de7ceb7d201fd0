package fr.minutier.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The box of a comment: beside its cell and large enough for its whole text. It is measured out over the columns and
 * rows as they are, for its corners are told as cells: two narrow columns would make a sliver of it.
 */
final class CommentBox {
    /** All in pixels. */
    private static final int WIDTH = 380;

    private static final int GAP = 12;
    private static final int LINE = 17;
    private static final int MARGIN = 14;

    /** Characters in one line of the width. */
    private static final int LINE_LENGTH = 52;

    private static final int LAST_COLUMN = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    private CommentBox() {}

    /** The corners of the box, each as column, pixels, row, pixels, in the words of a comment's shape. */
    static String beside(XSSFSheet sheet, CellAddress cell, String text) {
        int left = Math.min(cell.getColumn() + 1, LAST_COLUMN);
        int column = left;
        int right = GAP + WIDTH;
        for (int width; column < LAST_COLUMN && right > (width = width(sheet, column)); column++) {
            right -= width;
        }
        int top = cell.getRow();
        int row = top;
        int bottom = height(text);
        for (int height; row < LAST_ROW && bottom > (height = height(sheet, row)); row++) {
            bottom -= height;
        }
        return Stream.of(left, GAP, top, 0, column, right, row, bottom)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static int height(String text) {
        long lines = text.lines()
                .mapToLong(line -> Math.max(1, Math.ceilDiv(line.length(), LINE_LENGTH)))
                .sum();
        return Math.toIntExact(lines * LINE + MARGIN);
    }

    private static int width(XSSFSheet sheet, int column) {
        return sheet.isColumnHidden(column) ? 0 : Math.round(sheet.getColumnWidthInPixels(column));
    }

    private static int height(XSSFSheet sheet, int index) {
        XSSFRow row = sheet.getRow(index);
        if (row != null && row.getZeroHeight()) {
            return 0;
        }
        float points = row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints();
        return Units.pointsToPixel(points);
    }
}

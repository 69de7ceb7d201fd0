package fr.minutier.report.annotated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.util.Units;
import org.jspecify.annotations.Nullable;

/** Colours cells of a sheet of a .xls by gravity and gives them their messages as comments; touches nothing else. */
final class XlsMarker {
    /** Into how many parts the format divides a column and a row to place a corner. */
    private static final int COLUMN_PARTS = 1024;

    private static final int ROW_PARTS = 256;

    private final HSSFSheet sheet;
    private final XlsStyles styles;
    private final HSSFFont plain;
    private final HSSFFont strong;

    XlsMarker(HSSFSheet sheet, XlsStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
        this.plain = styles.ours(false, Font.COLOR_NORMAL, Remarks.FONT_POINTS, Font.U_NONE);
        this.strong = styles.ours(true, Font.COLOR_NORMAL, Remarks.FONT_POINTS, Font.U_NONE);
    }

    /** Marks the cells; what an earlier annotation left on the sheet goes first. */
    void mark(Map<CellAddress, Remarks> cells) {
        clear();
        Map<CellAddress, String> texts = new HashMap<>();
        Remarks.seen(cells, sheet.getMergedRegions()).forEach((address, remarks) -> {
            HSSFCell cell = cell(address);
            Colours worn = styles.worn(cell.getCellStyle());
            cell.setCellStyle(styles.coloured(cell.getCellStyle(), remarks.gravity()));
            texts.put(address, comment(cell, remarks, worn));
        });
        if (!texts.isEmpty()) {
            fitBoxes(texts);
        }
    }

    private HSSFCell cell(CellAddress address) {
        HSSFRow row = sheet.getRow(address.getRow());
        return (row == null ? sheet.createRow(address.getRow()) : row)
                .getCell(address.getColumn(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void clear() {
        new TreeMap<>(sheet.getCellComments()).forEach((address, comment) -> {
            Optional<String> theirs = Remarks.withoutOurs(written(comment));
            if (theirs.isEmpty()) {
                return;
            }
            HSSFCell cell = cell(address);
            if (styles.fillIsOurs(cell.getCellStyle())) {
                cell.setCellStyle(styles.restored(cell.getCellStyle(), Colours.told(written(comment))));
            }
            if (theirs.get().isEmpty()) {
                cell.removeCellComment();
            } else {
                comment.setString(new HSSFRichTextString(theirs.get()));
            }
        });
    }

    /** The text of the comment; POI has null for none. */
    private static String written(HSSFComment comment) {
        HSSFRichTextString text = comment.getString();
        return text == null ? "" : Objects.requireNonNullElse(text.getString(), "");
    }

    /** Adds the remarks to the comment of the cell and gives its whole text. */
    private String comment(HSSFCell cell, Remarks remarks, Colours worn) {
        HSSFComment comment = cell.getCellComment();
        if (comment == null) {
            comment = newComment(cell);
            comment.setAuthor(Remarks.AUTHOR);
        }
        String theirs = written(comment);
        HSSFRichTextString text =
                text(theirs.isEmpty() ? null : comment.getString(), remarks.runs(theirs.length(), worn));
        comment.setString(text);
        return text.getString();
    }

    /** A comment without text, out of sight until a person points at the cell. */
    private HSSFComment newComment(HSSFCell cell) {
        int row = cell.getRowIndex();
        short column = (short) cell.getColumnIndex();
        HSSFComment comment = sheet.createDrawingPatriarch()
                .createCellComment(new HSSFClientAnchor(0, 0, 0, 0, column, row, column, row));
        // The library places a comment of this format by its cell alone.
        cell.setCellComment(comment);
        return comment;
    }

    /** What a person wrote as it is, a line left empty, and the runs. */
    private HSSFRichTextString text(@Nullable HSSFRichTextString theirs, List<Remarks.Run> runs) {
        StringBuilder whole = new StringBuilder(theirs == null ? "" : theirs.getString() + "\n\n");
        int start = whole.length();
        runs.forEach(run -> whole.append(run.text()));
        HSSFRichTextString text = new HSSFRichTextString(whole.toString());
        if (theirs != null) {
            copyFonts(theirs, text);
        }
        for (Remarks.Run run : runs) {
            int end = start + run.text().length();
            text.applyFont(start, end, run.strong() ? strong : plain);
            start = end;
        }
        return text;
    }

    private static void copyFonts(HSSFRichTextString from, HSSFRichTextString to) {
        for (int run = 0; run < from.numFormattingRuns(); run++) {
            int start = from.getIndexOfFormattingRun(run);
            int end = run + 1 < from.numFormattingRuns() ? from.getIndexOfFormattingRun(run + 1) : from.length();
            if (start < Math.min(end, from.length())) {
                to.applyFont(start, Math.min(end, from.length()), from.getFontOfFormattingRun(run));
            }
        }
    }

    private void fitBoxes(Map<CellAddress, String> texts) {
        sheet.getCellComments().forEach((cell, comment) -> {
            String text = texts.get(cell);
            if (text != null) {
                place(
                        comment.getClientAnchor(),
                        CommentBox.beside(cell, text, SpreadsheetVersion.EXCEL97, this::width, this::height));
            }
        });
    }

    private int width(int column) {
        return sheet.isColumnHidden(column) ? 0 : Math.round(sheet.getColumnWidthInPixels(column));
    }

    private int height(int index) {
        HSSFRow row = sheet.getRow(index);
        if (row != null && row.getZeroHeight()) {
            return 0;
        }
        return Units.pointsToPixel(row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints());
    }

    private void place(ClientAnchor anchor, CommentBox box) {
        anchor.setCol1(box.left());
        anchor.setDx1(part(box.fromLeft(), width(box.left()), COLUMN_PARTS));
        anchor.setRow1(box.top());
        anchor.setDy1(0);
        anchor.setCol2(box.right());
        anchor.setDx2(part(box.fromRight(), width(box.right()), COLUMN_PARTS));
        anchor.setRow2(box.bottom());
        anchor.setDy2(part(box.fromBottom(), height(box.bottom()), ROW_PARTS));
    }

    private static int part(int pixels, int whole, int parts) {
        return whole == 0 ? 0 : Math.clamp((long) pixels * parts / whole, 0, parts - 1);
    }
}

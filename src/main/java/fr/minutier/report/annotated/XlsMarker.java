package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.jspecify.annotations.Nullable;

/** Marks the cells of a .xls. */
final class XlsMarker extends WorkbookMarker {
    /** Into how many parts the format divides a column and a row to place a corner. */
    private static final int COLUMN_PARTS = 1024;

    private static final int ROW_PARTS = 256;

    private final HSSFWorkbook workbook;
    private final Map<Gravity, Short> tints;
    private final HSSFFont plain;
    private final HSSFFont strong;
    private final Map<Integer, HSSFFont> darkened = new HashMap<>();

    XlsMarker(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.tints = XlsPalette.tints(workbook);
        this.plain = font(false);
        this.strong = font(true);
    }

    @Override
    boolean fillIsOurs(CellStyle style) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && tints.containsValue(style.getFillForegroundColor());
    }

    @Override
    Colours worn(CellStyle style) {
        HSSFCellStyle own = (HSSFCellStyle) style;
        boolean filled = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && style.getFillForegroundColor() != HSSFColorPredefined.AUTOMATIC.getIndex();
        HSSFColor text = own.getFont(workbook).getHSSFColor(workbook);
        return new Colours(
                filled ? digits(own.getFillForegroundColorColor()) : null,
                text == null || !fades(text) ? null : digits(text));
    }

    @Override
    CellStyle copy(CellStyle style, Gravity gravity) {
        HSSFCellStyle copy = workbook.createCellStyle();
        copy.cloneStyleFrom(style);
        Short tint = tints.get(gravity);
        if (tint != null) {
            copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            copy.setFillForegroundColor(tint);
            copy.setFillBackgroundColor(HSSFColorPredefined.AUTOMATIC.getIndex());
            copy.setFont(readable(copy.getFont(workbook)));
        }
        return copy;
    }

    @Override
    CellStyle restored(CellStyle style, Colours worn) {
        HSSFCellStyle copy = workbook.createCellStyle();
        copy.cloneStyleFrom(style);
        if (worn.fill() == null) {
            copy.setFillPattern(FillPatternType.NO_FILL);
        } else {
            copy.setFillForegroundColor(nearest(worn.fill()));
        }
        if (worn.text() != null) {
            copy.setFont(coloured(copy.getFont(workbook), nearest(worn.text())));
        }
        return copy;
    }

    /** The colour of the palette that is it, or nearest to it where a person took it out of the palette. */
    private short nearest(String rgb) {
        int[] parts = Colours.parts(rgb);
        return workbook.getCustomPalette()
                .findSimilarColor(parts[0], parts[1], parts[2])
                .getIndex();
    }

    private static String digits(HSSFColor colour) {
        short[] rgb = colour.getTriplet();
        return Colours.digits(rgb[0], rgb[1], rgb[2]);
    }

    private static boolean fades(HSSFColor colour) {
        short[] rgb = colour.getTriplet();
        return Tints.fades(rgb[0], rgb[1], rgb[2]);
    }

    /** The font itself when it is dark, else a black one of the same kind. */
    private HSSFFont readable(HSSFFont font) {
        HSSFColor colour = font.getHSSFColor(workbook);
        return colour == null || !fades(colour)
                ? font
                : darkened.computeIfAbsent(
                        font.getIndex(), any -> coloured(font, HSSFColorPredefined.BLACK.getIndex()));
    }

    private HSSFFont coloured(HSSFFont font, short colour) {
        HSSFFont there = workbook.findFont(
                font.getBold(),
                colour,
                font.getFontHeight(),
                font.getFontName(),
                font.getItalic(),
                font.getStrikeout(),
                font.getTypeOffset(),
                font.getUnderline());
        if (there != null) {
            return there;
        }
        HSSFFont other = workbook.createFont();
        other.setBold(font.getBold());
        other.setColor(colour);
        other.setFontHeight(font.getFontHeight());
        other.setFontName(font.getFontName());
        other.setItalic(font.getItalic());
        other.setStrikeout(font.getStrikeout());
        other.setTypeOffset(font.getTypeOffset());
        other.setUnderline(font.getUnderline());
        return other;
    }

    @Override
    void removeComment(Cell cell) {
        cell.removeCellComment();
    }

    @Override
    Comment newComment(Cell cell) {
        int row = cell.getRowIndex();
        short column = (short) cell.getColumnIndex();
        Comment comment = ((HSSFCell) cell)
                .getSheet()
                .createDrawingPatriarch()
                .createCellComment(new HSSFClientAnchor(0, 0, 0, 0, column, row, column, row));
        // The library places a comment of this format by its cell alone.
        cell.setCellComment(comment);
        return comment;
    }

    @Override
    RichTextString text(@Nullable RichTextString theirs, List<Remarks.Run> runs) {
        StringBuilder whole = new StringBuilder(theirs == null ? "" : theirs.getString() + "\n\n");
        int start = whole.length();
        runs.forEach(run -> whole.append(run.text()));
        HSSFRichTextString text = new HSSFRichTextString(whole.toString());
        if (theirs != null) {
            copyFonts((HSSFRichTextString) theirs, text);
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

    @Override
    void fitBoxes(Sheet sheet, Map<CellAddress, String> texts) {
        sheet.getCellComments().forEach((cell, comment) -> {
            String text = texts.get(cell);
            if (text != null) {
                place(comment.getClientAnchor(), CommentBox.beside(sheet, cell, text), sheet);
            }
        });
    }

    private static void place(ClientAnchor anchor, CommentBox box, Sheet sheet) {
        anchor.setCol1(box.left());
        anchor.setDx1(part(box.fromLeft(), CommentBox.width(sheet, box.left()), COLUMN_PARTS));
        anchor.setRow1(box.top());
        anchor.setDy1(0);
        anchor.setCol2(box.right());
        anchor.setDx2(part(box.fromRight(), CommentBox.width(sheet, box.right()), COLUMN_PARTS));
        anchor.setRow2(box.bottom());
        anchor.setDy2(part(box.fromBottom(), CommentBox.height(sheet, box.bottom()), ROW_PARTS));
    }

    private static int part(int pixels, int whole, int parts) {
        return whole == 0 ? 0 : Math.clamp((long) pixels * parts / whole, 0, parts - 1);
    }

    private HSSFFont font(boolean bold) {
        HSSFFont there = workbook.findFont(
                bold, Font.COLOR_NORMAL, (short) (FONT_POINTS * 20), FONT, false, false, Font.SS_NONE, Font.U_NONE);
        if (there != null) {
            return there;
        }
        HSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(FONT_POINTS);
        font.setBold(bold);
        return font;
    }
}

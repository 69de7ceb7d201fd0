package fr.minutier.report.annotated;

import com.microsoft.schemas.office.excel.CTClientData;
import com.microsoft.schemas.office.excel.STObjectType;
import com.microsoft.schemas.vml.CTShape;
import fr.minutier.certification.Gravity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;

/** Marks the cells of a .xlsx. */
final class XlsxMarker extends WorkbookMarker {
    private static final String OPAQUE = "FF";

    private final XSSFWorkbook workbook;
    private final XSSFFont plain = font(false);
    private final XSSFFont strong = font(true);

    XlsxMarker(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    @Override
    boolean fillIsOurs(CellStyle style) {
        XSSFColor fill = ((XSSFCellStyle) style).getFillForegroundColorColor();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && fill != null
                && fill.getARGBHex() != null
                && fill.getARGBHex().startsWith(OPAQUE)
                && Tints.isOurs(fill.getARGBHex().substring(OPAQUE.length()));
    }

    @Override
    Colours worn(CellStyle style) {
        XSSFCellStyle own = (XSSFCellStyle) style;
        byte[] fill = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                ? rgb(own.getFillForegroundColorColor())
                : null;
        byte[] text = rgb(own.getFont().getXSSFColor());
        return new Colours(fill == null ? null : digits(fill), text == null || !fades(text) ? null : digits(text));
    }

    @Override
    CellStyle copy(CellStyle style, Gravity gravity) {
        // Not cloneStyleFrom, which writes over a named style of the workbook.
        XSSFCellStyle copy = ((XSSFCellStyle) style).copy();
        copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        copy.setFillForegroundColor(colour(OPAQUE + Tints.of(gravity)));
        XSSFFont font = copy.getFont();
        XSSFFont readable = readable(font);
        if (readable.getIndex()
                != font.getIndex()) { // Else a cell that has the font of its named style would no longer follow it.
            copy.setFont(readable);
        }
        return copy;
    }

    @Override
    CellStyle restored(CellStyle style, Colours worn) {
        XSSFCellStyle copy = ((XSSFCellStyle) style).copy();
        if (worn.fill() == null) {
            copy.setFillPattern(FillPatternType.NO_FILL);
        } else {
            copy.setFillForegroundColor(colour(OPAQUE + worn.fill()));
        }
        if (worn.text() != null) {
            copy.setFont(coloured(copy.getFont(), OPAQUE + worn.text()));
        }
        return copy;
    }

    private static XSSFColor colour(String argb) {
        XSSFColor colour = new XSSFColor();
        colour.setARGBHex(argb);
        return colour;
    }

    /** The font itself when it is dark, else a black one of the same kind. */
    private XSSFFont readable(XSSFFont font) {
        byte[] rgb = rgb(font.getXSSFColor());
        return rgb == null || !fades(rgb) ? font : coloured(font, "FF000000");
    }

    private XSSFFont coloured(XSSFFont font, String argb) {
        XSSFFont other = new XSSFFont((CTFont) font.getCTFont().copy());
        other.setColor(colour(argb));
        other.registerTo(workbook.getStylesSource(), false);
        return other;
    }

    /** POI resolves a colour of the theme here and one of the palette there. */
    private static byte @Nullable [] rgb(@Nullable XSSFColor colour) {
        byte[] tinted = colour == null ? null : colour.getRGBWithTint();
        return tinted == null && colour != null ? colour.getRGB() : tinted;
    }

    private static String digits(byte[] rgb) {
        int at = rgb.length - 3;
        return Colours.digits(rgb[at], rgb[at + 1], rgb[at + 2]);
    }

    private static boolean fades(byte[] rgb) {
        int at = rgb.length - 3;
        return Tints.fades(rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF);
    }

    @Override
    void removeComment(Cell cell) {
        ((XSSFSheet) cell.getSheet()).getVMLDrawing(true);
        cell.removeCellComment();
    }

    @Override
    Comment newComment(Cell cell) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        return ((XSSFCell) cell)
                .getSheet()
                .createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 1, row + 1));
    }

    @Override
    RichTextString text(@Nullable RichTextString theirs, List<Remarks.Run> runs) {
        XSSFRichTextString text = new XSSFRichTextString();
        if (theirs != null) {
            text = (XSSFRichTextString) theirs;
            text.append("\n\n", plain);
        }
        for (Remarks.Run run : runs) {
            text.append(run.text(), run.strong() ? strong : plain);
        }
        return text;
    }

    /**
     * Only its shape holds the box of a comment, and POI looks a shape up by going through all of them: they are gone
     * through once instead.
     */
    @Override
    void fitBoxes(Sheet sheet, Map<CellAddress, String> texts) {
        try (XmlCursor shapes =
                ((XSSFSheet) sheet).getVMLDrawing(true).getDocument().getXml().newCursor()) {
            for (boolean found = shapes.toFirstChild(); found; found = shapes.toNextSibling()) {
                if (shapes.getObject() instanceof CTShape shape && shape.sizeOfClientDataArray() > 0) {
                    CTClientData data = shape.getClientDataArray(0);
                    if (data.getObjectType() == STObjectType.NOTE && data.sizeOfRowArray() > 0) {
                        CellAddress cell = new CellAddress(
                                data.getRowArray(0).intValue(),
                                data.getColumnArray(0).intValue());
                        String text = texts.get(cell);
                        if (text != null) {
                            data.setAnchorArray(0, corners(CommentBox.beside(sheet, cell, text)));
                        }
                    }
                }
            }
        }
    }

    /** Each as column, pixels, row, pixels, in the words of a comment's shape. */
    private static String corners(CommentBox box) {
        return Stream.of(
                        box.left(),
                        box.fromLeft(),
                        box.top(),
                        0,
                        box.right(),
                        box.fromRight(),
                        box.bottom(),
                        box.fromBottom())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static XSSFFont font(boolean bold) {
        XSSFFont font = new XSSFFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(FONT_POINTS);
        font.setBold(bold);
        return font;
    }
}

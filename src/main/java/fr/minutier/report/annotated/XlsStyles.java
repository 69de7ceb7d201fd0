package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;

/** The styles of a .xls: what they show, and the same ones on our colours. */
final class XlsStyles {
    private final HSSFWorkbook workbook;
    private final Map<Gravity, Short> tints;
    private final Map<Integer, HSSFFont> darkened = new HashMap<>();

    /** A style as it was and what was put on it, so that cells which looked alike share their new style. */
    private record Coloured(int style, Gravity gravity) {}

    private record Restored(int style, Colours worn) {}

    private final Map<Coloured, HSSFCellStyle> made = new HashMap<>();
    private final Map<Restored, HSSFCellStyle> restored = new HashMap<>();

    XlsStyles(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.tints = XlsPalette.tints(workbook);
    }

    /** Whether cells of that style show one of our colours. */
    boolean fillIsOurs(HSSFCellStyle style) {
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && tints.containsValue(style.getFillForegroundColor());
    }

    /** The colours of the style that a mark hides. */
    Colours worn(HSSFCellStyle style) {
        boolean filled = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && style.getFillForegroundColor() != HSSFColorPredefined.AUTOMATIC.getIndex();
        HSSFColor text = style.getFont(workbook).getHSSFColor(workbook);
        return new Colours(
                filled ? digits(style.getFillForegroundColorColor()) : null,
                text == null || !fades(text) ? null : digits(text));
    }

    /** The same style on the colour of the gravity, with a text that is read on it. */
    HSSFCellStyle coloured(HSSFCellStyle style, Gravity gravity) {
        return made.computeIfAbsent(new Coloured(style.getIndex(), gravity), any -> {
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
        });
    }

    /** The same style in the colours that it wore before it was marked. */
    HSSFCellStyle restored(HSSFCellStyle style, Colours worn) {
        return restored.computeIfAbsent(new Restored(style.getIndex(), worn), any -> {
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
        });
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

    /**
     * A font of our own: one that an earlier annotation left, or a new one: they would pile up.
     *
     * @param colour its place in the palette
     */
    HSSFFont ours(boolean bold, short colour, int points, byte underline) {
        short height = (short) (points * 20);
        HSSFFont there = workbook.findFont(bold, colour, height, Remarks.FONT, false, false, Font.SS_NONE, underline);
        if (there != null) {
            return there;
        }
        HSSFFont font = workbook.createFont();
        font.setBold(bold);
        font.setColor(colour);
        font.setFontHeight(height);
        font.setFontName(Remarks.FONT);
        font.setUnderline(underline);
        return font;
    }
}

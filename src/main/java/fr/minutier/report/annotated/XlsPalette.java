package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFChart;
import org.apache.poi.hssf.usermodel.HSSFConditionalFormattingRule;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSheetConditionalFormatting;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;

/** Finds a place for our colours among the 56 that a .xls has, without changing one that the workbook shows. */
final class XlsPalette {
    private static final int FIRST_OF_CHARTS = 24;
    private static final int FIRST_AFTER_CHARTS = 40;
    private static final int END = 64;

    private XlsPalette() {}

    /** The place of each colour: where it is already, else one that nothing uses, else that of the nearest colour. */
    static Map<Gravity, Short> tints(HSSFWorkbook workbook) {
        HSSFPalette palette = workbook.getCustomPalette();
        BitSet used = used(workbook);
        Map<Gravity, Short> tints = new EnumMap<>(Gravity.class);
        for (Gravity gravity : Gravity.values()) {
            if (gravity != Gravity.INFORMATION) {
                tints.put(gravity, place(Integer.parseInt(Tints.of(gravity), 16), palette, used));
            }
        }
        return tints;
    }

    private static short place(int rgb, HSSFPalette palette, BitSet used) {
        byte red = (byte) (rgb >> 16);
        byte green = (byte) (rgb >> 8);
        byte blue = (byte) rgb;
        HSSFColor there = palette.findColor(red, green, blue);
        if (there != null) {
            used.set(there.getIndex());
            return there.getIndex();
        }
        int free = used.previousClearBit(END - 1);
        if (free < FIRST_OF_CHARTS) {
            return palette.findSimilarColor(red, green, blue).getIndex();
        }
        used.set(free);
        palette.setColorAtIndex((short) free, red, green, blue);
        return (short) free;
    }

    /**
     * The places not to be touched. Charts take theirs without saying so; where there is none, those are free and no
     * person picks them. Else the others are, as far as no cell or condition shows them.
     */
    private static BitSet used(HSSFWorkbook workbook) {
        BitSet used = new BitSet(END);
        boolean charts = IntStream.range(0, workbook.getNumberOfSheets())
                .anyMatch(sheet -> HSSFChart.getSheetCharts(workbook.getSheetAt(sheet)).length > 0);
        if (charts) {
            used.set(0, FIRST_AFTER_CHARTS);
        } else {
            used.set(FIRST_AFTER_CHARTS, END);
        }
        for (int style = 0; style < workbook.getNumCellStyles(); style++) {
            add(used, workbook.getCellStyleAt(style));
        }
        for (int font = 0; font < workbook.getNumberOfFonts(); font++) {
            add(used, workbook.getFontAt(font).getColor());
        }
        for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
            addConditions(used, workbook.getSheetAt(sheet));
        }
        return used;
    }

    private static void add(BitSet used, HSSFCellStyle style) {
        add(
                used,
                style.getFillForegroundColor(),
                style.getFillBackgroundColor(),
                style.getLeftBorderColor(),
                style.getRightBorderColor(),
                style.getTopBorderColor(),
                style.getBottomBorderColor());
    }

    private static void addConditions(BitSet used, HSSFSheet sheet) {
        HSSFSheetConditionalFormatting conditions = sheet.getSheetConditionalFormatting();
        for (int at = 0; at < conditions.getNumConditionalFormattings(); at++) {
            for (int number = 0;
                    number < conditions.getConditionalFormattingAt(at).getNumberOfRules();
                    number++) {
                HSSFConditionalFormattingRule rule =
                        conditions.getConditionalFormattingAt(at).getRule(number);
                if (rule.getPatternFormatting() != null) {
                    add(
                            used,
                            rule.getPatternFormatting().getFillForegroundColor(),
                            rule.getPatternFormatting().getFillBackgroundColor());
                }
                if (rule.getFontFormatting() != null) {
                    add(used, rule.getFontFormatting().getFontColorIndex());
                }
            }
        }
    }

    private static void add(BitSet used, short... places) {
        for (short place : places) {
            if (place >= 0 && place < END) {
                used.set(place);
            }
        }
    }
}

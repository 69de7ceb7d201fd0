package fr.minutier.report.annotated;

import fr.minutier.check.Anomaly;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;

/** Puts the list of what is to be corrected before the sheets of a .xls. */
final class XlsToCorrect {
    private static final int HEADER = 2;
    private static final int POINTS = 10;
    private static final float LINE = 13.5f;

    private final HSSFWorkbook workbook;
    private final XlsStyles styles;
    private final HSSFCellStyle plain;
    private final HSSFCellStyle bold;
    private final HSSFCellStyle link;

    XlsToCorrect(HSSFWorkbook workbook, XlsStyles styles) {
        this.workbook = workbook;
        this.styles = styles;
        this.plain = style(styles.ours(false, IndexedColors.BLACK.getIndex(), POINTS, Font.U_NONE));
        this.bold = style(styles.ours(true, IndexedColors.BLACK.getIndex(), POINTS, Font.U_NONE));
        this.link = style(styles.ours(false, IndexedColors.BLUE.getIndex(), POINTS, Font.U_SINGLE));
    }

    /** Takes off the list of an earlier annotation. */
    static void removeOneOfBefore(HSSFWorkbook workbook, ToCorrect list) {
        for (int sheet = workbook.getNumberOfSheets() - 1; sheet >= 0; sheet--) {
            if (list.isOfBefore(workbook.getSheetName(sheet)) && workbook.getNumberOfSheets() > 1) {
                workbook.removeSheetAt(sheet);
            }
        }
    }

    void write(ToCorrect list) {
        HSSFSheet sheet = workbook.createSheet(list.name());
        for (int column = 0; column < ToCorrect.WIDTHS.size(); column++) {
            sheet.setColumnWidth(column, 256 * ToCorrect.WIDTHS.get(column));
        }
        int last = ToCorrect.COLUMNS.size() - 1;
        text(sheet.createRow(0), 0, list.title(), bold);
        HSSFRow notice = sheet.createRow(1);
        text(notice, 0, ToCorrect.NOTICE, plain);
        notice.setHeightInPoints(2 * LINE);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
        HSSFRow header = sheet.createRow(HEADER);
        for (int column = 0; column <= last; column++) {
            text(header, column, ToCorrect.COLUMNS.get(column), bold);
        }
        int next = HEADER + 1;
        for (Anomaly anomaly : list.anomalies()) {
            row(sheet.createRow(next++), anomaly);
        }
        sheet.createFreezePane(0, HEADER + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER, HEADER, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        workbook.setSheetOrder(sheet.getSheetName(), 0);
        // Sheets selected together would all be written to at once.
        workbook.setSelectedTab(0);
        workbook.setActiveSheet(0);
        workbook.setFirstVisibleTab(0);
    }

    private void row(HSSFRow row, Anomaly anomaly) {
        List<String> words = ToCorrect.cells(anomaly);
        for (int column = 0; column < words.size(); column++) {
            text(row, column, words.get(column), plain);
        }
        // Spreadsheet programs do not make a row high enough for what they did not write themselves.
        row.setHeightInPoints(ToCorrect.lines(words) * LINE);
        row.getCell(1).setCellStyle(styles.coloured(plain, anomaly.gravity()));
        HSSFSheet there = workbook.getSheet(anomaly.where().sheet());
        if (there != null) {
            HSSFHyperlink to = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            String a1 = anomaly.where().a1();
            to.setAddress("'" + there.getSheetName().replace("'", "''") + "'!" + (a1.isEmpty() ? "A1" : a1));
            row.getCell(0).setHyperlink(to);
            row.getCell(0).setCellStyle(link);
        }
    }

    private static void text(HSSFRow row, int column, String text, HSSFCellStyle style) {
        HSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private HSSFCellStyle style(HSSFFont font) {
        for (int index = 0; index < workbook.getNumCellStyles(); index++) {
            HSSFCellStyle there = workbook.getCellStyleAt(index);
            if (there.getFontIndex() == font.getIndex()
                    && there.getWrapText()
                    && there.getVerticalAlignment() == VerticalAlignment.TOP
                    && there.getFillPattern() == FillPatternType.NO_FILL
                    && there.getBorderBottom() == BorderStyle.NONE
                    && there.getDataFormat() == 0) {
                return there;
            }
        }
        HSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}

package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.SteadyPackage;
import fr.minutier.bordereau.blank.Form.Area;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Entry;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Page;
import fr.minutier.bordereau.blank.Form.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a form as .xlsx. */
final class XlsxForm {
    private static final String PRODUCT = "Minutier";

    /** Of a column's width, a character's. */
    private static final int CHARACTER = 256;

    /** All in pixels. */
    private static final int COMMENT_WIDTH = 340;

    private static final int COMMENT_LINE = 16;
    private static final int PIXELS_A_CHARACTER = 7;

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new EnumMap<>(Look.class);
    private final XSSFFont commentFont;

    private XlsxForm(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // The first font is the one by which the widths of columns are measured.
        XSSFFont measure = workbook.getFontAt(0);
        measure.setFontName(Look.FONT);
        measure.setFontHeightInPoints((short) 10);
        commentFont = workbook.createFont();
        commentFont.setFontName(Look.FONT);
        commentFont.setFontHeightInPoints((short) 9);
    }

    static byte[] bytes(Form form) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            // POI would write the time of the run and its own name.
            workbook.getProperties().getCoreProperties().setCreated(Optional.empty());
            workbook.getProperties().getCoreProperties().setCreator(PRODUCT);
            workbook.getProperties().getCoreProperties().setTitle(form.title());
            workbook.getProperties().getExtendedProperties().setApplication(PRODUCT);
            XlsxForm writer = new XlsxForm(workbook);
            form.sheets().forEach(writer::add);
            return SteadyPackage.bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory is no device", e);
        }
    }

    private void add(Form.Sheet form) {
        XSSFSheet sheet = workbook.createSheet(form.name());
        for (int column = 0; column < form.width(); column++) {
            sheet.setColumnWidth(column, (form.widths().get(column) + 1) * CHARACTER);
        }
        int index = 0;
        for (Form.Row row : form.rows()) {
            for (int i = 0; i < row.times(); i++) {
                write(sheet.createRow(index++), row);
            }
        }
        comments(sheet, form);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        form.entries().forEach(entry -> sheet.addValidationData(validation(helper, entry)));
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        form.highlights().forEach(highlight -> highlight(formatting, highlight));
        if (form.header() >= 0) {
            sheet.createFreezePane(form.frozenColumns(), form.header() + 1);
            sheet.setRepeatingRows(new CellRangeAddress(form.header(), form.header(), -1, -1));
            if (form.page().across() > 1 && form.frozenColumns() > 0) {
                sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, form.frozenColumns() - 1));
            }
        }
        sheet.setDisplayGridlines(false);
        page(sheet, form, index);
        protect(sheet);
        int number = workbook.getSheetIndex(sheet);
        if (form.page() == Page.HIDDEN) {
            workbook.setSheetVisibility(number, SheetVisibility.HIDDEN);
        } else {
            sheet.addIgnoredErrors(
                    new CellRangeAddress(0, index - 1, 0, form.width() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    private void write(XSSFRow row, Form.Row form) {
        row.setHeightInPoints(Measures.height(form.lines()));
        for (int column = 0; column < form.cells().size(); column++) {
            Form.Cell cell = form.cells().get(column);
            XSSFCell written = row.createCell(column);
            written.setCellStyle(style(cell.look()));
            switch (cell.content()) {
                case Content.Text text -> written.setCellValue(text.written());
                case Content.Day day -> written.setCellValue(day.date());
                default -> {}
            }
        }
    }

    private void comments(XSSFSheet sheet, Form.Sheet form) {
        if (form.header() < 0) {
            return;
        }
        List<Form.Cell> headers = form.rows().get(form.header()).cells();
        for (int column = 0; column < headers.size(); column++) {
            String text = headers.get(column).comment();
            if (!text.isEmpty()) {
                XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(box(form, column, text));
                XSSFRichTextString written = new XSSFRichTextString(text);
                written.applyFont(commentFont);
                comment.setString(written);
                comment.setAuthor(PRODUCT);
                sheet.getRow(form.header()).getCell(column).setCellComment(comment);
            }
        }
    }

    /** Beside the header, over the entry rows, as large as its text: corners are told as cells and pixels in them. */
    private static XSSFClientAnchor box(Form.Sheet form, int column, String text) {
        int right = column + 1;
        int left = COMMENT_WIDTH;
        while (right < form.width() && left > pixels(form.widths().get(right))) {
            left -= pixels(form.widths().get(right));
            right++;
        }
        int row = Units.pointsToPixel(Measures.height(1));
        int height = Measures.commentLines(text) * COMMENT_LINE;
        return new XSSFClientAnchor(
                Units.pixelToEMU(8),
                0,
                Units.pixelToEMU(left),
                Units.pixelToEMU(height % row),
                column + 1,
                form.header() + 1,
                right,
                form.header() + 1 + height / row);
    }

    private static int pixels(int characters) {
        return (characters + 1) * PIXELS_A_CHARACTER;
    }

    private static CellRangeAddress range(Area area) {
        return new CellRangeAddress(area.firstRow(), area.lastRow(), area.column(), area.column());
    }

    private static DataValidation validation(DataValidationHelper helper, Entry entry) {
        DataValidationConstraint constraint =
                switch (entry.demand()) {
                    case Demand.OneOf list ->
                        helper.createFormulaListConstraint(list.words().officeOpen());
                    case Demand.Holds holds ->
                        helper.createCustomConstraint(holds.condition().officeOpen());
                    case Demand.Anything anything -> new XSSFDataValidationConstraint(ValidationType.ANY, null);
                };
        Area area = entry.area();
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(area.firstRow(), area.lastRow(), area.column(), area.column()));
        validation.setEmptyCellAllowed(true);
        // POI says "suppress" and means "show".
        validation.setSuppressDropDownArrow(entry.demand() instanceof Demand.OneOf);
        validation.setErrorStyle(
                entry.severity() == Severity.REFUSED
                        ? DataValidation.ErrorStyle.STOP
                        : DataValidation.ErrorStyle.WARNING);
        if (entry.severity() == Severity.ACCEPTED) {
            validation.setShowErrorBox(false);
        } else {
            validation.setShowErrorBox(true);
            validation.createErrorBox(entry.alert().title(), entry.alert().text());
        }
        if (!entry.prompt().text().isEmpty()) {
            validation.setShowPromptBox(true);
            validation.createPromptBox(entry.prompt().title(), entry.prompt().text());
        }
        return validation;
    }

    private static void highlight(XSSFSheetConditionalFormatting formatting, Highlight highlight) {
        ConditionalFormattingRule[] rules = highlight.cases().stream()
                .map(told -> {
                    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(
                            told.condition().officeOpen());
                    rule.createPatternFormatting().setFillBackgroundColor(colour(told.tint().fill));
                    rule.createFontFormatting().setFontColor(colour(told.tint().ink));
                    return rule;
                })
                .toArray(ConditionalFormattingRule[]::new);
        formatting.addConditionalFormatting(new CellRangeAddress[] {range(highlight.area())}, rules);
    }

    private void page(XSSFSheet sheet, Form.Sheet form, int rows) {
        if (form.page() == Page.HIDDEN) {
            return;
        }
        XSSFPrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(form.page().large() ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        setup.setLandscape(form.page() != Page.PORTRAIT);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) form.page().across());
        setup.setFitHeight((short) (form.page() == Page.PORTRAIT ? 1 : 0));
        for (PageMargin margin : PageMargin.values()) {
            sheet.setMargin(margin, Measures.MARGIN_INCHES);
        }
        sheet.setMargin(PageMargin.BOTTOM, Measures.BOTTOM_INCHES);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P / &N");
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, form.width() - 1, 0, rows - 1);
    }

    /** Everything is locked but the entry cells; what does no harm to the form stays allowed. */
    private static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        // Comments and drawings are no cells.
        sheet.lockObjects(true);
        sheet.lockScenarios(true);
    }

    private XSSFCellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::made);
    }

    private XSSFCellStyle made(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(Look.FONT);
        font.setFontHeightInPoints((short) look.size);
        font.setBold(look.bold);
        font.setColor(colour(look.ink));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(colour(look.fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(look.wrapped);
        style.setLocked(!look.open);
        style.setDataFormat(workbook.createDataFormat()
                .getFormat(
                        switch (look.format) {
                            case GENERAL -> "General";
                            case TEXT -> "@";
                            case DAY -> "dd/mm/yyyy";
                        }));
        if (look.bordered) {
            XSSFColor border = colour(Look.BORDER);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(border);
            style.setBottomBorderColor(border);
            style.setLeftBorderColor(border);
            style.setRightBorderColor(border);
        }
        return style;
    }

    private static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex("FF" + rgb));
    }
}

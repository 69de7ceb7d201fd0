package oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes the sample input: a workbook as a careful coordinator keeps it, and a folder of CSV as an information system
 * exports it. {@code SampleBordereaux FOLDER} writes both into the folder.
 */
public final class SampleBordereaux {
    private static final int TITLE_ROW = 0;
    private static final int HEADER_ROW = 2;

    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry(Deis.NUMBER, 13),
            Map.entry("Civilité", 9),
            Map.entry(Deis.NAME, 26),
            Map.entry("Nom", 18),
            Map.entry("Nom d'usage", 16),
            Map.entry(Deis.FIRST_NAMES, 22),
            Map.entry("Prénom", 16),
            Map.entry("Lieu de naissance", 24),
            Map.entry("Courriel", 40),
            Map.entry("Établissement", 34),
            Map.entry(Deis.ROUTE, 22),
            Map.entry(Deis.TITLE, 14),
            Map.entry(Deis.ACQUIRED, 20),
            Map.entry(Deis.WAIVER, 36),
            Map.entry(Deis.WITHHELD, 30),
            Map.entry("Qualité", 44),
            Map.entry("Collège", 32),
            Map.entry("Champ", 26),
            Map.entry("Valeur", 66),
            Map.entry(Deis.COMPONENT, 24),
            Map.entry(Deis.MOTIVE, 52),
            Map.entry("Candidats", 26));

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle title = title();
    private final CellStyle body = body("General", false);
    private final CellStyle centred = body("General", true);
    private final CellStyle mark = body("0.00", true);
    private final CellStyle count = body("#,##0", true);
    private final CellStyle day = body("dd/mm/yyyy", true);

    private SampleBordereaux() {}

    /** Writes the two samples into the folder given, or {@code input}. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "input"));
        workbook(SampleSessions.june(), folder);
        csv(SampleSessions.november(), folder);
    }

    private static void workbook(RawSession raw, Path folder) throws IOException {
        SampleBordereaux made = new SampleBordereaux();
        try (XSSFWorkbook workbook = made.workbook) {
            made.sheet(RawSession.SESSION, raw, List.of("Champ", "Valeur"), fields(raw), 0);
            made.sheet(RawSession.JURY, raw, raw.jury().headers, raw.jury().rows, 0);
            XSSFSheet candidates =
                    made.sheet(RawSession.CANDIDATES, raw, raw.candidates().headers, raw.candidates().rows, 4);
            made.choices(candidates, raw.candidates().headers);
            made.sheet(RawSession.DELIBERATION, raw, raw.deliberation().headers, raw.deliberation().rows, 0);
            WorkbookWriter.save(workbook, folder.resolve(raw.stem + ".xlsx"));
        }
    }

    private static List<Map<String, String>> fields(RawSession raw) {
        return raw.fields.stream()
                .map(f -> Map.of("Champ", f.name(), "Valeur", f.value()))
                .toList();
    }

    private XSSFSheet sheet(
            String name, RawSession raw, List<String> headers, List<Map<String, String>> rows, int frozen) {
        boolean wide = headers.size() > 12;
        XSSFSheet sheet = workbook.createSheet(name);
        Row top = sheet.createRow(TITLE_ROW);
        top.setHeightInPoints(26);
        Cell heading = top.createCell(0);
        heading.setCellValue("Diplôme d'État d'ingénierie sociale – " + raw.field("Libellé") + " – " + name);
        heading.setCellStyle(title);
        sheet.addMergedRegion(new CellRangeAddress(TITLE_ROW, TITLE_ROW, 0, Math.min(headers.size(), 9) - 1));
        Row header = sheet.createRow(HEADER_ROW);
        header.setHeightInPoints(wide ? 48 : 30);
        for (int i = 0; i < headers.size(); i++) {
            Cell cell = header.createCell(i);
            cell.setCellValue(headers.get(i));
            cell.setCellStyle(header(headers.get(i)));
            sheet.setColumnWidth(i, 256 * WIDTHS.getOrDefault(headers.get(i), 12));
        }
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(HEADER_ROW + 1 + r);
            row.setHeightInPoints(wide ? 30 : 18); // two lines where texts are long
            for (int i = 0; i < headers.size(); i++) {
                fill(row.createCell(i), headers.get(i), rows.get(r).getOrDefault(headers.get(i), ""));
            }
        }
        sheet.createFreezePane(frozen, HEADER_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
        if (wide) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, frozen - 1)); // who it is, on every page
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(wide ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) (wide ? 2 : 1));
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setLeft(raw.field("Session"));
        sheet.getFooter().setRight("Page &P / &N");
        return sheet;
    }

    private void fill(Cell cell, String header, String value) {
        Mark read = Mark.read(value);
        boolean marks = Deis.MARK_HEADERS.contains(header) || header.equals(Deis.SETTLED);
        boolean lengths = header.endsWith(" Pages") || header.endsWith(" Signes");
        cell.setCellStyle(
                marks || header.endsWith(" VAE") || header.equals(Deis.COMPETENCE) || header.equals(Deis.GROUP)
                        ? centred
                        : body);
        if (value.isEmpty()) {
            return;
        }
        if (marks && read.isNumber()) {
            cell.setCellValue(read.value().doubleValue());
            cell.setCellStyle(mark);
        } else if (lengths || value.matches("\\d+") && header.equals("Valeur")) {
            cell.setCellValue(Integer.parseInt(value));
            cell.setCellStyle(lengths ? count : body);
        } else if (header.equals(Deis.BIRTH)) {
            cell.setCellValue(Text.date(value).orElseThrow());
            cell.setCellStyle(day);
        } else {
            cell.setCellValue(value);
        }
    }

    /** Drop-downs where the words are few. */
    private void choices(XSSFSheet sheet, List<String> headers) {
        choice(
                sheet,
                headers.indexOf(Deis.ROUTE),
                List.of(
                        "formation initiale",
                        "apprentissage",
                        "formation continue",
                        "contrat de professionnalisation",
                        "VAE"));
        choice(sheet, headers.indexOf(Deis.COMPETENCE), List.of("3.1", "3.2", "3.3", "3.4"));
        for (Deis.Block block : Deis.BLOCKS) {
            choice(sheet, headers.indexOf(block.vaeHeader()), List.of("validé", "non validé", "non demandé"));
        }
    }

    private void choice(XSSFSheet sheet, int column, List<String> words) {
        DataValidation choice = sheet.getDataValidationHelper()
                .createValidation(
                        sheet.getDataValidationHelper().createExplicitListConstraint(words.toArray(new String[0])),
                        new CellRangeAddressList(HEADER_ROW + 1, HEADER_ROW + 100, column, column));
        choice.setEmptyCellAllowed(true);
        sheet.addValidationData(choice);
    }

    private CellStyle title() {
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setBold(true);
        font.setFontHeightInPoints((short) 15);
        font.setColor(colour(0x1F3864));
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    /** One colour for what is said of the person, one for each block. */
    private CellStyle header(String header) {
        int fill = header.startsWith("BC01")
                ? 0x2E75B6
                : header.startsWith("BC02") ? 0x3B7D3B : header.startsWith("BC03") ? 0xA65A1F : 0x1F3864;
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setBold(true);
        font.setColor(IndexedColors.WHITE.getIndex());
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setFillForegroundColor(colour(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private CellStyle body(String format, boolean centre) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(!centre);
        style.setAlignment(centre ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(0xD0D5DD));
        return style;
    }

    private static XSSFColor colour(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    private static void csv(RawSession raw, Path input) throws IOException {
        Path folder = Files.createDirectories(input.resolve(raw.stem));
        lines(folder.resolve("session.csv"), List.of("Champ", "Valeur"), fields(raw));
        for (RawSession.Sheet sheet : raw.sheets()) {
            String name =
                    switch (sheet.name) {
                        case RawSession.JURY -> "jury.csv";
                        case RawSession.CANDIDATES -> "candidats.csv";
                        default -> "deliberation.csv";
                    };
            lines(folder.resolve(name), sheet.headers, sheet.rows);
        }
    }

    private static void lines(Path file, List<String> headers, List<Map<String, String>> rows) {
        StringBuilder text = new StringBuilder("\ufeff");
        text.append(String.join(";", headers)).append("\r\n");
        for (Map<String, String> row : rows) {
            text.append(String.join(
                            ";",
                            headers.stream()
                                    .map(h -> quoted(row.getOrDefault(h, "")))
                                    .toList()))
                    .append("\r\n");
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        return value.contains(";") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}

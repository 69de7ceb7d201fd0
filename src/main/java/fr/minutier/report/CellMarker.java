package fr.minutier.report;

import com.microsoft.schemas.office.excel.CTClientData;
import com.microsoft.schemas.office.excel.STObjectType;
import com.microsoft.schemas.vml.CTShape;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;

/** Colours cells of a workbook by gravity and gives them their messages as comments; touches nothing else. */
final class CellMarker {
    /** Stands above what this class writes in a comment, which a person may have begun. */
    private static final String SIGNATURE = "— Minutier —\n";

    private static final String AUTHOR = "Minutier";

    /** Spreadsheet programs hold 32 767 characters in a comment. */
    private static final int LONGEST = 30_000;

    private static final int LONGEST_MESSAGE = 2_000;

    private static final Map<Gravity, String> FILLS = Map.of(
            Gravity.BLOQUANTE, "FFF4A9A3",
            Gravity.A_ARBITRER, "FFFFC07A",
            Gravity.AVERTISSEMENT, "FFFFEE8C");

    private final XSSFWorkbook workbook;
    private final XSSFFont plain = font(false);
    private final XSSFFont strong = font(true);

    /** A style as it was and the colour put on it, so that cells which looked alike share their new style. */
    private record Coloured(int style, @Nullable Gravity gravity) {}

    private final Map<Coloured, XSSFCellStyle> styles = new HashMap<>();

    CellMarker(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** Marks the cells; what an earlier annotation left on the sheet goes first. */
    void mark(XSSFSheet sheet, Map<CellAddress, List<Anomaly>> cells) {
        clear(sheet);
        Map<CellAddress, List<Anomaly>> shown = new TreeMap<>();
        List<CellRangeAddress> merged = sheet.getMergedRegions();
        cells.forEach((cell, anomalies) ->
                shown.merge(seen(cell, merged), anomalies, (first, next) -> Stream.concat(first.stream(), next.stream())
                        .toList()));
        Map<CellAddress, String> texts = new HashMap<>();
        shown.forEach((address, anomalies) -> {
            XSSFCell cell = cell(sheet, address);
            Gravity gravity = anomalies.stream()
                    .map(Anomaly::gravity)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            cell.setCellStyle(coloured(cell.getCellStyle(), gravity));
            texts.put(address, comment(cell, anomalies));
        });
        if (!texts.isEmpty()) {
            fitBoxes(sheet, texts);
        }
    }

    /** The cell that a person sees there: the first of a merged area. */
    private static CellAddress seen(CellAddress cell, List<CellRangeAddress> merged) {
        return merged.stream()
                .filter(area -> area.isInRange(cell))
                .findFirst()
                .map(area -> new CellAddress(area.getFirstRow(), area.getFirstColumn()))
                .orElse(cell);
    }

    private static XSSFCell cell(XSSFSheet sheet, CellAddress address) {
        XSSFRow row = sheet.getRow(address.getRow());
        return (row == null ? sheet.createRow(address.getRow()) : row)
                .getCell(address.getColumn(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void clear(XSSFSheet sheet) {
        new TreeMap<>(sheet.getCellComments()).forEach((address, comment) -> {
            int ours = written(comment).indexOf(SIGNATURE);
            if (ours < 0) {
                return;
            }
            XSSFCell cell = cell(sheet, address);
            if (fillIsOurs(cell.getCellStyle())) {
                cell.setCellStyle(coloured(cell.getCellStyle(), null));
            }
            String theirs = written(comment).substring(0, ours).strip();
            if (theirs.isEmpty()) {
                sheet.getVMLDrawing(true);
                cell.removeCellComment();
            } else {
                comment.setString(theirs);
            }
        });
    }

    /** The text of the comment; POI has null for none. */
    private static String written(XSSFComment comment) {
        XSSFRichTextString text = comment.getString();
        return text == null ? "" : Objects.requireNonNullElse(text.getString(), "");
    }

    private static boolean fillIsOurs(XSSFCellStyle style) {
        XSSFColor fill = style.getFillForegroundColorColor();
        return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                && fill != null
                && fill.getARGBHex() != null
                && FILLS.containsValue(fill.getARGBHex().toUpperCase(Locale.ROOT));
    }

    /** The same style on the colour of the gravity, or on none. */
    private XSSFCellStyle coloured(XSSFCellStyle style, @Nullable Gravity gravity) {
        return styles.computeIfAbsent(new Coloured(style.getIndex(), gravity), any -> {
            // Not cloneStyleFrom, which writes over a named style of the workbook.
            XSSFCellStyle copy = style.copy();
            String fill = gravity == null ? null : FILLS.get(gravity);
            if (fill == null) {
                copy.setFillPattern(FillPatternType.NO_FILL);
                return copy;
            }
            copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            copy.setFillForegroundColor(colour(fill));
            copy.setFont(readable(style.getFont()));
            return copy;
        });
    }

    private static XSSFColor colour(String argb) {
        XSSFColor colour = new XSSFColor();
        colour.setARGBHex(argb);
        return colour;
    }

    /** The font itself when it is dark, else a black one of the same kind: white headers would fade on our colours. */
    private XSSFFont readable(XSSFFont font) {
        XSSFColor colour = font.getXSSFColor();
        // POI resolves a colour of the theme here and one of the palette there.
        byte[] tinted = colour == null ? null : colour.getRGBWithTint();
        byte[] rgb = tinted == null && colour != null ? colour.getRGB() : tinted;
        if (rgb == null || brightness(rgb) < 100) {
            return font;
        }
        XSSFFont dark = new XSSFFont((CTFont) font.getCTFont().copy());
        dark.setColor(colour("FF000000"));
        dark.registerTo(workbook.getStylesSource(), false);
        return dark;
    }

    /** From 0, black, to 255, white, as the eye weighs the three colours. */
    private static int brightness(byte[] rgb) {
        int at = rgb.length - 3;
        return ((rgb[at] & 0xFF) * 299 + (rgb[at + 1] & 0xFF) * 587 + (rgb[at + 2] & 0xFF) * 114) / 1000;
    }

    /** Adds the messages to the comment of the cell and gives its whole text. */
    private String comment(XSSFCell cell, List<Anomaly> anomalies) {
        XSSFSheet sheet = cell.getSheet();
        XSSFComment comment = cell.getCellComment();
        if (comment == null) {
            comment = sheet.createDrawingPatriarch().createCellComment(at(cell));
            comment.setAuthor(AUTHOR);
        }
        String theirs = written(comment);
        XSSFRichTextString text = theirs.isEmpty() ? new XSSFRichTextString() : comment.getString();
        text.append((theirs.isEmpty() ? "" : "\n\n") + SIGNATURE, plain);
        append(text, anomalies);
        comment.setString(text);
        return text.getString();
    }

    /**
     * Makes the box of each comment marked fit its text. Only its shape holds the box, and POI looks a shape up by going
     * through all of them: they are gone through once instead.
     */
    private static void fitBoxes(XSSFSheet sheet, Map<CellAddress, String> texts) {
        try (XmlCursor shapes = sheet.getVMLDrawing(true).getDocument().getXml().newCursor()) {
            for (boolean found = shapes.toFirstChild(); found; found = shapes.toNextSibling()) {
                if (shapes.getObject() instanceof CTShape shape && shape.sizeOfClientDataArray() > 0) {
                    CTClientData data = shape.getClientDataArray(0);
                    if (data.getObjectType() == STObjectType.NOTE && data.sizeOfRowArray() > 0) {
                        CellAddress cell = new CellAddress(
                                data.getRowArray(0).intValue(),
                                data.getColumnArray(0).intValue());
                        String text = texts.get(cell);
                        if (text != null) {
                            data.setAnchorArray(0, CommentBox.beside(sheet, cell, text));
                        }
                    }
                }
            }
        }
    }

    private static XSSFClientAnchor at(XSSFCell cell) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        return new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 1, row + 1);
    }

    private void append(XSSFRichTextString text, List<Anomaly> anomalies) {
        Set<String> said = new HashSet<>();
        for (Anomaly anomaly : anomalies) {
            String message = anomaly.message();
            if (said.add(anomaly.code() + message) && text.length() < LONGEST) {
                text.append(
                        (said.size() == 1 ? "" : "\n\n")
                                + anomaly.gravity().word().toUpperCase(Locale.FRENCH) + " – " + anomaly.code()
                                + "\n",
                        strong);
                text.append(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)), plain);
            }
        }
    }

    private static XSSFFont font(boolean bold) {
        XSSFFont font = new XSSFFont();
        font.setFontName("Tahoma");
        font.setFontHeightInPoints((short) 9);
        font.setBold(bold);
        return font;
    }
}

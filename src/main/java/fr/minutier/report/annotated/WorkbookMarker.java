package fr.minutier.report.annotated;

import fr.minutier.certification.Gravity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Colours cells of a workbook by gravity and gives them their messages as comments; touches nothing else. */
abstract class WorkbookMarker {
    static final String FONT = "Tahoma";
    static final short FONT_POINTS = 9;

    /** A style as it was and what was put on it, so that cells which looked alike share their new style. */
    private record Coloured(int style, Gravity gravity) {}

    private record Restored(int style, Colours worn) {}

    private final Map<Coloured, CellStyle> styles = new HashMap<>();
    private final Map<Restored, CellStyle> restored = new HashMap<>();

    /** Marks the cells; what an earlier annotation left on the sheet goes first. */
    final void mark(Sheet sheet, Map<CellAddress, Remarks> cells) {
        clear(sheet);
        Map<CellAddress, String> texts = new HashMap<>();
        seen(cells, sheet.getMergedRegions()).forEach((address, remarks) -> {
            Cell cell = cell(sheet, address);
            Colours worn = worn(cell.getCellStyle());
            cell.setCellStyle(coloured(cell.getCellStyle(), remarks.gravity()));
            texts.put(address, comment(cell, remarks, worn));
        });
        if (!texts.isEmpty()) {
            fitBoxes(sheet, texts);
        }
    }

    /** The same remarks at the cells that a person sees there: the first of each merged area. */
    static Map<CellAddress, Remarks> seen(Map<CellAddress, Remarks> cells, List<CellRangeAddress> merged) {
        Map<CellAddress, Remarks> seen = new TreeMap<>();
        cells.forEach((cell, remarks) -> seen.merge(
                merged.stream()
                        .filter(area -> area.isInRange(cell))
                        .findFirst()
                        .map(area -> new CellAddress(area.getFirstRow(), area.getFirstColumn()))
                        .orElse(cell),
                remarks,
                Remarks::and));
        return seen;
    }

    private static Cell cell(Sheet sheet, CellAddress address) {
        Row row = sheet.getRow(address.getRow());
        return (row == null ? sheet.createRow(address.getRow()) : row)
                .getCell(address.getColumn(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private void clear(Sheet sheet) {
        new TreeMap<>(sheet.getCellComments()).forEach((address, comment) -> {
            Optional<String> theirs = Remarks.withoutOurs(written(comment));
            if (theirs.isEmpty()) {
                return;
            }
            Cell cell = cell(sheet, address);
            if (fillIsOurs(cell.getCellStyle())) {
                Colours worn = Colours.told(written(comment));
                CellStyle style = cell.getCellStyle();
                cell.setCellStyle(
                        restored.computeIfAbsent(new Restored(style.getIndex(), worn), any -> restored(style, worn)));
            }
            if (theirs.get().isEmpty()) {
                removeComment(cell);
            } else {
                comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(theirs.get()));
            }
        });
    }

    /** The text of the comment; POI has null for none. */
    private static String written(Comment comment) {
        RichTextString text = comment.getString();
        return text == null ? "" : Objects.requireNonNullElse(text.getString(), "");
    }

    /** The same style on the colour of the gravity. */
    final CellStyle coloured(CellStyle style, Gravity gravity) {
        return styles.computeIfAbsent(new Coloured(style.getIndex(), gravity), any -> copy(style, gravity));
    }

    /** Adds the remarks to the comment of the cell and gives its whole text. */
    private String comment(Cell cell, Remarks remarks, Colours worn) {
        Comment comment = cell.getCellComment();
        if (comment == null) {
            comment = newComment(cell);
            comment.setAuthor(Remarks.AUTHOR);
        }
        String theirs = written(comment);
        RichTextString text = text(theirs.isEmpty() ? null : comment.getString(), remarks.runs(theirs.length(), worn));
        comment.setString(text);
        return text.getString();
    }

    abstract boolean fillIsOurs(CellStyle style);

    /** The colours of the style that a mark hides. */
    abstract Colours worn(CellStyle style);

    /** A new style, the same on the colour of the gravity with a text that is read on it. */
    abstract CellStyle copy(CellStyle style, Gravity gravity);

    /** A new style, the same in the colours that it wore before it was marked. */
    abstract CellStyle restored(CellStyle style, Colours worn);

    abstract void removeComment(Cell cell);

    /** A comment without text, out of sight until a person points at the cell. */
    abstract Comment newComment(Cell cell);

    /** What a person wrote as it is, a line left empty, and the runs. */
    abstract RichTextString text(@Nullable RichTextString theirs, List<Remarks.Run> runs);

    /** Makes the box of each comment fit its text. */
    abstract void fitBoxes(Sheet sheet, Map<CellAddress, String> texts);
}

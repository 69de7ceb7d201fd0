package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a .xls workbook of Excel 97 to 2003. POI cuts the file into records, which are taken one after the other; the
 * workbook as a whole is never held.
 */
final class XlsReader {

    private final String name;
    private final Budget budget;
    private final List<BoundSheetRecord> tabs = new ArrayList<>();
    private final Map<Integer, Shown> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<Content> strings = new ArrayList<>();
    private boolean from1904;

    private XlsReader(String name) {
        this.name = name;
        this.budget = new Budget(name);
    }

    /** Reads the stream of that name in an Office container, which holds the workbook. */
    static Bordereau read(DirectoryNode root, String stream, String name) throws Refusal {
        try (DocumentInputStream document = root.createDocumentInputStream(root.getEntryCaseInsensitive(stream))) {
            XlsReader reader = new XlsReader(name);
            reader.budget.bytes(document.available());
            return reader.workbook(new RecordFactoryInputStream(document, false));
        } catch (EncryptedDocumentException e) {
            throw Refusal.password(name);
        } catch (IOException | RuntimeException e) {
            // The library answers malformed records with unchecked exceptions of many kinds.
            throw Refusal.of(e, name);
        }
    }

    private Bordereau workbook(RecordFactoryInputStream records) throws Refusal {
        // What the workbook says of itself comes first, then one stretch of records for each tab; charts nest in them.
        int depth = 0;
        List<@Nullable XlsSheet> sheets = new ArrayList<>();
        boolean begun = false;
        @Nullable XlsSheet sheet = null;
        for (Record record; (record = records.nextRecord()) != null; ) {
            switch (record) {
                case BOFRecord start -> {
                    if (depth == 0 && begun) {
                        sheet = start.getType() == BOFRecord.TYPE_WORKSHEET ? sheet(sheets.size()) : null;
                        sheets.add(sheet);
                    }
                    begun = true;
                    depth++;
                }
                case EOFRecord ignored -> depth--;
                default -> {
                    if (depth == 1 && sheets.isEmpty()) {
                        ofWorkbook(record);
                    } else if (depth == 1 && sheet != null) {
                        sheet.add(record);
                    }
                }
            }
        }
        if (depth != 0 || sheets.size() < tabs.size()) {
            throw Refusal.damaged(name);
        }
        return bordereau(sheets);
    }

    private XlsSheet sheet(int place) {
        if (place >= tabs.size()) {
            throw new RecordFormatException("a sheet without a tab");
        }
        BoundSheetRecord tab = inFile().get(place);
        XlsValues values = new XlsValues(
                strings,
                styles.stream()
                        .map(format -> {
                            Shown spelled = formats.get(format);
                            return spelled == null ? Shown.builtIn(String.valueOf(format)) : spelled;
                        })
                        .toList(),
                new Numbers(from1904));
        return new XlsSheet(name, tab.getSheetname(), values, budget);
    }

    /** The tabs in the order in which their sheets lie in the file, which need not be that in which they are shown. */
    private List<BoundSheetRecord> inFile() {
        return List.of(BoundSheetRecord.orderByBofPosition(new ArrayList<>(tabs)));
    }

    private void ofWorkbook(Record record) {
        switch (record) {
            case BoundSheetRecord tab -> tabs.add(tab);
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case FormatRecord format -> formats.put(format.getIndexCode(), Shown.by(format.getFormatString()));
            case ExtendedFormatRecord style -> styles.add(Short.toUnsignedInt(style.getFormatIndex()));
            case SSTRecord table -> {
                for (int i = 0; i < table.getNumUniqueStrings(); i++) {
                    strings.add(new Content.Text(table.getString(i).getString()));
                }
            }
            default -> {}
        }
    }

    private Bordereau bordereau(List<@Nullable XlsSheet> read) throws Refusal {
        List<BoundSheetRecord> inFile = inFile();
        List<Sheet> shown = new ArrayList<>();
        for (BoundSheetRecord tab : tabs) {
            XlsSheet sheet = read.get(inFile.indexOf(tab));
            // Charts and old macros have tabs too and hold no cells.
            if (sheet != null) {
                boolean hidden = tab.isHidden() || tab.isVeryHidden();
                shown.add(new Sheet(tab.getSheetname(), name, hidden, sheet.lines()));
            }
        }
        return new Bordereau(name, shown);
    }
}

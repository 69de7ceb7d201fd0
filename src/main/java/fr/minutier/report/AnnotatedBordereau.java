package fr.minutier.report;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.SteadyPackage;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/**
 * The bordereau again, each faulty cell coloured, with its messages as a comment. A workbook keeps its layout, its
 * formulas with the results that they hold, its styles and its comments; CSV files become one workbook of texts.
 *
 * <p>A correction may be made in the annotated file and handed in: what an earlier annotation left there is taken off.
 */
public final class AnnotatedBordereau {
    private AnnotatedBordereau() {}

    /**
     * The annotated workbook, a .xlsx, in the same bytes for the same source and anomalies.
     *
     * @param source the file or folder that the bordereau was read from; never written to
     * @param anomalies of the session; those of other files are passed over, and so are those without a cell
     * @return empty when no cell of this bordereau has an anomaly graver than an information
     */
    public static Optional<byte[]> annotate(Path source, Bordereau bordereau, List<Anomaly> anomalies) {
        Map<Sheet, Map<CellAddress, List<Anomaly>>> marks = marks(bordereau, anomalies);
        if (marks.values().stream().allMatch(Map::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(inPlace(source, marks).orElseGet(() -> marked(PlainWorkbook.of(bordereau), marks)));
    }

    /**
     * The very workbook handed in, when it is a .xlsx that POI can rewrite. Else the bordereau is shown as it was read:
     * CSV files, the strict dialect that POI refuses, and workbooks with macros, which are not passed on.
     */
    private static Optional<byte[]> inPlace(Path source, Map<Sheet, Map<CellAddress, List<Anomaly>>> marks) {
        if (!Files.isRegularFile(source)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(source);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            if (workbook.isMacroEnabled()) {
                return Optional.empty();
            }
            // A template would open as a new file under another name.
            workbook.setWorkbookType(XSSFWorkbookType.XLSX);
            return Optional.of(marked(workbook, marks));
        } catch (IOException | RuntimeException e) {
            // POI says in many unchecked kinds that a file is no package or that it cannot deal with what is in it.
            return Optional.empty();
        }
    }

    private static byte[] marked(XSSFWorkbook workbook, Map<Sheet, Map<CellAddress, List<Anomaly>>> marks) {
        CellMarker marker = new CellMarker(workbook);
        marks.forEach((sheet, cells) -> {
            XSSFSheet shown = workbook.getSheet(PlainWorkbook.tab(sheet));
            if (shown != null) {
                marker.mark(shown, cells);
            }
        });
        return SteadyPackage.bytes(workbook);
    }

    /** The anomalies to show, by sheet and cell, each list in the order given; a whole row shows at its first cell. */
    private static Map<Sheet, Map<CellAddress, List<Anomaly>>> marks(Bordereau bordereau, List<Anomaly> anomalies) {
        Map<Sheet, Map<CellAddress, List<Anomaly>>> marks = new LinkedHashMap<>();
        for (Sheet sheet : bordereau.sheets()) {
            Map<CellAddress, List<Anomaly>> cells = new TreeMap<>();
            for (Anomaly anomaly : anomalies) {
                if (anomaly.where().row() >= 0
                        && anomaly.gravity() != Gravity.INFORMATION
                        && anomaly.where().file().equals(sheet.file())
                        && anomaly.where().sheet().equals(sheet.name())) {
                    CellAddress cell = new CellAddress(
                            anomaly.where().row(), Math.max(anomaly.where().column(), 0));
                    cells.computeIfAbsent(cell, any -> new ArrayList<>()).add(anomaly);
                }
            }
            marks.put(sheet, cells);
        }
        return marks;
    }
}

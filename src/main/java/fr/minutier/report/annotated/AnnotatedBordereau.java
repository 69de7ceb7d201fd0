package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.SteadyPackage;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;

/**
 * The bordereau again in the format received, each faulty cell coloured, with its messages as a comment, and a first
 * sheet that lists them with a link to each. A workbook
 * keeps its layout, its formulas with the results that they hold, its styles and its comments; CSV files become one
 * workbook of texts.
 *
 * <p>A correction may be made in the annotated file and handed in: what an earlier annotation left there is taken off.
 */
public final class AnnotatedBordereau {
    private AnnotatedBordereau() {}

    /**
     * An annotated workbook.
     *
     * @param extension {@code xlsx}, {@code xls} or {@code ods}
     */
    @SuppressWarnings("ArrayRecordComponent") // Made once and handed on to be written.
    public record Copy(byte[] bytes, String extension) {}

    /**
     * The annotated workbook, in the same bytes for the same source and anomalies.
     *
     * @param source the file or folder that the bordereau was read from; never written to
     * @param anomalies of the session; those of other files are passed over, and so are those without a cell
     * @return empty when no cell of this bordereau has an anomaly graver than an information
     */
    public static Optional<Copy> annotate(Path source, Bordereau bordereau, List<Anomaly> anomalies) {
        Map<String, Map<CellAddress, Remarks>> marks = marks(bordereau, anomalies);
        if (marks.values().stream().allMatch(Map::isEmpty)) {
            return Optional.empty();
        }
        ToCorrect list = ToCorrect.in(bordereau, anomalies);
        return Optional.of(inPlace(source, marks, list)
                .orElseGet(() -> new Copy(xlsx(PlainWorkbook.of(bordereau), marks, list), "xlsx")));
    }

    /**
     * An annotated copy that came back, without the marks of its annotation: what to do when nothing is left to mark.
     *
     * @param source the file that the bordereau was read from; never written to
     * @return empty when this bordereau is no copy that came back
     */
    public static Optional<Copy> corrected(Path source, Bordereau bordereau) {
        return bordereau.returned()
                ? inPlace(source, marks(bordereau, List.of()), ToCorrect.in(bordereau, List.of()))
                : Optional.empty();
    }

    /**
     * The very workbook handed in, when it is one that can be rewritten. Else the bordereau is shown as it was read: CSV
     * files, dialects that POI refuses, and workbooks with macros, which are not passed on.
     */
    private static Optional<Copy> inPlace(Path source, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list) {
        if (!Files.isRegularFile(source)) {
            return Optional.empty();
        }
        try {
            if (FileMagic.valueOf(source.toFile()) == FileMagic.OLE2) {
                return xls(source, marks, list);
            }
            return OdsPackage.isOne(source) ? OdsPackage.annotated(source, marks, list) : xlsx(source, marks, list);
        } catch (IOException | RuntimeException e) {
            // POI says in many unchecked kinds that a file is no package or that it cannot deal with what is in it.
            return Optional.empty();
        }
    }

    private static Optional<Copy> xlsx(Path source, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list)
            throws IOException {
        try (InputStream stream = Files.newInputStream(source);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            if (workbook.isMacroEnabled()) {
                return Optional.empty();
            }
            // A template would open as a new file under another name.
            workbook.setWorkbookType(XSSFWorkbookType.XLSX);
            return Optional.of(new Copy(xlsx(workbook, marks, list), "xlsx"));
        }
    }

    private static byte[] xlsx(XSSFWorkbook workbook, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list) {
        mark(workbook, new XlsxMarker(workbook), marks, list);
        return SteadyPackage.bytes(workbook);
    }

    private static Optional<Copy> xls(Path source, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list)
            throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(source.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(container)) {
            if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                return Optional.empty();
            }
            mark(workbook, new XlsMarker(workbook), marks, list);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            workbook.write(written);
            return Optional.of(new Copy(written.toByteArray(), "xls"));
        }
    }

    private static void mark(
            Workbook workbook, WorkbookMarker marker, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list) {
        ToCorrectSheet.removeOneOfBefore(workbook, list);
        marks.forEach((name, cells) -> {
            var shown = workbook.getSheet(PlainWorkbook.tab(name));
            if (shown != null) {
                marker.mark(shown, cells);
            }
        });
        if (list.anomalies().isEmpty()) {
            workbook.setSelectedTab(0);
            workbook.setActiveSheet(0);
        } else {
            new ToCorrectSheet(workbook, marker).write(list);
        }
    }

    /** The remarks by sheet and cell, each in the order given; a whole row shows at its first cell. */
    private static Map<String, Map<CellAddress, Remarks>> marks(Bordereau bordereau, List<Anomaly> anomalies) {
        Map<String, Map<CellAddress, Remarks>> marks = new LinkedHashMap<>();
        for (Sheet sheet : bordereau.sheets()) {
            Map<CellAddress, Remarks> cells = new TreeMap<>();
            for (Anomaly anomaly : anomalies) {
                if (anomaly.where().row() >= 0
                        && anomaly.gravity() != Gravity.INFORMATION
                        && anomaly.where().file().equals(sheet.file())
                        && anomaly.where().sheet().equals(sheet.name())) {
                    CellAddress cell = new CellAddress(
                            anomaly.where().row(), Math.max(anomaly.where().column(), 0));
                    cells.merge(cell, new Remarks(List.of(anomaly)), Remarks::and);
                }
            }
            marks.put(sheet.name(), cells);
        }
        return marks;
    }
}

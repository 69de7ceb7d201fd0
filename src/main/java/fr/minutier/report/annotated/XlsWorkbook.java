package fr.minutier.report.annotated;

import fr.minutier.report.annotated.AnnotatedBordereau.Copy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellAddress;

/** Writes a .xls again with its cells marked: POI holds it whole. */
final class XlsWorkbook {
    /** A tenth of what it may take in memory. */
    private static final int MOST_BYTES = 12_000_000;

    private XlsWorkbook() {}

    /**
     * The annotated file.
     *
     * @param marks by the names of the sheets
     * @param list that comes before the sheets
     * @return empty when it has macros or is too heavy
     */
    static Optional<Copy> annotated(Path file, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list)
            throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(container)) {
            if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                return Optional.empty();
            }
            mark(workbook, marks, list);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            workbook.write(written);
            return Optional.of(new Copy(written.toByteArray(), "xls"));
        }
    }

    private static void mark(HSSFWorkbook workbook, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list) {
        XlsStyles styles = new XlsStyles(workbook);
        XlsToCorrect.removeOneOfBefore(workbook, list);
        marks.forEach((name, cells) -> {
            HSSFSheet sheet = workbook.getSheet(name);
            if (sheet != null) {
                new XlsMarker(sheet, styles).mark(cells);
            }
        });
        if (list.anomalies().isEmpty()) {
            workbook.setSelectedTab(0);
            workbook.setActiveSheet(0);
        } else {
            new XlsToCorrect(workbook, styles).write(list);
        }
    }
}

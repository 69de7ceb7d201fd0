package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.util.CellAddress;

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
     * @return empty when no cell of this bordereau has an anomaly graver than an information, or when a copy would need
     *     more memory than the whole night has
     */
    public static Optional<Copy> annotate(Path source, Bordereau bordereau, List<Anomaly> anomalies) {
        Map<String, Map<CellAddress, Remarks>> marks = marks(bordereau, anomalies);
        if (marks.values().stream().allMatch(Map::isEmpty) || Weight.isTooMuch(marks)) {
            return Optional.empty();
        }
        ToCorrect list = ToCorrect.in(bordereau, anomalies);
        boolean whole = !Weight.isTooMuch(bordereau, marks);
        return inPlace(source, marks, list, whole).or(() -> whole ? plain(bordereau, marks, list) : Optional.empty());
    }

    /**
     * An annotated copy that came back, without the marks of its annotation: what to do when nothing is left to mark.
     *
     * @param source the file that the bordereau was read from; never written to
     * @return empty when this bordereau is no copy that came back
     */
    public static Optional<Copy> corrected(Path source, Bordereau bordereau) {
        return bordereau.returned()
                ? inPlace(source, marks(bordereau, List.of()), ToCorrect.in(bordereau, List.of()), true)
                : Optional.empty();
    }

    /**
     * The very workbook handed in, when it is one that can be rewritten. Else the bordereau is shown as it was read: CSV
     * files, dialects that are not known, workbooks with macros, which are not passed on, and those that are heavy with
     * what is no part of the bordereau.
     *
     * @param whole whether the workbook may be held whole in memory, as only one of the old format is
     */
    private static Optional<Copy> inPlace(
            Path source, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list, boolean whole) {
        if (!Files.isRegularFile(source)) {
            return Optional.empty();
        }
        try {
            if (FileMagic.valueOf(source.toFile()) == FileMagic.OLE2) {
                return whole ? XlsWorkbook.annotated(source, marks, list) : Optional.empty();
            }
            return OdsPackage.isOne(source)
                    ? OdsPackage.annotated(source, marks, list)
                    : XlsxPackage.annotated(source, marks, list);
        } catch (IOException | RuntimeException e) {
            // A file that cannot be dealt with is told in many unchecked kinds, POI's and those of odd numbers in
            // parts.
            return Optional.empty();
        }
    }

    private static Optional<Copy> plain(
            Bordereau bordereau, Map<String, Map<CellAddress, Remarks>> marks, ToCorrect list) {
        PlainWorkbook plain = new PlainWorkbook(bordereau);
        try {
            return XlsxPackage.annotated(plain.parts(), marks, list, plain.tabs());
        } catch (IOException | XMLStreamException e) {
            // Texts as long as those of a cell may be are more than a copy holds.
            return Optional.empty();
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

package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.apache.poi.ss.util.CellAddress;

/** What a copy weighs in memory: one bordereau must not take what the other sessions of the night need. */
final class Weight {
    /** A workbook where more is wrong than this is not corrected cell by cell. */
    private static final long MOST_REMARKS = 10_000;

    /** Of a workbook that is held whole: the cells of ten thousand candidates. */
    private static final long MOST_CELLS = 300_000;

    /** POI looks a column up among all others, for each remark. */
    private static final int MOST_COLUMNS = 1_000;

    /** What a comment with its box takes, in cells. */
    private static final int CELLS_OF_A_REMARK = 30;

    private Weight() {}

    /** Whether these remarks are too many for any copy, even one that is written as it is read. */
    static boolean isTooMuch(Map<String, Map<CellAddress, Remarks>> marks) {
        return remarks(marks) > MOST_REMARKS;
    }

    /** Whether a workbook of that bordereau and these remarks is too heavy to be held whole. */
    static boolean isTooMuch(Bordereau bordereau, Map<String, Map<CellAddress, Remarks>> marks) {
        LongSummaryStatistics cells = bordereau.sheets().stream()
                .flatMap(sheet -> sheet.lines().stream())
                .mapToLong(line -> line.cells().size())
                .summaryStatistics();
        return cells.getMax() > MOST_COLUMNS || cells.getSum() + CELLS_OF_A_REMARK * remarks(marks) > MOST_CELLS;
    }

    private static long remarks(Map<String, Map<CellAddress, Remarks>> marks) {
        return marks.values().stream().mapToLong(Map::size).sum();
    }
}

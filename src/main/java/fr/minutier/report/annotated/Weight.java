package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.apache.poi.ss.util.CellAddress;

/** What a copy weighs in memory: one bordereau must not take what the other sessions of the night need. */
final class Weight {
    /** The cells of ten thousand candidates. */
    private static final long MOST_CELLS = 300_000;

    /** POI looks a column up among all others, for each remark. */
    private static final int MOST_COLUMNS = 1_000;

    /** What a comment with its box takes, in cells. */
    private static final int CELLS_OF_A_REMARK = 30;

    private Weight() {}

    /** Whether a new workbook of that bordereau and these remarks would be too heavy. */
    static boolean isTooMuch(Bordereau bordereau, Map<String, Map<CellAddress, Remarks>> marks) {
        LongSummaryStatistics cells = bordereau.sheets().stream()
                .flatMap(sheet -> sheet.lines().stream())
                .mapToLong(line -> line.cells().size())
                .summaryStatistics();
        long remarks = marks.values().stream().mapToLong(Map::size).sum();
        return cells.getMax() > MOST_COLUMNS || cells.getSum() + CELLS_OF_A_REMARK * remarks > MOST_CELLS;
    }
}

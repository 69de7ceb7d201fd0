package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.util.CellAddress;

/**
 * What a workbook weighs in memory, where POI holds it whole, with every sheet that nobody reads: one that somebody hands
 * in must not take what the other sessions of the night need.
 */
final class Weight {
    /** Unpacked, and a tenth of what it may take in memory: the workbook of five thousand candidates has half of it. */
    private static final int MOST_BYTES = 12_000_000;

    /** The cells of ten thousand candidates. */
    private static final long MOST_CELLS = 300_000;

    /** POI looks a column up among all others, for each remark. */
    private static final int MOST_COLUMNS = 1_000;

    /** What a comment with its box takes, in cells. */
    private static final int CELLS_OF_A_REMARK = 30;

    private static final int CHUNK = 1 << 16;

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

    /** Whether a workbook that was handed in would be; what it says of its own size is not believed. */
    static boolean isTooMuch(Path workbook) throws IOException {
        long size = Files.size(workbook);
        if (size > MOST_BYTES) {
            return true;
        }
        long unpacked = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream stream = Files.newInputStream(workbook);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read; (read = zip.read(chunk)) > 0; ) {
                    unpacked += read;
                    if (unpacked > MOST_BYTES) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}

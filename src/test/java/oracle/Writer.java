package oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a session as coordinators do: a workbook or a folder of CSV, its sheets laid out at random. Nothing of what it
 * does changes the meaning; why, stands beside each liberty here and in {@link Shown}.
 */
public final class Writer {
    /**
     * Where things were written.
     *
     * @param path the file or folder
     * @param cells A1 addresses by sheet, row (-1 the header row; for Session 0, by field) and official header
     */
    public record Written(Path path, Map<String, Map<Integer, Map<String, String>>> cells) {
        /** The A1 address where the fault lies, "" when it names no cell that exists. */
        public String cell(Anomaly anomaly) {
            int row = anomaly.sheet().equals(RawSession.SESSION) ? 0 : anomaly.row();
            return cells.getOrDefault(anomaly.sheet(), Map.of())
                    .getOrDefault(row, Map.of())
                    .getOrDefault(anomaly.header(), "");
        }
    }

    private Writer() {}

    /** Writes the session into the folder and gives back the file or folder made. */
    public static Path write(RawSession raw, Path inputFolder, Random random) throws IOException {
        return written(raw, inputFolder, random).path();
    }

    /** As {@link #write}, telling also where each cell went. */
    public static Written written(RawSession raw, Path inputFolder, Random random) throws IOException {
        Dice dice = new Dice(random);
        boolean workbook = raw.needsWorkbook() || dice.percent(30);
        List<Layout> layouts = layouts(raw, random, dice, workbook);
        return workbook
                ? WorkbookWriter.write(raw, layouts, inputFolder, dice)
                : CsvWriter.write(raw, layouts, inputFolder, dice);
    }

    /** Writes the session as a workbook, whatever it says. */
    public static Path writeWorkbook(RawSession raw, Path inputFolder, Random random) throws IOException {
        Dice dice = new Dice(random);
        return WorkbookWriter.write(raw, layouts(raw, random, dice, true), inputFolder, dice)
                .path();
    }

    private static List<Layout> layouts(RawSession raw, Random random, Dice dice, boolean workbook) {
        List<Layout> layouts = new ArrayList<>();
        layouts.add(Layout.ofSession(raw, random, dice, workbook));
        for (RawSession.Sheet sheet : raw.sheets()) {
            layouts.add(Layout.of(sheet, random, dice, workbook));
        }
        return layouts;
    }
}

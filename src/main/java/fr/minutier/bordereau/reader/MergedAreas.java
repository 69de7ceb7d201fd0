package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Line;
import java.util.ArrayList;
import java.util.List;

/** The merged areas of one sheet: each is shown as one cell, which holds what its top-left cell holds. */
final class MergedAreas {

    /** More than a person could make. */
    private static final int MOST = 20_000;

    /** Tall areas over tall sheets, thousands of times: what a file may ask for without keeping the night waiting. */
    private static final int MOST_LOOKS = 10_000_000;

    private final String file;
    private int looks;
    private final List<Area> areas = new ArrayList<>();

    /** @param file for the refusal */
    MergedAreas(String file) {
        this.file = file;
    }

    /** Zero-based, both ends included. */
    private record Area(int top, int left, int bottom, int right) {
        boolean covers(Address cell) {
            return cell.row() >= top
                    && cell.row() <= bottom
                    && cell.column() >= left
                    && cell.column() <= right
                    && !(cell.row() == top && cell.column() == left);
        }
    }

    /** Rows and columns are zero-based, both ends included. */
    void add(int top, int left, int bottom, int right) throws Refusal {
        areas.add(new Area(top, left, bottom, right));
        if (areas.size() > MOST) {
            throw Refusal.tooLarge(file);
        }
    }

    /** The lines without what some programs leave in the cells that a merged area hides; those left empty are gone. */
    List<Line> uncovered(List<Line> written) throws Refusal {
        List<Line> lines = new ArrayList<>(written);
        for (Area area : areas) {
            uncover(area, lines);
        }
        lines.removeIf(line -> line.cells().isEmpty());
        return lines;
    }

    private void uncover(Area area, List<Line> lines) throws Refusal {
        for (int i = firstFrom(area.top(), lines);
                i < lines.size() && lines.get(i).index() <= area.bottom();
                i++) {
            Line line = lines.get(i);
            looks += 1 + line.cells().size();
            if (looks > MOST_LOOKS) {
                throw Refusal.tooLarge(file);
            }
            if (line.cells().stream().anyMatch(cell -> area.covers(cell.address()))) {
                List<Cell> seen = line.cells().stream()
                        .filter(cell -> !area.covers(cell.address()))
                        .toList();
                lines.set(i, new Line(line.index(), line.hidden(), seen));
            }
        }
    }

    private static int firstFrom(int row, List<Line> lines) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).index() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

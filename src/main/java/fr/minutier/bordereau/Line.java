package fr.minutier.bordereau;

import java.util.List;
import java.util.Optional;

/**
 * One row of a sheet that has something in it.
 *
 * @param index zero-based row of the sheet
 * @param hidden whether the spreadsheet program keeps it out of sight (hidden by hand or by a filter)
 * @param cells the cells that are not blank, from left to right
 */
public record Line(int index, boolean hidden, List<Cell> cells) {

    /** Keeps its own copy of the cells and refuses cells of another row or out of order. */
    public Line {
        cells = List.copyOf(cells);
        int before = -1;
        for (Cell cell : cells) {
            if (cell.address().row() != index || cell.address().column() <= before) {
                throw new IllegalArgumentException("cell out of place: " + cell.address());
            }
            before = cell.address().column();
        }
    }

    /** The cell of that zero-based column, when there is something in it. */
    public Optional<Cell> cell(int column) {
        int low = 0;
        int high = cells.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = cells.get(middle).address().column();
            if (found == column) {
                return Optional.of(cells.get(middle));
            }
            if (found < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}

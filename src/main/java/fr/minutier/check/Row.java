package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Table;
import java.util.List;

/** One row of a sheet as all files of a session have it; each of its cells keeps the address of its file. */
final class Row {
    private final List<Table.Record> parts;

    /** @param parts the rows of the files that have it, in the order of the files; at least one */
    Row(List<Table.Record> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The rows of the files, in their order. */
    List<Table.Record> parts() {
        return parts;
    }

    /** The row of the first file that has it. */
    Address address() {
        return parts.getFirst().address();
    }

    /**
     * The cell of that column: the first in which something is written, one whose formula has no value before all, lest
     * another file's value hide it. When nothing is written, the blank cell of the first file that has the column.
     */
    Cell cell(String key) {
        Cell found = parts.getFirst().cell(key);
        for (Table.Record part : parts.subList(1, parts.size())) {
            Cell next = part.cell(key);
            boolean placed = found.blank()
                    && found.address().column() < 0
                    && next.address().column() >= 0;
            if (placed
                    || (found.blank() && !next.blank())
                    || (next.formulaWithoutValue() && !found.formulaWithoutValue())) {
                found = next;
            }
        }
        return found;
    }

    /** The cells of that column in which something is written, in the order of the files. */
    List<Cell> cells(String key) {
        return parts.stream()
                .map(part -> part.cell(key))
                .filter(cell -> !cell.blank())
                .toList();
    }
}

package fr.minutier.bordereau;

import java.util.List;

/**
 * One sheet of a workbook, or one CSV file of a folder.
 *
 * @param name as written on its tab; for a CSV file {@code Session}, {@code Jury}, {@code Candidats} or {@code
 *     Délibération}
 * @param file the file that holds it, as in {@link Address#file()}
 * @param hidden whether the spreadsheet program keeps the whole sheet out of sight
 * @param lines the rows that have something in them, from top to bottom
 */
public record Sheet(String name, String file, boolean hidden, List<Line> lines) {

    /** Keeps its own copy of the lines and refuses lines out of order. */
    public Sheet {
        lines = List.copyOf(lines);
        int before = -1;
        for (Line line : lines) {
            if (line.index() <= before) {
                throw new IllegalArgumentException("row out of place: " + line.index());
            }
            before = line.index();
        }
    }

    /** The address of the sheet as a whole. */
    public Address address() {
        return Address.ofSheet(file, name);
    }
}

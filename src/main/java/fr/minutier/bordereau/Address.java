package fr.minutier.bordereau;

/**
 * Where a cell lies, in the words of the person who must find it.
 *
 * @param file the file as a person names it, relative to the input folder: {@code jury.xlsx}, {@code
 *     JUIN-2026/candidats.csv}
 * @param sheet the name of the sheet; empty when the file as a whole is meant
 * @param row zero-based, or -1 when the sheet as a whole is meant
 * @param column zero-based, or -1 when the row as a whole is meant
 */
public record Address(String file, String sheet, int row, int column) {

    /** Refuses a column without a row. */
    public Address {
        if (row < -1 || column < -1 || (row == -1 && column != -1)) {
            throw new IllegalArgumentException("no such cell: row " + row + ", column " + column);
        }
    }

    /** The sheet as a whole. */
    public static Address ofSheet(String file, String sheet) {
        return new Address(file, sheet, -1, -1);
    }

    /** The name a spreadsheet program shows, {@code N14}; the first cell for a whole row; empty without a row. */
    public String a1() {
        return row < 0 ? "" : letters(Math.max(column, 0)) + (row + 1);
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.append((char) ('A' + (left - 1) % 26));
        }
        return letters.reverse().toString();
    }
}

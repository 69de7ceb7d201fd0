package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Address;

/**
 * A formula, written once in OpenFormula: {@code [.$A5]}, {@code [.$A$5:.$A$44]}, {@code [$Listes.$A$2:.$A$9]},
 * semicolons between arguments, a point in decimals. Only functions that spreadsheet programs share are used.
 */
record Formula(String openFormula) {

    /** The same in the words of Office Open XML: {@code $A5}, {@code Listes!$A$2:$A$9}, commas between arguments. */
    String officeOpen() {
        StringBuilder written = new StringBuilder();
        boolean quoted = false;
        boolean reference = false;
        for (int i = 0; i < openFormula.length(); i++) {
            char c = openFormula.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                written.append(c);
            } else if (quoted) {
                written.append(c);
            } else if (c == '[' || c == ']') {
                reference = c == '[';
                // The dollar before a sheet's name has no counterpart; that before a column has.
                if (reference && openFormula.charAt(i + 1) == '$') {
                    i++;
                }
            } else if (reference && c == '.') {
                char before = openFormula.charAt(i - 1);
                written.append(before == '[' || before == ':' ? "" : "!");
            } else {
                written.append(c == ';' ? ',' : c);
            }
        }
        return written.toString();
    }

    /** A text as a constant in a formula. */
    static String constant(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The name of a zero-based column. */
    static String letters(int column) {
        return new Address("", "", 0, column).a1().replaceAll("[0-9]+$", "");
    }

    /** The cells of one column as a range of their own sheet that stays where it is. */
    static String whole(Form.Area area) {
        String letters = letters(area.column());
        return "[.$%s$%d:.$%s$%d]".formatted(letters, area.firstRow() + 1, letters, area.lastRow() + 1);
    }

    /** The same as seen from another sheet. */
    static Formula on(String sheet, Form.Area area) {
        return new Formula("[$" + sheet + whole(area).substring(1));
    }

    /** The cell of that column in the row that a condition is about, which is written for the first one. */
    static String inRow(int column, int firstRow) {
        return "[.$%s%d]".formatted(letters(column), firstRow + 1);
    }
}

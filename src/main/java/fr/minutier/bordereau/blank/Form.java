package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A workbook to be filled, as data.
 *
 * @param title of the document
 * @param sheets in the order of their tabs
 */
record Form(String title, List<Sheet> sheets) {
    Form {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sheet. What is no entry cell is locked, without a password.
     *
     * @param widths of the columns, in characters
     * @param header zero-based row of the headers, which stays in sight and is printed on every page; -1 for none
     * @param frozenColumns how many columns stay in sight on the left
     */
    record Sheet(
            String name,
            List<Integer> widths,
            List<Row> rows,
            int header,
            int frozenColumns,
            Page page,
            List<Entry> entries,
            List<Highlight> highlights) {
        Sheet {
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
            entries = List.copyOf(entries);
            highlights = List.copyOf(highlights);
        }

        int width() {
            return widths.size();
        }
    }

    /** How a sheet is printed. */
    enum Page {
        /** Out of sight and never printed. */
        HIDDEN,
        /** The whole sheet on one A4 page. */
        PORTRAIT,
        LANDSCAPE,
        /** A3, for sheets that would be too small on A4. */
        LARGE_LANDSCAPE,
        /** For sheets that would be too small on A3: two such pages side by side, each with the frozen columns. */
        TWO_LARGE_LANDSCAPES;

        boolean large() {
            return this == LARGE_LANDSCAPE || this == TWO_LARGE_LANDSCAPES;
        }

        /** How many pages stand side by side. */
        int across() {
            return this == TWO_LARGE_LANDSCAPES ? 2 : 1;
        }
    }

    /**
     * Rows that look the same.
     *
     * @param lines height, in lines of text
     * @param times how many such rows follow one another
     * @param cells from the first column on
     */
    record Row(int lines, int times, List<Cell> cells) {
        /** A row of one text, which runs over the empty cells on its right. */
        static Row across(int lines, int width, String text, Look look) {
            List<Cell> cells = new ArrayList<>(Collections.nCopies(width, Cell.empty(look)));
            cells.set(0, Cell.text(text, look));
            return new Row(lines, cells);
        }

        Row {
            cells = List.copyOf(cells);
        }

        Row(int lines, List<Cell> cells) {
            this(lines, 1, cells);
        }
    }

    /**
     * @param comment what the cell explains when somebody points at it; empty for nothing
     */
    record Cell(Content content, Look look, String comment) {
        static Cell empty(Look look) {
            return new Cell(new Content.Blank(), look, "");
        }

        static Cell text(String text, Look look) {
            return new Cell(text.isEmpty() ? new Content.Blank() : new Content.Text(text), look, "");
        }

        static Cell day(LocalDate day) {
            return new Cell(new Content.Day(day), Look.DAY_ENTRY, "");
        }

        Cell commented(String explanation) {
            return new Cell(content, look, explanation);
        }
    }

    /** Cells of one column, from one row to another, all zero-based. */
    record Area(int column, int firstRow, int lastRow) {}

    /**
     * What may be written in an area, and what is said about it.
     *
     * @param prompt shown when a cell of the area is entered
     * @param alert shown when something else is written there
     */
    record Entry(Area area, Demand demand, Severity severity, Message prompt, Message alert) {}

    /** What an entry must be. */
    sealed interface Demand {
        /** One of a list of words, offered as a drop-down: the cells of a range. */
        record OneOf(Formula words) implements Demand {}

        /** Whatever makes the condition true, which is written for the first cell of the area. */
        record Holds(Formula condition) implements Demand {}

        /** Anything at all: there is a prompt and no condition. */
        record Anything() implements Demand {}

        /** A date that is not to come, in that cell. */
        static Demand dayUntilToday(String cell) {
            return new Holds(new Formula("IF(ISNUMBER(%1$s);AND(%1$s>=1;%1$s<=TODAY());FALSE())".formatted(cell)));
        }
    }

    /** What happens to an entry that is not as demanded. */
    enum Severity {
        REFUSED,
        /** The person is asked whether she means it. */
        DOUBTED,
        /** The list is an offer; nothing is said. */
        ACCEPTED
    }

    /** A title and one or two sentences, as long as spreadsheet programs allow. */
    record Message(String title, String text) {
        private static final int LONGEST_TITLE = 32;
        private static final int LONGEST_TEXT = 255;

        Message {
            title = cut(title, LONGEST_TITLE);
            text = cut(text, LONGEST_TEXT);
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        }
    }

    /** Colours that an area takes by itself. */
    record Highlight(Area area, List<Case> cases) {
        Highlight {
            cases = List.copyOf(cases);
        }

        /** The condition is written for the first cell of the area; the first case that is true wins. */
        record Case(Formula condition, Tint tint) {}
    }
}

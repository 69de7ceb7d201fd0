package fr.minutier.typesetting;

import java.util.List;

/** What a page is made of, each kind as it stands in the structure of the printed document. */
public sealed interface Block {

    /** A heading of level 1 to 3; levels are never skipped. */
    record Heading(int level, Text text) implements Block {
        /** Refuses a level that does not exist. */
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("heading level " + level);
            }
        }
    }

    /** A paragraph. */
    record Paragraph(Text text) implements Block {}

    /** A list, each item with its bullet or number. */
    record BulletList(List<Item> items) implements Block {
        /** Keeps its own copy. */
        public BulletList {
            items = List.copyOf(items);
        }
    }

    /** One item of a list: {@code •} or {@code 1.}, and what it says. */
    record Item(String label, List<Block> content) {
        /** Keeps its own copy. */
        public Item {
            content = List.copyOf(content);
        }
    }

    /** A table: one header row and body rows, all as wide as {@code columns}. */
    record Table(List<Column> columns, Row header, List<Row> rows) implements Block {
        /** Refuses a row that has more or fewer cells than there are columns. */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int width = columns.size();
            if (header.cells().size() != width
                    || rows.stream().anyMatch(row -> row.cells().size() != width)) {
                throw new IllegalArgumentException("every row of a table has as many cells as its header");
            }
        }
    }

    /** A column: its share of the width relative to the others, and how its cells are aligned. */
    record Column(double share, Align align) {}

    /** Where text stands in the width given to it. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** One row of a table; {@code joined} when it belongs to the row above. */
    record Row(List<Cell> cells, boolean joined) {
        /** Keeps its own copy. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row that stands for itself. */
        public Row(List<Cell> cells) {
            this(cells, false);
        }

        Row below() {
            return new Row(cells, true);
        }
    }

    /** One cell; {@code heading} when it names its row. */
    record Cell(Text text, boolean heading) {}

    /** The authorities at the head of an act: the first paragraph on the left, the second on the right, others below. */
    record Letterhead(List<Block> content) implements Block {
        /** Keeps its own copy. */
        public Letterhead {
            content = List.copyOf(content);
        }
    }

    /** An emphasised result in a frame. */
    record Framed(List<Block> content) implements Block {
        /** Keeps its own copy. */
        public Framed {
            content = List.copyOf(content);
        }
    }

    /** Centred text, larger than usual, for solemn acts. */
    record Centred(List<Block> content) implements Block {
        /** Keeps its own copy. */
        public Centred {
            content = List.copyOf(content);
        }
    }

    /** Places to sign, side by side. */
    record Signatures(List<Text> signatories) implements Block {
        /** Keeps its own copy. */
        public Signatures {
            signatories = List.copyOf(signatories);
        }
    }

    /**
     * A QR code at the left, and what is said beside it.
     *
     * @param alternative what it is, for whoever does not see it
     * @param code made once for as often as the page is laid out
     */
    record Code(String alternative, QrCode code, List<Block> beside) implements Block {
        /** Keeps its own copy. */
        public Code {
            beside = List.copyOf(beside);
        }
    }

    /** Small print at the foot of the last page. */
    record Notice(List<Block> content) implements Block {
        /** Keeps its own copy. */
        public Notice {
            content = List.copyOf(content);
        }
    }

    /**
     * A picture, such as a logo.
     *
     * @param alternative what it shows, for whoever does not see it
     * @param height on paper, in points
     */
    record Picture(String alternative, Raster raster, double height) implements Block {
        double width() {
            return height * raster.width() / raster.height();
        }
    }

    /** A bar chart of a table, whose last column holds the numbers, and that table. */
    record Chart(Text caption, Table table) implements Block {}

    /** A thin rule across the page. */
    record Rule() implements Block {}

    /** What follows begins a new page. */
    record PageBreak() implements Block {}
}

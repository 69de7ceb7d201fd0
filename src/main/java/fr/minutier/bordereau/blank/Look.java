package fr.minutier.bordereau.blank;

/** How a cell looks. Entry cells are white and open, everything else is tinted and locked. */
enum Look {
    TITLE(Format.GENERAL, false, 14, true, "1F3864", "F2F2F2", false, false),
    NOTE(Format.GENERAL, false, 9, false, "404040", "F2F2F2", false, false),
    BAND(Format.GENERAL, false, 9, true, "1F3864", "BDD7EE", false, false),
    HEADER(Format.GENERAL, false, 10, true, "000000", "D9D9D9", true, true),
    REQUIRED_HEADER(Format.GENERAL, false, 10, true, "FFFFFF", "1F4E79", true, true),
    LABEL(Format.GENERAL, false, 10, false, "000000", "D9D9D9", true, true),
    FILLED(Format.TEXT, false, 10, true, "000000", "F2F2F2", true, true),
    HINT(Format.GENERAL, false, 9, false, "595959", "F2F2F2", true, false),
    SECTION(Format.GENERAL, false, 11, true, "FFFFFF", "1F4E79", false, false),
    TERM(Format.GENERAL, false, 9, true, "000000", "F2F2F2", true, true),
    PARAGRAPH(Format.GENERAL, false, 9, false, "000000", "F2F2F2", true, true),
    TEXT_ENTRY(Format.TEXT, true, 10, false, "000000", "FFFFFF", false, true),
    LONG_TEXT_ENTRY(Format.TEXT, true, 10, false, "000000", "FFFFFF", true, true),
    NUMBER_ENTRY(Format.GENERAL, true, 10, false, "000000", "FFFFFF", false, true),
    DAY_ENTRY(Format.DAY, true, 10, false, "000000", "FFFFFF", false, true);

    /** What a spreadsheet program makes of what is typed. */
    enum Format {
        GENERAL,
        /** What is typed stays as typed: leading zeros, and words that look like dates. */
        TEXT,
        DAY
    }

    static final String FONT = "Arial";
    static final String BORDER = "A6A6A6";

    final Format format;
    final boolean open;

    /** In points. */
    final int size;

    final boolean bold;

    /** As RRGGBB. */
    final String ink;

    final String fill;
    final boolean wrapped;
    final boolean bordered;

    Look(
            Format format,
            boolean open,
            int size,
            boolean bold,
            String ink,
            String fill,
            boolean wrapped,
            boolean bordered) {
        this.format = format;
        this.open = open;
        this.size = size;
        this.bold = bold;
        this.ink = ink;
        this.fill = fill;
        this.wrapped = wrapped;
        this.bordered = bordered;
    }

    /** Whether its text stands off the edge; a number and a day keep to the side that the spreadsheet program gives them. */
    boolean indented() {
        return format == Format.TEXT || !open;
    }
}

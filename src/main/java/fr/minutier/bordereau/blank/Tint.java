package fr.minutier.bordereau.blank;

/** A colour that says something about a cell, and that the guide explains. */
enum Tint {
    TO_MEND("F4B6B0", "9C0006"),
    TO_FILL("FFF2A8", "000000"),
    NOT_ASKED("D9D9D9", "595959"),
    LOW("FFFFFF", "C55A11");

    /** As RRGGBB. */
    final String fill;

    final String ink;

    Tint(String fill, String ink) {
        this.fill = fill;
        this.ink = ink;
    }
}

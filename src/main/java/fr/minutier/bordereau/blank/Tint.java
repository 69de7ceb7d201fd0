package fr.minutier.bordereau.blank;

/** A colour that says something about a cell, and that the guide explains. */
enum Tint {
    TO_MEND("Corriger", "F4B6B0", "9C0006"),
    TO_FILL("Remplir", "FFF2A8", "000000"),
    NOT_ASKED("Sans-objet", "D9D9D9", "595959"),
    LOW("Sous-la-part-du-seuil", "FFFFFF", "C55A11");

    /** Its name among the styles of a workbook. */
    final String word;

    /** As RRGGBB. */
    final String fill;

    final String ink;

    Tint(String word, String fill, String ink) {
        this.word = word;
        this.fill = fill;
        this.ink = ink;
    }
}

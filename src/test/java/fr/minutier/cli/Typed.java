package fr.minutier.cli;

/**
 * What a person types into one cell of a bordereau, as she types it.
 *
 * @param header above the cell, or the field beside it
 * @param entry row below the header, from 1 on; 0 for the value beside a field
 */
record Typed(String sheet, String header, int entry, String text) {
    static Typed field(String name, String text) {
        return new Typed("Session", name, 0, text);
    }

    static Typed member(int entry, String header, String text) {
        return new Typed("Jury", header, entry, text);
    }

    static Typed candidate(int entry, String header, String text) {
        return new Typed("Candidats", header, entry, text);
    }
}

package fr.minutier.typesetting;

/** A piece of a template's text, with the line of the file on which it stands, counted from 1. */
sealed interface Token {
    int line();

    /** Characters to print as they are. */
    record Words(String text, boolean bold, boolean italic, int line) implements Token {}

    /**
     * {@code {{name}}}.
     *
     * @param kind {@code =} for a value, else the sign before the name: {@code # ^ + /}
     */
    record Tag(char kind, String name, boolean bold, boolean italic, int line) implements Token {
        boolean opens() {
            return kind == '#' || kind == '^' || kind == '+';
        }

        boolean closes(Tag opening) {
            return kind == '/' && name.equals(opening.name);
        }

        @Override
        public String toString() {
            return "{{" + (kind == '=' ? "" : kind) + name + "}}";
        }
    }

    /** The end of a source line, or a line break that was {@code asked} for by {@code <br>}. */
    record LineEnd(boolean asked, int line) implements Token {}
}

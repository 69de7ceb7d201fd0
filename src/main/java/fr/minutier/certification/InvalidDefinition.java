package fr.minutier.certification;

/** A definition that cannot be used: which file, which line, why. */
public final class InvalidDefinition extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidDefinition(String file, int line, String reason) {
        super(line > 0 ? file + ", ligne " + line + "\u00a0: " + reason : file + "\u00a0: " + reason);
    }
}

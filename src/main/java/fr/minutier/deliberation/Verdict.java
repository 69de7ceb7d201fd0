package fr.minutier.deliberation;

/** What is decided of the certification. The names are those of {@code decisions.csv}. */
public enum Verdict {
    /** All blocks are held. */
    ADMIS("admis"),
    /** At least one block is held, not all. */
    PARTIEL("validation partielle"),
    /** No block is held. */
    AJOURNE("ajourné"),
    /** The result is withheld. */
    RESERVE("résultat réservé");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The word printed. */
    public String label() {
        return label;
    }
}

package fr.minutier.deliberation;

/** The outcome of a block (issue). The names are those of {@code blocs.csv}. */
public enum Issue {
    VALIDE("validé"),
    NON_VALIDE("non validé"),
    DISPENSE("dispensé"),
    ACQUIS("acquis"),
    ABSENT("absent"),
    NON_PRESENTE("non présenté"),
    RESERVE("réservé");

    private final String label;

    Issue(String label) {
        this.label = label;
    }

    /** The word printed. */
    public String label() {
        return label;
    }

    /** Whether the candidate holds the block. */
    public boolean held() {
        return this == VALIDE || this == DISPENSE || this == ACQUIS;
    }
}

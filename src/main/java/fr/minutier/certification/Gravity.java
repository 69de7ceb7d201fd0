package fr.minutier.certification;

/** How much an anomaly withholds, gravest first. */
public enum Gravity {
    /** Nothing is decided for this candidate; for the whole session when it is the session's own. */
    BLOQUANTE("bloquante"),
    /** As above, until the jury waives it with a reason. */
    A_ARBITRER("à arbitrer"),
    /** Documents are produced, the report shows it. */
    AVERTISSEMENT("avertissement"),
    /** Shown in the report only. */
    INFORMATION("information");

    private final String word;

    Gravity(String word) {
        this.word = word;
    }

    /** The word for it in running text. */
    public String word() {
        return word;
    }

    /** How many there are of it: {@code 2 bloquantes}, {@code 1 à arbitrer}. */
    public String counted(long number) {
        return this == A_ARBITRER ? FrenchCount.of(number, word, word) : FrenchCount.of(number, word);
    }
}

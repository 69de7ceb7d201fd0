package fr.minutier.deliberation;

/** By which way a block's outcome was reached. */
public enum Mode {
    EPREUVE("epreuve"),
    VAE("vae"),
    ACQUIS("acquis"),
    DISPENSE("dispense");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /** The word of {@code blocs.csv}. */
    public String word() {
        return word;
    }
}

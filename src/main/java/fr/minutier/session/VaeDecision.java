package fr.minutier.session;

/** What the jury says of one block of a candidate who comes by VAE (code du travail, art. R. 6412-7). */
public enum VaeDecision {
    VALIDE("validé"),
    NON_VALIDE("non validé"),
    NON_DEMANDE("non demandé");

    private final String label;

    VaeDecision(String label) {
        this.label = label;
    }

    /** The word of the bordereau. */
    public String label() {
        return label;
    }
}

package fr.minutier.certification;

/** The routes to a certification (voies d'accès). */
public enum Route {
    FORMATION_INITIALE("formation initiale"),
    APPRENTISSAGE("apprentissage"),
    FORMATION_CONTINUE("formation continue"),
    CONTRAT_DE_PROFESSIONNALISATION("contrat de professionnalisation"),
    VAE("VAE"),
    CANDIDATURE_INDIVIDUELLE("candidature individuelle");

    private final String label;

    Route(String label) {
        this.label = label;
    }

    /** The word of the bordereau and of the acts. */
    public String label() {
        return label;
    }

    /** Whether the jury decides block by block, without épreuve or mark. */
    public boolean withoutMarks() {
        return this == VAE;
    }
}

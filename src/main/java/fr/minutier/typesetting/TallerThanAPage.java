package fr.minutier.typesetting;

/** What is never parted over pages, such as the row of a table, is higher than one. */
public final class TallerThanAPage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TallerThanAPage(long points) {
        super("Une ligne de tableau ou un titre serait plus haut qu’une page (" + points
                + "\u00a0points)\u00a0: raccourcissez le texte du modèle à cet endroit.");
    }
}

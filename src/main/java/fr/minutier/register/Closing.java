package fr.minutier.register;

/** What the jury wanted of an edition: to look at it, or to close the session with it. */
public enum Closing {
    /** Statut « provisoire »: may be replaced at will. */
    PROVISOIRE,
    /** Statut « définitif »: its acts are closed once published. */
    DEFINITIF
}

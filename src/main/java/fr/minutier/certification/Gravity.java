package fr.minutier.certification;

/** How much an anomaly withholds, gravest first. */
public enum Gravity {
    /** Nothing is decided for this candidate; for the whole session when it is the session's own. */
    BLOQUANTE,
    /** As above, until the jury waives it with a reason. */
    A_ARBITRER,
    /** Documents are produced, the report shows it. */
    AVERTISSEMENT,
    /** Shown in the report only. */
    INFORMATION
}

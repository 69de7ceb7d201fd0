package fr.minutier.cli;

/** What the shell is told. */
final class ExitStatus {
    /** All was produced. */
    static final int DONE = 0;
    /** The program failed. */
    static final int FAILURE = 1;
    /** Wrong use or configuration. */
    static final int WRONG_USE = 2;
    /** Finished, but at least one anomaly withheld something. */
    static final int WITHHELD = 3;
    /** A document is authentic, and no longer in force. */
    static final int WITHDRAWN = 3;
    /** A document is altered, or unknown to the register. */
    static final int UNKNOWN = 4;

    private ExitStatus() {}
}

package fr.minutier.proof;

/** A key cannot be used, or not be made. The message is a French sentence for the terminal. */
public final class UnusableKey extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableKey(String sentence) {
        super(sentence);
    }
}

package fr.minutier.typesetting;

/** A seal cannot be used. The message is a French sentence for the terminal. */
public final class UnusableSeal extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableSeal(String sentence) {
        super(sentence);
    }
}

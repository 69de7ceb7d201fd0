package fr.minutier.mail;

/** A letter that could not be handed over. Its message is a French sentence for the person who looks after the server. */
public final class UnsentLetter extends Exception {
    private static final long serialVersionUID = 1L;

    UnsentLetter(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    UnsentLetter(String sentence) {
        super(sentence);
    }
}

package fr.minutier.cli;

/** The command cannot be carried out as it was given. The message is one French sentence for the terminal. */
final class WrongUse extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUse(String sentence) {
        super(sentence);
    }
}

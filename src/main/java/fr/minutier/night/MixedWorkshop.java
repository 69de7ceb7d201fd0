package fr.minutier.night;

/** A worker is not made as the night is: another program, other templates. The message is a French sentence. */
public final class MixedWorkshop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MixedWorkshop(String sentence) {
        super(sentence);
    }
}

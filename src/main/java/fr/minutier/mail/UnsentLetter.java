package fr.minutier.mail;

import org.jspecify.annotations.Nullable;

/** A letter that could not be handed over. Its message is a French sentence for the person who looks after the server. */
public final class UnsentLetter extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String reply;

    /** What to do about it. */
    public enum Reason {
        /** The server cannot be reached, or takes nothing from us: no letter would go until that is mended. */
        SERVER,
        /** Not now: the same letter may be taken later. */
        LATER,
        /** Never: the server will not take this letter for this address. */
        REFUSED,
        /** The connection was lost before the server said whether it took the letter. */
        DOUBTFUL
    }

    UnsentLetter(Reason reason, String sentence, @Nullable String reply, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.reply = reply;
    }

    /** What to do about it. */
    public Reason reason() {
        return reason;
    }

    /** What the server said, in its own words, which may hold an address; null when it said nothing. */
    public @Nullable String reply() {
        return reply;
    }
}

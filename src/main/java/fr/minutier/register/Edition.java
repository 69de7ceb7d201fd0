package fr.minutier.register;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One making of a session's folder.
 *
 * @param session the session's id, as in the bordereau
 * @param number 1, 2, 3… within the session; a number is given for good once published
 * @param digest SHA-256 of everything that can change the result
 * @param contentDigest SHA-256 of the canonical content (session, jury, candidates, marks, waivers), by which a closed
 *     session is recognised; empty when the content could not be read
 * @param closing whether publishing it closes the session
 * @param takenUp the day on which it was first begun, the only day that acts may print
 * @param state how far it came
 * @param folderDigest digest of the finished folder, from {@link State#PREPARED} on
 * @param outcome its counts, from {@link State#PREPARED} on
 */
public record Edition(
        String session,
        int number,
        String digest,
        String contentDigest,
        Closing closing,
        LocalDate takenUp,
        State state,
        @Nullable String folderDigest,
        @Nullable Outcome outcome) {

    /** How far an edition came. */
    public enum State {
        /** Being made; nothing outside the work folder knows of it. */
        BEGUN,
        /** Its folder is whole and its acts are staged: a rename away from published. */
        PREPARED,
        /** In its place, and on record for good. */
        PUBLISHED
    }

    // The same words as for the bordereau: the id names a folder and must never lead out of it.
    private static final Pattern SESSION = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,39}");

    /** Checks each part. */
    public Edition {
        checkedSession(session);
        if (number < 1) {
            throw new IllegalArgumentException("editions are counted from 1: " + number);
        }
        Digest.checked(digest);
        if (!contentDigest.isEmpty()) {
            Digest.checked(contentDigest);
        }
        if (folderDigest != null) {
            Digest.checked(folderDigest);
        }
        if ((state == State.BEGUN) != (folderDigest == null) || (state == State.BEGUN) != (outcome == null)) {
            throw new IllegalArgumentException(state + " does not go with folder digest " + folderDigest);
        }
    }

    static String checkedSession(String session) {
        if (!SESSION.matcher(session).matches()) {
            throw new IllegalArgumentException("not a session id: " + session);
        }
        return session;
    }
}

package fr.minutier.register;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a session's chain, as it stands in the database: nothing of it is trusted before it was checked.
 *
 * @param session the session's id
 * @param rank 1, 2, 3… within the session
 * @param kind what is entered, e.g. {@link EntryText#EDITION}
 * @param number of the edition that is entered; null when it is none
 * @param text its canonical text, of which the digest is taken
 * @param previous digest of the entry before it; 64 zeros for the first
 * @param sha256 digest of the text
 */
public record Entry(
        String session, int rank, String kind, @Nullable Integer number, String text, String previous, String sha256) {}

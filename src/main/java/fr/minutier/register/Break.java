package fr.minutier.register;

/**
 * A place where what is on record does not hold.
 *
 * @param session the session's id
 * @param rank of the entry; 0 when no entry is meant
 * @param what in French, a sentence without its point
 */
public record Break(String session, int rank, String what) {}

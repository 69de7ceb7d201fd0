package fr.minutier.bordereau;

/** What came of reading one entry of the inbox. */
public sealed interface Reading {

    /** It was read from end to end. */
    record Read(Bordereau bordereau) implements Reading {}

    /**
     * It cannot be read.
     *
     * @param sentence in French, for the person who handed it in: what was found, and what to do
     */
    record Unreadable(String sentence) implements Reading {}

    /** It changed while it was read, so somebody is still writing it: to be read another night. */
    record Growing() implements Reading {}
}

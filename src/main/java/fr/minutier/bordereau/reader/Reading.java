package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Bordereau;
import java.util.List;

/** What came of reading one entry of the inbox. */
public sealed interface Reading {

    /**
     * It was read from end to end.
     *
     * @param beside what lay beside the session's files in an archive and was not read
     */
    record Read(Bordereau bordereau, List<Inbox.Ignored> beside) implements Reading {

        /** Keeps its own copy of the list. */
        public Read {
            beside = List.copyOf(beside);
        }

        /** A bordereau with nothing beside it. */
        Read(Bordereau bordereau) {
            this(bordereau, List.of());
        }
    }

    /**
     * It is an archive that holds no bordereau, and is left alone.
     *
     * @param why a French sentence that says why, and what to do if it was meant to be one
     */
    record NoBordereau(String why) implements Reading {}

    /**
     * It cannot be read.
     *
     * @param sentence in French, for the person who handed it in: what was found, and what to do
     */
    record Unreadable(String sentence) implements Reading {}

    /** It changed while it was read, so somebody is still writing it: to be read another night. */
    record Growing() implements Reading {}
}

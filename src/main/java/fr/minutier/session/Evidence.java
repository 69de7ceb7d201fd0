package fr.minutier.session;

import org.jspecify.annotations.Nullable;

/**
 * What shows that a block was acquired earlier, or that a title is held, as far as the bordereau says it.
 *
 * @param authority that delivered it
 * @param seenBy who saw the document
 */
public record Evidence(@Nullable String authority, @Nullable String seenBy) {
    /** The bordereau says nothing. */
    public static final Evidence NONE = new Evidence(null, null);
}

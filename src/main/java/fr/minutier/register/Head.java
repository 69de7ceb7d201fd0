package fr.minutier.register;

/**
 * The end of a session's chain at some moment: how many entries it had, and the digest of the last one, which stands for
 * all of them.
 *
 * @param rank entries so far; 0 before the first
 * @param sha256 digest of the last entry's text; 64 zeros before the first
 */
public record Head(int rank, String sha256) {
    /** Before the first entry. */
    public static final Head NONE = new Head(0, "0".repeat(64));

    /** Checks both parts. */
    public Head {
        if (rank < 0) {
            throw new IllegalArgumentException("negative rank: " + rank);
        }
        Digest.checked(sha256);
    }
}

package fr.minutier.register;

/**
 * A file that an edition put on record and that is no act.
 *
 * @param place where it lies
 * @param kind what it is, in one word such as {@code releves-de-notes}
 * @param path inside that place, with {@code /}
 * @param sha256 digest of the file's bytes
 * @param bytes size of the file
 */
public record IssuedFile(Place place, String kind, String path, String sha256, long bytes) {
    /** Where a file of an edition lies. */
    public enum Place {
        /** In the folder of the session, beside its acts. */
        DOSSIER,
        /** Among what is kept of the edition in the register's folder; it may be purged one day. */
        GARDE
    }

    /** Checks each part; text is kept as given. */
    public IssuedFile {
        if (kind.isBlank() || path.isBlank() || bytes < 0) {
            throw new IllegalArgumentException("a file has a kind, a path and a size");
        }
        Digest.checked(sha256);
    }
}

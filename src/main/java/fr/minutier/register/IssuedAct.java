package fr.minutier.register;

/**
 * One act as it left the building.
 *
 * @param number the number printed on the act
 * @param kind its kind, e.g. {@code releve-de-notes}
 * @param candidate the candidate's number, empty when the act concerns the whole session
 * @param version 1 for the first issue, then 2, 3…
 * @param path path inside the session's folder, with {@code /}
 * @param sha256 digest of the file's bytes
 * @param bytes size of the file
 */
public record IssuedAct(
        String number, String kind, String candidate, int version, String path, String sha256, long bytes) {
    /** Checks each part; text is kept as given. */
    public IssuedAct {
        if (number.isBlank() || kind.isBlank() || path.isBlank()) {
            throw new IllegalArgumentException("an act has a number, a kind and a path");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions are counted from 1: " + version);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("negative size: " + bytes);
        }
        Digest.checked(sha256);
    }
}

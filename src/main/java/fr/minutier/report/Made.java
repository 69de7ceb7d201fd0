package fr.minutier.report;

import java.util.regex.Pattern;

/**
 * One file of a session's folder.
 *
 * @param path relative to that folder, parted by {@code /}
 * @param kind what the file is, in one word such as {@code releve-de-notes}
 * @param candidate number of the candidate it was made for; empty when it was made for the session
 * @param number of the act; empty when the file is no numbered act
 * @param version of the act, from 1; 0 when the file has no version
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param bytes size of the file
 */
public record Made(String path, String kind, String candidate, String number, int version, String sha256, long bytes) {
    /** Below this lie the files that corrections withdrew: {@code archives/v1/} those of the first issue, and so on. */
    public static final String ARCHIVES = "archives/";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses a path that leads out of the folder and anything that is no digest, size or version. */
    public Made {
        if (path.isBlank() || path.startsWith("/") || path.contains("\\") || ("/" + path + "/").contains("/../")) {
            throw new IllegalArgumentException("not a path inside a session's folder: " + path);
        }
        if (kind.isBlank()
                || version < 0
                || bytes < 0
                || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a file that was made: " + path);
        }
    }

    /** Whether a correction withdrew it. */
    public boolean archived() {
        return path.startsWith(ARCHIVES);
    }
}

package fr.minutier.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one way a digest is written here: SHA-256 in 64 lower-case hexadecimal digits. */
final class Digest {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Digest() {}

    /** Gives the text back, or throws {@link IllegalArgumentException} when it is no digest. */
    static String checked(String text) {
        if (!SHA_256.matcher(text).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + text);
        }
        return text;
    }

    /** The digest of a text in UTF-8. */
    static String of(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

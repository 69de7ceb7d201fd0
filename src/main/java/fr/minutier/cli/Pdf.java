package fr.minutier.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be read of a PDF without opening it: its bytes, and the packet of metadata, which lies in it in clear, so that
 * even a damaged file may say what it was.
 */
final class Pdf {
    /** A PDF may begin with other bytes; readers look that far for its first words. */
    private static final int HEAD = 1024;
    /** No act comes near this size, in bytes. */
    private static final int MOST = 32 << 20;

    private static final Pattern CODE = Pattern.compile("<dc:identifier>([^<]*)</dc:identifier>");
    private static final Pattern SUBJECT =
            Pattern.compile("<dc:description>\\s*<rdf:Alt>\\s*<rdf:li[^>]*>([^<]*)</rdf:li>");

    private Pdf() {}

    static boolean is(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    /** Its bytes, as far as an act could have them. */
    static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST);
        }
    }

    /** SHA-256 in lower-case hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                sha.update(part, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The text of the code that the document bears. */
    static Optional<String> code(Path file) throws IOException {
        return first(CODE, file);
    }

    /** What the document says it is, its number last. */
    static Optional<String> subject(Path file) throws IOException {
        return first(SUBJECT, file);
    }

    private static Optional<String> first(Pattern pattern, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            // Each byte one character: the packet is found wherever it lies between bytes that are no text.
            Matcher matcher = pattern.matcher(new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1));
            return matcher.find()
                    ? Optional.of(
                            new String(matcher.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                                    .replace("&lt;", "<")
                                    .replace("&gt;", ">")
                                    .replace("&amp;", "&"))
                    : Optional.empty();
        }
    }
}

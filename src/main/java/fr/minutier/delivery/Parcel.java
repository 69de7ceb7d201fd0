package fr.minutier.delivery;

import fr.minutier.mail.Letter;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.Sending.Addressee;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One act in force, for one person, with the letter that goes with it.
 *
 * @param name of the person, as it may be shown to whoever sends
 * @param address as written; null when there is none
 * @param subject as the template gives it, which may be no subject when a name holds a line break
 * @param file where the act is
 */
public record Parcel(
        String session,
        IssuedAct act,
        Addressee addressee,
        String name,
        @Nullable String address,
        String subject,
        String text,
        Path file) {

    /** Whether a letter can be made of it: who is to have it can be written to, and nothing in it would forge a head. */
    public boolean sendable() {
        return address != null && Letter.isAddress(address) && Letter.isOneLine(subject);
    }

    /**
     * Whether the file is there, byte for byte as it was issued.
     *
     * @throws IOException when it cannot be read
     */
    public boolean isAsIssued() throws IOException {
        return Files.isRegularFile(file)
                && HexFormat.of()
                        .formatHex(sha256().digest(Files.readAllBytes(file)))
                        .equals(act.sha256());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * By which its receiver knows it again when it comes twice: the same for the same act of the same session, whenever
     * it is sent.
     *
     * @param sender the address that it comes from
     */
    String messageId(String sender) {
        byte[] digest =
                sha256().digest((session + "\n" + act.number() + "\n" + act.sha256()).getBytes(StandardCharsets.UTF_8));
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        return "<" + HexFormat.of().formatHex(digest, 0, 16) + ".minutier@" + domain.toLowerCase(Locale.ROOT) + ">";
    }

    /** The letter; only for a parcel that is {@link #sendable}. */
    Letter letter(String address, String messageId) {
        return new Letter(
                List.of(address),
                subject,
                text,
                List.of(new Letter.Attachment(act.number() + ".pdf", "application/pdf", file)),
                messageId);
    }
}

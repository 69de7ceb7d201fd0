package fr.minutier.mail;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letter in plain text, with files if there are any.
 *
 * @param to addresses, at least one
 * @param subject on one line
 * @param messageId by which a receiver knows again a letter that was sent twice, in angle brackets; null for any
 */
public record Letter(
        List<String> to,
        String subject,
        String text,
        List<Attachment> attachments,
        @Nullable String messageId) {
    /** What every server takes as it is: neither comments nor quotes, which nobody's address needs. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int LONGEST_ADDRESS = 254; // RFC 5321, 4.5.3.1.3, without its angle brackets
    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1

    /**
     * A file that goes with a letter.
     *
     * @param name under which it arrives
     * @param type its media type
     * @param file where its bytes are
     */
    public record Attachment(String name, String type, Path file) {
        /** Refuses a name or a type that would begin another line of the message's head. */
        public Attachment {
            if (!isOneLine(name) || !isOneLine(type)) {
                throw new IllegalArgumentException("an attachment has a name and a type of one line");
            }
        }
    }

    /** Refuses a letter to nobody, and what would begin another line of the message's head. */
    public Letter {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        if (to.isEmpty() || !isOneLine(subject) || (messageId != null && !isOneLine(messageId))) {
            throw new IllegalArgumentException("a letter has an address and a subject of one line");
        }
    }

    /** A letter without files. */
    public Letter(List<String> to, String subject, String text) {
        this(to, subject, text, List.of(), null);
    }

    /** Whether a letter can be sent to what is written: one bare address, and nothing around it. */
    public static boolean isAddress(String written) {
        return written.length() <= LONGEST_ADDRESS
                && written.indexOf('@') <= LONGEST_LOCAL_PART
                && ADDRESS.matcher(written).matches();
    }

    /** Whether this may stand in the head of a message: it is not blank, and no character of it ends a line. */
    public static boolean isOneLine(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(Letter::endsLine);
    }

    private static boolean endsLine(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}

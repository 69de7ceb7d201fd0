package fr.minutier.proof;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a signed code says of an act. Words are kept in the one form that survives a phone and a copy: composed (NFC),
 * single spaces, at most {@link #LONGEST} characters, never the sign that parts them.
 *
 * @param number of the act, unique at its office
 * @param kind what the act is called, in French
 * @param holder whom it concerns; empty when it concerns a whole session
 * @param born the holder's birth date, when there is a holder
 * @param decision what it says, in a few French words
 * @param date of the act
 * @param issuer the authority, or the authorities
 */
public record Claim(
        String number,
        String kind,
        String holder,
        @Nullable LocalDate born,
        String decision,
        LocalDate date,
        String issuer) {
    /** Longer words end in an ellipsis: a code that is too large cannot be read. */
    public static final int LONGEST = 120;

    /** The name of the form and its version, which begin every code. */
    static final String FORM = "MINUTIER1";

    static final String BETWEEN = "|";

    private static final int FIELDS = 8;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Puts words in their form; refuses a claim without number. */
    public Claim {
        number = field(number);
        kind = field(kind);
        holder = field(holder);
        decision = field(decision);
        issuer = field(issuer);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("a claim names its act");
        }
    }

    /** The fields in their order, the form first: {@code MINUTIER1|number|kind|holder|birth|decision|date|issuer}. */
    String text() {
        return String.join(
                BETWEEN,
                FORM,
                number,
                kind,
                holder,
                born == null ? "" : DAY.format(born),
                decision,
                DAY.format(date),
                issuer);
    }

    /** The claim of a text made by {@link #text}; empty when it is none. */
    static Optional<Claim> of(String text) {
        List<String> parts = List.of(text.split("\\" + BETWEEN, -1));
        if (parts.size() != FIELDS || !parts.getFirst().equals(FORM)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Claim(
                    parts.get(1),
                    parts.get(2),
                    parts.get(3),
                    parts.get(4).isEmpty() ? null : LocalDate.parse(parts.get(4), DAY),
                    parts.get(5),
                    LocalDate.parse(parts.get(6), DAY),
                    parts.get(7)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Composed, with single spaces: what differs in nothing else is the same text. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Z}\\p{C}]+", " ")
                .strip();
    }

    private static String field(String words) {
        String plain = plain(words.replace(BETWEEN, " "));
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}

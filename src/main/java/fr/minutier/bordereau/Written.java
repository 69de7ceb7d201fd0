package fr.minutier.bordereau;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How what a person wrote is read: white space, decimals and dates in their French spellings. */
public final class Written {

    /** Longer than any number or date that somebody means; keeps hostile text away from the patterns. */
    private static final int LONGEST = 60;

    private static final Pattern NUMBER =
            Pattern.compile("([+\\-\u2212])?([0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,]([0-9]+))?");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})([/.\\-])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    private Written() {}

    /** Whether nothing can be seen. */
    public static boolean blank(String written) {
        return written.codePoints().allMatch(c -> white(c) || invisible(c));
    }

    /** The same words with one space between two, none around them, and nothing invisible; composed characters. */
    public static String tidy(String written) {
        StringBuilder tidy = new StringBuilder(written.length());
        boolean gap = false;
        for (int i = 0; i < written.length(); ) {
            int c = written.codePointAt(i);
            i += Character.charCount(c);
            if (white(c)) {
                gap = true;
            } else if (!invisible(c)) {
                if (gap && !tidy.isEmpty()) {
                    tidy.append(' ');
                }
                gap = false;
                tidy.appendCodePoint(c);
            }
        }
        return Normalizer.normalize(tidy, Normalizer.Form.NFC);
    }

    static Optional<BigDecimal> number(String written) {
        Matcher matcher = NUMBER.matcher(tidyIfShort(written));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(3);
        BigDecimal size = new BigDecimal(matcher.group(2).replace(" ", "") + (decimals == null ? "" : "." + decimals));
        String sign = matcher.group(1);
        return Optional.of(plain(sign == null || sign.equals("+") ? size : size.negate()));
    }

    static Optional<LocalDate> date(String written) {
        String tidy = tidyIfShort(written);
        Matcher dayFirst = DAY_FIRST.matcher(tidy);
        if (dayFirst.matches()) {
            return calendar(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(tidy);
        return yearFirst.matches()
                ? calendar(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                : Optional.empty();
    }

    /** The same number without needless zeros and without exponent: 1.50 and 15E-1 are both 1.5, 1E+2 is 100. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String tidyIfShort(String written) {
        return written.length() > LONGEST ? "" : tidy(written);
    }

    private static Optional<LocalDate> calendar(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean white(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** Marks that take no place on screen and come along when text is copied: soft hyphen, direction marks, BOM. */
    private static boolean invisible(int c) {
        return c == 0x00AD
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF;
    }
}

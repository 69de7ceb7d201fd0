package fr.minutier.bordereau.reader;

import java.util.regex.Pattern;

/** What a person sees where an Excel workbook, old or new, stores a number: its number format decides. */
enum Shown {
    NUMBER,
    DAY,
    HOUR;

    /** Parts of a format that are printed as they are, or that only colour or localise: quoted, bracketed, escaped. */
    private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[_*].");

    /** What is left of a format that shows a day: date and time letters with separators, a day or a year among them. */
    private static final Pattern DAYS = Pattern.compile("(?i)(?=.*[dy])[dmyhse0./,: \\-\u00A0tap]+");

    /** What is left of a format that shows the hour of a day, and no day. */
    private static final Pattern HOURS = Pattern.compile("(?i)(?=.*h)[hms0.: \u00A0ap/]+");

    /** As what a format that is spelled out shows a positive number. */
    static Shown by(String format) {
        String plain = DECORATION.matcher(format).replaceAll("");
        int end = plain.indexOf(';');
        String positive = end < 0 ? plain : plain.substring(0, end);
        if (DAYS.matcher(positive).matches()) {
            return DAY;
        }
        return HOURS.matcher(positive).matches() ? HOUR : NUMBER;
    }

    /** Formats that a workbook may name by their number without spelling them out. */
    static Shown builtIn(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "22" -> DAY;
            case "27", "28", "29", "30", "31", "34", "35", "36" -> DAY;
            case "50", "51", "52", "53", "54", "55", "56", "57", "58" -> DAY;
            case "18", "19", "20", "21", "32", "33" -> HOUR;
            default -> NUMBER;
        };
    }
}

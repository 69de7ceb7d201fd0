package fr.minutier.bordereau.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as text, with the character that parts its fields.
 *
 * @param text decoded, without byte order mark
 */
record CsvText(String text, char delimiter) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** The line by which a file tells spreadsheet programs its delimiter; they do not show it as a row. */
    private static final Pattern DECLARED = Pattern.compile("(?i)^\"?sep=([^\"\\r\\n])\"?(?:\\r\\n|\\r|\\n|$)");

    private static final List<Character> DELIMITERS = List.of(';', '\t', ',');

    /** How much of the file is looked at to tell the delimiter. */
    private static final int SAMPLE_RECORDS = 60;

    private static final int SAMPLE_CHARACTERS = 200_000;

    /** @param name of the file, for the refusal */
    static CsvText of(byte[] bytes, String name) throws Refusal {
        String text = decoded(bytes, name);
        Matcher declared = DECLARED.matcher(text);
        return declared.find()
                ? new CsvText(text.substring(declared.end()), declared.group(1).charAt(0))
                : new CsvText(text, delimiter(text));
    }

    private static String decoded(byte[] bytes, String name) throws Refusal {
        try {
            String text = decode(bytes);
            if (text.indexOf('\0') >= 0) {
                throw new Refusal("Le fichier " + Refusal.quoted(name)
                        + " n’est pas un texte CSV\u00A0: dans votre tableur, enregistrez la feuille au format «\u00A0CSV"
                        + " UTF-8\u00A0».");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Refusal("Les caractères accentués du fichier " + Refusal.quoted(name)
                    + " ne peuvent pas être lus avec certitude\u00A0: dans votre tableur, enregistrez la feuille au format"
                    + " «\u00A0CSV UTF-8\u00A0».");
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(StandardCharsets.UTF_8, bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strictly(StandardCharsets.UTF_16LE, bytes, 2);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(StandardCharsets.UTF_16BE, bytes, 2);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(bytes.length, 4_096); i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        // Latin text in two bytes a character has a NUL in nearly every other byte.
        int many = Math.min(bytes.length, 4_096) / 4;
        if (odd > many && even * 10 < odd) {
            return strictly(StandardCharsets.UTF_16LE, bytes, 0);
        }
        if (even > many && odd * 10 < even) {
            return strictly(StandardCharsets.UTF_16BE, bytes, 0);
        }
        try {
            return strictly(StandardCharsets.UTF_8, bytes, 0);
        } catch (CharacterCodingException e) {
            if (looksLikeBrokenUtf8(bytes)) {
                throw e;
            }
            return strictly(WINDOWS, bytes, 0);
        }
    }

    /** Whether accented letters are there in UTF-8, so that reading them in another way would spoil names. */
    private static boolean looksLikeBrokenUtf8(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == 0xC3 && (bytes[i + 1] & 0xC0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strictly(Charset charset, byte[] bytes, int from) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    /** How a delimiter parts the first records; the larger, the likelier. */
    private record Parting(char delimiter, int parted, int alike, int width) {}

    /**
     * The delimiter that parts the most records into fields, the header among them; then the one that parts them most
     * alike, so that neither a comma in a title nor decimal commas win over semicolons.
     */
    private static char delimiter(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE_CHARACTERS));
        return DELIMITERS.stream()
                .map(delimiter -> parting(sample, delimiter))
                .max(Comparator.comparingInt(Parting::parted)
                        .thenComparingInt(Parting::alike)
                        .thenComparingInt(Parting::width)
                        .thenComparingInt(parting -> -DELIMITERS.indexOf(parting.delimiter())))
                .orElseThrow()
                .delimiter();
    }

    private static Parting parting(String sample, char delimiter) {
        Map<Integer, Integer> widths = new HashMap<>();
        CSVFormat lenient =
                format(delimiter).setTrailingData(true).setLenientEof(true).get();
        try (CSVParser records = CSVParser.parse(sample, lenient)) {
            int seen = 0;
            for (CSVRecord record : records) {
                if (++seen > SAMPLE_RECORDS) {
                    break;
                }
                if (record.size() > 1) {
                    widths.merge(record.size(), 1, Integer::sum);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // What was parted before the fault still counts; the reading itself will name the fault.
        }
        int parted = widths.values().stream().mapToInt(Integer::intValue).sum();
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(usual -> new Parting(delimiter, parted, usual.getValue(), usual.getKey()))
                .orElse(new Parting(delimiter, 0, 0, 0));
    }

    /** Quotes as spreadsheet programs write them; an empty line is a row. */
    static CSVFormat.Builder format(char delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false);
    }
}

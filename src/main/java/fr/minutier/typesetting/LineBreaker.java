package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Breaks text into lines by French rules. Every line keeps the blank at its end, so that no two words run together when
 * read aloud. Made for one document, used by one thread at a time: it knows which letters it was given.
 */
final class LineBreaker {

    /**
     * A line of text.
     *
     * @param width of what can be seen, in points
     */
    record Line(List<Run> runs, double width) {}

    /** Characters of one line that share a face. */
    record Run(String text, int face) {}

    private final Typeface typeface;
    private final Recurring recurring;
    /** A cell is measured for the width of its column, then broken, at each trial of the page: it is looked up once. */
    private final IdentityHashMap<Text, Measures> met = new IdentityHashMap<>();

    private final Set<Integer> rare = new TreeSet<>();

    /**
     * Makes ready for one document.
     *
     * @param recurring what earlier documents measured
     */
    LineBreaker(Typeface typeface, Recurring recurring) {
        this.typeface = typeface;
        this.recurring = recurring;
    }

    /**
     * The lines of a text in a given width.
     *
     * @param bold everything is bold, whatever the spans say
     * @throws UnprintableText when a letter would be lost
     */
    List<Line> lines(Text text, double size, double width, boolean bold) {
        Measures measures = measures(text);
        Characters all = characters(text, measures, bold);
        List<Line> lines = measures.lines(all, size, width);
        if (lines == null) {
            lines = List.copyOf(lines(all, size, width));
            measures.keep(all, size, width, lines);
        }
        return lines;
    }

    private static List<Line> lines(Characters all, double size, double width) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= all.length) {
            int end = all.string.indexOf("\n", start);
            end = end < 0 ? all.length : end;
            lines(all, start, end, width * 1000 / size, size, lines);
            start = end + 1;
        }
        return lines;
    }

    /** The width of the widest part of a text that may not be broken, in points. */
    double widestWord(Text text, double size, boolean bold) {
        return characters(text, measures(text), bold).widestWord() * size / 1000;
    }

    /** The letters of all texts so far that not every font has. */
    Set<Integer> rareLetters() {
        return rare;
    }

    /** Forgets the texts of a document whose pages are made. */
    void forget() {
        met.clear();
    }

    private Measures measures(Text text) {
        Measures own = text.measures();
        return own != null ? own : met.computeIfAbsent(text, recurring::of);
    }

    private Characters characters(Text text, Measures measures, boolean bold) {
        Characters known = measures.characters(typeface, bold);
        if (known == null) {
            known = new Characters(typeface, text, bold);
            measures.keep(known, bold);
        }
        if (!known.rare.isEmpty()) {
            rare.addAll(known.rare);
        }
        return known;
    }

    private static void lines(Characters all, int from, int to, double room, double size, List<Line> lines) {
        int start = from;
        do {
            int end = start;
            int next = start;
            while (next < to) {
                next = all.nextBreak(next, to);
                if (all.width(start, all.visibleEnd(start, next)) > room && end > start) {
                    break;
                }
                end = next;
                if (all.width(start, all.visibleEnd(start, end)) > room) {
                    end = all.cut(start, end, room);
                    break;
                }
            }
            boolean last = end >= all.length;
            lines.add(all.line(start, end, size, !last && end == to));
            start = end;
        } while (start < to);
    }

    /** A whole text as characters with their faces and widths. */
    static final class Characters {
        private final Typeface typeface;
        private final Set<Integer> rare;
        private final String string;
        private final char[] letters;
        private final int length;
        private final byte[] faces;
        /** Sum of the widths before each character, in thousandths of the size. */
        private final int[] offsets;
        /** Of the widest part that may not be broken, in thousandths of the size; negative until it is asked for. */
        private int widest = -1;

        Characters(Typeface typeface, Text text, boolean bold) {
            this.typeface = typeface;
            Set<Integer> notInEveryFont = new TreeSet<>();
            List<Text.Span> spans = text.spans();
            String[] words = new String[spans.size()];
            for (int s = 0; s < words.length; s++) {
                words[s] = Typeface.normalise(spans.get(s).text());
            }
            string = words.length == 1 ? words[0] : String.join("", words);
            letters = string.toCharArray();
            length = letters.length;
            faces = new byte[length];
            offsets = new int[length + 1];
            int i = 0;
            for (int s = 0; s < words.length; s++) {
                Text.Span span = spans.get(s);
                int end = i + words[s].length();
                byte face = (byte) Typeface.face(bold || span.bold(), span.italic());
                for (; i < end; i++) {
                    faces[i] = face;
                    offsets[i + 1] = offsets[i] + widthOf(i, face, notInEveryFont);
                }
            }
            rare = notInEveryFont.isEmpty() ? Set.of() : notInEveryFont;
        }

        /** Whether they were read in the letters of that typeface. */
        boolean areOf(Typeface typeface) {
            return this.typeface == typeface;
        }

        /** Counts a character in, once for both halves of a surrogate pair. */
        private int widthOf(int i, int face, Set<Integer> notInEveryFont) {
            char c = letters[i];
            if (c == '\n' || (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(letters[i - 1]))) {
                return 0;
            }
            if (Typeface.isInEveryFont(c)) {
                return typeface.width(c, face);
            }
            int letter = Character.codePointAt(letters, i);
            if (!typeface.isPrintable(letter)) {
                throw new UnprintableText(typeface.unprintable(string));
            }
            notInEveryFont.add(letter);
            return typeface.width(letter, face);
        }

        double widestWord() {
            if (widest < 0) {
                int found = 0;
                int start = 0;
                for (int i = 1; i <= length; i++) {
                    if (i == length || mayBreakBefore(i) || at(i) == '\n') {
                        found = Math.max(found, width(start, visibleEnd(start, i)));
                        start = i;
                    }
                }
                widest = found;
            }
            return widest;
        }

        char at(int i) {
            return letters[i];
        }

        int width(int from, int to) {
            return offsets[to] - offsets[from];
        }

        /** The end of what can be seen of [from, to): blanks at the end do not count. */
        int visibleEnd(int from, int to) {
            int end = to;
            while (end > from && at(end - 1) == ' ') {
                end--;
            }
            return end;
        }

        int nextBreak(int after, int to) {
            int i = after + 1;
            while (i < to && !mayBreakBefore(i)) {
                i++;
            }
            return Math.min(i, to);
        }

        /**
         * After a blank, but never before double punctuation, after an opening guillemet, beside a multiplication sign or
         * inside a reference; after a hyphen between letters.
         */
        boolean mayBreakBefore(int i) {
            char before = at(i - 1);
            char here = at(i);
            if (before == ' ') {
                return here != ' '
                        && ":;?!»×".indexOf(here) < 0
                        && !(i > 1 && (at(i - 2) == '«' || at(i - 2) == '×'))
                        && !opensReference(i - 1);
            }
            return before == '-' && i > 1 && Character.isLetter(at(i - 2)) && Character.isLetter(here);
        }

        /** Whether {@code n°}, {@code art.} or a letter as in {@code R. 421-1}, before a number, ends there. */
        private boolean opensReference(int end) {
            if (end + 1 >= length) {
                return false;
            }
            if (string.startsWith("n°", end - 2) || string.startsWith("art.", end - 4)) {
                return true;
            }
            return Character.isDigit(at(end + 1))
                    && end > 1
                    && at(end - 1) == '.'
                    && "LRDA".indexOf(at(end - 2)) >= 0
                    && (end == 2 || !Character.isLetter(at(end - 3)));
        }

        /** Where to cut a word that is wider than the room: at least one character goes. */
        int cut(int from, int to, double room) {
            int end = from + 1;
            while (end < to && width(from, end + 1) <= room) {
                end++;
            }
            return end < to && Character.isLowSurrogate(at(end)) ? (end - 1 > from ? end - 1 : end + 1) : end;
        }

        Line line(int from, int to, double size, boolean lineAsked) {
            List<Run> runs = new ArrayList<>();
            int start = from;
            for (int i = from + 1; i <= to; i++) {
                if (i == to || faces[i] != faces[start]) {
                    String run = string.substring(start, i);
                    // A line break that was asked for still parts two words for whoever listens.
                    boolean blank = i == to && lineAsked && at(i - 1) != ' ';
                    runs.add(new Run(blank ? run + " " : run, faces[start]));
                    start = i;
                }
            }
            return new Line(runs, width(from, visibleEnd(from, to)) * size / 1000);
        }
    }
}

package fr.minutier.typesetting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules of a QR code (ISO/IEC 18004): bytes of UTF-8 that say so, least correction (L), and always the mask 3, since
 * any mask is valid and choosing one takes ten times as long as all the rest. What does not depend on the text is made
 * once for each size of code: a general encoder spends more time on a code than the page around it takes.
 */
final class QrSymbol {
    /** By version, from 1: the bytes that correct each block, and how many blocks there are. */
    private static final int[] CORRECTION = {
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
    };

    private static final int[] BLOCKS = {
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19,
        19, 20, 21, 22, 24, 25
    };

    /** What follows is UTF-8: mode 7, assignment 26. */
    private static final int UTF_8 = (7 << 8) | 26;

    private static final int BYTES = 4;
    /** Level L and mask 3. */
    private static final int FORMAT = (1 << 3) | 3;

    private static final Map<Integer, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final Pattern pattern;
    private final boolean[] dark;

    /**
     * Makes the smallest code that holds a text.
     *
     * @throws IllegalArgumentException when none does: about two thousand letters
     */
    QrSymbol(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int version = 1;
        while (12 + 4 + countBits(version) + 8 * bytes.length > 8 * capacity(version)) {
            version++;
            if (version > BLOCKS.length) {
                throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters");
            }
        }
        pattern = PATTERNS.computeIfAbsent(version, Pattern::new);
        byte[] words = corrected(data(bytes, version), version);
        dark = pattern.dark.clone();
        for (int bit = 0; bit < 8 * words.length; bit++) {
            int module = pattern.order[bit];
            dark[module] ^= ((words[bit / 8] >> (7 - bit % 8)) & 1) == 1;
        }
    }

    /** How many modules a side has. */
    int size() {
        return pattern.size;
    }

    boolean isDark(int x, int y) {
        return dark[y * pattern.size + x];
    }

    private static int countBits(int version) {
        return version < 10 ? 8 : 16;
    }

    /** All bytes of a version, those that correct included. */
    private static int words(int version) {
        int modules = (16 * version + 128) * version + 64;
        if (version > 1) {
            int marks = version / 7 + 2;
            modules -= (25 * marks - 10) * marks - 55;
        }
        return (version < 7 ? modules : modules - 36) / 8;
    }

    /** The bytes of a version that hold data. */
    private static int capacity(int version) {
        return words(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
    }

    private static byte[] data(byte[] bytes, int version) {
        byte[] data = new byte[capacity(version)];
        int bit = put(data, 0, UTF_8, 12);
        bit = put(data, bit, BYTES, 4);
        bit = put(data, bit, bytes.length, countBits(version));
        for (byte one : bytes) {
            bit = put(data, bit, one & 0xFF, 8);
        }
        // Four zeros end the text; what is left alternates.
        int end = (Math.min(bit + 4, 8 * data.length) + 7) / 8;
        for (int i = end; i < data.length; i++) {
            data[i] = (byte) ((i - end) % 2 == 0 ? 0xEC : 0x11);
        }
        return data;
    }

    private static int put(byte[] data, int at, int value, int bits) {
        for (int i = 0; i < bits; i++) {
            int bit = at + i;
            data[bit / 8] |= (byte) (((value >> (bits - 1 - i)) & 1) << (7 - bit % 8));
        }
        return at + bits;
    }

    /** The data in blocks, each with its correction, byte by byte in turn. */
    private static byte[] corrected(byte[] data, int version) {
        int blocks = BLOCKS[version - 1];
        int correction = CORRECTION[version - 1];
        int words = words(version);
        int shorter = words / blocks - correction;
        int shortOnes = blocks - words % blocks;
        byte[] all = new byte[words];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            int length = block < shortOnes ? shorter : shorter + 1;
            for (int i = 0; i < length; i++) {
                all[i < shorter ? i * blocks + block : shorter * blocks + block - shortOnes] = data[from + i];
            }
            byte[] remainder = ReedSolomon.remainder(data, from, length, correction);
            for (int i = 0; i < correction; i++) {
                all[data.length + i * blocks + block] = remainder[i];
            }
            from += length;
        }
        return all;
    }

    /** All of a version that no text changes: the marks, the mask, and the modules of the data in their order. */
    private static final class Pattern {
        private final int size;
        private final boolean[] dark;
        private final boolean[] taken;
        private final int[] order;

        private Pattern(int version) {
            size = 17 + 4 * version;
            dark = new boolean[size * size];
            taken = new boolean[size * size];
            for (int i = 0; i < size; i++) {
                set(6, i, i % 2 == 0);
                set(i, 6, i % 2 == 0);
            }
            alignment(version);
            corner(3, 3);
            corner(size - 4, 3);
            corner(3, size - 4);
            format();
            if (version >= 7) {
                version(version);
            }
            order = new int[8 * words(version)];
            order();
        }

        private void set(int x, int y, boolean isDark) {
            dark[y * size + x] = isDark;
            taken[y * size + x] = true;
        }

        /** A square in a square in a white one, which may reach beyond the edge. */
        private void corner(int x, int y) {
            for (int dy = Math.max(-4, -y); dy <= 4 && y + dy < size; dy++) {
                for (int dx = Math.max(-4, -x); dx <= 4 && x + dx < size; dx++) {
                    int ring = Math.max(Math.abs(dx), Math.abs(dy));
                    set(x + dx, y + dy, ring != 2 && ring != 4);
                }
            }
        }

        private void alignment(int version) {
            int marks = version == 1 ? 0 : version / 7 + 2;
            int[] at = new int[marks];
            int step = version == 1 ? 0 : (version * 8 + marks * 3 + 5) / (marks * 4 - 4) * 2;
            Arrays.setAll(at, i -> i == 0 ? 6 : size - 7 - (marks - 1 - i) * step);
            for (int i = 0; i < marks; i++) {
                for (int j = 0; j < marks; j++) {
                    boolean corner = (i == 0 && j == 0) || (i == 0 && j == marks - 1) || (i == marks - 1 && j == 0);
                    for (int cell = 0; cell < 25 && !corner; cell++) {
                        int dx = cell % 5 - 2;
                        int dy = cell / 5 - 2;
                        set(at[i] + dx, at[j] + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
                    }
                }
            }
        }

        private void format() {
            int bits = ((FORMAT << 10) | checked(FORMAT, 10, 0x537)) ^ 0x5412;
            for (int i = 0; i < 15; i++) {
                boolean isDark = ((bits >> i) & 1) == 1;
                // Around the first corner, over the rows of dots; and in two parts beside the two others.
                set(i < 8 ? 8 : i == 8 ? 7 : 14 - i, i < 6 ? i : i < 8 ? i + 1 : 8, isDark);
                set(i < 8 ? size - 1 - i : 8, i < 8 ? 8 : size - 15 + i, isDark);
            }
            set(8, size - 8, true);
        }

        private void version(int version) {
            int bits = (version << 12) | checked(version, 12, 0x1F25);
            for (int i = 0; i < 18; i++) {
                boolean isDark = ((bits >> i) & 1) == 1;
                set(size - 11 + i % 3, i / 3, isDark);
                set(i / 3, size - 11 + i % 3, isDark);
            }
        }

        /** The bits that check a few others. */
        private static int checked(int value, int bits, int divisor) {
            int rest = value;
            for (int i = 0; i < bits; i++) {
                rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
            }
            return rest;
        }

        /** Up and down in columns two modules wide, from the right; what no text fills is masked too. */
        private void order() {
            int next = 0;
            for (int right = size - 1; right >= 1; right -= 2) {
                if (right == 6) {
                    right = 5;
                }
                for (int step = 0; step < size; step++) {
                    int y = ((right + 1) & 2) == 0 ? size - 1 - step : step;
                    for (int x = right; x > right - 2; x--) {
                        if (!taken[y * size + x]) {
                            dark[y * size + x] = (x + y) % 3 == 0;
                            if (next < order.length) {
                                order[next++] = y * size + x;
                            }
                        }
                    }
                }
            }
        }
    }

    /** Correction of bytes, in the field of 256 elements that the norm gives. */
    private static final class ReedSolomon {
        private static final int[] POWERS = new int[510];
        private static final int[] LOGARITHMS = new int[256];
        /** The polynomials to divide by, as logarithms, by their degree; the first coefficient is 1 and left out. */
        private static final Map<Integer, int[]> DIVISORS = new ConcurrentHashMap<>();

        static {
            int power = 1;
            for (int i = 0; i < 255; i++) {
                POWERS[i] = power;
                POWERS[i + 255] = power;
                LOGARITHMS[power] = i;
                power = (power << 1) ^ ((power >> 7) * 0x11D);
            }
        }

        private static int[] divisor(int degree) {
            int[] product = new int[degree];
            product[degree - 1] = 1;
            for (int root = 0; root < degree; root++) {
                for (int i = 0; i < degree; i++) {
                    int times = product[i] == 0 ? 0 : POWERS[LOGARITHMS[product[i]] + root];
                    product[i] = times ^ (i + 1 < degree ? product[i + 1] : 0);
                }
            }
            return Arrays.stream(product).map(factor -> LOGARITHMS[factor]).toArray();
        }

        static byte[] remainder(byte[] data, int from, int length, int degree) {
            int[] divisor = DIVISORS.computeIfAbsent(degree, ReedSolomon::divisor);
            byte[] rest = new byte[degree];
            for (int i = from; i < from + length; i++) {
                int factor = (data[i] ^ rest[0]) & 0xFF;
                System.arraycopy(rest, 1, rest, 0, degree - 1);
                rest[degree - 1] = 0;
                if (factor != 0) {
                    int logarithm = LOGARITHMS[factor];
                    for (int j = 0; j < degree; j++) {
                        rest[j] ^= (byte) POWERS[logarithm + divisor[j]];
                    }
                }
            }
            return rest;
        }
    }
}

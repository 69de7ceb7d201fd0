package fr.minutier.typesetting;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.zip.Deflater;

/**
 * Makes the smallest font that can print a repertoire: every code point has a code and a glyph of its own, so that what is
 * copied from the page is what was printed; hinting, of no use on paper, is left out.
 */
final class FontSubset {
    private final TrueTypeFile source;
    private final SortedMap<Integer, Integer> codes = new TreeMap<>();
    /** The glyphs of the source in the order of the new codes. */
    private final List<Integer> order = new ArrayList<>(List.of(0));

    private final Map<Integer, Integer> codeOfGlyph = new HashMap<>();
    private final List<byte[]> outlines = new ArrayList<>();

    private FontSubset(TrueTypeFile source, IntPredicate repertoire) {
        this.source = source;
        source.glyphs().forEach((codePoint, glyph) -> {
            if (repertoire.test(codePoint)) {
                codes.put(codePoint, order.size());
                codeOfGlyph.putIfAbsent(glyph, order.size());
                order.add(glyph);
            }
        });
        // Grows on the way, by the parts of composed letters.
        for (int i = 0; i < order.size(); i++) {
            outlines.add(SmallGlyph.of(source.outline(order.get(i)), source::scaled, this::part));
        }
    }

    /** The font for all code points of {@code source} that {@code repertoire} admits. */
    static SharedFont of(TrueTypeFile source, String name, boolean bold, IntPredicate repertoire) {
        FontSubset subset = new FontSubset(source, repertoire);
        byte[] file = subset.file();
        SharedFont.Metrics metrics = new SharedFont.Metrics(
                name,
                source.scaled("head", 36),
                source.scaled("head", 38),
                source.scaled("head", 40),
                source.scaled("head", 42),
                source.scaled("hhea", 4),
                source.scaled("hhea", 6),
                source.scaled("OS/2", 88),
                source.italicAngle(),
                bold);
        int[] advances = subset.order.stream()
                .mapToInt(glyph -> source.scaled(source.advance(glyph)))
                .toArray();
        Coding coding = Coding.of(advances.length);
        return new SharedFont(
                metrics,
                subset.codes,
                coding,
                advances,
                deflated(subset.toUnicode(coding)),
                deflated(file),
                file.length);
    }

    /** The new number of a part of a composed letter, which is added if it is no letter itself. */
    private int part(int glyph) {
        Integer code = codeOfGlyph.putIfAbsent(glyph, order.size());
        if (code == null) {
            order.add(glyph);
            return order.size() - 1;
        }
        return code;
    }

    private byte[] file() {
        int count = order.size();
        ByteBuffer hmtx = ByteBuffer.allocate(4 * count);
        ByteBuffer loca = ByteBuffer.allocate(2 * count + 2);
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            hmtx.putShort((short) source.scaled(source.advance(order.get(i))));
            hmtx.putShort((short) source.scaled(source.bearing(order.get(i))));
            loca.putShort((short) (glyf.size() / 2));
            glyf.writeBytes(outlines.get(i));
        }
        loca.putShort((short) (glyf.size() / 2));
        if (glyf.size() > 2 * 0xFFFF) {
            throw new IllegalStateException("too many letters for one font: " + count);
        }
        byte[] head = source.copy("head");
        // Without a checksum of the whole, a thousand units to the size of type, with short offsets in loca.
        ByteBuffer.wrap(head).putInt(8, 0).putShort(18, (short) 1000).putShort(50, (short) 0);
        scale(head, "head", 36, 42);
        byte[] hhea = source.copy("hhea");
        scale(hhea, "hhea", 4, 16);
        ByteBuffer.wrap(hhea).putShort(34, (short) count);
        byte[] maxp = source.copy("maxp");
        ByteBuffer.wrap(maxp).putShort(4, (short) count);

        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put("glyf", glyf.toByteArray());
        tables.put("head", head);
        tables.put("hhea", hhea);
        tables.put("hmtx", hmtx.array());
        tables.put("loca", loca.array());
        tables.put("maxp", maxp);
        int offset = 12 + 16 * tables.size();
        ByteBuffer directory = ByteBuffer.allocate(offset);
        directory.putInt(0x00010000).putShort((short) tables.size());
        // Six tables: the greatest power of two below is 4.
        directory.putShort((short) 64).putShort((short) 2).putShort((short) 32);
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        tables.forEach((name, body) -> {
            byte[] padded = Arrays.copyOf(body, (body.length + 3) / 4 * 4);
            directory.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(checksum(padded));
            directory.putInt(offset + bodies.size()).putInt(body.length);
            bodies.writeBytes(padded);
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(directory.array());
        file.writeBytes(bodies.toByteArray());
        return file.toByteArray();
    }

    /** Puts thousandths for the numbers of a table from one offset to another. */
    private void scale(byte[] copy, String table, int from, int to) {
        for (int at = from; at <= to; at += 2) {
            ByteBuffer.wrap(copy).putShort(at, (short) source.scaled(table, at));
        }
    }

    private static int checksum(byte[] padded) {
        ByteBuffer words = ByteBuffer.wrap(padded);
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }

    private byte[] toUnicode(Coding coding) {
        // Letters that follow each other have codes that do too: ranges take a fourth of the room of single letters.
        List<String> ranges = new ArrayList<>();
        List<Map.Entry<Integer, Integer>> all = List.copyOf(codes.entrySet());
        for (int from = 0, to; from < all.size(); from = to) {
            int letter = all.get(from).getKey();
            int code = all.get(from).getValue();
            to = from + 1;
            // Within a range, neither may grow beyond its last byte.
            while (to < all.size()
                    && all.get(to).getKey() == letter + to - from
                    && (letter + to - from) % 256 != 0
                    && Coding.goesOnTo(code + to - from)) {
                to++;
            }
            ranges.add(Coding.range(code, code + to - from - 1, utf16(letter)));
        }
        return coding.map("bf", """
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                """, ranges);
    }

    private static String utf16(int letter) {
        StringBuilder hex = new StringBuilder("<");
        for (char c : Character.toChars(letter)) {
            hex.append(String.format("%04X", (int) c));
        }
        return hex.append('>').toString();
    }

    /** As small as can be, for what is compressed once and printed often. */
    static byte[] deflated(byte[] bytes) {
        return deflated(bytes, Deflater.BEST_COMPRESSION);
    }

    static byte[] deflated(byte[] bytes, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}

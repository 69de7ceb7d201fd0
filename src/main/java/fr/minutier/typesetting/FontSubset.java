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
    private static final int INSTRUCTIONS = 0x100;
    private static final int MORE_COMPONENTS = 0x20;

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
            outlines.add(bare(source.outline(order.get(i))));
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
        return new SharedFont(
                metrics, subset.codes, advances, deflated(subset.toUnicode()), deflated(file), file.length);
    }

    /** An outline without its instructions, its components by their new numbers. */
    private byte[] bare(byte[] outline) {
        if (outline.length == 0) {
            return outline;
        }
        ByteBuffer glyph = ByteBuffer.wrap(outline);
        int contours = glyph.getShort(0);
        if (contours < 0) {
            return composite(outline);
        }
        int at = 10 + 2 * contours;
        int instructions = glyph.getShort(at) & 0xFFFF;
        ByteBuffer bare = ByteBuffer.allocate((outline.length - instructions + 3) / 4 * 4);
        bare.put(outline, 0, at).putShort((short) 0);
        bare.put(outline, at + 2 + instructions, outline.length - at - 2 - instructions);
        return bare.array();
    }

    private byte[] composite(byte[] outline) {
        ByteBuffer glyph = ByteBuffer.wrap(outline);
        int at = 10;
        int flags;
        do {
            flags = glyph.getShort(at) & 0xFFFF;
            int part = glyph.getShort(at + 2) & 0xFFFF;
            Integer code = codeOfGlyph.putIfAbsent(part, order.size());
            if (code == null) {
                code = order.size();
                order.add(part);
            }
            glyph.putShort(at, (short) (flags & ~INSTRUCTIONS));
            glyph.putShort(at + 2, code.shortValue());
            at += 4 + ((flags & 0x01) != 0 ? 4 : 2);
            at += (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        } while ((flags & MORE_COMPONENTS) != 0);
        return Arrays.copyOf(outline, (at + 3) / 4 * 4);
    }

    private byte[] file() {
        int count = order.size();
        ByteBuffer hmtx = ByteBuffer.allocate(4 * count);
        ByteBuffer loca = ByteBuffer.allocate(4 * count + 4);
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            hmtx.putShort((short) source.advance(order.get(i))).putShort(source.bearing(order.get(i)));
            loca.putInt(glyf.size());
            glyf.writeBytes(outlines.get(i));
        }
        loca.putInt(glyf.size());
        byte[] head = source.copy("head");
        // Without a checksum of the whole, with long offsets in loca.
        ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
        byte[] hhea = source.copy("hhea");
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

    private static int checksum(byte[] padded) {
        ByteBuffer words = ByteBuffer.wrap(padded);
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }

    private byte[] toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
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
                    && (code + to - from) % 256 != 0) {
                to++;
            }
            ranges.add(range(code, code + to - from - 1, letter));
        }
        // The format allows a hundred entries at a time.
        for (int from = 0; from < ranges.size(); from += 100) {
            List<String> some = ranges.subList(from, Math.min(ranges.size(), from + 100));
            map.append(some.size()).append(" beginbfrange\n");
            some.forEach(map::append);
            map.append("endbfrange\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String range(int first, int last, int letter) {
        StringBuilder unicode = new StringBuilder();
        for (char c : Character.toChars(letter)) {
            unicode.append(String.format("%04X", (int) c));
        }
        return String.format("<%04X> <%04X> <%s>\n", first, last, unicode);
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

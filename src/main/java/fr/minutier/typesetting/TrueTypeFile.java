package fr.minutier.typesetting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is needed of a TrueType file with outlines (OpenType specification, tables cmap, head, hhea, hmtx, loca, glyf). */
final class TrueTypeFile {
    private final byte[] bytes;
    private final ByteBuffer file;
    private final Map<String, Table> tables = new HashMap<>();
    private final SortedMap<Integer, Integer> glyphs = new TreeMap<>();

    private record Table(int offset, int length) {}

    private final int unitsPerEm;
    private final int metrics;

    TrueTypeFile(byte[] bytes) {
        this.bytes = bytes;
        file = ByteBuffer.wrap(bytes);
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            String name = new String(bytes, entry, 4, StandardCharsets.US_ASCII);
            tables.put(name, new Table(file.getInt(entry + 8), file.getInt(entry + 12)));
        }
        unitsPerEm = unsigned(table("head") + 18);
        metrics = unsigned(table("hhea") + 34);
        readCharacters();
    }

    private Table find(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("a font without table " + name);
        }
        return table;
    }

    private int table(String name) {
        return find(name).offset();
    }

    private int unsigned(int offset) {
        return file.getShort(offset) & 0xFFFF;
    }

    /** A copy of a whole table. */
    byte[] copy(String name) {
        Table table = find(name);
        return Arrays.copyOfRange(bytes, table.offset(), table.offset() + table.length());
    }

    /** The glyph of every code point that has one, in the order of code points. */
    SortedMap<Integer, Integer> glyphs() {
        return glyphs;
    }

    private void readCharacters() {
        int cmap = table("cmap");
        int count = unsigned(cmap + 2);
        for (int i = 0; i < count; i++) {
            int subtable = cmap + file.getInt(cmap + 4 + 8 * i + 4);
            int platform = unsigned(cmap + 4 + 8 * i);
            if (platform == 3 && unsigned(subtable) == 4) {
                readSegments(subtable);
            } else if (platform == 3 && unsigned(subtable) == 12) {
                readGroups(subtable);
            }
        }
    }

    /** Format 4: segments of the basic plane. */
    private void readSegments(int subtable) {
        int twice = unsigned(subtable + 6);
        for (int s = 0; s < twice; s += 2) {
            int end = unsigned(subtable + 14 + s);
            int start = unsigned(subtable + 16 + twice + s);
            int delta = unsigned(subtable + 16 + 2 * twice + s);
            int rangeAt = subtable + 16 + 3 * twice + s;
            int range = unsigned(rangeAt);
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int glyph = range == 0 ? c : unsigned(rangeAt + range + 2 * (c - start));
                if (range == 0 || glyph != 0) {
                    glyph = (glyph + delta) & 0xFFFF;
                }
                if (glyph != 0) {
                    glyphs.put(c, glyph);
                }
            }
        }
    }

    /** Format 12: groups of any code points. */
    private void readGroups(int subtable) {
        int count = file.getInt(subtable + 12);
        for (int g = 0; g < count; g++) {
            int group = subtable + 16 + 12 * g;
            int start = file.getInt(group);
            int end = file.getInt(group + 4);
            for (int c = start; c <= end; c++) {
                glyphs.put(c, file.getInt(group + 8) + c - start);
            }
        }
    }

    /** Thousandths of the size of type. */
    int scaled(int units) {
        return Math.round(units * 1000f / unitsPerEm);
    }

    /** The part of the size of type that is one unit of the outlines. */
    double unit() {
        return 1.0 / unitsPerEm;
    }

    /** The signed number at an offset of a table, in thousandths of the size of type. */
    int scaled(String table, int offset) {
        return scaled(file.getShort(table(table) + offset));
    }

    /** The angle of italics in whole degrees, negative to the right. */
    int italicAngle() {
        return file.getShort(table("post") + 4);
    }

    /** The advance of a glyph in units of the font. */
    int advance(int glyph) {
        return unsigned(table("hmtx") + 4 * Math.min(glyph, metrics - 1));
    }

    /** The left side bearing of a glyph in units of the font. */
    short bearing(int glyph) {
        int offset = glyph < metrics ? 4 * glyph + 2 : 4 * metrics + 2 * (glyph - metrics);
        return file.getShort(table("hmtx") + offset);
    }

    /** A copy of the outline of a glyph; empty for a blank. */
    byte[] outline(int glyph) {
        boolean wide = file.getShort(table("head") + 50) == 1;
        int from = wide ? file.getInt(table("loca") + 4 * glyph) : 2 * unsigned(table("loca") + 2 * glyph);
        int to = wide ? file.getInt(table("loca") + 4 * (glyph + 1)) : 2 * unsigned(table("loca") + 2 * (glyph + 1));
        return Arrays.copyOfRange(bytes, table("glyf") + from, table("glyf") + to);
    }
}

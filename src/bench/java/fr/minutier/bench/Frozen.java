package fr.minutier.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The floor: the product's own pages, all of whose objects are ready bytes. What every statement says is compressed once;
 * what is left to do for one is to make its code, to compress its own values, to copy, and to write the last addresses.
 * Not thread-safe.
 */
final class Frozen {
    private static final Pattern FONT = Pattern.compile("/F\\S+ \\S+ Tf\n");
    private static final Pattern COLOUR = Pattern.compile("\\S+ \\S+ \\S+ rg\n");
    private static final String BEGIN_TEXT = "BT\n";
    private static final String END_TEXT = "ET\n";
    /** What is drawn for one element of the structure or for one artifact; else what holds for those that follow. */
    private static final Pattern PART = Pattern.compile(
            "/\\w+ ?(?:<<.*?>>)? ?(?:BDC|BMC)\n.*?EMC\n|" + BEGIN_TEXT + "|" + END_TEXT + "|" + FONT + "|" + COLOUR,
            Pattern.DOTALL);

    private static final Pattern MOVE = Pattern.compile("(\\S+) (\\S+) Td\n");
    private static final String END_OF_PART = "EMC\n";
    private static final String NO_FONT = "";
    private static final String BLACK = "0 0 0 rg\n";

    private static final byte[] END = ascii("\nendstream\nendobj\n");

    private final List<Page> pages = new ArrayList<>();
    private final byte[] common;
    private final Adler32 checksum = new Adler32();
    private final byte[] commonBytes;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] room = new byte[64 * 1024];

    /**
     * One statement, ready but for its page.
     *
     * @param before all other objects, and the beginning of that of the page's content
     * @param values what is drawn on this page alone
     * @param table the addresses of all objects, but for its own
     * @param ownEntry where in the table that one goes
     */
    private record Page(byte[] before, byte[] values, byte[] table, int ownEntry) {}

    /** Freezes printed statements. */
    Frozen(List<byte[]> printed) throws IOException {
        List<List<String>> drawn = new ArrayList<>();
        for (byte[] pdf : printed) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                drawn.add(sections(
                        new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        }
        Set<String> everywhere = new LinkedHashSet<>(drawn.getFirst());
        drawn.forEach(everywhere::retainAll);
        commonBytes = String.join("", everywhere).getBytes(StandardCharsets.ISO_8859_1);
        common = compressed(commonBytes);
        for (int i = 0; i < printed.size(); i++) {
            StringBuilder values = new StringBuilder();
            drawn.get(i).stream().filter(one -> !everywhere.contains(one)).forEach(values::append);
            pages.add(page(printed.get(i), values.toString().getBytes(StandardCharsets.ISO_8859_1)));
        }
        mustSayTheSameAs(printed.getFirst());
    }

    private void mustSayTheSameAs(byte[] pdf) throws IOException {
        if (!words(print(0)).equals(words(pdf))) {
            throw new IllegalStateException("the frozen page does not say what the printed one says");
        }
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }

    /** The PDF of the statement of that number. */
    byte[] print(int number) {
        Page page = pages.get(number);
        deflater.reset();
        deflater.setInput(page.values);
        deflater.finish();
        int compressed = deflater.deflate(room);
        checksum.reset();
        checksum.update(commonBytes);
        checksum.update(page.values);
        int length = 2 + common.length + compressed + 4;
        byte[] entries = ascii("/Length " + length + ">>stream\n");
        int table = page.before.length + entries.length + length + END.length;
        byte[] end = ascii(table + "\n%%EOF\n");
        ByteBuffer pdf = ByteBuffer.allocate(table + page.table.length + end.length);
        pdf.put(page.before).put(entries);
        pdf.put((byte) 0x78)
                .put((byte) 0x01)
                .put(common)
                .put(room, 0, compressed)
                .putInt((int) checksum.getValue());
        pdf.put(END);
        pdf.put(page.table).putInt(table + page.ownEntry, table);
        return pdf.put(end).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is drawn, each part with the place, the font and the colour that it finds, so that it may stand anywhere. */
    private static List<String> sections(String content) {
        List<String> sections = new ArrayList<>();
        String font = NO_FONT;
        String colour = BLACK;
        boolean inText = false;
        BigDecimal x = BigDecimal.ZERO;
        BigDecimal y = BigDecimal.ZERO;
        Matcher matcher = PART.matcher(content);
        while (matcher.find()) {
            String part = matcher.group();
            if (part.equals(BEGIN_TEXT) || part.equals(END_TEXT)) {
                inText = part.equals(BEGIN_TEXT);
                x = BigDecimal.ZERO;
                y = BigDecimal.ZERO;
                continue;
            }
            if (part.endsWith(END_OF_PART)) {
                String placed = part;
                if (inText) {
                    Matcher move = MOVE.matcher(part);
                    for (boolean first = true; move.find(); first = false) {
                        x = x.add(new BigDecimal(move.group(1)));
                        y = y.add(new BigDecimal(move.group(2)));
                        if (first) {
                            placed = part.substring(0, move.start()) + x.toPlainString() + " " + y.toPlainString()
                                    + " Td\n" + part.substring(move.end());
                        }
                    }
                    placed = BEGIN_TEXT + placed + END_TEXT;
                }
                sections.add(font + colour + placed);
            }
            font = last(FONT, part, font);
            colour = last(COLOUR, part, colour);
        }
        return sections;
    }

    private static String last(Pattern operator, String section, String otherwise) {
        String last = otherwise;
        for (Matcher matcher = operator.matcher(section); matcher.find(); ) {
            last = matcher.group();
        }
        return last;
    }

    /** Compressed to whole bytes, with more to come. */
    private static byte[] compressed(byte[] bytes) {
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION, true);
        best.setInput(bytes);
        byte[] out = new byte[bytes.length + 1024];
        int length = best.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        best.end();
        return ByteBuffer.allocate(length).put(out, 0, length).array();
    }

    /** Takes a file apart and puts it together again, the content of the page last but for the table of addresses. */
    private static Page page(byte[] pdf, byte[] values) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<COSObjectKey, Long> places = document.getDocument().getXrefTable();
            COSObject contents = (COSObject) document.getPage(0).getCOSObject().getItem(COSName.CONTENTS);
            COSObjectKey page = contents.getKey();
            int oldTable = (int) document.getDocument().getStartXref();
            String old = new String(pdf, oldTable, pdf.length - oldTable, StandardCharsets.ISO_8859_1);
            int tableNumber = old.startsWith("xref")
                    ? document.getDocument().getTrailer().getInt(COSName.SIZE)
                    : Integer.parseInt(old.substring(0, old.indexOf(' ')));
            TreeMap<Long, COSObjectKey> inFile = new TreeMap<>();
            places.forEach((key, place) -> {
                if (place > 0 && key.getNumber() != tableNumber) {
                    inFile.put(place, key);
                }
            });
            ByteArrayOutputStream before = new ByteArrayOutputStream(pdf.length);
            before.write(pdf, 0, inFile.firstKey().intValue());
            ByteBuffer table = ByteBuffer.allocate(7 * (tableNumber + 1));
            for (Map.Entry<Long, COSObjectKey> object : inFile.entrySet()) {
                if (!object.getValue().equals(page)) {
                    entry(table, object.getValue().getNumber(), 1, before.size(), 0);
                    int start = object.getKey().intValue();
                    Long next = inFile.higherKey(object.getKey());
                    before.write(pdf, start, (next == null ? oldTable : next.intValue()) - start);
                }
            }
            entry(table, page.getNumber(), 1, before.size(), 0);
            before.write(ascii(page.getNumber() + " 0 obj\n<</Filter/FlateDecode"));
            places.forEach((key, place) -> {
                if (place < 0) {
                    entry(table, key.getNumber(), 2, (int) -place, key.getStreamIndex());
                }
            });
            entry(table, tableNumber, 1, 0, 0);
            String head = tableNumber + " 0 obj\n<</Type/XRef/W[1 4 2]/Size " + (tableNumber + 1) + "/Length "
                    + table.capacity() + found(old, "/Root \\d+ \\d+ R") + found(old, "/Info \\d+ \\d+ R")
                    + found(old, "/ID ?\\[.*?\\]") + ">>stream\n";
            ByteArrayOutputStream last = new ByteArrayOutputStream();
            last.write(ascii(head));
            last.write(table.array());
            last.write(ascii("\nendstream\nendobj\nstartxref\n"));
            return new Page(before.toByteArray(), values, last.toByteArray(), head.length() + 7 * tableNumber + 1);
        }
    }

    private static void entry(ByteBuffer table, long number, int kind, int place, int index) {
        table.position((int) (7 * number)).put((byte) kind).putInt(place).putShort((short) index);
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return matcher.group();
    }
}

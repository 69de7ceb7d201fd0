package fr.minutier.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes a real file a little, at random: as a bad disk does, as a bad program does, and as an attacker does. */
final class Mutator {
    private static final List<String> ANYWHERE = List.of(
            "\u0000",
            "\u202E",
            "\u001B[2J",
            "\uFEFF",
            "\uD800",
            "\u00A0",
            "\r",
            "\n",
            "\t",
            "é",
            "-1",
            "0",
            "21",
            "1e9",
            "1E+999999999",
            "1E-999999999",
            "9".repeat(1_000),
            "0,".repeat(50),
            "NaN",
            "Infinity",
            "2147483648",
            "-9223372036854775809",
            "2026-13-45",
            "31/02/2026",
            "29/02/1900",
            "9999999-01-01",
            "../../x",
            "CON",
            "=1+1",
            "@SUM(A1)",
            "x".repeat(40_000),
            "<script>alert(1)</script>",
            "\r\nBcc: x@example.org",
            "ABSENT",
            "NP");

    private static final List<String> MARKUP = List.of(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:PORT/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
            "&a;",
            "&b;",
            "&#0;",
            "&#xD800;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?x",
            "/>",
            "<a>".repeat(20_000),
            " r=\"XFD1048577\"",
            " r=\"A99999999999\"",
            " r=\"A0\"",
            " count=\"2147483647\"",
            " t=\"s\"",
            " t=\"zz\"",
            " s=\"99999999\"",
            "<v>-1</v>",
            "<v>1E+999999999</v>",
            "<v>1e400</v>",
            "<f>HYPERLINK(\"http://127.0.0.1:PORT/\")</f>",
            "<row r=\"2147483648\"/>",
            "<mergeCell ref=\"A1:XFD1048576\"/>",
            "<hyperlink ref=\"A1\"/>",
            " table:number-rows-repeated=\"2147483647\"",
            " table:number-columns-repeated=\"2147483647\"",
            " office:value-type=\"float\"",
            " office:value=\"1E+999999999\"",
            " office:date-value=\"-99999-01-01\"",
            " table:number-columns-spanned=\"-1\"",
            "<table:table-row><table:table-cell/></table:table-row>",
            " xlink:href=\"http://127.0.0.1:PORT/\"",
            " text:c=\"2147483647\"",
            "<text:s text:c=\"2147483647\"/>");

    private static final List<String> TEXT = List.of(
            ";",
            "\"",
            "\"\"",
            ";\"",
            ",",
            "\t",
            "&a",
            "*a",
            "&a [*a, *a]",
            "<<: *a",
            "!!java.net.URL [http://127.0.0.1:PORT/]",
            "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:PORT/\"]]]]",
            "- ".repeat(5_000),
            "[".repeat(5_000),
            "{".repeat(5_000),
            "? ",
            ": ",
            "|\n  ",
            ">\n  ",
            "---\n",
            "...\n",
            "0x7fffffff",
            "{{",
            "}}",
            "{{#",
            "{{^",
            "{{/",
            "{{#candidat}}",
            "{{/candidat}}",
            "{{acte.numero}}",
            "{{class}}",
            "> ".repeat(3_000),
            "*".repeat(5_000),
            "[](".repeat(2_000),
            "![](../../../etc/passwd)",
            "![](http://127.0.0.1:PORT/x.png)",
            "| --- |\n",
            "|",
            "> [!signatures]\n",
            "<br>",
            "&nbsp;",
            "#".repeat(7),
            "`",
            "\\");

    private final Random random;
    private final int port;

    /**
     * A sequence of changes.
     *
     * @param port on this machine, where somebody waits for whoever follows an address that a file names
     */
    Mutator(Random random, int port) {
        this.random = random;
        this.port = port;
    }

    /** One file changed into another one; the original is left as it is. */
    byte[] mutate(byte[] original) throws IOException {
        return isZip(original) && random.nextInt(5) > 0 ? repacked(original) : changed(original, TEXT);
    }

    private static boolean isZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K';
    }

    /** Changes what one entry holds, or what it is called, and packs the archive again. */
    private byte[] repacked(byte[] original) throws IOException {
        record Part(String name, byte[] bytes) {}

        List<Part> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(original))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(new Part(entry.getName(), zip.readAllBytes()));
            }
        }
        int chosen = random.nextInt(parts.size());
        Part part = parts.get(chosen);
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(chosen);
            case 1 -> parts.set(chosen, new Part(part.name() + pick(ANYWHERE), part.bytes()));
            case 2 -> parts.add(new Part("../" + part.name(), part.bytes()));
            case 3 ->
                parts.set(
                        chosen,
                        new Part(
                                part.name(),
                                parts.get(random.nextInt(parts.size())).bytes()));
            default -> {
                List<String> tokens = part.name().endsWith(".csv") ? TEXT : MARKUP;
                parts.set(chosen, new Part(part.name(), changed(part.bytes(), tokens)));
            }
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
            for (Part kept : parts) {
                String name = kept.name().length() > 60_000 ? kept.name().substring(0, 60_000) : kept.name();
                zip.putNextEntry(new ZipEntry(name.replace("\uD800", "?")));
                zip.write(kept.bytes());
            }
        }
        return packed.toByteArray();
    }

    private byte[] changed(byte[] original, List<String> tokens) {
        byte[] bytes = original;
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
            byte[] span = Arrays.copyOfRange(bytes, from, to);
            bytes = switch (random.nextInt(10)) {
                case 0 -> spliced(bytes, from, to, new byte[0]);
                case 1 -> spliced(bytes, from, from, span);
                case 2 -> spliced(bytes, from, from, repeated(span));
                case 3 -> Arrays.copyOf(bytes, from);
                case 4 -> flipped(bytes, from);
                case 5 -> spliced(bytes, from, to, token(ANYWHERE));
                case 6 -> inAValue(bytes, from);
                default -> spliced(bytes, from, from, token(random.nextBoolean() ? tokens : ANYWHERE));
            };
        }
        return bytes;
    }

    /** Puts something else where a number, a word or a quoted value stands. */
    private byte[] inAValue(byte[] bytes, int near) {
        int from = near;
        while (from < bytes.length && !Character.isLetterOrDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && (Character.isLetterOrDigit(bytes[to]) || bytes[to] < 0)) {
            to++;
        }
        return spliced(bytes, from, to, token(ANYWHERE));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] put) {
        byte[] made = Arrays.copyOf(bytes, bytes.length - (to - from) + put.length);
        System.arraycopy(put, 0, made, from, put.length);
        System.arraycopy(bytes, to, made, from + put.length, bytes.length - to);
        return made;
    }

    private byte[] repeated(byte[] span) {
        int times = 1 << random.nextInt(12);
        byte[] made = new byte[span.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(span, 0, made, i * span.length, span.length);
        }
        return made;
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] made = bytes.clone();
        made[at] = random.nextBoolean() ? (byte) (made[at] ^ (1 << random.nextInt(8))) : (byte) random.nextInt(256);
        return made;
    }

    private byte[] token(List<String> tokens) {
        return pick(tokens).replace("PORT", Integer.toString(port)).getBytes(StandardCharsets.UTF_8);
    }

    private String pick(List<String> tokens) {
        return tokens.get(random.nextInt(tokens.size()));
    }
}

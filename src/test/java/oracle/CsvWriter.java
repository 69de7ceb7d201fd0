package oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of session.csv, jury.csv, candidats.csv, deliberation.csv: every delimiter and encoding of section 3. */
final class CsvWriter {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Map<String, String> FILES = Map.of(
            RawSession.SESSION, "session.csv",
            RawSession.JURY, "jury.csv",
            RawSession.CANDIDATES, "candidats.csv",
            RawSession.DELIBERATION, "deliberation.csv");

    private CsvWriter() {}

    static Writer.Written write(RawSession raw, List<Layout> layouts, Path input, Dice dice) throws IOException {
        Path folder = Files.createDirectories(input.resolve(raw.stem));
        char delimiter = dice.one(';', ';', ';', ',', '\t');
        String lineEnd = dice.one("\r\n", "\n");
        Map<String, Map<Integer, Map<String, String>>> cells = new HashMap<>();
        for (Layout layout : layouts) {
            String text = text(layout, delimiter, lineEnd, dice);
            Files.write(folder.resolve(FILES.get(layout.official())), encode(text, dice));
            cells.put(layout.official(), layout.cells());
        }
        return new Writer.Written(folder, cells);
    }

    private static String text(Layout layout, char delimiter, String lineEnd, Dice dice) {
        int width = layout.lines().get(layout.header()).size();
        boolean padded = dice.percent(50); // a spreadsheet pads every row to the same width, a hand does not
        boolean quoted = dice.percent(10); // quotes that were not needed
        StringBuilder text = new StringBuilder();
        for (List<Shown> line : layout.lines()) {
            int cells = padded ? width : line.size();
            for (int i = 0; i < cells; i++) {
                if (i > 0) {
                    text.append(delimiter);
                }
                text.append(i < line.size() ? field(line.get(i).text(), delimiter, quoted) : "");
            }
            text.append(lineEnd);
        }
        return text.toString();
    }

    private static String field(String value, char delimiter, boolean quoted) {
        boolean must = value.indexOf(delimiter) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return must || (quoted && !value.isEmpty()) ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** UTF-8 with or without BOM; Windows-1252 when it can say every character. */
    private static byte[] encode(String text, Dice dice) {
        int choice = dice.from(0, 2);
        if (choice == 0 && WINDOWS_1252.newEncoder().canEncode(text)) {
            return text.getBytes(WINDOWS_1252);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (choice == 1) {
            bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}

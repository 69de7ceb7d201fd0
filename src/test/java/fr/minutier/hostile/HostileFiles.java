package fr.minutier.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes files that are made to do harm, each from a good one as far as it goes. */
final class HostileFiles {
    private static final Path GOOD_XLSX = Path.of("input/DEIS-2026-JUIN.xlsx");
    private static final Path GOOD_ODS = Path.of("src/test/resources/formats/session-mai.ods");
    private static final Path GOOD_FOLDER = Path.of("input/DEIS-2025-NOVEMBRE");

    private final Path input;

    /** Into that folder. */
    HostileFiles(Path input) throws IOException {
        this.input = Files.createDirectories(input);
    }

    /** What writes the content of one entry of an archive. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;

        static Content of(String text) {
            return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        static Content repeated(String text, long times) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return out -> {
                for (long i = 0; i < times; i++) {
                    out.write(bytes);
                }
            };
        }

        default Content then(Content next) {
            return out -> {
                writeTo(out);
                next.writeTo(out);
            };
        }
    }

    /** The good session of CSV files, as it is. */
    void goodFolder(String name) throws IOException {
        folder(name, UnaryOperator.identity());
    }

    /** The good session of CSV files, each of them rewritten. */
    void folder(String name, UnaryOperator<String> rewritten) throws IOException {
        Path folder = Files.createDirectories(input.resolve(name));
        for (String file : new String[] {"session.csv", "jury.csv", "candidats.csv", "deliberation.csv"}) {
            Path from = GOOD_FOLDER.resolve(file);
            if (Files.exists(from)) {
                Files.writeString(folder.resolve(file), rewritten.apply(Files.readString(from)));
            }
        }
    }

    /** An archive of any content. */
    void archive(String name, Map<String, Content> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(input.resolve(name)))) {
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
            }
        }
    }

    /** The good .xlsx workbook with other parts in place of its own, or beside them. */
    void xlsx(String name, Map<String, Content> others) throws IOException {
        archive(name, with(GOOD_XLSX, others));
    }

    /** The good .ods workbook with other parts in place of its own, or beside them. */
    void ods(String name, Map<String, Content> others) throws IOException {
        archive(name, with(GOOD_ODS, others));
    }

    /** A part of the good .xlsx workbook, as text. */
    static String partOfXlsx(String part) throws IOException {
        return part(GOOD_XLSX, part);
    }

    /** A part of the good .ods workbook, as text. */
    static String partOfOds(String part) throws IOException {
        return part(GOOD_ODS, part);
    }

    private static String part(Path workbook, String part) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(workbook + " has no " + part);
    }

    private static Map<String, Content> with(Path workbook, Map<String, Content> others) throws IOException {
        Map<String, Content> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                parts.put(entry.getName(), out -> out.write(bytes));
            }
        }
        parts.putAll(others);
        return parts;
    }
}

package fr.minutier.bordereau;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was handed in for one jury session by one workbook or one folder of CSV files, as written.
 *
 * @param name the file or folder as a person names it, relative to the input folder
 * @param sheets in the order of the workbook; hidden ones included
 * @param returned whether it is an annotated copy, with the sheet that lists what was to be corrected
 */
public record Bordereau(String name, List<Sheet> sheets, boolean returned) {
    /** The sheet that an annotated copy has before the others: it is the program's own, and never read. */
    public static final String TO_CORRECT = "À corriger";

    /** The headings of that sheet, by which it is told from one that a person gave the same name. */
    public static final List<String> TO_CORRECT_HEADINGS =
            List.of("Cellule", "Gravité", "Candidat", "Code", "Ce qui ne va pas, et que faire");

    /** Above its headings, when a person has put a few lines in. */
    private static final int MOST_LINES_ABOVE = 10;

    /** Keeps its own copy of the sheets, without the one that an annotated copy has before them. */
    public Bordereau(String name, List<Sheet> sheets) {
        this(
                name,
                sheets.stream().filter(sheet -> !listsCorrections(sheet)).toList(),
                sheets.stream().anyMatch(Bordereau::listsCorrections));
    }

    /** Keeps its own copy of the sheets. */
    public Bordereau {
        sheets = List.copyOf(sheets);
    }

    private static boolean listsCorrections(Sheet sheet) {
        return Label.fold(sheet.name()).startsWith(Label.fold(TO_CORRECT))
                && sheet.lines().stream()
                        .limit(MOST_LINES_ABOVE)
                        .map(line -> line.cells().stream().map(Cell::text).toList())
                        .anyMatch(TO_CORRECT_HEADINGS::equals);
    }

    /**
     * The sheet of that name, spelled however {@link Label#fold} lets it be; when there is none, that of the first alias
     * that has one. Among sheets that fold alike a visible one comes before a hidden one.
     */
    public Optional<Sheet> sheet(String wanted, List<String> aliases) {
        return Stream.concat(Stream.of(wanted), aliases.stream())
                .flatMap(label -> named(Label.fold(label)).stream())
                .findFirst();
    }

    private Optional<Sheet> named(String folded) {
        List<Sheet> found =
                sheets.stream().filter(s -> Label.fold(s.name()).equals(folded)).toList();
        return found.stream().filter(s -> !s.hidden()).findFirst().or(() -> found.stream()
                .findFirst());
    }

    /**
     * SHA-256, in lower-case hexadecimal, over every sheet, row and cell with its address, kind and exact value: equal
     * for equal bordereaux and different as soon as one cell, name or visibility differs, however the file itself was
     * saved.
     */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha)))) {
                write(out, name);
                out.writeInt(sheets.size());
                for (Sheet sheet : sheets) {
                    write(out, sheet);
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a digest writes to no device", e);
        }
    }

    private static void write(DataOutputStream out, Sheet sheet) throws IOException {
        write(out, sheet.name());
        write(out, sheet.file());
        out.writeBoolean(sheet.hidden());
        out.writeInt(sheet.lines().size());
        for (Line line : sheet.lines()) {
            out.writeInt(line.index());
            out.writeBoolean(line.hidden());
            out.writeInt(line.cells().size());
            for (Cell cell : line.cells()) {
                out.writeInt(cell.address().column());
                write(out, cell.content());
            }
        }
    }

    private static void write(DataOutputStream out, Content content) throws IOException {
        switch (content) {
            case Content.Text text -> tagged(out, 'T', text.written());
            case Content.Number number -> tagged(out, 'N', number.value().toPlainString());
            case Content.Day day -> tagged(out, 'D', day.date().toString());
            case Content.Truth truth -> tagged(out, 'B', truth.value() ? "1" : "0");
            case Content.FormulaWithoutValue ignored -> tagged(out, 'F', "");
            case Content.Fault fault -> tagged(out, 'E', fault.code());
            case Content.Blank ignored -> tagged(out, ' ', "");
        }
    }

    private static void tagged(DataOutputStream out, char kind, String value) throws IOException {
        out.writeByte(kind);
        write(out, value);
    }

    /** Length first, so that no two different sequences of texts give the same bytes. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

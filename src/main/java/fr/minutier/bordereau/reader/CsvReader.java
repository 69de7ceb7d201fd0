package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a folder or an archive of CSV files as one bordereau: one sheet a file, each field a text. */
final class CsvReader {

    /** A CSV of every row allowed, each as long as a page, stays below. */
    static final int LARGEST_FILE = 64_000_000;

    private final String folder;
    private final String ofWhat;
    private final Budget budget;

    private CsvReader(String folder, String ofWhat) {
        this.folder = folder;
        this.ofWhat = ofWhat;
        this.budget = new Budget(folder);
    }

    /**
     * Reads a folder. Every file that cannot be read is told of, not the first alone.
     *
     * @param name how a person names the folder
     */
    static Bordereau read(Path folder, String name) throws Refusal, IOException {
        List<CsvFile> files = CsvSheets.in(folder).values().stream()
                .flatMap(List::stream)
                .map(CsvReader::file)
                .toList();
        return read(CsvSheets.bySheet(files, CsvFile::name), name, "du dossier");
    }

    /** A file of its own, to be read from disk. */
    static CsvFile file(Path path) {
        return new CsvFile(path.getFileName().toString(), shown -> bytes(path, shown));
    }

    /**
     * Reads the files of one session.
     *
     * @param name how a person names what holds them
     * @param ofWhat what holds them, in French: {@code du dossier}
     */
    static Bordereau read(Map<String, List<CsvFile>> files, String name, String ofWhat) throws Refusal {
        if (files.isEmpty()) {
            throw new Refusal("Le dossier " + Refusal.quoted(name)
                    + " ne contient ni session.csv ni candidats.csv\u00A0: ajoutez-y les fichiers CSV de la session.");
        }
        CsvReader reader = new CsvReader(name, ofWhat);
        List<Sheet> sheets = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        files.forEach((sheet, alike) -> {
            try {
                sheets.add(reader.sheet(sheet, alike));
            } catch (Refusal e) {
                refusals.add(e.sentence());
            }
        });
        if (!refusals.isEmpty()) {
            throw new Refusal(String.join(" ", refusals));
        }
        return new Bordereau(name, sheets);
    }

    private Sheet sheet(String sheet, List<CsvFile> alike) throws Refusal {
        CsvFile only = alike.getFirst();
        String file = folder + "/" + Written.tidy(only.name());
        if (alike.size() > 1) {
            throw new Refusal(
                    "Deux fichiers " + ofWhat + " " + Refusal.quoted(folder) + " portent le même nom aux accents ou"
                            + " aux majuscules près (" + only.name() + ", "
                            + alike.get(1).name() + ")\u00A0: gardez celui qui est à jour et retirez l’autre.");
        }
        CsvText text = CsvText.of(only.bytes().read(file), file);
        List<Line> lines = new ArrayList<>();
        long before = 0;
        try (CSVParser records =
                CSVParser.parse(text.text(), CsvText.format(text.delimiter()).get())) {
            for (CSVRecord record : records) {
                Line line = line(record, file, sheet);
                if (!line.cells().isEmpty()) {
                    budget.row(line.cells().size());
                    lines.add(line);
                }
                before = record.getRecordNumber();
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(
                    "Dans " + Refusal.quoted(file) + ", un guillemet (\") est mal placé ou n’est jamais refermé"
                            + " à partir de la ligne " + (before + 1)
                            + "\u00A0: corrigez-la, ou enregistrez de nouveau la feuille au format CSV depuis votre tableur.");
        }
        return new Sheet(sheet, file, false, lines);
    }

    private static Line line(CSVRecord record, String file, String sheet) {
        int row = Math.toIntExact(record.getRecordNumber() - 1);
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < record.size(); column++) {
            String field = record.get(column);
            if (!Written.blank(field)) {
                cells.add(new Cell(new Address(file, sheet, row, column), new Content.Text(field)));
            }
        }
        return new Line(row, false, cells);
    }

    private static byte[] bytes(Path path, String file) throws Refusal {
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw Refusal.tooLarge(file);
            }
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == 0) {
                throw Refusal.empty(file);
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.denied(file);
        }
    }
}

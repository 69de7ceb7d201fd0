package fr.minutier.bordereau;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The four names that CSV files of a session bear. */
final class CsvSheets {

    static final String SESSION = "Session";

    private static final List<String> SHEETS = List.of(SESSION, "Jury", "Candidats", "Délibération");

    private CsvSheets() {}

    /** The sheet that the file stands for, or empty when it bears none of the four names. */
    static Optional<String> named(Path file) {
        String name = file.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.empty();
        }
        String stem = Label.fold(name.substring(0, name.length() - ".csv".length()));
        return SHEETS.stream().filter(sheet -> Label.fold(sheet).equals(stem)).findFirst();
    }

    /** The files of a folder that bear one of the names, by sheet, in the order of a workbook's sheets. */
    static Map<String, List<Path>> in(Path folder) throws IOException {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        List<Path> lying = Inbox.children(folder);
        for (String sheet : SHEETS) {
            for (Path path : lying) {
                if (named(path).filter(sheet::equals).isPresent() && Files.isRegularFile(path)) {
                    files.computeIfAbsent(sheet, any -> new ArrayList<>()).add(path);
                }
            }
        }
        return files;
    }
}

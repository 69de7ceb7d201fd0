package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The four names that CSV files of a session bear. */
final class CsvSheets {

    static final String SESSION = "Session";

    private static final List<String> SHEETS = List.of(SESSION, "Jury", "Candidats", "Délibération");

    private CsvSheets() {}

    /** The sheet that a file of that name stands for, or empty when it bears none of the four names. */
    static Optional<String> named(String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return Optional.empty();
        }
        String stem = Label.fold(name.substring(0, name.length() - ".csv".length()));
        return SHEETS.stream().filter(sheet -> Label.fold(sheet).equals(stem)).findFirst();
    }

    /** The files of a folder that bear one of the names, by sheet, in the order of a workbook's sheets. */
    static Map<String, List<Path>> in(Path folder) throws IOException {
        List<Path> files =
                Inbox.children(folder).stream().filter(Files::isRegularFile).toList();
        return bySheet(files, path -> path.getFileName().toString());
    }

    /** Those of the files that bear one of the names, by sheet, in the order of a workbook's sheets. */
    static <T> Map<String, List<T>> bySheet(List<T> files, Function<T, String> name) {
        Map<String, List<T>> bySheet = new LinkedHashMap<>();
        for (String sheet : SHEETS) {
            for (T file : files) {
                if (named(name.apply(file)).filter(sheet::equals).isPresent()) {
                    bySheet.computeIfAbsent(sheet, any -> new ArrayList<>()).add(file);
                }
            }
        }
        return bySheet;
    }
}

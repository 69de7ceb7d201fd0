package fr.minutier.bordereau;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The four names that CSV files of a session bear. */
final class CsvSheets {

    static final String SESSION = "Session";

    private static final Map<String, String> SHEETS =
            Map.of("session", SESSION, "jury", "Jury", "candidats", "Candidats", "deliberation", "Délibération");

    private CsvSheets() {}

    /** The sheet that the file stands for, or empty when it bears none of the four names. */
    static Optional<String> named(Path file) {
        String name = file.getFileName().toString();
        return isCsv(name)
                ? Optional.ofNullable(SHEETS.get(Label.fold(name.substring(0, name.length() - ".csv".length()))))
                : Optional.empty();
    }

    static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }
}

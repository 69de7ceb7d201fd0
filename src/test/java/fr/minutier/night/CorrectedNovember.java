package fr.minutier.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three candidates of November 2025: as the session closes, and as its first correction has them. 25N-016 gains the
 * hundredth of a point that he lacked, the reserve of 25N-028 is lifted, 25N-001 stays as she is.
 */
final class CorrectedNovember {
    private static final Path SAMPLE = Path.of("input").resolve(Office.NOVEMBER);
    private static final List<String> CANDIDATES = List.of("N° candidat", "25N-001", "25N-016", "25N-028");

    private CorrectedNovember() {}

    /** Hands the session in as it closes. */
    static void close(Path input) throws IOException {
        Path session = Files.createDirectories(input.resolve(Office.NOVEMBER));
        for (String file : List.of("session.csv", "jury.csv")) {
            Files.writeString(session.resolve(file), Files.readString(SAMPLE.resolve(file)));
        }
        Files.writeString(
                session.resolve("candidats.csv"),
                Files.readString(SAMPLE.resolve("candidats.csv"))
                        .replace("\uFEFF", "")
                        .lines()
                        .filter(line -> CANDIDATES.stream().anyMatch(line::startsWith))
                        .collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    /** Hands the first correction in, deliberated on 4 December. */
    static void correct(Path input) throws IOException {
        close(input);
        Path session = input.resolve(Office.NOVEMBER);
        Path fields = session.resolve("session.csv");
        Files.writeString(
                fields,
                Files.readString(fields).replace("20/11/2025", "04/12/2025").stripTrailing()
                        + "\r\nPV rectificatif;1\r\nMotif;Erreur de report\r\n");
        Path rows = session.resolve("candidats.csv");
        Files.writeString(
                rows,
                Files.readString(rows)
                        .replace(";35;9,49;", ";35;9,5;")
                        .replace(";12;88;13;;;;;;;;;;;", ";12;88;13;;;;;;;;;;LONGUEUR_MEMOIRE : accord du jury;"));
    }
}

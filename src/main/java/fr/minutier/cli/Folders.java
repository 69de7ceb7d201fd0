package fr.minutier.cli;

import fr.minutier.night.Workplace;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where to work; by default, beside the program. */
final class Folders {
    @Option(
            names = "--output",
            paramLabel = "DOSSIER",
            description = "Dossier des documents et du registre (par défaut\u00a0: output).")
    @Nullable
    Path output;

    @Option(
            names = "--templates",
            paramLabel = "DOSSIER",
            description = "Dossier des définitions et des modèles (par défaut\u00a0: templates).")
    @Nullable
    Path templates;

    /** The workplace, whose input and templates exist. */
    Workplace workplace(@Nullable Path input) throws NoSuchFileException, NotDirectoryException {
        Path home = Path.of(System.getProperty("minutier.home", ""));
        return new Workplace(
                folder(input == null ? home.resolve("input") : input),
                output == null ? home.resolve("output") : output,
                folder(templates == null ? home.resolve("templates") : templates),
                Workplace.today(Optional.ofNullable(System.getenv("SOURCE_DATE_EPOCH")), Clock.systemUTC()));
    }

    private static Path folder(Path path) throws NoSuchFileException, NotDirectoryException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        return path;
    }
}

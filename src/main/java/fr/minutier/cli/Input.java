package fr.minutier.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where bordereaux lie; by default, beside the program. */
final class Input {
    @Option(
            names = "--input",
            paramLabel = "DOSSIER",
            description = "Dossier des bordereaux (par défaut\u00a0: input). Rien n’y est jamais modifié.")
    @Nullable
    Path given;

    /** The folder, which need not exist. */
    Path folder() throws WrongUse {
        return given == null ? Folders.home("input") : Folders.named(given);
    }
}

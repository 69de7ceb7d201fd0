package fr.minutier.cli;

import fr.minutier.night.Workplace;
import fr.minutier.register.Base;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where documents and register lie; by default, beside the program. */
final class Output {
    @Option(
            names = "--output",
            paramLabel = "DOSSIER",
            description = "Dossier des documents et du registre (par défaut\u00a0: output).")
    @Nullable
    Path given;

    /** The folder, which need not exist. */
    Path folder() throws WrongUse {
        return given == null ? Folders.home("output") : Folders.named(given);
    }

    /** What the register lives in. */
    Base base(Minutier told) throws WrongUse {
        return new Base(Workplace.register(folder()), told.server());
    }
}

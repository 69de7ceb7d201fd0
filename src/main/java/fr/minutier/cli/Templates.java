package fr.minutier.cli;

import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where definitions and acts lie; by default, beside the program. */
final class Templates {
    @Option(
            names = "--templates",
            paramLabel = "DOSSIER",
            description = "Dossier des définitions et des modèles (par défaut\u00a0: templates).")
    @Nullable
    Path given;

    /** The folder, which exists. */
    Path folder() throws WrongUse {
        return Folders.existing(given == null ? Folders.home("templates") : given);
    }

    /** The definitions in it, at least one. */
    CertificationLibrary library() throws WrongUse, InvalidDefinition {
        Path folder = folder();
        CertificationLibrary library = new CertificationLibrary(folder);
        if (library.all().isEmpty()) {
            throw new WrongUse(
                    "aucune définition (.yaml) dans «\u00a0" + folder.resolve("certifications") + "\u00a0».");
        }
        return library;
    }
}

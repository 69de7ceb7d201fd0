package fr.minutier.cli;

import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.TemplateFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where definitions and acts lie; by default, beside the program. */
final class Templates {
    @Option(
            names = "--templates",
            paramLabel = "DOSSIER",
            description =
                    "Dossier de vos définitions et modèles\u00a0; chacun de ses fichiers remplace celui du programme (par"
                            + " défaut\u00a0: templates).")
    @Nullable
    Path given;

    /** The folder given, which exists, completed by the program's own. */
    TemplateFolder folder() throws WrongUse {
        Path own = Folders.home("templates");
        return given == null
                ? TemplateFolder.of(Folders.existing(own))
                : new TemplateFolder(Folders.existing(given), own);
    }

    /** The definitions in it, at least one. */
    CertificationLibrary library() throws WrongUse, InvalidDefinition {
        TemplateFolder folder = folder();
        CertificationLibrary library = new CertificationLibrary(folder);
        if (library.all().isEmpty()) {
            throw new WrongUse(
                    "aucune définition (.yaml) dans «\u00a0" + folder.own().resolve("certifications") + "\u00a0».");
        }
        return library;
    }
}

package fr.minutier.cli;

import fr.minutier.night.Workplace;
import fr.minutier.proof.KeyFolder;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code cles}: makes the keys with which acts are signed from then on. */
@Command(
        name = "cles",
        description =
                "Crée la clé avec laquelle les actes définitifs portent désormais un code QR signé. Une clé n’est jamais"
                        + " remplacée.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  ./minutier cles")
final class KeysCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Output output = new Output();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        PrintStream out = Objects.requireNonNull(minutier).out();
        Path folder = output.folder();
        Folders.prepare(folder);
        Path known = new KeyFolder(Workplace.register(folder)).create();
        out.println("Clés créées. La clé privée reste dans «\u00a0" + known.getParent()
                + "\u00a0»\u00a0: n’en donnez copie à personne, et gardez-en une sauvegarde sous clé.");
        out.println(
                "La clé publique, à publier pour que chacun vérifie les actes, est «\u00a0" + known + "\u00a0»\u00a0:");
        out.print(Files.readString(known));
        out.println(
                "Les actes des sessions qui seront délivrées comme définitives porteront un code QR signé\u00a0; les"
                        + " projets n’en portent pas, les sessions closes ne changent pas.");
        return ExitStatus.DONE;
    }
}

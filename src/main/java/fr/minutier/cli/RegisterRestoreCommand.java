package fr.minutier.cli;

import fr.minutier.archive.Backup;
import fr.minutier.night.Workplace;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code registre restaurer}: puts a backup back. */
@Command(
        name = "restaurer",
        description =
                "Remet une sauvegarde en place. Le registre présent est mis de côté, jamais effacé\u00a0; s’il sait plus que"
                        + " la sauvegarde, rien n’est touché.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  ./minutier registre restaurer registre-2026-07-01.zip")
final class RegisterRestoreCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    RegisterCommand parent;

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "FICHIER", description = "Sauvegarde faite par «\u00a0registre sauvegarder\u00a0».")
    Path file = Path.of("");

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(parent).minutier();
        RegisterCommand.requireFile(told, "pg_restore");
        WrongUse.requireFile(file);
        Path folder = output.folder();
        Folders.prepare(folder);
        Optional<Path> aside;
        try {
            aside = new Backup(Workplace.register(folder)).restore(file);
        } catch (Backup.Refused refused) {
            throw new WrongUse(String.valueOf(refused.getMessage()));
        }
        told.out()
                .println("Registre restauré."
                        + aside.map(path -> " Celui qui était là est mis de côté\u00a0: «\u00a0" + path + "\u00a0».")
                                .orElse(""));
        told.out().println("Vérifiez-le avec les documents\u00a0: ./minutier registre verifier");
        return ExitStatus.DONE;
    }
}

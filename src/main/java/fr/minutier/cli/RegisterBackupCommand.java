package fr.minutier.cli;

import fr.minutier.archive.Backup;
import fr.minutier.night.Workplace;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code registre sauvegarder}: the whole register in one file, even while a run is going. */
@Command(
        name = "sauvegarder",
        description =
                "Écrit tout le registre dans un fichier, même pendant un passage\u00a0: la base, ce qui est gardé de chaque"
                        + " session, les clés.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  ./minutier registre sauvegarder -o registre-2026-07-01.zip")
final class RegisterBackupCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    RegisterCommand parent;

    @Mixin
    Output output = new Output();

    @Option(
            names = "-o",
            paramLabel = "FICHIER",
            description =
                    "Sauvegarde à écrire (.zip), lisible par son seul propriétaire\u00a0: elle contient la clé privée.")
    @Nullable
    Path file;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        RegisterCommand.requireFile(Objects.requireNonNull(parent).minutier(), "pg_dump");
        Path target = Target.free(file, "registre.zip");
        Path place = Workplace.register(output.folder());
        if (!new Backup(place).write(target)) {
            throw new WrongUse("il n’y a pas de registre dans «\u00a0" + place + "\u00a0».");
        }
        Objects.requireNonNull(parent)
                .minutier()
                .out()
                .println("Sauvegarde écrite\u00a0: «\u00a0" + target
                        + "\u00a0». Gardez-la sous clé, ailleurs que sur cette machine.");
        return ExitStatus.DONE;
    }
}

package fr.minutier.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code export}: what other systems are sent. */
@Command(
        name = "export",
        description = "Écrit ce que d’autres systèmes attendent d’une session délivrée.",
        synopsisSubcommandLabel = "COMMANDE",
        commandListHeading = "%nCommandes\u00a0:%n",
        footerHeading = "%nExemple\u00a0:%n",
        footer = {"  ./minutier export cpf JURY-2026-JUIN -o titulaires.xml"},
        subcommands = CpfCommand.class)
final class ExportCommand {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Help help = new Help();

    /** The command that this one belongs to. */
    Minutier minutier() {
        return Objects.requireNonNull(minutier);
    }
}

package fr.minutier.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code registre}: what is done with the register as a whole. */
@Command(
        name = "registre",
        description = "Vérifie le registre, l’emporte, le sauvegarde ou le restaure.",
        synopsisSubcommandLabel = "COMMANDE",
        commandListHeading = "%nCommandes\u00a0:%n",
        subcommands = {RegisterVerifyCommand.class})
final class RegisterCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Help help = new Help();

    Minutier minutier() {
        return Objects.requireNonNull(minutier);
    }

    @Override
    public Integer call() throws WrongUse {
        throw new WrongUse("indiquez ce qu’il faut faire du registre\u00a0: ./minutier registre --help.");
    }
}

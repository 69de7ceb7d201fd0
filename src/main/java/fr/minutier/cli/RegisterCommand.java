package fr.minutier.cli;

import fr.minutier.night.Workplace;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import java.nio.file.Path;
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
        subcommands = {
            RegisterVerifyCommand.class,
            RegisterExportCommand.class,
            RegisterBackupCommand.class,
            RegisterRestoreCommand.class
        })
final class RegisterCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Help help = new Help();

    Minutier minutier() {
        return Objects.requireNonNull(minutier);
    }

    /** Opens the register of an output folder for reading; one without chains is none yet. */
    static Register open(Path folder) throws WrongUse, RegisterBusy {
        Path place = Workplace.register(folder);
        Register register = Register.openIfPresent(place)
                .orElseThrow(() -> new WrongUse("il n’y a pas de registre dans «\u00a0" + place + "\u00a0»."));
        if (!register.hasChains()) {
            register.close();
            throw new WrongUse("le registre «\u00a0" + place
                    + "\u00a0» date d’avant les chaînes\u00a0: le prochain «\u00a0./minutier run\u00a0» les commence.");
        }
        return register;
    }

    @Override
    public Integer call() throws WrongUse {
        throw new WrongUse("indiquez ce qu’il faut faire du registre\u00a0: ./minutier registre --help.");
    }
}

package fr.minutier.cli;

import fr.minutier.register.Base;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import fr.minutier.register.Server;
import java.util.Objects;
import java.util.Optional;
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
    static Register open(Output output, Minutier told) throws WrongUse, RegisterBusy {
        Base base = output.base(told);
        String place = base.server().map(Server::toString).orElse("«\u00a0" + base.folder() + "\u00a0»");
        Register register = Register.openIfPresent(base)
                .orElseThrow(() -> new WrongUse("il n’y a pas de registre dans " + place + "."));
        if (!register.hasChains()) {
            register.close();
            throw new WrongUse("le registre " + place
                    + " date d’avant les chaînes\u00a0: le prochain «\u00a0./minutier run\u00a0» les commence.");
        }
        return register;
    }

    /** Refuses what is made for the file of a register when it lives on a server, whose own tools do it. */
    static void requireFile(Minutier told, String tool) throws WrongUse {
        Optional<Server> server = told.server();
        if (server.isPresent()) {
            throw new WrongUse(
                    "le registre est dans la base " + server.get() + "\u00a0: c’est " + tool
                            + " de PostgreSQL qu’il faut employer, avec une copie des dossiers garde et cles de output/.registre.");
        }
    }

    @Override
    public Integer call() throws WrongUse {
        throw new WrongUse("indiquez ce qu’il faut faire du registre\u00a0: ./minutier registre --help.");
    }
}

package fr.minutier.cli;

import fr.minutier.night.Worker;
import fr.minutier.night.Workplace;
import fr.minutier.register.Server;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code ouvrier}: makes sessions for the nights of another machine. */
@Command(
        name = "ouvrier",
        description =
                "Attend les passages lancés par «\u00a0run --ouvriers\u00a0» et en produit les sessions, jusqu’à ce"
                        + " qu’on l’arrête. Le registre est dans PostgreSQL (" + Server.VARIABLE
                        + ")\u00a0; input, output et templates sont les mêmes dossiers partagés.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  " + Server.VARIABLE + "='jdbc:postgresql://serveur/minutier?user=minutier' ./minutier ouvrier")
final class WorkerCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Folders folders = new Folders();

    @Mixin
    Input input = new Input();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        requireServer(told, "ouvrier");
        Workplace place = folders.workplaceOfNight(input, told);
        Folders.prepare(place.output());
        Worker worker = new Worker(place, RunCommand.seal(place, told));
        Journal.open(place.register(), "journal-" + worker.name());
        told.out().println("Ouvrier " + worker.name() + "\u00a0: attend un passage.");
        return EndOfProcess.waitsFor(
                () -> {
                    worker.work(line -> told.out().println(line));
                    return ExitStatus.DONE;
                },
                worker::stop);
    }

    /** Refuses what several machines do together when the register is in a file of one. */
    static void requireServer(Minutier told, String what) throws WrongUse {
        if (told.server().isEmpty()) {
            throw new WrongUse(what + " demande un registre dans PostgreSQL\u00a0: donnez son adresse dans "
                    + Server.VARIABLE + " (jdbc:postgresql://hôte/base).");
        }
    }
}

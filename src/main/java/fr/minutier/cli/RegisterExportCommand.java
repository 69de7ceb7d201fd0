package fr.minutier.cli;

import fr.minutier.archive.Envelope;
import fr.minutier.archive.RegisterProof;
import fr.minutier.archive.RegisterProof.Found;
import fr.minutier.night.Workplace;
import fr.minutier.register.Register;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code registre exporter}: a session in one file, which proves itself elsewhere. */
@Command(
        name = "exporter",
        description =
                "Met une session dans une enveloppe qui se vérifie sur une autre machine, sans le registre\u00a0: ce qui a"
                        + " été reçu, la définition et les modèles utilisés, les décisions, les actes, le manifeste, la chaîne.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  ./minutier registre exporter JURY-2026-JUIN -o juin.zip")
final class RegisterExportCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    RegisterCommand parent;

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "SESSION", description = "Session à emporter.")
    String session = "";

    @Option(
            names = "-o",
            paramLabel = "FICHIER",
            description = "Enveloppe à écrire (.zip), lisible par son seul propriétaire.")
    @Nullable
    Path file;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Path target = Target.free(file, "session.zip");
        Minutier told = Objects.requireNonNull(parent).minutier();
        Path folder = output.folder();
        try (Register register = RegisterCommand.open(output, told)) {
            Found found = new RegisterProof(register, folder, Workplace.kept(folder))
                    .of(List.of()).stream()
                            .filter(one -> one.session().equals(session))
                            .findFirst()
                            .orElseThrow(() -> new WrongUse(
                                    "le registre ne connaît pas la session «\u00a0" + session + "\u00a0»."));
            if (found.firstBreak().isPresent()) {
                told.out().println("Rien n’a été écrit. " + RegisterVerifyCommand.sentence(found));
                return ExitStatus.UNKNOWN;
            }
            Envelope.write(register, session, folder, Workplace.kept(folder), target);
            told.out()
                    .println("Enveloppe écrite\u00a0: «\u00a0" + target
                            + "\u00a0». Sa tête, à garder ailleurs comme témoin\u00a0:\n"
                            + session + " " + found.head().rank() + " "
                            + found.head().sha256());
            return ExitStatus.DONE;
        }
    }
}

package fr.minutier.cli;

import fr.minutier.archive.Envelope;
import fr.minutier.archive.RegisterProof;
import fr.minutier.archive.RegisterProof.Found;
import fr.minutier.archive.Witness;
import fr.minutier.certification.FrenchCount;
import fr.minutier.night.Workplace;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code registre verifier}: whether chains, tables and files agree with each other and with witnesses. */
@Command(
        name = "verifier",
        description =
                "Recalcule la chaîne de chaque session et l’empreinte de chaque fichier, et nomme la première rupture. La"
                        + " liste affichée (session, rang, tête) est elle-même un témoin\u00a0: gardez-la ailleurs. N’écrit"
                        + " rien.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier registre verifier",
            "  ./minutier registre verifier > temoin-2026-07-01.txt",
            "  ./minutier registre verifier --temoin temoin-2026-07-01.txt",
            "  ./minutier registre verifier --temoin copie/manifeste.json",
            "  ./minutier registre verifier session.zip",
            "",
            "États de sortie\u00a0:",
            "  0  tout concorde",
            "  4  quelque chose a été changé, retiré ou ajouté"
        })
final class RegisterVerifyCommand implements Callable<Integer> {
    private static final int INDENT = 4;

    @ParentCommand
    @Nullable
    RegisterCommand parent;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--temoin",
            paramLabel = "FICHIER",
            description =
                    "Ce que quelqu’un a gardé ailleurs\u00a0: un manifeste.json, ou une liste de lignes «\u00a0SESSION"
                            + " RANG EMPREINTE\u00a0»\u00a0; l’option peut être répétée.")
    List<Path> witnesses = List.of();

    @Parameters(
            arity = "0..1",
            paramLabel = "ENVELOPPE",
            description = "Enveloppe d’une session («\u00a0registre exporter\u00a0»), prouvée sans le registre.")
    @Nullable
    Path envelope;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(parent).minutier();
        List<Witness> remembered = remembered();
        if (envelope != null) {
            WrongUse.requireFile(envelope);
            return said(
                    List.of(Envelope.prove(envelope, remembered)
                            .orElseThrow(() -> new WrongUse("«\u00a0" + envelope
                                    + "\u00a0» n’est pas l’enveloppe d’une session, ou n’est pas entier."))),
                    told);
        }
        Path folder = output.folder();
        try (Register register = RegisterCommand.open(output, told)) {
            return said(new RegisterProof(register, folder, Workplace.kept(folder)).of(remembered), told);
        }
    }

    private int said(List<Found> found, Minutier told) {
        for (Found session : found) {
            told.out()
                    .println(session.session() + " " + session.head().rank() + " "
                            + session.head().sha256());
        }
        int broken = 0;
        for (Found session : found) {
            if (session.firstBreak().isPresent()) {
                broken++;
                say(sentence(session), told);
            }
        }
        say(
                broken == 0
                        ? "Tout concorde\u00a0: " + FrenchCount.of(found.size(), "session", "sessions") + "."
                                + (witnesses.isEmpty()
                                        ? " Sans témoin (--temoin), un registre refait en entier ou remis à un état"
                                                + " ancien ne se voit pas."
                                        : "")
                        : FrenchCount.of(broken, "session rompue", "sessions rompues") + " sur " + found.size() + ".",
                told);
        return broken == 0 ? ExitStatus.DONE : ExitStatus.UNKNOWN;
    }

    static String sentence(Found found) {
        return found.session() + "\u00a0: "
                + found.firstBreak()
                        .map(at -> (at.rank() == 0 ? "" : "écriture " + at.rank() + ", ") + at.what())
                        .orElse("")
                + ".";
    }

    private static void say(String sentence, Minutier told) {
        told.out().println(Lines.folded(Lines.visible(sentence), told.columns(), INDENT));
    }

    private List<Witness> remembered() throws IOException, WrongUse {
        List<Witness> remembered = new ArrayList<>();
        for (Path file : witnesses) {
            WrongUse.requireFile(file);
            List<Witness> read = Witness.read(file);
            if (read.isEmpty()) {
                throw new WrongUse("«\u00a0" + file
                        + "\u00a0» ne dit rien d’une chaîne\u00a0: donnez un manifeste.json, ou des lignes «\u00a0SESSION RANG"
                        + " EMPREINTE\u00a0».");
            }
            remembered.addAll(read);
        }
        return remembered;
    }
}

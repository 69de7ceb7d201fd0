package fr.minutier.cli;

import fr.minutier.night.Workplace;
import fr.minutier.register.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code verify}: whether documents are those that the register issued. */
@Command(
        name = "verify",
        description =
                "Dit si des documents sont ceux que le registre a délivrés, et s’ils sont en vigueur. N’écrit rien.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier verify releve-de-notes.pdf",
            "  ./minutier verify ~/Téléchargements/*.pdf",
            "",
            "États de sortie, le pire des documents donnés\u00a0:",
            "  0  authentique et en vigueur",
            "  3  authentique, mais retiré",
            "  4  modifié ou inconnu"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int INDENT = 4;

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Output output = new Output();

    @Parameters(arity = "1..*", paramLabel = "FICHIER", description = "Documents PDF.")
    List<Path> files = List.of();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        for (Path file : files) {
            readable(file);
        }
        Path folder = Workplace.register(output.folder());
        Optional<Register> register = Register.openIfPresent(folder);
        try {
            Verification verification = new Verification(register.orElse(null), folder);
            int worst = ExitStatus.DONE;
            for (Path file : files) {
                Finding finding = verification.of(file);
                worst = Math.max(worst, finding.status());
                told.out().println(Lines.folded(Lines.visible(finding.sentence()), told.columns(), INDENT));
            }
            return worst;
        } finally {
            register.ifPresent(Register::close);
        }
    }

    private static void readable(Path file) throws WrongUse {
        if (!Files.exists(file)) {
            throw new WrongUse("«\u00a0" + file + "\u00a0» n’existe pas.");
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUse("«\u00a0" + file + "\u00a0» n’est pas un fichier.");
        }
        if (!Files.isReadable(file)) {
            throw new WrongUse("«\u00a0" + file + "\u00a0» ne peut pas être lu\u00a0: droits insuffisants.");
        }
    }
}

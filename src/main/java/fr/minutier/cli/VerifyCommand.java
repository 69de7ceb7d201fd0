package fr.minutier.cli;

import fr.minutier.night.Workplace;
import fr.minutier.proof.KeyFolder;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            "  ./minutier verify --qr <texte-du-code.txt",
            "",
            "États de sortie, le pire des documents et codes donnés\u00a0:",
            "  0  authentique et en vigueur",
            "  3  authentique, mais retiré",
            "  4  modifié ou inconnu"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int INDENT = 4;
    /** No QR code holds more. */
    private static final int LONGEST_CODE = 4096;

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--qr",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "TEXTE",
            description = "Texte lu par un téléphone sur le code d’un acte imprimé\u00a0; sans valeur, il est lu sur"
                    + " l’entrée standard.")
    @Nullable
    String code;

    @Parameters(arity = "0..*", paramLabel = "FICHIER", description = "Documents PDF.")
    List<Path> files = List.of();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        for (Path file : files) {
            WrongUse.requireFile(file);
        }
        if (files.isEmpty() && code == null) {
            throw new WrongUse("indiquez au moins un FICHIER, ou --qr et le texte d’un code.");
        }
        Path folder = Workplace.register(output.folder());
        Optional<Register> register = Register.openIfPresent(output.base(told));
        try {
            Verification verification =
                    new Verification(register.orElse(null), folder, new KeyFolder(folder).publicKeys());
            List<Finding> findings = new ArrayList<>();
            for (Path file : files) {
                findings.add(verification.of(file));
            }
            if (code != null) {
                findings.add(verification.ofCode(code.isEmpty() ? standardInput() : code));
            }
            int worst = ExitStatus.DONE;
            for (Finding finding : findings) {
                worst = Math.max(worst, finding.status());
                told.out().println(Lines.folded(Lines.visible(finding.sentence()), told.columns(), INDENT));
            }
            return worst;
        } finally {
            register.ifPresent(Register::close);
        }
    }

    private static String standardInput() throws IOException {
        return new String(System.in.readNBytes(LONGEST_CODE), StandardCharsets.UTF_8);
    }
}

package fr.minutier.cli;

import fr.minutier.act.ActKind;
import fr.minutier.act.FrenchDate;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.RecordedAct;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares documents with what the register issued: the same bytes, or none of its own. */
final class Verification {
    /** A PDF may begin with other bytes; readers look that far for its first words. */
    private static final int HEAD = 1024;

    private final @Nullable Register register;
    private final Path folder;

    /**
     * A verification.
     *
     * @param register open; null when there is none
     * @param folder where it lies, or was looked for
     */
    Verification(@Nullable Register register, Path folder) {
        this.register = register;
        this.folder = folder;
    }

    /** What is found of a file. */
    Finding of(Path file) throws IOException {
        String name = file + "\u00a0: ";
        if (!isPdf(file)) {
            return new Finding(ExitStatus.UNKNOWN, name + "inconnu. Ce fichier n’est pas un PDF.");
        }
        if (register == null) {
            return new Finding(
                    ExitStatus.UNKNOWN,
                    name + "inconnu. Il n’y a pas de registre dans «\u00a0" + folder
                            + "\u00a0»\u00a0: indiquez par --output le dossier des documents délivrés.");
        }
        Optional<RecordedAct> found = register.bySha256(sha256(file));
        if (found.isEmpty()) {
            return new Finding(
                    ExitStatus.UNKNOWN,
                    name + "modifié ou inconnu. Le registre n’a délivré aucun document qui ait exactement ce contenu.");
        }
        RecordedAct recorded = found.get();
        return recorded.current()
                ? new Finding(
                        ExitStatus.DONE,
                        name + "authentique et en vigueur. " + described(recorded) + draft(recorded) + ".")
                : new Finding(
                        ExitStatus.WITHDRAWN,
                        name + "authentique, mais retiré" + replacement(recorded, register) + ". " + described(recorded)
                                + draft(recorded) + ".");
    }

    private static String described(RecordedAct recorded) {
        IssuedAct act = recorded.act();
        return title(act) + ", session " + recorded.edition().session()
                + (act.candidate().isEmpty() ? "" : ", candidat n°\u00a0" + act.candidate())
                + ", acte du " + FrenchDate.inWords(recorded.edition().takenUp());
    }

    private static String title(IssuedAct act) {
        return ActKind.of(act.kind()).map(ActKind::title).orElse(act.kind()) + " n°\u00a0" + act.number();
    }

    /** An authentic draft is still a draft. */
    private static String draft(RecordedAct recorded) {
        return recorded.edition().closing() == Closing.PROVISOIRE
                ? "\u00a0; projet d’une session provisoire, qui ne vaut pas décision"
                : "";
    }

    /** The same act of the edition in force stands at the same place. */
    private static String replacement(RecordedAct recorded, Register register) {
        Edition inForce = register.current(recorded.edition().session()).orElseThrow();
        return register.acts(inForce).stream()
                .filter(act -> act.path().equals(recorded.act().path()))
                .findFirst()
                .map(act -> ", remplacé par l’acte n°\u00a0" + act.number() + " délivré le "
                        + FrenchDate.inWords(inForce.takenUp()))
                .orElse(", sans remplaçant\u00a0: depuis le " + FrenchDate.inWords(inForce.takenUp())
                        + ", la session ne délivre plus cet acte");
    }

    private static boolean isPdf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                sha.update(part, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

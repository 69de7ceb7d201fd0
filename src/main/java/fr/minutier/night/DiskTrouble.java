package fr.minutier.night;

import fr.minutier.register.RegisterFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Output cannot be written any more: its disk is full, read-only or gone. No bordereau causes it and no session can be
 * made as long as it lasts, so that it ends the night. The message is a French sentence for the terminal.
 */
public final class DiskTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What operating systems say, in the words of the C library, which Java passes on. */
    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|quota exceeded|file too large|not enough space");

    private static final Pattern READ_ONLY = Pattern.compile("(?i)read-only file system");
    private static final Pattern DENIED = Pattern.compile("(?i)permission denied|operation not permitted");
    // Less than a single session needs: whatever failed then, failed for want of room.
    private static final long NO_ROOM_BYTES = 256 * 1024;

    private DiskTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The trouble with the disk that is behind a failure of the night; empty when something else is. */
    static Optional<DiskTrouble> behind(Throwable failure, Workplace place) {
        if (failure instanceof DiskTrouble met) {
            return Optional.of(met);
        }
        return Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause)
                // The end of a file come too soon is a damaged file on a disk that can be read.
                .filter(thrown -> (thrown instanceof IOException && !(thrown instanceof EOFException))
                        || thrown instanceof ReadOnlyFileSystemException)
                .findFirst()
                // Whoever comes after the first to meet the fault is told only that the register is closed.
                .or(() -> new RegisterFile(place.register()).fault())
                .map(thrown -> new DiskTrouble(sentence(thrown, place.output()), failure));
    }

    /** The trouble that shows in this fault. */
    static DiskTrouble of(IOException fault, Workplace place) {
        return new DiskTrouble(sentence(fault, place.output()), fault);
    }

    private static String sentence(Throwable thrown, Path output) {
        String said = String.valueOf(thrown.getMessage());
        String folder = "«\u00a0" + output + "\u00a0»";
        if (!Files.isDirectory(output) || !Files.isDirectory(Workplace.register(output))) {
            return "le dossier " + folder + " a disparu, en tout ou partie, pendant le passage\u00a0: rétablissez-le ("
                    + "disque débranché, dossier déplacé\u00a0?), puis relancez la même commande.";
        }
        if (FULL.matcher(said).find() || isFull(output)) {
            return "le disque de " + folder + " est plein" + THEN.formatted("libérez de la place");
        }
        if (thrown instanceof ReadOnlyFileSystemException
                || READ_ONLY.matcher(said).find()) {
            return "le disque de " + folder + " est en lecture seule"
                    + THEN.formatted("faites-le remonter en écriture");
        }
        if (thrown instanceof AccessDeniedException || DENIED.matcher(said).find()) {
            return "le dossier " + folder + " ne peut pas être écrit" + refused(thrown, output)
                    + THEN.formatted("rendez au compte qui lance la commande ses droits d’écriture");
        }
        return "le dossier " + folder + " ne peut plus être écrit (" + said + ")"
                + THEN.formatted("vérifiez son disque et ce qui s’y trouve");
    }

    private static final String THEN =
            "\u00a0: %s, puis relancez la même commande. Rien n’est perdu\u00a0: ce qui était produit est intact.";

    private static String refused(Throwable thrown, Path output) {
        @Nullable String file = thrown instanceof FileSystemException denied ? denied.getFile() : null;
        return file == null || file.equals(output.toString()) ? "" : " (accès refusé à «\u00a0" + file + "\u00a0»)";
    }

    private static boolean isFull(Path output) {
        try {
            return Files.getFileStore(output).getUsableSpace() < NO_ROOM_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}

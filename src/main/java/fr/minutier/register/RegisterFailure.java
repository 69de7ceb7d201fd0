package fr.minutier.register;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/**
 * The register cannot be read or written: disk, rights, or a damaged file. Nothing that a user typed causes it. The
 * message is a French sentence; the cause says the rest to the log.
 */
public final class RegisterFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Set<Integer> DAMAGED =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.GENERAL_ERROR_1);

    RegisterFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What an error of the database comes from, as far as one can tell. */
    static RegisterFailure of(Path file, SQLException cause) {
        boolean disk =
                causes(cause).anyMatch(thrown -> thrown instanceof IOException && !(thrown instanceof EOFException));
        boolean damaged =
                DAMAGED.contains(cause.getErrorCode()) || causes(cause).anyMatch(MVStoreException.class::isInstance);
        return new RegisterFailure(
                !disk && damaged
                        ? ("le registre «\u00a0%s\u00a0» est endommagé\u00a0: rien n’a été touché. N’effacez rien\u00a0; remettez à sa"
                                        + " place la dernière sauvegarde de ce fichier, puis relancez la même commande.")
                                .formatted(file)
                        : ("le registre «\u00a0%s\u00a0» ne peut pas être lu ou écrit\u00a0: vérifiez le disque et les droits,"
                                        + " puis relancez la même commande.")
                                .formatted(file),
                cause);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}

package fr.minutier.register;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The register cannot be read or written: disk, rights, a damaged file; or the server that it lives on. The message is a
 * French sentence without a login; the cause says the rest to the log.
 */
public final class RegisterFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Set<Integer> DAMAGED =
            Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.GENERAL_ERROR_1);

    // Of the classes of SQLSTATE: connection exception, operator intervention, insufficient resources.
    private static final Set<String> UNREACHABLE = Set.of("08", "57", "53");
    // Login, unknown database or schema, insufficient privilege.
    private static final Pattern SETTINGS = Pattern.compile("28...|3D000|3F000|42501");

    private final boolean ofSettings;

    RegisterFailure(String sentence, Throwable cause) {
        this(sentence, cause, false);
    }

    private RegisterFailure(String sentence, @Nullable Throwable cause, boolean ofSettings) {
        super(sentence, cause);
        this.ofSettings = ofSettings;
    }

    /** The address of the server is none. */
    static RegisterFailure ofSettings(String sentence) {
        return new RegisterFailure(sentence, null, true);
    }

    /** Another run took over while this one was paused, or cut off from the server. */
    static RegisterFailure overtaken(Server server) {
        return new RegisterFailure(
                "un autre passage a pris la suite dans la base " + server
                        + "\u00a0: celui-ci s’arrête, et n’a plus rien écrit.",
                null,
                false);
    }

    /** What an error of the server comes from, as far as one can tell. */
    static RegisterFailure of(Server server, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (SETTINGS.matcher(state).matches()) {
            return new RegisterFailure(
                    "la base " + server + " refuse la connexion ou n’existe pas (" + state + ")\u00a0: vérifiez "
                            + Server.VARIABLE + ", l’utilisateur, son mot de passe et ses droits.",
                    cause,
                    true);
        }
        return new RegisterFailure(
                isLost(cause)
                        ? "la base " + server + " ne répond pas (" + state
                                + ")\u00a0: vérifiez le serveur PostgreSQL et le réseau, puis relancez la même commande."
                                + " Rien n’est perdu\u00a0: ce qui était produit est intact."
                        : "la base " + server + " ne peut pas être lue ou écrite (" + state
                                + ")\u00a0: voyez le journal de PostgreSQL, puis relancez la même commande.",
                cause,
                false);
    }

    /** Whether what the user set, and not the machine, is to be mended. */
    public boolean isOfSettings() {
        return ofSettings;
    }

    /**
     * What a failure that anybody met says of the server on which the register lives: that it cannot be reached any more, or
     * that another run took over. Empty when something else is behind it, and for a register in a file.
     */
    public static Optional<RegisterFailure> behind(Throwable failure, Base base) {
        if (base.server().isEmpty()) {
            return Optional.empty();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegisterFailure told) {
                return Optional.of(told);
            }
            if (cause instanceof SQLException said && isLost(said)) {
                return Optional.of(of(base.server().get(), said));
            }
        }
        return Optional.empty();
    }

    private static boolean isLost(SQLException said) {
        String state = said.getSQLState();
        return state != null && state.length() == 5 && UNREACHABLE.contains(state.substring(0, 2));
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

package fr.minutier.cli;

import fr.minutier.mail.MailServer;
import fr.minutier.mail.MailServer.Security;
import java.util.Optional;

/** The mail server that the environment names; a password is no word of a command line. */
final class Mailing {
    static final String PREFIX = "MINUTIER_COURRIEL_";

    private Mailing() {}

    /**
     * The server.
     *
     * @return empty when none is named
     * @throws WrongUse when what is said of it is not enough, or cannot be
     */
    static Optional<MailServer> server(Minutier told) throws WrongUse {
        Optional<String> host = given(told, "SERVEUR");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Security security = security(given(told, "TLS").orElse("starttls"));
        Optional<String> user = given(told, "UTILISATEUR");
        Optional<String> password = given(told, "MOT_DE_PASSE");
        if (user.isPresent() != password.isPresent()) {
            throw new WrongUse(
                    PREFIX + "UTILISATEUR et " + PREFIX + "MOT_DE_PASSE vont ensemble\u00a0: donnez les deux.");
        }
        return Optional.of(new MailServer(
                host.get(),
                port(given(told, "PORT"), security),
                security,
                user.orElse(null),
                password.orElse(null),
                required(told, "EXPEDITEUR")));
    }

    /** A variable that is there and not blank. */
    static Optional<String> given(Minutier told, String name) {
        return told.environment(PREFIX + name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A variable without which nothing can be sent. */
    static String required(Minutier told, String name) throws WrongUse {
        return given(told, name)
                .orElseThrow(() -> new WrongUse(PREFIX + "SERVEUR est défini sans " + PREFIX + name + "."));
    }

    private static Security security(String word) throws WrongUse {
        return switch (word) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "aucun" -> Security.NONE;
            default -> throw new WrongUse(PREFIX + "TLS est starttls, tls ou aucun.");
        };
    }

    private static int port(Optional<String> written, Security security) throws WrongUse {
        if (written.isEmpty()) {
            return switch (security) {
                case STARTTLS -> 587;
                case TLS -> 465;
                case NONE -> 25;
            };
        }
        if (!written.get().matches("[1-9]\\d{0,4}") || Integer.parseInt(written.get()) > 65_535) {
            throw new WrongUse(PREFIX + "PORT est un nombre de 1 à 65535.");
        }
        return Integer.parseInt(written.get());
    }
}

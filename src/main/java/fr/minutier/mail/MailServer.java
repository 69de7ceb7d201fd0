package fr.minutier.mail;

import org.jspecify.annotations.Nullable;

/**
 * A server that takes letters by SMTP.
 *
 * @param host its name
 * @param port from 1 to 65535
 * @param security how the connection is kept from others
 * @param user null for a server that asks for no password
 * @param password null without a user
 * @param sender the address that letters come from
 */
public record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String sender) {
    /** How the connection is kept from others. */
    public enum Security {
        /** Begins in the clear and is refused unless the server then turns to TLS; usually port 587. */
        STARTTLS,
        /** TLS from the first byte; usually port 465. */
        TLS,
        /** In the clear: for a relay on the machine itself. */
        NONE
    }

    /** Refuses what is no port, and a user without password. */
    public MailServer {
        if (host.isBlank() || port < 1 || port > 65_535 || (user == null) != (password == null)) {
            throw new IllegalArgumentException("no such mail server");
        }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    /** A connection to it, not opened yet. */
    public MailConnection connection() {
        return new MailConnection(this);
    }

    /**
     * Hands over one letter.
     *
     * @throws UnsentLetter when the server did not take it, or could not be reached
     */
    public void send(Letter letter) throws UnsentLetter {
        try (MailConnection connection = connection()) {
            connection.send(letter);
        }
    }
}

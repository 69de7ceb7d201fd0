package fr.minutier.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
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
    /** In milliseconds; without a bound, a server that says nothing would hold the sender for ever. */
    private static final String PATIENCE = "20000";

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

    /**
     * Hands over a letter.
     *
     * @throws UnsentLetter when the server did not take it, or could not be reached
     */
    public void send(Letter letter) throws UnsentLetter {
        Session session = Session.getInstance(properties());
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(address(sender));
            for (String to : letter.to()) {
                message.addRecipient(Message.RecipientType.TO, address(to));
            }
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
            try (Transport transport = session.getTransport(security == Security.TLS ? "smtps" : "smtp")) {
                transport.connect(host, port, user, password);
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (AuthenticationFailedException e) {
            throw new UnsentLetter(this + " refuse l’utilisateur ou le mot de passe.", e);
        } catch (SendFailedException e) {
            throw new UnsentLetter(this + " refuse un destinataire ou l’expéditeur.", e);
        } catch (MessagingException e) {
            throw new UnsentLetter(
                    this + " n’a pas pris le courriel\u00a0: serveur injoignable, ou sans "
                            + (security == Security.NONE ? "réponse." : "TLS digne de confiance."),
                    e);
        }
    }

    private static InternetAddress address(String written) throws UnsentLetter {
        try {
            return new InternetAddress(written, true);
        } catch (AddressException e) {
            throw new UnsentLetter("«\u00a0" + written + "\u00a0» n’est pas une adresse de courriel.", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "connectiontimeout", PATIENCE);
            properties.setProperty(protocol + "timeout", PATIENCE);
            properties.setProperty(protocol + "writetimeout", PATIENCE);
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(protocol + "auth", String.valueOf(user != null));
        }
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        return properties;
    }
}

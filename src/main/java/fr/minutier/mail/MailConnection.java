package fr.minutier.mail;

import fr.minutier.mail.MailServer.Security;
import fr.minutier.mail.UnsentLetter.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** A connection to a mail server, used for one letter after another, and opened again when it was lost. */
public final class MailConnection implements AutoCloseable {
    /** In milliseconds; without a bound, a server that says nothing would hold the sender for ever. */
    private static final String PATIENCE = "20000";

    /** With these words a server refuses every letter of ours, whoever it is for. */
    private static final Pattern NOT_FROM_US = Pattern.compile("relay|authenticat|authoriz", Pattern.CASE_INSENSITIVE);

    private static final int LOST = -1;
    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int TOO_LARGE = 552;

    private final MailServer server;
    private final Session session;
    private @Nullable Transport transport;

    MailConnection(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
    }

    /**
     * Connects, unless there is a connection still.
     *
     * @throws UnsentLetter for the reason {@link Reason#SERVER}
     */
    public void open() throws UnsentLetter {
        opened();
    }

    private Transport opened() throws UnsentLetter {
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        close();
        try {
            Transport fresh = session.getTransport(server.security() == Security.TLS ? "smtps" : "smtp");
            transport = fresh;
            fresh.connect(server.host(), server.port(), server.user(), server.password());
            return fresh;
        } catch (AuthenticationFailedException e) {
            throw new UnsentLetter(Reason.SERVER, server + " refuse l’utilisateur ou le mot de passe.", null, e);
        } catch (MessagingException e) {
            throw new UnsentLetter(
                    Reason.SERVER,
                    server + " n’a pas pris le courriel\u00a0: serveur injoignable, ou sans "
                            + (server.security() == Security.NONE ? "réponse." : "TLS digne de confiance."),
                    null,
                    e);
        }
    }

    /**
     * Hands over a letter, which has one address for all that can be told of a refusal.
     *
     * @throws UnsentLetter when the server did not take it, may not have taken it, or could not be reached
     */
    public void send(Letter letter) throws UnsentLetter {
        MimeMessage message = message(letter);
        Transport open = opened();
        try {
            open.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            close();
            throw judged(e);
        }
    }

    private MimeMessage message(Letter letter) throws UnsentLetter {
        try {
            MimeMessage message = new Identified(session, letter.messageId());
            message.setFrom(address(server.sender()));
            for (String to : letter.to()) {
                message.addRecipient(Message.RecipientType.TO, address(to));
            }
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
            if (letter.attachments().isEmpty()) {
                message.setText(letter.text(), StandardCharsets.UTF_8.name());
            } else {
                message.setContent(parts(letter));
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | IOException e) {
            throw new UnsentLetter(Reason.SERVER, "le courriel ne peut pas être composé.", null, e);
        }
    }

    private static MimeMultipart parts(Letter letter) throws MessagingException, IOException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (Letter.Attachment attachment : letter.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.attachFile(attachment.file().toFile(), attachment.type(), "base64");
            part.setFileName(attachment.name());
            parts.addBodyPart(part);
        }
        return parts;
    }

    private InternetAddress address(String written) throws UnsentLetter {
        try {
            return new InternetAddress(written, true);
        } catch (AddressException e) {
            throw new UnsentLetter(
                    Reason.REFUSED, "«\u00a0" + written + "\u00a0» n’est pas une adresse de courriel.", null, e);
        }
    }

    /** What a failure means, by the command that failed and the code of the answer. */
    private UnsentLetter judged(MessagingException thrown) {
        for (Exception e = thrown; e instanceof MessagingException failure; e = failure.getNextException()) {
            if (e instanceof SMTPAddressFailedException refused) {
                return answered("RCPT", refused.getReturnCode(), refused);
            }
            if (e instanceof SMTPSendFailedException failed) {
                return answered(failed.getCommand().toUpperCase(Locale.ROOT), failed.getReturnCode(), failed);
            }
        }
        return lost(thrown);
    }

    private UnsentLetter answered(String command, int code, SendFailedException thrown) {
        if (code == LOST) {
            // Without the full stop that ends it, a server must not take a letter (RFC 5321, 4.1.1.4).
            return command.equals(".") ? lost(thrown) : later(thrown, null);
        }
        String reply = thrown.getMessage() == null ? "" : thrown.getMessage().strip();
        if (code < 500) {
            return later(thrown, reply);
        }
        boolean never = command.startsWith("MAIL")
                ? code != TOO_LARGE
                : code == AUTHENTICATION_REQUIRED || NOT_FROM_US.matcher(reply).find();
        return never
                ? new UnsentLetter(
                        Reason.SERVER, server + " refuse l’expéditeur, ou n’accepte rien de nous.", reply, thrown)
                : new UnsentLetter(Reason.REFUSED, server + " refuse un destinataire ou l’expéditeur.", reply, thrown);
    }

    private UnsentLetter later(Exception thrown, @Nullable String reply) {
        return new UnsentLetter(Reason.LATER, server + " remet le courriel à plus tard.", reply, thrown);
    }

    private UnsentLetter lost(Exception thrown) {
        return new UnsentLetter(
                Reason.DOUBTFUL,
                server + " n’a pas dit s’il a pris le courriel\u00a0: connexion perdue.",
                null,
                thrown);
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The server is gone, and the connection with it.
            }
            transport = null;
        }
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "connectiontimeout", PATIENCE);
            properties.setProperty(protocol + "timeout", PATIENCE);
            properties.setProperty(protocol + "writetimeout", PATIENCE);
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(protocol + "auth", String.valueOf(server.user() != null));
        }
        boolean startTls = server.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        return properties;
    }

    /** A message whose id is given: the library would make another one each time. */
    private static final class Identified extends MimeMessage {
        private final @Nullable String id;

        Identified(Session session, @Nullable String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (id == null) {
                super.updateMessageID();
            } else {
                setHeader("Message-ID", id);
            }
        }
    }
}

package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.check.Anomaly;
import fr.minutier.mail.Letter;
import fr.minutier.mail.MailServer;
import fr.minutier.mail.UnsentLetter;
import fr.minutier.night.NightResult;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.Workplace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The letter to the coordinators after a night on which something happened: sessions by name, counts, where to look, and
 * no candidate. It is beside the night: when it cannot be sent, that is told, and the night is what it was.
 */
final class SummaryMail {
    private final Minutier told;
    private final Workplace place;

    SummaryMail(Minutier told, Workplace place) {
        this.told = told;
        this.place = place;
    }

    /** After a night that came to its end. */
    void after(NightResult result) {
        if (happened(result)) {
            send(subject(result), new Summary(place, 0, new Ink(false), true).of(result));
        }
    }

    /**
     * After a night that broke off.
     *
     * @param sentence in French, that says why
     */
    void broken(String sentence) {
        send("Minutier\u00a0: la nuit a échoué", sentence + "\n");
    }

    /** Nothing is said of a night that found everything as it was. */
    private static boolean happened(NightResult result) {
        return result.unattached().stream().anyMatch(Anomaly::withholds)
                || result.sessions().stream()
                        .anyMatch(session -> session.fate() != Fate.UNCHANGED && session.fate() != Fate.CLOSED);
    }

    private static String subject(NightResult result) {
        String made = FrenchCount.of(result.count(Fate.MADE), "session produite", "sessions produites");
        String rest = result.failed()
                ? ", une défaillance du programme"
                : result.stopped()
                        ? ", nuit arrêtée avant la fin"
                        : result.withheld() ? ", des anomalies à corriger" : "";
        return "Minutier\u00a0: " + made + rest;
    }

    private void send(String subject, String text) {
        try {
            Optional<MailServer> server = Mailing.server(told);
            if (server.isPresent()) {
                List<String> to = Arrays.stream(
                                Mailing.required(told, "DESTINATAIRES").split("[,;]"))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
                if (to.isEmpty()) {
                    throw new WrongUse(Mailing.PREFIX + "DESTINATAIRES ne nomme personne.");
                }
                server.get().send(new Letter(to, subject, text));
            }
        } catch (WrongUse | UnsentLetter e) {
            LoggerFactory.getLogger(SummaryMail.class).warn("summary not sent", e);
            told.err().println("minutier\u00a0: le courriel de résumé n’est pas parti. " + e.getMessage());
        }
    }
}

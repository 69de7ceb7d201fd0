package fr.minutier.night;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.KnownBlock;
import fr.minutier.check.Person;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.report.SessionLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a night must know of a session before it takes it up; the session itself is read again then, so that a night
 * holds no more than the sessions in hand.
 *
 * @param entries of the inbox that carry it
 * @param digest of everything that can change the result
 * @param contentDigest of what the bordereaux say, whatever their form
 * @param closing whether its acts are final
 * @param withholds whether an anomaly withholds something of it
 * @param deliberatedOn day of its deliberation, or null
 * @param persons who its candidates are, and, of a final session, what it says of their blocks
 * @param correction what the check says of the corrective minutes that it asks for, or null when it asks for none
 */
record Surveyed(
        String id,
        List<Inbox.Entry> entries,
        String digest,
        String contentDigest,
        Closing closing,
        SessionLine line,
        boolean withholds,
        @Nullable LocalDate deliberatedOn,
        Map<Person, List<KnownBlock>> persons,
        @Nullable Anomaly correction) {
    Surveyed {
        entries = List.copyOf(entries);
        persons = Map.copyOf(persons);
    }

    /** Whether a closed session now says something else than what was issued, its status included. */
    boolean changes(Edition closed) {
        return correction != null || !contentDigest.equals(closed.contentDigest());
    }

    /** What to say of it then. */
    Anomaly closedAndChanged() {
        if (correction != null) {
            return correction;
        }
        String files = entries.size() == 1
                ? "au bordereau"
                : "aux bordereaux (" + entries.stream().map(Inbox.Entry::name).collect(Collectors.joining(", ")) + ")";
        return new Anomaly(
                Address.ofSheet(entries.getFirst().name(), "Session"),
                Anomaly.Scope.SESSION,
                "",
                AnomalyCode.PV_CLOS.name(),
                AnomalyCode.PV_CLOS.gravity(),
                "La session " + id
                        + " a été délivrée comme définitive\u00a0: son procès-verbal est clos et ses actes ne"
                        + " changent plus. Rendez " + files
                        + " le contenu qui a été délivré, sans qu’il manque un fichier de la session\u00a0; une correction"
                        + " appelle une nouvelle délibération du jury et un procès-verbal rectificatif.");
    }
}

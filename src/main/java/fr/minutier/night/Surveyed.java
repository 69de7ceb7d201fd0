package fr.minutier.night;

import fr.minutier.bordereau.Inbox;
import fr.minutier.register.Closing;
import fr.minutier.report.SessionLine;
import java.util.List;

/**
 * What a night must know of a session before it takes it up; the session itself is read again then, so that a night
 * holds no more than the sessions in hand.
 *
 * @param entries of the inbox that carry it
 * @param digest of everything that can change the result
 * @param contentDigest of what the bordereaux say, whatever their form
 * @param closing whether its acts are final
 * @param withholds whether an anomaly withholds something of it
 */
record Surveyed(
        String id,
        List<Inbox.Entry> entries,
        String digest,
        String contentDigest,
        Closing closing,
        SessionLine line,
        boolean withholds) {
    Surveyed {
        entries = List.copyOf(entries);
    }
}

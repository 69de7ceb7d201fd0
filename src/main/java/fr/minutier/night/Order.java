package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.register.Closing;
import java.time.LocalDate;
import java.util.List;

/**
 * A session that is to be made, as whoever makes it must know it.
 *
 * @param entries of the inbox that carry it
 * @param digest of everything that can change the result: when it is read again, it must give the same
 * @param contentDigest of what the bordereaux say, whatever their form
 * @param closing whether its acts are final
 * @param day that a new edition is taken up
 * @param printed what others printed of it already
 */
record Order(
        String id,
        List<Inbox.Entry> entries,
        String digest,
        String contentDigest,
        Closing closing,
        LocalDate day,
        List<PrintedRange> printed) {
    Order {
        entries = List.copyOf(entries);
        printed = List.copyOf(printed);
    }

    /**
     * A range whose acts and volumes lie in a folder that nobody writes to any more.
     *
     * @param folder below the one in which sessions are made
     * @param manifest SHA-256 of the list of its files, which lies in it
     */
    record PrintedRange(Range range, String folder, String manifest) {}
}

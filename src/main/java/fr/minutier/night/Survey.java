package fr.minutier.night;

import fr.minutier.bordereau.Inbox;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Checked;
import fr.minutier.register.Closing;
import fr.minutier.report.SessionLine;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that lies in the input folder, read and checked.
 *
 * @param sessions by their names
 * @param unattached anomalies of files that belong to no session, in the order of the files
 */
record Survey(List<Surveyed> sessions, List<Anomaly> unattached) {
    Survey {
        sessions = List.copyOf(sessions);
        unattached = List.copyOf(unattached);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    /** What one entry gave: a session, or anomalies that belong to none. */
    private record Seen(
            Inbox.Entry entry,
            @org.jspecify.annotations.Nullable Surveyed session,
            List<Anomaly> unattached) {}

    /**
     * Reads and checks all entries; those that are not begun when it is asked to stop are passed over.
     *
     * @param stopping says whether it is asked to
     */
    static Survey of(
            List<Inbox.Entry> entries,
            Studio studio,
            ExecutorService readers,
            Progress progress,
            BooleanSupplier stopping) {
        Map<String, List<Seen>> bySession = new TreeMap<>();
        List<Anomaly> unattached = new ArrayList<>();
        for (Seen seen : Parallel.map(
                readers,
                entries,
                entry -> stopping.getAsBoolean() ? new Seen(entry, null, List.of()) : see(entry, studio, progress))) {
            unattached.addAll(seen.unattached());
            if (seen.session() != null) {
                bySession
                        .computeIfAbsent(seen.session().id(), id -> new ArrayList<>())
                        .add(seen);
            }
        }
        List<Surveyed> sessions = new ArrayList<>();
        bySession.forEach((id, seen) -> {
            if (seen.size() == 1) {
                sessions.add(java.util.Objects.requireNonNull(seen.getFirst().session()));
            } else {
                List<Inbox.Entry> all = seen.stream().map(Seen::entry).toList();
                dossier(id, all, studio).ifPresent(dossier -> sessions.add(surveyed(dossier, all)));
            }
        });
        return new Survey(sessions, unattached);
    }

    /** Whatever goes wrong with one file, the others are read. */
    private static Seen see(Inbox.Entry entry, Studio studio, Progress progress) {
        try {
            return see(entry, studio);
        } catch (RuntimeException failure) {
            LOG.error("file {}", entry.name(), failure);
            return new Seen(
                    entry,
                    null,
                    List.of(HandedIn.anomaly(
                            entry.name(),
                            AnomalyCode.FICHIER_ILLISIBLE,
                            "Le programme a échoué sur ce fichier, dont rien n’a été repris\u00a0: signalez-le, avec le"
                                    + " journal.")));
        } finally {
            progress.advance(1);
        }
    }

    private static Seen see(Inbox.Entry entry, Studio studio) {
        HandedIn handedIn = HandedIn.read(entry);
        if (handedIn instanceof HandedIn.LeftAlone leftAlone) {
            return new Seen(entry, null, List.of(leftAlone.why()));
        }
        HandedIn.Legible readable = (HandedIn.Legible) handedIn;
        Checked checked = studio.check(readable.bordereau());
        String id = checked.sessionId();
        return id == null
                ? new Seen(entry, null, checked.anomalies())
                : new Seen(entry, surveyed(Dossier.of(id, readable, checked, studio), List.of(entry)), List.of());
    }

    /** What of a dossier is kept until its session is taken up. */
    static Surveyed surveyed(Dossier dossier, List<Inbox.Entry> entries) {
        Session session = dossier.checked().session();
        return new Surveyed(
                dossier.id(),
                entries,
                dossier.digest(),
                dossier.contentDigest(),
                session != null && session.status() == Status.DEFINITIF ? Closing.DEFINITIF : Closing.PROVISOIRE,
                SessionLine.of(dossier.id(), dossier.checked(), dossier.deliberation()),
                dossier.checked().withholds(),
                dossier.checked().anomalies().stream()
                        .filter(anomaly -> anomaly.code().equals(AnomalyCode.PV_RECTIFICATIF_INVALIDE.name()))
                        .findFirst()
                        .orElse(null));
    }

    /** Reads and checks a session; empty when one of its files can no longer be read, or carries another session. */
    static Optional<Dossier> dossier(String id, List<Inbox.Entry> entries, Studio studio) {
        List<HandedIn.Legible> sources = new ArrayList<>();
        List<Checked> each = new ArrayList<>();
        for (Inbox.Entry entry : entries) {
            Optional<HandedIn.Legible> readable = HandedIn.read(entry).readable();
            if (readable.isEmpty()) {
                return Optional.empty();
            }
            Checked checked = studio.check(readable.get().bordereau());
            if (!id.equals(checked.sessionId())) {
                return Optional.empty();
            }
            sources.add(readable.get());
            each.add(checked);
        }
        return Optional.of(
                sources.size() == 1
                        ? Dossier.of(id, sources.getFirst(), each.getFirst(), studio)
                        : Dossier.claimedBySeveral(id, sources, each, studio));
    }
}

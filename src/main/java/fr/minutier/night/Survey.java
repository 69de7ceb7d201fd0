package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Check;
import fr.minutier.check.Checked;
import fr.minutier.check.KnownBlock;
import fr.minutier.check.Person;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Issue;
import fr.minutier.register.Closing;
import fr.minutier.report.SessionLine;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** What one entry, or the entries of one session, gave: a session, and anomalies that belong to none. */
    record Seen(List<Inbox.Entry> entries, @Nullable Surveyed session, List<Anomaly> unattached) {}

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
        Map<String, List<Inbox.Entry>> bySession = new TreeMap<>();
        Map<String, Surveyed> sessions = new TreeMap<>();
        List<Anomaly> unattached = new ArrayList<>();
        for (Seen seen : Parallel.map(
                readers,
                entries,
                entry -> stopping.getAsBoolean()
                        ? new Seen(List.of(entry), null, List.of())
                        : see(entry, studio, progress))) {
            unattached.addAll(seen.unattached());
            Surveyed session = seen.session();
            if (session != null) {
                bySession.computeIfAbsent(session.id(), id -> new ArrayList<>()).addAll(seen.entries());
                sessions.put(session.id(), session);
            }
        }
        List<String> shared = bySession.keySet().stream()
                .filter(id -> bySession.getOrDefault(id, List.of()).size() > 1)
                .toList();
        List<Seen> together = Parallel.map(readers, shared, id -> {
            List<Inbox.Entry> files = bySession.getOrDefault(id, List.of());
            return guarded(files, () -> see(id, files, studio));
        });
        for (int i = 0; i < shared.size(); i++) {
            sessions.remove(shared.get(i));
            unattached.addAll(together.get(i).unattached());
            Surveyed session = together.get(i).session();
            if (session != null) {
                sessions.put(session.id(), session);
            }
        }
        return new Survey(List.copyOf(sessions.values()), unattached);
    }

    private static Seen see(Inbox.Entry entry, Studio studio, Progress progress) {
        try {
            return guarded(List.of(entry), () -> see(entry, studio));
        } finally {
            progress.advance(1);
        }
    }

    /** Whatever goes wrong with one file, or with the files of one session, the others are read. */
    static Seen guarded(List<Inbox.Entry> entries, Supplier<Seen> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            LOG.error("failed on {} file(s)", entries.size(), failure);
            LOG.debug("files {}", entries); // their names may be those of persons
            return leftAlone(
                    entries,
                    AnomalyCode.FICHIER_ILLISIBLE,
                    "Le programme a échoué sur ce fichier, dont rien n’a été repris\u00a0: signalez-le, avec le journal.");
        }
    }

    private static Seen leftAlone(List<Inbox.Entry> entries, AnomalyCode code, String why) {
        return new Seen(
                entries,
                null,
                entries.stream()
                        .map(entry -> HandedIn.anomaly(entry.name(), code, why))
                        .toList());
    }

    private static Seen see(Inbox.Entry entry, Studio studio) {
        HandedIn handedIn = HandedIn.read(entry);
        List<Inbox.Entry> only = List.of(entry);
        if (handedIn instanceof HandedIn.LeftAlone leftAlone) {
            return new Seen(only, null, List.of(leftAlone.why()));
        }
        HandedIn.Legible readable = (HandedIn.Legible) handedIn;
        List<Anomaly> unattached = new ArrayList<>(readable.beside());
        Optional<String> id = Check.session(readable.bordereau());
        if (id.isEmpty()) {
            unattached.addAll(studio.check(List.of(readable.bordereau())).anomalies());
            return new Seen(only, null, unattached);
        }
        return new Seen(only, surveyed(Dossier.of(id.get(), List.of(readable), studio), only), unattached);
    }

    private static Seen see(String id, List<Inbox.Entry> entries, Studio studio) {
        return dossier(id, entries, studio)
                .map(dossier -> new Seen(entries, surveyed(dossier, entries), List.of()))
                .orElseGet(
                        () -> leftAlone(
                                entries,
                                AnomalyCode.FICHIER_EN_COURS,
                                "Un fichier de la session " + id
                                        + " changeait pendant sa lecture\u00a0: la session est laissée pour la prochaine nuit."));
    }

    /** What of a dossier is kept until its session is taken up. */
    static Surveyed surveyed(Dossier dossier, List<Inbox.Entry> entries) {
        Session session = dossier.checked().session();
        return new Surveyed(
                dossier.id(),
                entries,
                dossier.digest(),
                dossier.content().digest(),
                session != null && session.status() == Status.DEFINITIF ? Closing.DEFINITIF : Closing.PROVISOIRE,
                SessionLine.of(dossier.id(), dossier.checked(), dossier.deliberation()),
                dossier.checked().withholds(),
                session == null ? null : session.deliberatedOn(),
                persons(dossier.deliberation()),
                dossier.correction() != null,
                refusals(dossier.checked()));
    }

    /** Why a correction that is asked for cannot be made. */
    private static List<Anomaly> refusals(Checked checked) {
        boolean asked = checked.corrective() != null
                || checked.anomalies().stream()
                        .anyMatch(anomaly -> anomaly.code().equals(AnomalyCode.PV_RECTIFICATIF_INVALIDE.name()));
        return asked
                ? checked.anomalies().stream().filter(Anomaly::withholdsSession).toList()
                : List.of();
    }

    private static Map<Person, List<KnownBlock>> persons(@Nullable Deliberation deliberation) {
        Map<Person, List<KnownBlock>> persons = new HashMap<>();
        if (deliberation != null) {
            for (Decision decision : deliberation.decisions()) {
                Person.of(decision.candidate().identity())
                        .ifPresent(person -> persons.put(person, known(deliberation.session(), decision)));
            }
        }
        return persons;
    }

    private static List<KnownBlock> known(Session session, Decision decision) {
        LocalDate day = session.deliberatedOn();
        return session.status() != Status.DEFINITIF || day == null
                ? List.of()
                : decision.outcomes().stream()
                        .filter(outcome -> EarlierSessions.tellsSomething(outcome.issue()))
                        .map(outcome -> new KnownBlock(
                                session.id(),
                                decision.candidate().number(),
                                session.certificationOf(decision.candidate()).code(),
                                day,
                                outcome.block().code(),
                                outcome.issue() == Issue.VALIDE))
                        .toList();
    }

    /**
     * The same survey, in which each session knows of the final ones that a night is about to close: those that share a
     * person with one of them are read again, oldest deliberation first, and so are those of whose candidates nothing is
     * known because they are withheld.
     *
     * @param closing which sessions the night is about to close
     * @param informed what everything was read with so far
     * @return the survey, and what its sessions are to be made with
     */
    Informed inLightOf(Predicate<Surveyed> closing, Studio informed) {
        Map<String, Surveyed> now = new TreeMap<>();
        sessions.forEach(session -> now.put(session.id(), session));
        List<Surveyed> inOrder = sessions.stream()
                .sorted(Comparator.comparing(
                        Surveyed::deliberatedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
        // Asked once a session, since it reads the register; and who comes where is looked up: sessions are thousands.
        Set<String> closingIds =
                sessions.stream().filter(closing).map(Surveyed::id).collect(Collectors.toSet());
        Map<Person, Set<String>> comesTo = new HashMap<>();
        sessions.stream()
                .filter(session -> closingIds.contains(session.id()))
                .forEach(session -> enter(session, comesTo));
        for (Surveyed session : inOrder) {
            Set<String> sharing = session.persons().isEmpty()
                    ? closingIds
                    : session.persons().keySet().stream()
                            .flatMap(person -> comesTo.getOrDefault(person, Set.of()).stream())
                            .collect(Collectors.toSet());
            if (sharing.stream().allMatch(session.id()::equals)) {
                continue;
            }
            List<Surveyed> others = now.values().stream()
                    .filter(other -> sharing.contains(other.id()) && !other.id().equals(session.id()))
                    .toList();
            dossier(session.id(), session.entries(), informed.withTonight(others))
                    .map(dossier -> surveyed(dossier, session.entries()))
                    .ifPresent(again -> {
                        now.put(session.id(), again);
                        if (closingIds.contains(session.id())) {
                            enter(again, comesTo);
                        }
                    });
        }
        List<Surveyed> known = List.copyOf(now.values());
        return new Informed(
                new Survey(known, unattached),
                informed.withTonight(known.stream()
                        .filter(session -> closingIds.contains(session.id()))
                        .toList()));
    }

    private static void enter(Surveyed session, Map<Person, Set<String>> comesTo) {
        session.persons().keySet().forEach(person -> comesTo.computeIfAbsent(person, first -> new HashSet<>())
                .add(session.id()));
    }

    /** A survey, and what its sessions are to be made with. */
    record Informed(Survey survey, Studio studio) {}

    /** Reads and checks a session; empty when one of its files can no longer be read, or carries another session. */
    static Optional<Dossier> dossier(String id, List<Inbox.Entry> entries, Studio studio) {
        List<HandedIn.Legible> sources = new ArrayList<>();
        for (Inbox.Entry entry : entries) {
            Optional<HandedIn.Legible> readable = HandedIn.read(entry).readable();
            if (readable.isEmpty() || !Check.session(readable.get().bordereau()).equals(Optional.of(id))) {
                return Optional.empty();
            }
            sources.add(readable.get());
        }
        return Optional.of(Dossier.of(id, sources, studio));
    }
}

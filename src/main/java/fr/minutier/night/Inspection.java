package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Check;
import fr.minutier.deliberation.Particulars;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reading and checking without making anything: nothing is written. */
public final class Inspection {
    private final Workplace place;
    private final Studio studio;

    /**
     * Loads definitions and templates.
     *
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws IOException when a file of the templates cannot be read
     */
    public Inspection(Workplace place) throws InvalidDefinition, IOException {
        this.place = place;
        this.studio = new Studio(place, Optional.empty(), Optional.empty());
    }

    /**
     * What was found.
     *
     * @param bordereaux how many could be read
     * @param anomalies all of them, file after file, those of one session together
     */
    public record Found(int bordereaux, List<Anomaly> anomalies) {
        /** Keeps its own copy of the anomalies. */
        public Found {
            anomalies = List.copyOf(anomalies);
        }
    }

    /**
     * All anomalies of these bordereaux and of those in these folders; what the register knows of closed sessions is taken
     * into account. Files that carry the same session are checked together, as a night does.
     *
     * @throws RegisterBusy when a run holds the register
     */
    public Found of(List<Path> filesAndFolders) throws IOException, RegisterBusy {
        Optional<Register> register = Register.openIfPresent(place.base());
        try {
            return of(entries(filesAndFolders), register.map(studio::knowing).orElse(studio), register);
        } finally {
            register.ifPresent(Register::close);
        }
    }

    private static Found of(List<Inbox.Entry> entries, Studio studio, Optional<Register> register) {
        List<HandedIn> handedIn = entries.stream().map(HandedIn::read).toList();
        List<HandedIn.Legible> legible =
                handedIn.stream().flatMap(one -> one.readable().stream()).toList();
        Set<String> checked = new HashSet<>();
        List<Anomaly> anomalies = new ArrayList<>();
        for (HandedIn one : handedIn) {
            if (one instanceof HandedIn.LeftAlone leftAlone) {
                anomalies.add(leftAlone.why());
                continue;
            }
            HandedIn.Legible readable = (HandedIn.Legible) one;
            anomalies.addAll(readable.beside());
            Optional<String> id = Check.session(readable.bordereau());
            if (id.isEmpty()) {
                anomalies.addAll(studio.check(List.of(readable.bordereau())).anomalies());
            } else if (checked.add(id.get())) {
                List<HandedIn.Legible> together = legible.stream()
                        .filter(other -> Check.session(other.bordereau()).equals(id))
                        .toList();
                anomalies.addAll(of(id.get(), together, studio, register));
            }
        }
        return new Found(legible.size(), anomalies);
    }

    private static List<Anomaly> of(
            String id, List<HandedIn.Legible> sources, Studio studio, Optional<Register> register) {
        Dossier dossier = Dossier.of(id, sources, studio);
        List<Anomaly> anomalies = new ArrayList<>(dossier.checked().anomalies());
        Surveyed surveyed = Survey.surveyed(
                dossier, sources.stream().map(HandedIn.Legible::entry).toList());
        register.flatMap(opened -> opened.closed(id))
                .filter(closed -> surveyed.changes(closed)
                        && !surveyed.corrects()
                        && surveyed.refusals().isEmpty())
                .ifPresent(closed -> anomalies.addAll(
                        0,
                        surveyed.closedAndChanged(register.get()
                                .particulars(closed)
                                .map(Particulars::correction)
                                .orElse(0))));
        return anomalies;
    }

    /** Each file once, in the order given; two of the same name are told apart by their paths. */
    private static List<Inbox.Entry> entries(List<Path> filesAndFolders) {
        Map<Path, Inbox.Entry> entries = new LinkedHashMap<>();
        for (Path path : filesAndFolders) {
            Inbox.named(path)
                    .forEach(entry ->
                            entries.putIfAbsent(entry.path().toAbsolutePath().normalize(), entry));
        }
        Map<String, Long> times =
                entries.values().stream().collect(Collectors.groupingBy(Inbox.Entry::name, Collectors.counting()));
        return entries.values().stream()
                .map(entry -> times.getOrDefault(entry.name(), 0L) < 2
                        ? entry
                        : entry.named(entry.path().toString()))
                .toList();
    }
}

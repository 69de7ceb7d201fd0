package oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must come out of a session on a register that never saw it: decisions, blocks, anomalies, files.
 *
 * <p>Two things are left to the reader of a comparison, because the contract leaves them open:
 *
 * <ul>
 *   <li>"an INFORMATION at most" (a length, a group or a competence given where none is asked; dispense and earlier
 *       award together) has no code: only the codes of {@link #INFORMATION_CODES} and waived lengths are listed among
 *       the INFORMATION rows;
 *   <li>when the certification is unknown or a sheet or a column is missing, what else is found depends on what was
 *       still readable: {@link #exhaustive()} is then false and only the faults of the session are listed.
 * </ul>
 */
public final class Expected {
    /** The INFORMATION codes that the contract names; a waived length keeps its own code beside them. */
    public static final Set<String> INFORMATION_CODES =
            Set.of("DEROGATION_SANS_OBJET", "COLONNE_INCONNUE", "FICHIER_IGNORE", "LIGNE_MASQUEE");

    private final RawSession raw;
    private final List<CandidateReading> readings = new ArrayList<>();
    private final List<Anomaly> ofSession;
    private final boolean exhaustive;
    private final boolean futureDate;

    private Expected(RawSession raw, LocalDate today, List<Split.Conflict> conflicts) {
        this.raw = raw;
        SessionReading session = new SessionReading(raw, today, conflicts);
        this.ofSession = session.anomalies();
        this.exhaustive = session.exhaustive();
        this.futureDate = session.futureDate();
        if (exhaustive) {
            RawSession.Sheet sheet = raw.candidates();
            for (int row = 0; row < sheet.rows.size(); row++) {
                int at = row;
                readings.add(new CandidateReading(
                        raw,
                        row,
                        conflicts.stream()
                                .filter(c -> c.sheet().equals(sheet.name) && c.row() == at)
                                .toList()));
            }
            doubles();
            homonyms();
            groups();
            readings.forEach(CandidateReading::conflicts);
            readings.forEach(CandidateReading::waive);
        }
    }

    /** What must come of the session when the job runs on the given day (Europe/Paris). */
    public static Expected of(RawSession raw, LocalDate today) {
        return new Expected(raw, today, List.of());
    }

    /** What must come of a session that may lie in several files, which may contradict each other. */
    public static Expected of(Handed handed, LocalDate today) {
        return new Expected(handed.session(), today, handed.conflicts());
    }

    /** The folder under the output, empty when the file cannot be tied to a session: then look in the night's own. */
    public Optional<String> folder() {
        String id = raw.field("Session");
        return id.matches("[A-Z0-9][A-Z0-9-]{2,39}") ? Optional.of(id) : Optional.empty();
    }

    /** Whether a BLOQUANTE of the session withholds every document. */
    public boolean blocked() {
        return ofSession.stream().anyMatch(a -> a.gravity().equals(Anomaly.BLOCKING));
    }

    /** Whether {@link #anomalies()} is the whole of what must be found. */
    public boolean exhaustive() {
        return exhaustive;
    }

    /** A code that may stand beside the expected ones: an impossible date may also be judged against the validity. */
    public boolean tolerates(String code) {
        return futureDate && code.equals("HORS_VALIDITE");
    }

    /** Candidate number and decision, in the bordereau's order; empty when the session is blocked. */
    public List<List<String>> decisions() {
        return blocked()
                ? List.of()
                : readings.stream().map(r -> List.of(r.number(), r.decision())).toList();
    }

    /** The rows of blocs.csv: candidat, bloc, issue, points, maximum, seuil, mode; empty when the session is blocked. */
    public List<List<String>> blocs() {
        return blocked()
                ? List.of()
                : readings.stream().flatMap(r -> r.blocs().stream()).toList();
    }

    /** Every anomaly that must be reported: those of the session, then those of the candidates row by row. */
    public List<Anomaly> anomalies() {
        List<Anomaly> all = new ArrayList<>(ofSession);
        readings.forEach(r -> all.addAll(r.anomalies()));
        return all;
    }

    /** The acts, as paths under the session's folder: exactly these. */
    public Set<String> acts() {
        Set<String> acts = new TreeSet<>();
        if (blocked()) {
            return acts;
        }
        acts.add("proces-verbal.pdf");
        boolean definitive = raw.field("Statut").equals("définitif");
        for (CandidateReading reading : readings) {
            if (!reading.decision().equals("RESERVE")) {
                String folder = "candidats/" + reading.number() + "/";
                acts.add(folder + "releve-de-notes.pdf");
                if (definitive && reading.decision().equals("ADMIS")) {
                    acts.add(folder + "attestation-de-reussite.pdf");
                }
                if (definitive && reading.decision().equals("PARTIEL")) {
                    reading.validated().forEach(b -> acts.add(folder + "attestation-bloc-" + b + ".pdf"));
                }
            }
        }
        return acts;
    }

    /**
     * What stands beside the acts of the contract: a letter and an extract for each candidate whose result is final, and
     * one volume of all statements and one of all certificates.
     */
    private Set<String> beside() {
        Set<String> beside = new TreeSet<>();
        boolean definitive = raw.field("Statut").equals("définitif");
        for (String act : acts()) {
            if (act.endsWith("/releve-de-notes.pdf")) {
                beside.add("releves-de-notes.pdf");
                if (definitive) {
                    beside.add(act.replace("releve-de-notes", "lettre-de-notification"));
                    beside.add(act.replace("releve-de-notes", "extrait-de-proces-verbal"));
                }
            } else if (act.contains("/attestation-")) {
                beside.add("attestations.pdf");
            }
        }
        return beside;
    }

    /** The acts and the reports that must be there; {@link #optionalFiles()} may stand beside them. */
    public Set<String> files() {
        Set<String> files = new TreeSet<>(acts());
        files.addAll(beside());
        if (folder().isPresent()) {
            files.add("index.html");
            files.add("anomalies.csv");
        }
        if (!blocked()) {
            files.addAll(List.of("decisions.csv", "blocs.csv", "manifeste.json"));
        }
        if (folder().isPresent()
                && anomalies().stream()
                        .anyMatch(a -> a.row() >= 0 && !a.gravity().equals(Anomaly.INFORMATION))) {
            files.add("bordereau-annote.xlsx");
        }
        return files;
    }

    /** Reports whose presence the contract leaves open in this session. */
    public Set<String> optionalFiles() {
        Set<String> files = new TreeSet<>(List.of("decisions.csv", "blocs.csv", "manifeste.json"));
        if (!anomalies().isEmpty() || !exhaustive) {
            files.add("bordereau-annote.xlsx");
        }
        files.removeAll(files());
        return files;
    }

    /** The same number twice, case apart: every row concerned bears it. */
    private void doubles() {
        Map<String, Integer> times = new HashMap<>();
        for (CandidateReading r : readings) {
            times.merge(r.number().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        for (CandidateReading r : readings) {
            if (!r.number().isEmpty() && times.get(r.number().toLowerCase(Locale.ROOT)) > 1) {
                r.fault(Deis.NUMBER, "CANDIDAT_DOUBLON", Anomaly.BLOCKING);
            }
        }
    }

    /** Same names and birth date under two numbers. */
    private void homonyms() {
        Map<String, Set<String>> numbers = new HashMap<>();
        for (CandidateReading r : readings) {
            r.person().ifPresent(p -> numbers.computeIfAbsent(p, k -> new HashSet<>())
                    .add(r.number().toLowerCase(Locale.ROOT)));
        }
        for (CandidateReading r : readings) {
            if (r.person().isPresent() && numbers.get(r.person().get()).size() > 1) {
                r.fault(Deis.NAME, "HOMONYME", Anomaly.WARNING);
            }
        }
    }

    /**
     * All members of a group who bear a valid collective mark bear the same one, and the same number of pages: else each
     * of them is told, with the cell of the mark that counts for him or of his pages, though it be empty. What two files
     * state differently is held against nobody else.
     */
    private void groups() {
        Map<String, List<CandidateReading>> groups = new HashMap<>();
        for (CandidateReading r : readings) {
            if (!r.disputedGroup()
                    && !r.group().isEmpty()
                    && r.mark(Deis.COLLECTIVE).is(Mark.State.VALID)) {
                groups.computeIfAbsent(r.group(), k -> new ArrayList<>()).add(r);
            }
        }
        for (List<CandidateReading> members : groups.values()) {
            long marks = members.stream()
                    .map(r -> Text.french(r.mark(Deis.COLLECTIVE).value()))
                    .distinct()
                    .count();
            if (marks > 1) {
                members.forEach(r -> r.markFault(Deis.COLLECTIVE, "GROUPE_NOTES_DIFFERENTES"));
            }
            long pages =
                    members.stream().flatMap(r -> r.pages().stream()).distinct().count();
            if (pages > 1) {
                members.forEach(r -> r.fault(Deis.COLLECTIVE_PAGES, "GROUPE_PAGES_DIFFERENTES", Anomaly.BLOCKING));
            }
        }
    }
}

package oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The faults of the session itself: its fields, its sheets and columns, its jury, corrections of unknown candidates. */
final class SessionReading {
    private static final LocalDate LAST_DAY_OF_VALIDITY = LocalDate.of(2026, 12, 31);

    private final RawSession raw;
    private final LocalDate today;
    private final List<Anomaly> anomalies = new ArrayList<>();
    private boolean exhaustive = true;
    private boolean futureDate;

    SessionReading(RawSession raw, LocalDate today, List<Split.Conflict> conflicts) {
        this.raw = raw;
        this.today = today;
        fields();
        date();
        sheets();
        if (exhaustive) {
            headcount();
            unknownCandidates();
        }
        if (raw.sheet(RawSession.JURY).isPresent() && exhaustive) {
            jury();
        }
        for (Split.Conflict conflict : conflicts) {
            if (conflict.sheet().equals(RawSession.SESSION)) {
                anomalies.removeIf(
                        a -> a.sheet().equals(conflict.sheet()) && a.header().equals(conflict.header()));
                for (int file = 0; file < conflict.files(); file++) {
                    blocking(conflict.sheet(), conflict.header(), Split.CONFLICT);
                }
            }
        }
    }

    List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }

    boolean exhaustive() {
        return exhaustive;
    }

    boolean futureDate() {
        return futureDate;
    }

    private void blocking(String sheet, String header, String code) {
        anomalies.add(Anomaly.ofSession(sheet, header, code, Anomaly.BLOCKING));
    }

    private void fields() {
        String id = raw.field("Session");
        if (id.isEmpty()) {
            blocking(RawSession.SESSION, "Session", "CHAMP_MANQUANT");
        } else if (!id.matches("[A-Z0-9][A-Z0-9-]{2,39}")) {
            blocking(RawSession.SESSION, "Session", "SESSION_INVALIDE");
            exhaustive = false;
        }
        String certification = raw.field("Certification");
        if (certification.isEmpty()) {
            blocking(RawSession.SESSION, "Certification", "CHAMP_MANQUANT");
            exhaustive = false;
        } else if (!certification.equals(Deis.CERTIFICATION)) {
            blocking(RawSession.SESSION, "Certification", "CERTIFICATION_INCONNUE");
            exhaustive = false;
        }
        if (raw.field("Libellé").isEmpty()) {
            blocking(RawSession.SESSION, "Libellé", "CHAMP_MANQUANT");
        }
        // Nothing is closed yet on a register that never saw the session: there is nothing to correct.
        if (!raw.field(Deis.CORRECTION).isEmpty()) {
            blocking(RawSession.SESSION, Deis.CORRECTION, "PV_RECTIFICATIF_INVALIDE");
        }
    }

    private void date() {
        String written = raw.field(Deis.DATE);
        if (written.isEmpty()) {
            if (raw.field("Statut").equals("définitif")) {
                blocking(RawSession.SESSION, Deis.DATE, "CHAMP_MANQUANT");
            }
            return;
        }
        Optional<LocalDate> day = Text.date(written);
        futureDate = day.isPresent() && day.get().isAfter(today);
        if (day.isEmpty() || futureDate || someoneIsBornAfter(day.get())) {
            blocking(RawSession.SESSION, Deis.DATE, "DATE_INVALIDE");
        } else if (day.get().isAfter(LAST_DAY_OF_VALIDITY)) {
            anomalies.add(Anomaly.ofSession(RawSession.SESSION, Deis.DATE, "HORS_VALIDITE", Anomaly.WARNING));
        }
    }

    private boolean someoneIsBornAfter(LocalDate day) {
        return raw.sheet(RawSession.CANDIDATES).isPresent()
                && raw.candidates().rows.stream()
                        .map(r -> Text.date(Text.clean(r.getOrDefault(Deis.BIRTH, ""))))
                        .anyMatch(birth -> birth.isPresent() && birth.get().isAfter(day));
    }

    private void sheets() {
        for (String name : List.of(RawSession.JURY, RawSession.CANDIDATES)) {
            if (raw.sheet(name).isEmpty()) {
                blocking(name, "", "FEUILLE_MANQUANTE");
                exhaustive = false;
            }
        }
        raw.sheet(RawSession.JURY)
                .ifPresent(s -> columns(s, Deis.REQUIRED_JURY_HEADERS, Set.copyOf(Deis.JURY_HEADERS)));
        raw.sheet(RawSession.CANDIDATES).ifPresent(s -> {
            List<String> required = new ArrayList<>(Deis.REQUIRED_CANDIDATE_HEADERS);
            if (!raw.field("Certification").equals(Deis.CERTIFICATION)) {
                // The columns of marks are those of the definition: without one, none of them is missing nor unknown.
                columns(s, required, Set.copyOf(s.headers));
                return;
            }
            if (IntStream.range(0, s.rows.size()).anyMatch(r -> !Deis.byVae(h -> s.text(r, h)))) {
                required.addAll(Deis.MARK_HEADERS);
            }
            columns(s, required, Set.copyOf(Deis.CANDIDATE_HEADERS));
        });
        raw.sheet(RawSession.DELIBERATION).ifPresent(s -> columns(s, List.of(), Set.copyOf(Deis.DELIBERATION_HEADERS)));
    }

    private void columns(RawSession.Sheet sheet, List<String> required, Set<String> known) {
        for (String header : required) {
            if (!sheet.headers.contains(header)) {
                blocking(sheet.name, header, "COLONNE_MANQUANTE");
                exhaustive = false;
            }
        }
        for (String header : sheet.headers) {
            if (!known.contains(header)) {
                anomalies.add(Anomaly.ofSession(sheet.name, header, "COLONNE_INCONNUE", Anomaly.INFORMATION));
            }
        }
    }

    private void headcount() {
        String announced = raw.field("Nombre de candidats");
        if (!announced.isEmpty()
                && !announced.equals(String.valueOf(raw.candidates().rows.size()))) {
            blocking(RawSession.SESSION, "Nombre de candidats", "EFFECTIF_DIFFERENT");
        }
    }

    private void unknownCandidates() {
        RawSession.Sheet candidates = raw.candidates();
        Set<String> numbers = candidates.rows.stream()
                .map(r -> Text.clean(r.getOrDefault(Deis.NUMBER, "")))
                .collect(Collectors.toSet());
        raw.sheet(RawSession.DELIBERATION).ifPresent(sheet -> {
            for (int row = 0; row < sheet.rows.size(); row++) {
                if (!numbers.contains(sheet.text(row, Deis.NUMBER))) {
                    anomalies.add(
                            new Anomaly(sheet.name, Deis.NUMBER, row, "", "DELIBERATION_INVALIDE", Anomaly.BLOCKING));
                }
            }
        });
    }

    /** Counted over the members named, present or not. */
    private void jury() {
        RawSession.Sheet sheet = raw.jury();
        int members = sheet.rows.size();
        if (members == 0) {
            juryWarning("JURY_VIDE");
            return;
        }
        int employers = 0;
        int employees = 0;
        boolean chaired = false;
        int sat = 0;
        for (int row = 0; row < members; row++) {
            for (String header : Deis.REQUIRED_JURY_HEADERS) {
                if (sheet.text(row, header).isEmpty()) {
                    anomalies.add(new Anomaly(sheet.name, header, row, "", "CHAMP_MANQUANT", Anomaly.BLOCKING));
                }
            }
            String college = sheet.text(row, "Collège");
            employers += college.equals("Employeurs") ? 1 : 0;
            employees += college.equals("Salariés") ? 1 : 0;
            // Who was absent or excused did not sit; who says nothing did. Nobody is recused here.
            sat += List.of("non", "excusé").contains(sheet.text(row, "Présent")) ? 0 : 1;
            chaired |= sheet.text(row, "Rôle").equals("président")
                    && (college.equals("État") || college.equals("Rectorat"));
        }
        if (!chaired) {
            juryWarning("JURY_PRESIDENT");
        }
        if (4 * (employers + employees) < members) {
            juryWarning("JURY_PROFESSIONNELS");
        }
        if (employers != employees) {
            juryWarning("JURY_PARITE");
        }
        RawSession.Sheet candidates = raw.candidates();
        boolean byVae =
                IntStream.range(0, candidates.rows.size()).anyMatch(r -> Deis.byVae(h -> candidates.text(r, h)));
        if (byVae && sat < 2) {
            juryWarning("JURY_VAE");
        }
    }

    private void juryWarning(String code) {
        anomalies.add(Anomaly.ofSession(RawSession.JURY, "", code, Anomaly.WARNING));
    }
}

package fr.minutier.check;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A bordereau made in memory for any certification: the columns are those that its candidates name. */
public final class AnyBordereau {
    private final CertificationLibrary library;
    private final String certification;
    private final List<Map<String, Object>> candidates = new ArrayList<>();
    private String status = "définitif";

    public AnyBordereau(CertificationLibrary library, String certification) {
        this.library = library;
        this.certification = certification;
    }

    public AnyBordereau provisional() {
        status = "provisoire";
        return this;
    }

    /** Adds a candidate of continuing training, under the number 1, 2, 3…, with what else his row says. */
    public AnyBordereau candidate(Map<String, Object> row) {
        candidates.add(row);
        return this;
    }

    private List<Bordereau> build() {
        Rows fields = new Rows("Session", List.of("Champ", "Valeur"));
        Map<String, String> values = Map.of(
                "Session", "ESSAI-2026",
                "Certification", certification,
                "Libellé", "Session d’essai",
                "Statut", status,
                "Date de délibération", "19/06/2026");
        values.forEach((name, value) -> {
            fields.add();
            fields.last().put("Champ", name);
            fields.last().put("Valeur", value);
        });
        Rows jury = new Rows("Jury", List.of("Nom", "Prénom", "Qualité", "Collège"));
        jury.add();
        jury.last().putAll(Map.of("Nom", "Orme", "Prénom", "Ines", "Qualité", "Formatrice", "Collège", "Formateurs"));
        Set<String> columns =
                new LinkedHashSet<>(List.of("N° candidat", "Nom de naissance", "Prénoms", "Date de naissance", "Voie"));
        candidates.forEach(row -> columns.addAll(row.keySet()));
        Rows rows = new Rows("Candidats", List.copyOf(columns));
        for (Map<String, Object> row : candidates) {
            rows.add();
            rows.last()
                    .putAll(Map.of(
                            "N° candidat",
                            String.valueOf(rows.rows.size()),
                            "Nom de naissance",
                            "Aubépine",
                            "Prénoms",
                            "Camille",
                            "Date de naissance",
                            "%02d/03/1985".formatted(rows.rows.size()),
                            "Voie",
                            "formation continue"));
            rows.last().putAll(row);
        }
        List<Sheet> sheets = List.of(fields.sheet("a.xlsx"), jury.sheet("a.xlsx"), rows.sheet("a.xlsx"));
        return List.of(new Bordereau("a.xlsx", sheets));
    }

    public Checked check() {
        return new Check(library, Bordereaux.TODAY, text -> "").check(build(), Past.NONE);
    }

    /** The content by which a closed session is known again. */
    public String content() {
        return Content.of(build(), library).digest();
    }

    /** Its anomalies that withhold something, each as {@code CODE candidate}. */
    public List<String> faults() {
        return check().anomalies().stream()
                .filter(Anomaly::withholds)
                .map(anomaly -> (anomaly.code() + " " + anomaly.candidate()).strip())
                .toList();
    }

    /** The sentences of its anomalies. */
    public List<String> messages() {
        return check().anomalies().stream().map(Anomaly::message).toList();
    }

    /** What is decided of each candidate. */
    public List<Decision> decisions() {
        return Deliberation.of(Objects.requireNonNull(check().session(), () -> "withheld: " + faults()))
                .decisions();
    }

    public List<Verdict> verdicts() {
        return decisions().stream().map(Decision::verdict).toList();
    }

    /** The outcomes of the candidate of that number, each as {@code DC1 VALIDE 30}. */
    public List<String> outcomes(int number) {
        return decisions().get(number - 1).outcomes().stream()
                .map(outcome -> (outcome.block().code() + " " + outcome.issue() + " "
                                + outcome.points()
                                        .map(points -> points.stripTrailingZeros())
                                        .map(BigDecimal::toPlainString)
                                        .orElse(""))
                        .strip())
                .toList();
    }
}

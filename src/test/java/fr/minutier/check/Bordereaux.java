package fr.minutier.check;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Candidate;
import fr.minutier.session.Session;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Bordereaux made in memory. {@link #deis} starts from one without a fault: a settled session of 19 June 2026, read on
 * the 30th, and a jury as the law wants it; every {@link #candidate} added is admitted until a test says otherwise.
 *
 * <p>The sheets have their header in row 1. The first candidate stands in row 2, the columns in this order:
 *
 * <pre>
 * A N° candidat     B Civilité       C Nom de naissance  D Nom d'usage      E Prénoms          F Date de naissance
 * G Lieu            H Courriel       I Établissement     J Voie             K Groupe           L Titre dispensant
 * M Blocs acquis    N Dérogation     O Résultat réservé  P BC01 Mémoire     Q BC01 Pages       R BC01 Soutenance
 * S BC02 Rapport c. T BC02 Pages     U BC02 Soutenance   V BC03 Article     W BC03 Signes      X BC03 Compétence
 * Y BC01 VAE        Z BC02 VAE       AA BC03 VAE
 * </pre>
 */
public final class Bordereaux {
    /** The day on which the bordereaux are read. */
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    /** A formula whose result the file does not hold. */
    public static final Content FORMULA = new Content.FormulaWithoutValue();

    private static final List<String> CANDIDATE_COLUMNS = List.of(
            "N° candidat",
            "Civilité",
            "Nom de naissance",
            "Nom d'usage",
            "Prénoms",
            "Date de naissance",
            "Lieu de naissance",
            "Courriel",
            "Établissement",
            "Voie",
            "Groupe",
            "Titre dispensant",
            "Blocs acquis",
            "Dérogation",
            "Résultat réservé",
            "BC01 Mémoire",
            "BC01 Pages",
            "BC01 Soutenance",
            "BC02 Rapport collectif",
            "BC02 Pages",
            "BC02 Soutenance",
            "BC03 Article",
            "BC03 Signes",
            "BC03 Compétence",
            "BC01 VAE",
            "BC02 VAE",
            "BC03 VAE");
    private static final List<String> WORKS = CANDIDATE_COLUMNS.subList(15, 24);
    private static final List<String> JURY_COLUMNS =
            List.of("Civilité", "Nom", "Prénom", "Qualité", "Collège", "Rôle", "Présent", "Groupe", "Candidats");
    private static final List<String> DELIBERATION_COLUMNS =
            List.of("N° candidat", "Composante", "Note arrêtée", "Motif");
    private static final List<String> NAMES =
            List.of("Aubépine", "Bruyère", "Capucine", "Digitale", "Églantine", "Fougère", "Genêt", "Hellébore");

    private final List<Object[]> session = new ArrayList<>();
    private final Rows jury = new Rows("Jury", JURY_COLUMNS);
    private final Rows candidates = new Rows("Candidats", CANDIDATE_COLUMNS);
    private final Map<String, String[]> others = new LinkedHashMap<>();
    private final List<Bordereaux> beside = new ArrayList<>();
    private String file = "jury.xlsx";
    private final Rows deliberation = new Rows("Délibération", DELIBERATION_COLUMNS);
    private final Set<String> absent = new HashSet<>(Set.of("Délibération"));
    private UnaryOperator<String> unprintable = text -> "";
    private Past past = Past.NONE;
    private LocalDate today = TODAY;

    private Bordereaux() {}

    /** The definition that ships with the product. */
    public static CertificationLibrary library() {
        try {
            return new CertificationLibrary(Path.of("templates"));
        } catch (InvalidDefinition e) {
            throw new IllegalStateException(e);
        }
    }

    /** The DEIS, as defined. */
    public static Certification deisDefinition() {
        return library().find("DEIS-RNCP39644").orElseThrow();
    }

    /** A session of the DEIS without a fault and, so far, without candidates. */
    public static Bordereaux deis() {
        Bordereaux made = new Bordereaux()
                .field("Session", "DEIS-2026-06")
                .field("Certification", "DEIS-RNCP39644")
                .field("Libellé", "Session de juin 2026")
                .field("Statut", "définitif")
                .field("Date de délibération", "19/06/2026");
        return made.member("Orme", "État", "président")
                .member("Peuplier", "Formateurs", "membre")
                .member("Quercy", "Employeurs", "membre")
                .member("Robinier", "Salariés", "membre");
    }

    /** Adds a row to the sheet {@code Session}, below the others. */
    public Bordereaux andField(String name, Object value) {
        session.add(new Object[] {name, value});
        return this;
    }

    /** Sets the value of a field of the sheet {@code Session}; an empty one leaves the row with nothing in it. */
    public Bordereaux field(String name, Object value) {
        for (Object[] row : session) {
            if (row[0].equals(name)) {
                row[1] = value;
                return this;
            }
        }
        return andField(name, value);
    }

    /** Takes a field out, row and all. */
    public Bordereaux withoutField(String name) {
        session.removeIf(row -> row[0].equals(name));
        return this;
    }

    /** Leaves a sheet out. */
    public Bordereaux withoutSheet(String name) {
        absent.add(name);
        return this;
    }

    /** Leaves a column of the candidates out, which moves those on its right. */
    public Bordereaux withoutColumn(String name) {
        candidates.columns.remove(name);
        return this;
    }

    /** Adds a column to the candidates, at the far right. */
    public Bordereaux column(String name) {
        candidates.columns.add(name);
        return this;
    }

    /** Adds a column to the jury, at the far right. */
    public Bordereaux juryColumn(String name) {
        jury.columns.add(name);
        return this;
    }

    /** Leaves a column of the jury out. */
    public Bordereaux withoutJuryColumn(String name) {
        jury.columns.remove(name);
        return this;
    }

    /** Empties the jury. */
    public Bordereaux withoutMembers() {
        jury.rows.clear();
        return this;
    }

    /** Adds a member of the jury, present. */
    public Bordereaux member(String name, String college, String role) {
        jury.add();
        return juror("Nom", name)
                .juror("Prénom", "Dominique")
                .juror("Qualité", "membre désigné")
                .juror("Collège", college)
                .juror("Rôle", role)
                .juror("Présent", "oui");
    }

    /** Writes into the row of the last member of the jury. */
    public Bordereaux juror(String column, Object value) {
        jury.last().put(column, value);
        return this;
    }

    /** Adds a candidate of formation initiale, whole, with 12 everywhere: 60 of 100, 24 of 40 and 12 of 20. */
    public Bordereaux candidate(Object number) {
        int index = candidates.rows.size();
        candidates.add();
        return with("N° candidat", number)
                .with("Nom de naissance", NAMES.get(index % NAMES.size()))
                .with("Prénoms", "Camille")
                .with("Date de naissance", LocalDate.of(1985, 3, 1).plusDays(index))
                .with("Voie", "formation initiale")
                .with("Groupe", "G1")
                .with("BC01 Mémoire", 12)
                .with("BC01 Pages", 100)
                .with("BC01 Soutenance", 12)
                .with("BC02 Rapport collectif", 12)
                .with("BC02 Pages", 32)
                .with("BC02 Soutenance", 12)
                .with("BC03 Article", 12)
                .with("BC03 Signes", 11000)
                .with("BC03 Compétence", "3.1");
    }

    /** Adds a candidate by VAE: three decisions, no marks, no lengths, no group. */
    public Bordereaux vaeCandidate(Object number) {
        return candidate(number)
                .clear("Groupe")
                .clear(WORKS.toArray(String[]::new))
                .with("Voie", "VAE")
                .with("BC01 VAE", "validé")
                .with("BC02 VAE", "validé")
                .with("BC03 VAE", "validé");
    }

    /** Adds a row of which nothing is filled in yet. */
    public Bordereaux row() {
        candidates.add();
        return this;
    }

    /** Writes into the row of the last candidate: text, number, date or any content. */
    public Bordereaux with(String column, Object value) {
        candidates.last().put(column, value);
        return this;
    }

    /** Empties cells of the last candidate. */
    public Bordereaux clear(String... columns) {
        Arrays.asList(columns).forEach(candidates.last()::remove);
        return this;
    }

    /** Empties all that the last candidate has for a block: marks, length, competence. */
    public Bordereaux clearBlock(String code) {
        return clear(WORKS.stream().filter(column -> column.startsWith(code)).toArray(String[]::new));
    }

    /** Hides the row of the last candidate. */
    public Bordereaux hidden() {
        candidates.hidden.add(candidates.rows.size());
        return this;
    }

    /** Adds a mark that the jury settled. */
    public Bordereaux settled(Object number, Object component, Object mark) {
        return settled(number, component, mark, "erreur de report");
    }

    /** Adds a mark that the jury settled, with its reason. */
    public Bordereaux settled(Object number, Object component, Object mark, Object reason) {
        absent.remove("Délibération");
        deliberation.add();
        deliberation.last().put("N° candidat", number);
        deliberation.last().put("Composante", component);
        deliberation.last().put("Note arrêtée", mark);
        deliberation.last().put("Motif", reason);
        return this;
    }

    /** Leaves a column of the marks settled out. */
    public Bordereaux withoutSettledColumn(String name) {
        deliberation.columns.remove(name);
        return this;
    }

    /** Changes the day on which the bordereau is read. */
    public Bordereaux readOn(LocalDate day) {
        today = day;
        return this;
    }

    /** What earlier nights are known to have said. */
    public Bordereaux knowing(Past known) {
        past = known;
        return this;
    }

    /** Says that earlier nights closed the session of that name. */
    public Bordereaux onceClosed(String session) {
        return onceClosed(session, 0, "0001");
    }

    /** Says that the minutes of that session are closed, so often corrected, with these candidates decided. */
    public Bordereaux onceClosed(String session, int corrections, String... decided) {
        Past.Closed closed = new Past.Closed(
                corrections,
                LocalDate.of(2026, 6, 12),
                "DEIS-RNCP39644",
                "as closed",
                "as closed, without its day",
                Set.of(decided),
                Set.of());
        past = new Past(id -> id.equals(session) ? Optional.of(closed) : Optional.empty());
        return this;
    }

    /** Says that the fonts of the acts lack this character. */
    public Bordereaux fontsLack(String character) {
        unprintable = text -> text.contains(character) ? character : "";
        return this;
    }

    /** Adds a sheet of that name, its rows written with their fields parted by bars. */
    public Bordereaux sheet(String name, String... rows) {
        others.put(name, rows);
        return this;
    }

    /** Gives the file another name than {@code jury.xlsx}. */
    public Bordereaux in(String name) {
        file = name;
        return this;
    }

    /** Leaves all columns of the candidates out but these. */
    public Bordereaux onlyColumns(String... names) {
        candidates.columns.retainAll(List.of(names));
        return this;
    }

    /** Hands another file of the same session in beside this one. */
    public Bordereaux beside(Bordereaux other) {
        beside.add(other);
        return this;
    }

    private Sheet sheet(String name) {
        List<Line> lines = new ArrayList<>();
        String[] rows = Objects.requireNonNull(others.get(name));
        for (int row = 0; row < rows.length; row++) {
            lines.add(Rows.line(file, name, row, false, List.of(rows[row].split("\\|", -1))));
        }
        return new Sheet(name, file, false, lines);
    }

    /** The content of all files, by which a closed session is known again. */
    public String content() {
        return fr.minutier.check.Content.of(all(), library()).digest();
    }

    private List<Bordereau> all() {
        List<Bordereau> all = new ArrayList<>(List.of(build()));
        beside.forEach(other -> all.add(other.build()));
        return all;
    }

    /** The bordereau. */
    public Bordereau build() {
        Rows fields = new Rows("Session", List.of("Champ", "Valeur"));
        for (Object[] row : session) {
            fields.add();
            fields.last().put("Champ", row[0]);
            fields.last().put("Valeur", row[1]);
        }
        List<Sheet> sheets = new ArrayList<>();
        List.of(fields, jury, candidates, deliberation).stream()
                .filter(rows -> !absent.contains(rows.name))
                .forEach(rows -> sheets.add(rows.sheet(file)));
        others.keySet().forEach(name -> sheets.add(sheet(name)));
        return new Bordereau(file, sheets);
    }

    /** What checking it gives, with the files beside it. */
    public Checked check() {
        return new Check(library(), today, unprintable).check(all(), past);
    }

    /** Its anomalies, each as {@code GRAVITY CODE Sheet!Cell candidate}, the file before the sheet when there are several. */
    public List<String> anomalies() {
        return check().anomalies().stream()
                .map(anomaly -> (anomaly.gravity() + " " + anomaly.code() + " "
                                + (beside.isEmpty() ? "" : anomaly.where().file() + " ")
                                + anomaly.where().sheet() + "!"
                                + anomaly.where().a1() + " " + anomaly.candidate())
                        .strip())
                .toList();
    }

    /** The sentences of its anomalies. */
    public List<String> messages() {
        return check().anomalies().stream().map(Anomaly::message).toList();
    }

    /** Whether the session as a whole is withheld. */
    public boolean withheld() {
        return check().session() == null;
    }

    /** The session in typed words; it must not be withheld. */
    public Session session() {
        return Objects.requireNonNull(check().session(), () -> "withheld: " + anomalies());
    }

    /** The candidate of that number, in typed words. */
    public Candidate read(String number) {
        return session().candidates().stream()
                .filter(candidate -> candidate.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** What is decided of each candidate, by number, in the order of the bordereau. */
    public Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Decision decision : Deliberation.of(session()).decisions()) {
            verdicts.put(decision.candidate().number(), decision.verdict());
        }
        return verdicts;
    }

    /** The outcomes of the candidate of that number, each as {@code BC01 VALIDE epreuve 60}. */
    public List<String> outcomes(String number) {
        return Deliberation.of(session()).decisions().stream()
                .filter(decision -> decision.candidate().number().equals(number))
                .flatMap(decision -> decision.outcomes().stream())
                .map(outcome -> (outcome.block().code() + " " + outcome.issue() + " "
                                + (outcome.mode() == null ? "" : outcome.mode().word()) + " "
                                + outcome.points()
                                        .map(BigDecimal::toPlainString)
                                        .orElse(""))
                        .strip())
                .toList();
    }
}

package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.session.JuryMember;
import fr.minutier.session.SettledMark;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every rule, on one page, in the order in which they read. A rule finds what is wrong and never stops another; all
 * anomalies of a session's bordereaux are found at once.
 */
public final class Check {
    static final String DELIBERATION = "Délibération";
    private static final String DELIBERATIONS = "Délibérations";
    static final List<String> SHEETS = List.of("Session", "Jury", "Candidats", DELIBERATION, DELIBERATIONS);

    private final CertificationLibrary library;
    private final LocalDate today;
    private final Legibility legibility;

    /**
     * Prepares checking.
     *
     * @param today the day of the check: no deliberation or birth comes after it
     * @param unprintable the characters of a text that the acts cannot print
     */
    public Check(CertificationLibrary library, LocalDate today, UnaryOperator<String> unprintable) {
        this.library = library;
        this.today = today;
        legibility = new Legibility(unprintable);
    }

    /** The session that a bordereau names, when it names one well: bordereaux of one session are checked together. */
    public static Optional<String> session(Bordereau bordereau) {
        return SessionFields.read(bordereau).flatMap(SessionRules::id);
    }

    /**
     * Checks the bordereaux of one session as one, in the order of their names. It may follow others of the same session.
     *
     * @param bordereaux that {@link #session} gives the same name; or one, whatever it names
     */
    public Checked check(List<Bordereau> bordereaux, Past past) {
        List<Bordereau> files = inOrder(bordereaux);
        Findings findings = new Findings();
        List<Optional<SessionFields>> read =
                files.stream().map(SessionFields::read).toList();
        List<SessionFields> each = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            Address whole = Address.ofSheet(files.get(file).name(), "");
            each.add(read.get(file).orElseGet(() -> SessionFields.none(whole)));
        }
        SessionFields fields = SessionFields.united(each);

        // The files
        SheetRules sheets = new SheetRules(files, findings);
        sheets.sheetOrHeaderMissing(
                "Session", Columns.OF_SESSION, true, file -> read.get(file).isPresent());
        sheets.sheetUnknownOrDouble();

        // The session
        new ConflictRules(new Meaning(List.of()), files, findings).fieldsDiffer(each);
        SessionRules session = new SessionRules(fields, each, findings);
        session.columnUnknown();
        session.formulaWithoutValue();
        session.fieldGivenTwice();
        if (read.stream().anyMatch(Optional::isPresent)) {
            session.fieldMissing();
        }
        session.sessionInvalid();
        session.illegible(legibility);
        Status status = session.status();
        Certification certification = session.certification(library).orElse(null);
        LocalDate deliberatedOn = session.deliberatedOn(status, today);
        if (certification != null) {
            session.outsideValidity(certification, deliberatedOn);
            session.settingToFill(certification, status);
        }
        CorrectionRules correction = new CorrectionRules(fields, past, () -> Content.of(bordereaux, library), findings);
        Checked.Corrective corrective =
                correction.ofSession(status, certification, deliberatedOn).orElse(null);

        // The jury
        Regimes regimes = Regimes.of(files, Optional.ofNullable(certification), library);
        for (Certification other : regimes.all().stream().skip(1).toList()) {
            session.outsideValidity(other, deliberatedOn);
            session.settingToFill(other, status);
        }
        Meaning meaning = new Meaning(regimes.all());
        Reading reading = new Reading(
                files,
                certification,
                regimes,
                meaning,
                sheets,
                new ConflictRules(meaning, files, findings),
                findings,
                past);
        Jury jury = jury(reading);

        // The candidates, and the marks that the jury settled
        Candidates candidates = candidates(reading, session, deliberatedOn);
        correction.ofCandidates(
                candidates.rows(),
                candidates.rows().isEmpty()
                        ? Address.ofSheet(files.getFirst().name(), "Candidats")
                        : sheetOf(candidates.rows().getFirst().address()));

        // Who of the jury sits for whom
        if (certification != null && !jury.seats().isEmpty()) {
            SeatingRules seating =
                    new SeatingRules(regimes.all(), jury.sheet(), jury.seats(), candidates.rows(), findings);
            seating.candidateUnknown();
            seating.recusedAndVoting();
            seating.chairRecused();
            seating.limitedVoteUnlimited();
            seating.juryTooSmallForExperience();
            seating.examiners();
        }

        return new Checked(
                SessionRules.id(fields).orElse(null),
                findings.withholdsSession()
                                || certification == null
                                || SessionRules.id(fields).isEmpty()
                        ? null
                        : SessionMaker.make(
                                fields, certification, status, deliberatedOn, jury.members(), candidates, legibility),
                candidates.rows().size(),
                inOrder(files, findings.all()),
                files.stream().map(Bordereau::name).toList(),
                corrective,
                candidates.rows().stream()
                        .collect(Collectors.toMap(
                                CandidateRow::number,
                                row -> row.cell(Columns.NUMBER.key()).address(),
                                (one, other) -> one)));
    }

    private static Address sheetOf(Address row) {
        return Address.ofSheet(row.file(), row.sheet());
    }

    /** What the rules of all sheets share. */
    private record Reading(
            List<Bordereau> files,
            @Nullable Certification certification,
            Regimes regimes,
            Meaning meaning,
            SheetRules sheets,
            ConflictRules conflicts,
            Findings findings,
            Past past) {}

    /** The rows of candidates, and what the jury settled. */
    record Candidates(List<CandidateRow> rows, List<SettledMark> settled) {
        static final Candidates NONE = new Candidates(List.of(), List.of());
    }

    /**
     * The members named.
     *
     * @param sheet where they are, as a whole
     */
    private record Jury(Address sheet, List<JuryRules.Seat> seats) {
        List<JuryMember> members() {
            return seats.stream().map(JuryRules.Seat::member).toList();
        }
    }

    private Jury jury(Reading reading) {
        SheetRules sheets = reading.sheets();
        UnitedTable table = UnitedTable.jury(reading.files(), reading.meaning());
        sheets.sheetOrHeaderMissing("Jury", Columns.OF_JURY, true, table::isIn);
        if (table.isEmpty()) {
            return new Jury(Address.ofSheet(reading.files().getFirst().name(), "Jury"), List.of());
        }
        reading.conflicts().membersDiffer(table);
        JuryRules rules = new JuryRules(table, reading.findings());
        sheets.columnUnknown(table);
        sheets.columnDouble(table);
        sheets.columnMissing(table, JuryRules.REQUIRED);
        Certification certification = reading.certification();
        List<JuryRules.Seat> members = rules.members(certification == null ? null : certification.jury(), legibility);
        if (certification != null) {
            rules.composition(certification.jury(), members);
        }
        return new Jury(table.header(), members);
    }

    private Candidates candidates(Reading reading, SessionRules session, @Nullable LocalDate deliberatedOn) {
        SheetRules sheets = reading.sheets();
        Certification certification = reading.certification();
        Findings findings = reading.findings();
        List<Column> columns = Columns.ofCandidates(reading.regimes().all());
        UnitedTable table = UnitedTable.candidates(reading.files(), columns, reading.meaning());
        sheets.sheetOrHeaderMissing("Candidats", columns, true, table::isIn);
        if (table.isEmpty()) {
            return Candidates.NONE;
        }
        List<CandidateRow> rows = CandidateRow.in(table);
        reading.conflicts().candidatesDiffer(rows, columns);
        sheets.columnDouble(table);
        sheets.numberMissing(table);
        sheets.columnMissing(table, IdentityRules.REQUIRED);
        RowRules written = new RowRules(rows, findings);
        written.lineHidden();
        session.countDiffers(table::rowsIn, rows.size());
        written.formulaWithoutValue(table.keys());

        IdentityRules identity = new IdentityRules(rows, findings);
        identity.numberInvalid();
        identity.candidateTwice();
        identity.identityIncomplete();
        identity.birthDateInvalid(today, deliberatedOn);
        session.deliberationBeforeAllBirths(deliberatedOn, rows);
        if (certification == null) {
            identity.routeUnknownOrClosed(null);
        } else {
            reading.regimes().read(rows, library, findings);
            for (Certification each : reading.regimes().all()) {
                new IdentityRules(comingFor(each, rows), findings).routeUnknownOrClosed(each);
            }
        }
        identity.namesake();
        identity.illegible(legibility);
        if (certification == null) {
            // Without a definition nobody knows which columns hold marks, or what they mean.
            return new Candidates(rows, List.of());
        }
        identity.evidenceIllegible(legibility);
        sheets.columnUnknown(table, reading.regimes().spare(library));
        LocalDate day = deliberatedOn == null ? today : deliberatedOn;
        List<Marking> markings = reading.regimes().all().stream()
                .map(each -> standing(
                        reading,
                        each,
                        table,
                        comingFor(each, rows),
                        session.id().orElse(null),
                        day))
                .toList();
        List<SettledMark> settled = settled(reading, rows);
        markings.forEach(marking -> marks(reading, marking));
        return new Candidates(rows, settled);
    }

    private static List<CandidateRow> comingFor(Certification certification, List<CandidateRow> rows) {
        return rows.stream()
                .filter(row -> certification.equals(row.certification))
                .toList();
    }

    /** The candidates of one certification, and the rules of their marks. */
    private record Marking(Certification certification, List<CandidateRow> rows, MarkRules rules) {}

    private static Marking standing(
            Reading reading,
            Certification certification,
            UnitedTable table,
            List<CandidateRow> rows,
            @Nullable String session,
            LocalDate day) {
        Findings findings = reading.findings();
        StandingRules standing = new StandingRules(certification, rows, findings);
        standing.blockUnknown();
        standing.titleWithoutEffect();
        standing.exemptionSuperfluous();
        standing.titleDateInvalid();
        standing.awardAfterTheSession(day);
        standing.awardOfFormerTimes(day);
        standing.vaeDecisionMissingOrUnexpected();
        new RegisterRules(certification, rows, reading.past(), session, day, findings).heldOrContradicted();

        reading.sheets().columnMissing(table, columnsOfMarksNeeded(certification, rows));

        MarkRules marks = new MarkRules(certification, rows, findings);
        marks.markUnreadableOutOfBoundsOrStep();
        return new Marking(certification, rows, marks);
    }

    private static void marks(Reading reading, Marking marking) {
        Certification certification = marking.certification();
        List<CandidateRow> rows = marking.rows();
        Findings findings = reading.findings();
        MarkRules marks = marking.rules();
        marks.markUnexpected();
        reading.regimes().all().stream()
                .filter(other -> !other.equals(certification))
                .forEach(marks::markOfAnotherRegime);
        marks.markMissing();
        marks.settingToFill();
        marks.lengthMissingOrOutOfBounds();
        marks.competenceInvalid();

        GroupRules groups = new GroupRules(certification, rows, findings);
        groups.groupMissing();
        groups.groupMarksDiffer();
        groups.groupLengthsDiffer();

        new WaiverRules(rows, certification, findings).waive();
    }

    private List<SettledMark> settled(Reading reading, List<CandidateRow> rows) {
        SheetRules sheets = reading.sheets();
        UnitedTable table = UnitedTable.deliberation(reading.files(), reading.meaning());
        sheets.sheetOrHeaderMissing(DELIBERATION, Columns.OF_DELIBERATION, false, table::isIn);
        if (table.isEmpty()) {
            return List.of();
        }
        sheets.columnUnknown(table);
        sheets.columnDouble(table);
        if (!table.rows().isEmpty()) {
            sheets.columnMissing(table, DeliberationRules.REQUIRED);
        }
        return new DeliberationRules(rows, table, reading.conflicts(), reading.findings()).settle(legibility);
    }

    /** The sheet of that name, as every reader of a bordereau must find it. */
    static Optional<Sheet> sheet(Bordereau bordereau, String name) {
        return bordereau.sheet(name, name.equals(DELIBERATION) ? List.of(DELIBERATIONS) : List.of());
    }

    private static List<Column> columnsOfMarksNeeded(Certification certification, List<CandidateRow> rows) {
        return certification.epreuves().stream()
                .filter(epreuve -> rows.stream().anyMatch(row -> row.examinedIn(epreuve, certification)))
                .flatMap(epreuve -> epreuve.components().stream())
                .map(component -> new Column(component.column(), List.of(component.column())))
                .toList();
    }

    /** By their names, which no chance of handing in changes. */
    static List<Bordereau> inOrder(List<Bordereau> bordereaux) {
        return bordereaux.stream().sorted(Comparator.comparing(Bordereau::name)).toList();
    }

    /** By file, by sheet as the workbook has them, then by cell: the order in which a person mends them. */
    private static List<Anomaly> inOrder(List<Bordereau> files, List<Anomaly> anomalies) {
        Map<Address, Integer> places = new HashMap<>();
        for (Bordereau file : files) {
            places.putIfAbsent(Address.ofSheet(file.name(), ""), places.size());
            file.sheets().forEach(sheet -> places.putIfAbsent(sheet.address(), places.size()));
        }
        return anomalies.stream()
                .sorted(Comparator.comparing((Anomaly anomaly) -> places.getOrDefault(
                                Address.ofSheet(
                                        anomaly.where().file(), anomaly.where().sheet()),
                                -1))
                        .thenComparing(anomaly -> anomaly.where().row())
                        .thenComparing(anomaly -> anomaly.where().column()))
                .toList();
    }
}

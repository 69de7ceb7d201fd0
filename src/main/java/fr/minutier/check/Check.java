package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.session.JuryMember;
import fr.minutier.session.SettledMark;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every rule, on one page, in the order in which they read. A rule finds what is wrong and never stops another; all
 * anomalies of a bordereau are found at once.
 */
public final class Check {
    static final String DELIBERATION = "Délibération";
    private static final String DELIBERATIONS = "Délibérations";
    private static final List<String> SHEETS = List.of("Session", "Jury", "Candidats", DELIBERATION, DELIBERATIONS);

    private final CertificationLibrary library;
    private final LocalDate today;
    private final UnaryOperator<String> unprintable;

    /**
     * Prepares checking.
     *
     * @param today the day of the check: no deliberation or birth comes after it
     * @param unprintable the characters of a text that the acts cannot print
     */
    public Check(CertificationLibrary library, LocalDate today, UnaryOperator<String> unprintable) {
        this.library = library;
        this.today = today;
        this.unprintable = unprintable;
    }

    /** Checks one bordereau, which may follow others of the same session. */
    public Checked check(Bordereau bordereau, Past past) {
        Findings findings = new Findings();
        Address file = Address.ofSheet(bordereau.name(), "");
        Optional<SessionFields> read = SessionFields.read(bordereau);
        if (read.isEmpty()) {
            sheetMissing(bordereau, "Session", Columns.OF_SESSION, file, findings);
        }
        SessionFields fields = read.orElseGet(() -> SessionFields.none(file));

        sheetUnknownOrDouble(bordereau, findings);

        // The session
        SessionRules session = new SessionRules(fields, findings);
        session.columnUnknown();
        session.formulaWithoutValue();
        session.fieldGivenTwice();
        if (read.isPresent()) {
            session.fieldMissing();
        }
        session.sessionInvalid();
        session.characterUnprintable(unprintable);
        Status status = session.status();
        Certification certification = session.certification(library).orElse(null);
        LocalDate deliberatedOn = session.deliberatedOn(status, today);
        if (certification != null) {
            session.outsideValidity(certification, deliberatedOn);
        }
        session.correctiveMinutesInvalid(past);

        // The jury
        List<JuryMember> jury = jury(bordereau, certification, file, findings);

        // The candidates, and the marks that the jury settled
        Candidates candidates = candidates(bordereau, certification, session, deliberatedOn, file, findings);

        List<Anomaly> anomalies = inOrder(bordereau, findings.all());
        if (findings.withholdsSession() || certification == null || fields.id().isEmpty()) {
            return new Checked(fields.id().orElse(null), null, candidates.rows().size(), anomalies);
        }
        return new Checked(
                fields.id().get(),
                SessionMaker.make(fields, certification, status, deliberatedOn, jury, candidates),
                candidates.rows().size(),
                anomalies);
    }

    /** The rows of candidates, and what the jury settled. */
    record Candidates(List<CandidateRow> rows, List<SettledMark> settled) {
        static final Candidates NONE = new Candidates(List.of(), List.of());
    }

    private List<JuryMember> jury(
            Bordereau bordereau, @Nullable Certification certification, Address file, Findings findings) {
        Optional<Table> table = table(bordereau, "Jury", Columns.OF_JURY);
        if (table.isEmpty()) {
            sheetMissing(bordereau, "Jury", Columns.OF_JURY, file, findings);
            return List.of();
        }
        JuryRules rules = new JuryRules(table.get(), findings);
        columnUnknown(table.get(), findings);
        columnDouble(table.get(), findings);
        rules.columnMissing();
        List<JuryMember> members = rules.members(certification == null ? null : certification.jury(), unprintable);
        if (certification != null) {
            rules.composition(certification.jury(), members);
        }
        return members;
    }

    private Candidates candidates(
            Bordereau bordereau,
            @Nullable Certification certification,
            SessionRules session,
            @Nullable LocalDate deliberatedOn,
            Address file,
            Findings findings) {
        List<Column> columns = certification == null ? Columns.OF_EVERY_CANDIDATE : Columns.ofCandidates(certification);
        Optional<Table> table = table(bordereau, "Candidats", columns);
        if (table.isEmpty()) {
            sheetMissing(bordereau, "Candidats", columns, file, findings);
            return Candidates.NONE;
        }
        List<CandidateRow> rows = CandidateRow.in(table.get());
        columnDouble(table.get(), findings);
        columnMissing(table.get(), Columns.REQUIRED_OF_CANDIDATES, findings);
        lineHidden(rows, findings);
        session.countDiffers(rows.size());
        formulaWithoutValue(table.get(), rows, findings);

        IdentityRules identity = new IdentityRules(rows, findings);
        identity.numberInvalid();
        identity.candidateTwice();
        identity.identityIncomplete();
        identity.birthDateInvalid(today, deliberatedOn);
        session.deliberationBeforeAllBirths(deliberatedOn, rows);
        identity.routeUnknownOrClosed(certification);
        identity.namesake();
        identity.characterUnprintable(unprintable);
        if (certification == null) {
            // Without a definition nobody knows which columns hold marks, or what they mean.
            return new Candidates(rows, List.of());
        }
        columnUnknown(table.get(), findings);
        return new Candidates(rows, marks(bordereau, table.get(), certification, rows, findings));
    }

    private List<SettledMark> marks(
            Bordereau bordereau, Table table, Certification certification, List<CandidateRow> rows, Findings findings) {
        StandingRules standing = new StandingRules(certification, rows, findings);
        standing.blockUnknown();
        standing.titleWithoutEffect();
        standing.exemptionSuperfluous();
        standing.vaeDecisionMissingOrUnexpected();

        columnMissing(table, columnsOfMarksNeeded(certification, rows), findings);

        MarkRules marks = new MarkRules(certification, rows, findings);
        marks.markUnreadableOutOfBoundsOrStep();
        List<SettledMark> settled = settled(bordereau, certification, rows, findings);
        marks.markUnexpected();
        marks.markMissing();
        marks.lengthMissingOrOutOfBounds();
        marks.competenceInvalid();

        GroupRules groups = new GroupRules(certification, rows, findings);
        groups.groupMissing();
        groups.groupMarksDiffer();
        groups.groupLengthsDiffer();

        new WaiverRules(rows, certification, findings).waive();
        return settled;
    }

    private List<SettledMark> settled(
            Bordereau bordereau, Certification certification, List<CandidateRow> rows, Findings findings) {
        Optional<Table> table = table(bordereau, DELIBERATION, Columns.OF_DELIBERATION);
        if (table.isEmpty()) {
            Optional<Sheet> unread = sheet(bordereau, DELIBERATION);
            if (unread.isPresent() && !unread.get().lines().isEmpty()) {
                headerMissing(unread.get(), Columns.OF_DELIBERATION, findings);
            }
            return List.of();
        }
        DeliberationRules rules = new DeliberationRules(certification, rows, table.get(), findings);
        columnUnknown(table.get(), findings);
        columnDouble(table.get(), findings);
        rules.columnMissing();
        return rules.settle(unprintable);
    }

    private static Optional<Table> table(Bordereau bordereau, String sheet, List<Column> columns) {
        return sheet(bordereau, sheet).flatMap(found -> Table.find(found, columns));
    }

    /** The sheet of that name, as every reader of a bordereau must find it. */
    static Optional<Sheet> sheet(Bordereau bordereau, String name) {
        return bordereau.sheet(name, name.equals(DELIBERATION) ? List.of(DELIBERATIONS) : List.of());
    }

    /** A sheet that is not read must be told: it may hold candidates, or marks that the jury settled. */
    private static void sheetUnknownOrDouble(Bordereau bordereau, Findings findings) {
        List<Address> read = SHEETS.stream()
                .flatMap(name -> sheet(bordereau, name).stream())
                .map(Sheet::address)
                .toList();
        for (Sheet sheet : bordereau.sheets()) {
            if (sheet.hidden() || sheet.lines().isEmpty() || read.contains(sheet.address())) {
                continue;
            }
            if (SHEETS.stream().map(Label::fold).anyMatch(Label.fold(sheet.name())::equals)) {
                findings.session(
                        AnomalyCode.FEUILLE_DOUBLE,
                        sheet.address(),
                        "La feuille " + quoted(sheet.name())
                                + " est là deux fois\u00a0: laquelle compte ne peut pas être deviné\u00a0; gardez la bonne.");
            } else {
                findings.session(
                        AnomalyCode.FEUILLE_INCONNUE,
                        sheet.address(),
                        "La feuille " + quoted(sheet.name())
                                + " n’est pas connue\u00a0: elle n’est pas reprise\u00a0; corrigez son nom si elle devait"
                                + " l’être.");
            }
        }
    }

    private static void sheetMissing(
            Bordereau bordereau, String name, List<Column> columns, Address file, Findings findings) {
        Optional<Sheet> sheet = sheet(bordereau, name);
        if (sheet.isEmpty()) {
            findings.session(
                    AnomalyCode.FEUILLE_MANQUANTE,
                    file,
                    "La feuille " + quoted(name) + " manque\u00a0; ajoutez-la, ou rendez-lui son nom.");
        } else {
            headerMissing(sheet.get(), columns, findings);
        }
    }

    private static void headerMissing(Sheet sheet, List<Column> columns, Findings findings) {
        findings.session(
                AnomalyCode.COLONNE_MANQUANTE,
                sheet.address(),
                "La ligne d’en-tête est introuvable\u00a0; écrivez-la au-dessus des données, avec au moins les colonnes "
                        + quoted(columns.get(0).official()) + " et "
                        + quoted(columns.get(1).official()) + ".");
    }

    static void columnMissing(Table table, Column column, Findings findings) {
        if (!table.columns().containsKey(column.key())) {
            findings.session(
                    AnomalyCode.COLONNE_MANQUANTE,
                    table.header(),
                    "La colonne " + quoted(column.official()) + " manque\u00a0; ajoutez-la, ou rendez-lui son nom.");
        }
    }

    private static void columnMissing(Table table, List<Column> columns, Findings findings) {
        columns.forEach(column -> columnMissing(table, column, findings));
    }

    private static List<Column> columnsOfMarksNeeded(Certification certification, List<CandidateRow> rows) {
        return certification.blocks().stream()
                .filter(block -> rows.stream().anyMatch(row -> row.examinedIn(block)))
                .flatMap(block -> block.epreuve().components().stream())
                .map(component -> new Column(component.column(), List.of(component.column())))
                .toList();
    }

    private static void columnUnknown(Table table, Findings findings) {
        for (Table.HeaderCell header : table.unknown()) {
            findings.session(
                    AnomalyCode.COLONNE_INCONNUE,
                    header.address(),
                    "La colonne " + quoted(header.written())
                            + " n’est pas connue\u00a0: elle n’est pas reprise\u00a0; corrigez son nom si elle devait"
                            + " l’être.");
        }
    }

    private static void columnDouble(Table table, Findings findings) {
        for (Table.HeaderCell header : table.doubled()) {
            findings.session(
                    AnomalyCode.COLONNE_DOUBLE,
                    header.address(),
                    "La colonne " + quoted(header.written())
                            + " est là deux fois\u00a0: laquelle compte ne peut pas être deviné\u00a0; gardez la bonne.");
        }
    }

    private static void lineHidden(List<CandidateRow> rows, Findings findings) {
        for (CandidateRow row : rows) {
            if (row.hidden()) {
                findings.candidate(
                        row,
                        AnomalyCode.LIGNE_MASQUEE,
                        row.address(),
                        "Cette ligne est masquée dans le classeur\u00a0: elle a été lue comme les autres\u00a0; supprimez-la si"
                                + " elle ne doit pas compter.");
            }
        }
    }

    private static void formulaWithoutValue(Table table, List<CandidateRow> rows, Findings findings) {
        for (CandidateRow row : rows) {
            for (String key : table.columns().keySet()) {
                Cell cell = row.cell(key);
                if (cell.formulaWithoutValue()) {
                    findings.candidate(row, AnomalyCode.FORMULE_SANS_VALEUR, cell.address(), Sentences.FORMULA);
                }
            }
        }
    }

    /** By sheet as the workbook has them, then by cell: the order in which a person mends them. */
    private static List<Anomaly> inOrder(Bordereau bordereau, List<Anomaly> anomalies) {
        List<String> sheets = bordereau.sheets().stream().map(Sheet::name).toList();
        return anomalies.stream()
                .sorted(Comparator.comparing((Anomaly anomaly) ->
                                sheets.indexOf(anomaly.where().sheet()))
                        .thenComparing(anomaly -> anomaly.where().row())
                        .thenComparing(anomaly -> anomaly.where().column()))
                .toList();
    }
}

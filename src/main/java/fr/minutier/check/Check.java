package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.Component;
import fr.minutier.session.JuryMember;
import fr.minutier.session.SettledMark;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every rule, on one page, in the order in which they read. A rule finds what is wrong and never stops another; all
 * anomalies of a bordereau are found at once.
 */
public final class Check {
    /** A row that sums up those above: its first words, folded. */
    private static final Set<String> TOTALS = Set.of("total", "soustotal", "moyenne", "effectif", "nombre", "somme");

    private static final List<Column> IDENTITY = List.of(Columns.BIRTH_NAME, Columns.FIRST_NAMES, Columns.BIRTH_DATE);

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

    /** Checks one bordereau. */
    public Checked check(Bordereau bordereau) {
        Findings findings = new Findings();
        Address file = Address.ofSheet(bordereau.name(), "");
        Optional<SessionFields> read = SessionFields.read(bordereau);
        if (read.isEmpty()) {
            sheetMissing(bordereau, "Session", Columns.OF_SESSION, file, findings);
        }
        SessionFields fields = read.orElseGet(() -> SessionFields.none(file));

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

        // The jury
        List<JuryMember> jury = jury(bordereau, certification, file, findings);

        // The candidates, and the marks that the jury settled
        Candidates candidates = certification == null
                ? Candidates.NONE
                : candidates(bordereau, certification, session, deliberatedOn, file, findings);

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
        columnUnknownOrDouble(table.get(), findings);
        rules.columnMissing();
        List<JuryMember> members = rules.members(certification == null ? null : certification.jury(), unprintable);
        if (certification != null) {
            rules.composition(certification.jury(), members);
        }
        return members;
    }

    private Candidates candidates(
            Bordereau bordereau,
            Certification certification,
            SessionRules session,
            @Nullable LocalDate deliberatedOn,
            Address file,
            Findings findings) {
        List<Column> columns = Columns.ofCandidates(certification);
        Optional<Table> table = table(bordereau, "Candidats", columns);
        if (table.isEmpty()) {
            sheetMissing(bordereau, "Candidats", columns, file, findings);
            return Candidates.NONE;
        }
        List<CandidateRow> rows = rows(table.get());
        columnUnknownOrDouble(table.get(), findings);
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

        StandingRules standing = new StandingRules(certification, rows, findings);
        standing.blockUnknown();
        standing.titleWithoutEffect();
        standing.exemptionSuperfluous();
        standing.vaeDecisionMissingOrUnexpected();

        columnMissing(table.get(), certification, rows, findings);

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

        new WaiverRules(rows, findings).waive();
        return new Candidates(rows, settled);
    }

    private List<SettledMark> settled(
            Bordereau bordereau, Certification certification, List<CandidateRow> rows, Findings findings) {
        Optional<Table> table = table(bordereau, "Délibération", Columns.OF_DELIBERATION);
        if (table.isEmpty()) {
            return List.of();
        }
        DeliberationRules rules = new DeliberationRules(certification, rows, table.get(), findings);
        columnUnknownOrDouble(table.get(), findings);
        rules.columnMissing();
        return rules.settle(unprintable);
    }

    private static Optional<Table> table(Bordereau bordereau, String sheet, List<Column> columns) {
        return bordereau.sheet(sheet, List.of()).flatMap(found -> Table.find(found, columns));
    }

    private static List<CandidateRow> rows(Table table) {
        List<Table.Record> told = new ArrayList<>(table.records());
        told.removeIf(row -> sumsUp(row, IDENTITY));
        // What follows the last named candidate without naming one is a row of totals without a label.
        while (!told.isEmpty() && namesNobody(told.getLast())) {
            told.removeLast();
        }
        List<CandidateRow> rows = new ArrayList<>();
        for (Table.Record row : told) {
            rows.add(new CandidateRow(table, row, row.cell(Columns.NUMBER.key()).text()));
        }
        return rows;
    }

    private static boolean namesNobody(Table.Record row) {
        return row.cell(Columns.NUMBER.key()).blank()
                && IDENTITY.stream().allMatch(column -> row.cell(column.key()).blank());
    }

    /** Whether a row sums up those above: it names nobody and its first words say so. */
    static boolean sumsUp(Table.Record row, List<Column> identity) {
        return identity.stream().allMatch(column -> row.cell(column.key()).blank())
                && row.line().cells().stream()
                        .filter(cell -> !cell.blank())
                        .findFirst()
                        .filter(cell -> TOTALS.stream()
                                .anyMatch(word -> Label.fold(cell.text()).startsWith(word)))
                        .isPresent();
    }

    private static void sheetMissing(
            Bordereau bordereau, String name, List<Column> columns, Address file, Findings findings) {
        Optional<Sheet> sheet = bordereau.sheet(name, List.of());
        if (sheet.isEmpty()) {
            findings.session(
                    AnomalyCode.FEUILLE_MANQUANTE,
                    file,
                    "La feuille " + quoted(name) + " manque. Ajoutez-la, ou rendez-lui son nom.");
        } else {
            findings.session(
                    AnomalyCode.COLONNE_MANQUANTE,
                    sheet.get().address(),
                    "La ligne d’en-tête est introuvable. Elle porte au moins les colonnes "
                            + quoted(columns.get(0).official()) + " et "
                            + quoted(columns.get(1).official()) + ".");
        }
    }

    static void columnMissing(Table table, Column column, Findings findings) {
        if (!table.columns().containsKey(column.key())) {
            findings.session(
                    AnomalyCode.COLONNE_MANQUANTE,
                    table.header(),
                    "La colonne " + quoted(column.official()) + " manque. Ajoutez-la, ou rendez-lui son nom.");
        }
    }

    /** Columns that every bordereau has, and those of marks that some candidate needs. */
    private static void columnMissing(
            Table table, Certification certification, List<CandidateRow> rows, Findings findings) {
        for (Column column :
                List.of(Columns.NUMBER, Columns.BIRTH_NAME, Columns.FIRST_NAMES, Columns.BIRTH_DATE, Columns.ROUTE)) {
            columnMissing(table, column, findings);
        }
        for (Block block : certification.blocks()) {
            if (rows.stream().anyMatch(row -> row.examinedIn(block))) {
                for (Component component : block.epreuve().components()) {
                    columnMissing(table, new Column(component.column(), List.of(component.column())), findings);
                }
            }
        }
    }

    private static void columnUnknownOrDouble(Table table, Findings findings) {
        for (Table.HeaderCell header : table.unknown()) {
            findings.session(
                    AnomalyCode.COLONNE_INCONNUE,
                    header.address(),
                    "La colonne " + quoted(header.written()) + " n’est pas connue\u00a0: elle n’est pas reprise.");
        }
        for (Table.HeaderCell header : table.doubled()) {
            findings.session(
                    AnomalyCode.COLONNE_DOUBLE,
                    header.address(),
                    "La colonne " + quoted(header.written())
                            + " est là deux fois\u00a0: laquelle compte ne peut pas être deviné. Gardez la bonne.");
        }
    }

    private static void lineHidden(List<CandidateRow> rows, Findings findings) {
        for (CandidateRow row : rows) {
            if (row.hidden()) {
                findings.candidate(
                        row,
                        AnomalyCode.LIGNE_MASQUEE,
                        row.address(),
                        "Cette ligne est masquée dans le classeur\u00a0: elle a été lue comme les autres. Supprimez-la si"
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

package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.Exemption;
import fr.minutier.certification.Route;
import fr.minutier.session.Mark;
import fr.minutier.session.VaeDecision;
import fr.minutier.session.Waiver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One candidate of the sheet of candidates, and what the rules have made of it so far. */
final class CandidateRow {
    private final UnitedTable table;
    private final Row row;
    private final String number;
    private final Set<String> disputed = new HashSet<>();
    private final List<Anomaly> anomalies = new ArrayList<>();

    @Nullable
    LocalDate birthDate;

    @Nullable
    Route route;

    /** What he comes for; null as long as it is not read, and when that of the session is unknown. */
    @Nullable
    Certification certification;

    /** Whether a row whose route is missing or none at all has decisions by VAE and no mark. */
    boolean decidedByExperience;

    /** Blocks acquired earlier, with the day where it is given (null value otherwise). */
    final Map<String, @Nullable LocalDate> acquired = new LinkedHashMap<>();
    /** The day on which the title was obtained, when it is given. */
    @Nullable
    LocalDate titleSince;
    /** Exemptions by title held, for each block they cover. */
    final Map<String, Exemption> exempted = new HashMap<>();

    final Map<String, VaeDecision> vaeDecisions = new HashMap<>();
    /** Readings of mark cells, by component column. */
    final Map<String, MarkReading> marks = new HashMap<>();
    /** Marks that the jury settled, with their cells, by component column. */
    final Map<String, Settled> settled = new LinkedHashMap<>();

    final Map<String, String> competences = new HashMap<>();
    final List<Waiver> waivers = new ArrayList<>();
    /** What the jury may waive, each with the fact in one sentence. */
    final Map<Anomaly, String> toSettle = new HashMap<>();

    /** A mark of the deliberation sheet. */
    record Settled(Address where, BigDecimal value) {}

    private CandidateRow(UnitedTable table, Row row, String number) {
        this.table = table;
        this.row = row;
        this.number = number;
    }

    /** The rows of candidates. */
    static List<CandidateRow> in(UnitedTable table) {
        return table.rows().stream()
                .map(row -> new CandidateRow(
                        table, row, row.cell(Columns.NUMBER.key()).text()))
                .toList();
    }

    String number() {
        return number;
    }

    /** The row as the files have it. */
    Row row() {
        return row;
    }

    Address address() {
        return row.address();
    }

    /** Says that files contradict each other in that column; what is read there is but one of their values. */
    void dispute(String column) {
        disputed.add(column);
    }

    /** Whether files contradict each other in that column, so that its value may be held against nobody else. */
    boolean disputed(String column) {
        return disputed.contains(column);
    }

    Cell cell(String column) {
        return row.cell(column);
    }

    /** Whether a file has that column at all: a cell cannot be missing in a column that is. */
    boolean has(String column) {
        return table.has(column);
    }

    String text(String column) {
        return row.cell(column).text();
    }

    /** The text of the cell, or null when nothing is written there. */
    @Nullable
    String textOrNull(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** The mark that counts for a component: settled by the jury, else read; null when there is none. */
    @Nullable
    Mark mark(Component component) {
        Settled bySettlement = settled.get(component.column());
        if (bySettlement != null) {
            return new Mark.Value(bySettlement.value());
        }
        return marks.get(component.column()) instanceof MarkReading.Read read ? read.mark() : null;
    }

    /** The number that counts for the component of that column; null when it bears none. */
    @Nullable
    BigDecimal value(Component component) {
        return mark(component) instanceof Mark.Value value ? value.value() : null;
    }

    /**
     * Whether the component bears a number, out of bounds or too fine included: what goes with the work is then asked,
     * so that every fault is told at once.
     */
    boolean bearsNumber(Component component) {
        return value(component) != null
                || (marks.get(component.column()) instanceof MarkReading.Faulty faulty && faulty.number());
    }

    /** Whether the block is to be acquired by épreuve. */
    boolean examinedIn(Block block) {
        return !byExperience() && !otherwiseHeld(block);
    }

    /** Whether the épreuve is to be presented. */
    boolean examinedIn(Epreuve epreuve, Certification certification) {
        return !byExperience()
                && certification.dispensing(epreuve, this::otherwiseHeld).isEmpty();
    }

    /**
     * Whether the candidate comes without marks. A route that is no route counts as one with épreuves, unless all else
     * speaks for VAE: then the route alone is to be corrected, and no mark is asked for.
     */
    boolean byExperience() {
        return route != null ? route.withoutMarks() : decidedByExperience;
    }

    /** Whether the block was acquired earlier or is dispensed. */
    boolean otherwiseHeld(Block block) {
        return acquired.containsKey(block.code()) || exempted.containsKey(block.code());
    }

    void concernedBy(Anomaly anomaly) {
        anomalies.add(anomaly);
    }

    void noLongerConcernedBy(Anomaly anomaly) {
        anomalies.remove(anomaly);
    }

    List<Anomaly> anomalies() {
        return anomalies;
    }
}

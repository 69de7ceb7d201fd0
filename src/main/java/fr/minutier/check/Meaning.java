package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.CompetenceChoice;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.LengthLimit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a cell says, however it is written: two cells that say the same have equal meanings. */
final class Meaning {
    /** What takes its words from a closed list, in which case and accents say nothing. */
    private static final List<String> WORDS = List.of(
            SessionFields.STATUS,
            SessionFields.CERTIFICATION,
            Columns.COLLEGE.key(),
            Columns.ROUTE.key(),
            Columns.SEX.key());

    private final Map<String, Function<Cell, String>> readings = new HashMap<>();

    /** @param certifications the columns of marks are those of their definitions; without one there are none */
    Meaning(List<Certification> certifications) {
        WORDS.forEach(key -> readings.put(key, Meaning::word));
        readings.put(Columns.ROLE.key(), cell -> JuryRules.isChair(word(cell)) ? "president" : word(cell));
        readings.put(Columns.PRESENT.key(), cell -> JuryRules.presence(word(cell)));
        readings.put(Columns.COMPONENT.key(), Meaning::word);
        readings.put(Columns.NUMBER.key(), Cell::text);
        // Who names the certification of the session says no more than who names none.
        String ofSession = certifications.isEmpty()
                ? ""
                : Label.fold(certifications.getFirst().code());
        readings.put(Columns.REGIME.key(), cell -> word(cell).equals(ofSession) ? "" : word(cell));
        certifications.forEach(this::marks);
        readings.put(Columns.COMPONENT.key(), cell -> certifications.stream()
                .flatMap(known -> DeliberationRules.component(known, cell).stream())
                .findFirst()
                .map(Component::column)
                .orElseGet(() -> word(cell)));
    }

    private void marks(Certification known) {
        for (Epreuve epreuve : known.epreuves()) {
            for (Component component : epreuve.components()) {
                readings.put(component.column(), cell -> mark(cell, known));
            }
            for (LengthLimit limit : epreuve.lengths()) {
                readings.put(limit.column(), Meaning::number);
            }
            Optional<CompetenceChoice> choice = epreuve.choice();
            choice.ifPresent(chosen ->
                    readings.put(chosen.column(), cell -> MarkRules.competence(known.competences(epreuve), cell)
                            .map(Competence::code)
                            .orElseGet(cell::text)));
        }
        known.blocks().forEach(block -> readings.put(block.vaeColumn(), Meaning::word));
        readings.put(Columns.SETTLED.key(), cell -> mark(cell, known));
    }

    /**
     * What the cell says.
     *
     * @param key of its column, or the name of its field
     */
    String of(String key, Cell cell) {
        return readings.getOrDefault(key, Meaning::dayOrText).apply(cell);
    }

    /** What several cells say, each thing once, in their order. */
    List<String> of(String key, List<Cell> cells) {
        return cells.stream().map(cell -> of(key, cell)).distinct().toList();
    }

    private static String mark(Cell cell, Certification certification) {
        return MarkReading.of(cell, certification.marks()) instanceof MarkReading.Read read
                ? read.mark().inFrench()
                : MarkReading.number(cell, certification.marks())
                        .map(FrenchDecimal::of)
                        .orElseGet(cell::text);
    }

    private static String number(Cell cell) {
        return cell.number().map(FrenchDecimal::of).orElseGet(cell::text);
    }

    private static String word(Cell cell) {
        return Label.fold(cell.text());
    }

    private static String dayOrText(Cell cell) {
        return cell.date().map(LocalDate::toString).orElseGet(cell::text);
    }
}

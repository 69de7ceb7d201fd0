package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.reader.NameList;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bordereau ready to be filled, made from a definition. The same arguments give the same bytes.
 *
 * @param certification whose columns and rules it has
 * @param others codes of the other certifications of its family, whose candidates may sit in the same session
 * @param session identifier of the session, when it is known
 * @param candidates how many rows are prepared, 1 to {@value #MOST_CANDIDATES}, at least as many as there are names
 * @param names of the candidates, as far as they are known
 */
public record BlankBordereau(
        Certification certification,
        List<String> others,
        @Nullable String session,
        int candidates,
        List<NameList.Person> names) {
    /** The sheet that explains the others and that nobody reads but people. */
    public static final String GUIDE = "Mode d’emploi";

    /** As many rows as a bordereau may have prepared. */
    public static final int MOST_CANDIDATES = 5_000;

    /** Refuses a number of rows out of its range. */
    public BlankBordereau {
        others = List.copyOf(others);
        names = List.copyOf(names);
        if (candidates < Math.max(1, names.size()) || candidates > MOST_CANDIDATES) {
            throw new IllegalArgumentException("rows out of range: " + candidates);
        }
    }

    /** One whose certification is alone of its family. */
    public BlankBordereau(
            Certification certification, @Nullable String session, int candidates, List<NameList.Person> names) {
        this(certification, List.of(), session, candidates, names);
    }

    /** The workbook as an .xlsx file. */
    public byte[] xlsx() {
        return XlsxForm.bytes(form());
    }

    /** The workbook as an .ods file. */
    public byte[] ods() {
        return OdsForm.bytes(form());
    }

    Form form() {
        Lists lists = new Lists();
        Form.Sheet jury = JuryForm.of(certification, lists);
        List<Form.Sheet> sheets = new ArrayList<>(List.of(
                SessionForm.of(certification, session, lists),
                jury,
                CandidatesForm.of(
                        certification,
                        others,
                        candidates,
                        names.stream().map(BlankBordereau::cells).toList(),
                        lists),
                DeliberationForm.of(certification, others, CandidatesForm.numbers(certification, candidates), lists),
                GuideForm.of(certification, others)));
        sheets.add(lists.sheet());
        return new Form("Bordereau " + certification.code(), sheets);
    }

    /** Dates as dates, routes as the list spells them, everything else as it was written. */
    private static Map<String, Form.Cell> cells(NameList.Person person) {
        Map<String, Form.Cell> cells = new HashMap<>();
        person.cells().forEach((key, cell) -> {
            String text = cell.text();
            if (key.equals(Columns.BIRTH_DATE.key()) && cell.date().isPresent()) {
                cells.put(key, Form.Cell.day(cell.date().get()));
            } else if (key.equals(Columns.BIRTH_DATE.key())) {
                cells.put(key, Form.Cell.text(text, Look.DAY_ENTRY));
            } else if (key.equals(Columns.ROUTE.key())) {
                cells.put(key, Form.Cell.text(route(text), Look.TEXT_ENTRY));
            } else {
                cells.put(key, Form.Cell.text(text, Look.TEXT_ENTRY));
            }
        });
        return cells;
    }

    private static String route(String written) {
        return Stream.of(Route.values())
                .map(Route::label)
                .filter(label -> Label.fold(label).equals(Label.fold(written)))
                .findFirst()
                .orElse(written);
    }
}

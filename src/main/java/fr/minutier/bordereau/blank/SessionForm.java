package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.SessionFields;
import fr.minutier.bordereau.blank.Form.Area;
import fr.minutier.bordereau.blank.Form.Cell;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Entry;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Message;
import fr.minutier.bordereau.blank.Form.Row;
import fr.minutier.bordereau.blank.Form.Severity;
import fr.minutier.certification.Certification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sheet {@code Session}: a row for each field, and beside it what it asks. */
final class SessionForm {
    static final String SHEET = "Session";

    private static final Set<String> REQUIRED =
            Set.of(SessionFields.ID, SessionFields.CERTIFICATION, SessionFields.LABEL);
    private static final int HEADER = 2;
    private static final int VALUE = 1;

    /** Characters in one line of a hint, which is in a smaller size than what is entered. */
    private static final int HINT_LINE = 68;

    private final Certification certification;
    private final @Nullable String session;
    private final Lists lists;
    private final List<Row> rows = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Highlight> highlights = new ArrayList<>();

    private SessionForm(Certification certification, @Nullable String session, Lists lists) {
        this.certification = certification;
        this.session = session;
        this.lists = lists;
    }

    static Form.Sheet of(Certification certification, @Nullable String session, Lists lists) {
        SessionForm form = new SessionForm(certification, session, lists);
        form.rows.add(Row.across(2, 3, "Session de jury\u00a0: " + certification.title(), Look.TITLE));
        form.rows.add(
                Row.across(1, 3, "Remplissez la colonne Valeur. Les champs foncés sont obligatoires.", Look.NOTE));
        form.rows.add(new Row(
                1,
                List.of(
                        Cell.text(Columns.FIELD.official(), Look.REQUIRED_HEADER),
                        Cell.text(Columns.VALUE.official(), Look.REQUIRED_HEADER),
                        Cell.empty(Look.NOTE))));
        for (String field : SessionFields.names()) {
            if (field.equals(SessionFields.AUTHORITY)) {
                certification.authorities().forEach(authority -> form.field(field, authority));
            } else {
                form.field(field, form.given(field));
            }
        }
        return new Form.Sheet(
                SHEET, List.of(24, 46, 58), form.rows, HEADER, 1, Form.Page.LANDSCAPE, form.entries, form.highlights);
    }

    private String given(String field) {
        return switch (field) {
            case SessionFields.ID -> session == null ? "" : session;
            case SessionFields.CERTIFICATION -> certification.code();
            default -> "";
        };
    }

    private void field(String field, String value) {
        Look look =
                switch (field) {
                    case SessionFields.CERTIFICATION -> Look.FILLED;
                    case SessionFields.DELIBERATED -> Look.DAY_ENTRY;
                    case SessionFields.COUNT, SessionFields.CORRECTIVE -> Look.NUMBER_ENTRY;
                    default -> Look.LONG_TEXT_ENTRY;
                };
        boolean required = REQUIRED.contains(field);
        String hint = hint(field);
        rows.add(new Row(
                field.equals(SessionFields.OBSERVATIONS) ? 3 : Wrapping.lines(hint, HINT_LINE),
                List.of(
                        Cell.text(field, required ? Look.REQUIRED_HEADER : Look.LABEL),
                        new Cell(value.isEmpty() ? new Content.Blank() : new Content.Text(value), look, ""),
                        Cell.text(hint, Look.HINT))));
        int row = rows.size() - 1;
        Area area = new Area(VALUE, row, row);
        if (look.open) {
            entry(field, area, new Message(field, hint));
        }
        String cell = Formula.inRow(VALUE, row);
        if (required) {
            highlights.add(toFill(area, cell + "=\"\""));
        } else if (field.equals(SessionFields.DELIBERATED)) {
            // The row of the status is right above.
            String status = Formula.inRow(VALUE, row - 1);
            highlights.add(toFill(area, "AND(LEFT(LOWER(" + status + ");1)=\"d\";" + cell + "=\"\")"));
        }
    }

    private static Highlight toFill(Area area, String condition) {
        return new Highlight(area, List.of(new Highlight.Case(new Formula(condition), Tint.TO_FILL)));
    }

    private void entry(String field, Area area, Message prompt) {
        String cell = Formula.inRow(VALUE, area.firstRow());
        switch (field) {
            case SessionFields.ID ->
                refuse(
                        area,
                        new Demand.Holds(new Formula(
                                "AND(LEN(%1$s)>=3;LEN(%1$s)<=40;EXACT(%1$s;UPPER(%1$s));ISERROR(FIND(\" \";%1$s)))"
                                        .formatted(cell))),
                        prompt,
                        "Écrivez 3 à 40 lettres capitales sans accent, chiffres ou traits d’union, sans espace.");
            case SessionFields.STATUS ->
                refuse(area, lists.of(field, Words.STATUSES), prompt, "Choisissez provisoire ou définitif.");
            case SessionFields.DELIBERATED ->
                refuse(
                        area,
                        Demand.dayUntilToday(cell),
                        prompt,
                        "Écrivez une date JJ/MM/AAAA, au plus tard celle d’aujourd’hui. Avant la délibération, laissez la"
                                + " cellule vide.");
            case SessionFields.COUNT, SessionFields.CORRECTIVE ->
                refuse(
                        area,
                        new Demand.Holds(
                                new Formula("IF(ISNUMBER(%1$s);AND(%1$s>=1;%1$s=INT(%1$s));FALSE())".formatted(cell))),
                        prompt,
                        "Écrivez un nombre entier, à partir de 1.");
            default ->
                entries.add(new Entry(area, new Demand.Anything(), Severity.ACCEPTED, prompt, new Message("", "")));
        }
    }

    private void refuse(Area area, Demand demand, Message prompt, String alert) {
        entries.add(new Entry(area, demand, Severity.REFUSED, prompt, new Message(prompt.title(), alert)));
    }

    private String hint(String field) {
        return switch (field) {
            case SessionFields.ID ->
                "Obligatoire. Nomme le dossier des documents\u00a0: 3 à 40 lettres capitales sans accent, chiffres ou traits"
                        + " d’union.";
            case SessionFields.CERTIFICATION -> "Rempli d’avance\u00a0: les colonnes de ce bordereau en dépendent.";
            case SessionFields.LABEL -> "Obligatoire. Imprimé tel quel, par exemple Session de juin.";
            case SessionFields.STATUS ->
                "provisoire (ou vide)\u00a0: projets seulement\u00a0; définitif\u00a0: les actes sont délivrés et la session"
                        + " est close.";
            case SessionFields.DELIBERATED -> "Obligatoire quand la session est définitive. JJ/MM/AAAA.";
            case SessionFields.AUTHORITY -> "Signe les actes. " + Words.source(certification.authoritiesSource());
            case SessionFields.COUNT -> "Facultatif\u00a0: contrôle qu’aucune ligne ne manque.";
            case SessionFields.CORRECTIVE -> "Seulement pour rectifier un procès-verbal déjà clos\u00a0: 1, 2…";
            case SessionFields.CORRECTIVE_REASON -> "Avec PV rectificatif\u00a0: pourquoi il rectifie.";
            default -> "Facultatif, imprimé s’il est rempli.";
        };
    }
}

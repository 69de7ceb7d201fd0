package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Row;
import fr.minutier.bordereau.blank.Form.Severity;
import fr.minutier.bordereau.blank.Grid.Field;
import fr.minutier.certification.Certification;
import java.util.List;

/** The sheet {@code Délibération}: marks that the jury changed, which is rare. */
final class DeliberationForm {
    static final String SHEET = "Délibération";

    private static final int HEADER = 2;
    private static final int FEWEST = 20;

    private DeliberationForm() {}

    /**
     * The sheet.
     *
     * @param others codes of the certifications that some candidates may come for, whose marks are not in its list
     * @param numbers the cells in which candidates have their number, on their own sheet
     */
    static Form.Sheet of(Certification certification, List<String> others, Form.Area numbers, Lists lists) {
        int candidates = numbers.lastRow() - numbers.firstRow() + 1;
        Grid grid = new Grid(Columns.OF_DELIBERATION, HEADER, Math.max(FEWEST, candidates));
        String given = grid.cell(Columns.NUMBER) + "<>\"\"";
        List<Field> fields = List.of(
                Field.free(Columns.NUMBER, 16, true, "Numéro d’un candidat de la feuille Candidats.")
                        .prompted("Choisissez un numéro de la feuille Candidats.")
                        .demanding(
                                new Demand.OneOf(Formula.on(CandidatesForm.SHEET, numbers)),
                                Severity.REFUSED,
                                "Ce numéro n’est pas dans la feuille Candidats."),
                Field.free(
                                Columns.COMPONENT,
                                32,
                                true,
                                "Note que le jury a changée, désignée par l’en-tête de sa colonne dans la feuille Candidats.")
                        .prompted("Choisissez la note changée par le jury.")
                        .demanding(
                                lists.of(Columns.COMPONENT.official(), Words.components(certification)),
                                others.isEmpty() ? Severity.REFUSED : Severity.DOUBTED,
                                others.isEmpty()
                                        ? "Choisissez l’une des notes de la liste."
                                        : "Cette note n’est pas dans la liste\u00a0: elle ne vaut que pour un candidat d’une autre"
                                                + " certification (" + String.join(", ", others) + ").")
                        .coloured(List.of(grid.toFill(Columns.COMPONENT, given))),
                Field.free(
                                Columns.SETTLED,
                                14,
                                true,
                                "Un nombre " + Words.scale(certification.marks())
                                        + ". La décision se calcule sur cette note\u00a0; une note collective est arrêtée pour"
                                        + " chaque membre du groupe.\n"
                                        + Words.source(certification.marks().source()))
                        .look(Look.NUMBER_ENTRY)
                        .prompted("Un nombre " + Words.scale(certification.marks()) + ".")
                        .demanding(
                                new Demand.Holds(
                                        MarkConditions.number(grid.cell(Columns.SETTLED), certification.marks())),
                                Severity.REFUSED,
                                "Écrivez un nombre " + Words.scale(certification.marks()) + ", avec une virgule.")
                        .coloured(List.of(grid.toFill(Columns.SETTLED, given))),
                Field.free(Columns.REASON, 60, false, "Imprimé dans le procès-verbal."));
        return grid.sheet(
                SHEET,
                List.of(
                        Row.across(2, fields.size(), "Délibération\u00a0: notes changées par le jury", Look.TITLE),
                        Row.across(
                                1,
                                fields.size(),
                                "Laissez vide si le jury n’a changé aucune note. La feuille Candidats garde la note d’origine.",
                                Look.NOTE)),
                fields,
                1,
                List.of());
    }
}

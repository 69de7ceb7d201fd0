package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Severity;
import fr.minutier.bordereau.blank.Grid.Field;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.CompetenceChoice;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.LengthLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of the sheet {@code Candidats} in which what one certification asks of its candidates is written. */
final class MarkFields {
    static final int MARK_WIDTH = 11;
    private static final int VAE_WIDTH = 13;

    private final Certification certification;
    private final Grid grid;
    private final Lists lists;
    private final MarkConditions conditions;
    private final List<Field> fields = new ArrayList<>();

    /**
     * Its columns.
     *
     * @param amongOthers whether a candidate may come for another certification
     * @param ofSession whether it is that of the session, for which everybody comes who names none
     */
    MarkFields(Certification certification, boolean amongOthers, boolean ofSession, Grid grid, Lists lists) {
        this.certification = certification;
        this.grid = grid;
        this.lists = lists;
        this.conditions = new MarkConditions(certification, amongOthers, ofSession, grid);
    }

    List<Field> all() {
        certification.epreuves().forEach(this::epreuve);
        certification.blocks().forEach(this::vae);
        return fields;
    }

    private void add(Field field) {
        fields.add(field);
    }

    private void epreuve(Epreuve epreuve) {
        epreuve.components().forEach(component -> mark(epreuve, component));
        epreuve.lengths().forEach(limit -> length(epreuve, limit));
        epreuve.choice().ifPresent(choice -> competence(epreuve, choice));
    }

    private void vae(Block block) {
        Column vae = MarkConditions.headed(block.vaeColumn());
        add(Field.free(
                        vae,
                        VAE_WIDTH,
                        false,
                        "Seulement pour un candidat par la VAE\u00a0: décision du jury sur le bloc " + block.code()
                                + ", "
                                + String.join(", ", Words.VAE_DECISIONS) + ".\n"
                                + Words.source(certification.vaeSource()))
                .demanding(
                        lists.of(vae.official(), Words.VAE_DECISIONS),
                        Severity.REFUSED,
                        "Choisissez " + String.join(", ", Words.VAE_DECISIONS) + ".")
                .coloured(conditions.ofVae(block, vae)));
    }

    private void mark(Epreuve epreuve, Component component) {
        Column column = MarkConditions.headed(component.column());
        String scale = Words.scale(certification.marks());
        String coefficient = "coefficient\u00a0" + component.weight().inFrench();
        add(Field.free(
                        column,
                        MARK_WIDTH,
                        true,
                        epreuve.title() + ", " + component.title().toLowerCase(Locale.FRENCH)
                                + "\u00a0: note "
                                + scale + ", " + coefficient
                                + (component.collective() ? ", la même pour tout le groupe" : "")
                                + ". " + Words.ABSENT + "\u00a0: absent. " + Words.NOT_PRESENTED
                                + "\u00a0: épreuve non présentée à cette session. Vide\u00a0: note manquante, jamais zéro.\n"
                                + Rules.passed(certification, epreuve)
                                + component
                                        .floor()
                                        .map(least -> " Sous " + FrenchDecimal.of(least) + ", rien ne compense.")
                                        .orElse("")
                                + "\n"
                                + Words.source(
                                        epreuve.source(), certification.marks().source()))
                .look(Look.NUMBER_ENTRY)
                .prompted("Note " + scale + " (" + coefficient + "), ou " + Words.ABSENT + ", ou " + Words.NOT_PRESENTED
                        + ".")
                .demanding(
                        new Demand.Holds(MarkConditions.mark(grid.cell(column), certification.marks())),
                        Severity.REFUSED,
                        "Écrivez un nombre " + scale + ", avec une virgule, ou " + Words.ABSENT + " (absent), ou "
                                + Words.NOT_PRESENTED + " (non présenté).")
                .coloured(conditions.ofMark(epreuve, component, column)));
    }

    private void length(Epreuve epreuve, LengthLimit limit) {
        Column column = MarkConditions.headed(limit.column());
        String cell = grid.cell(column);
        boolean refused = limit.gravity() == Gravity.BLOQUANTE;
        add(Field.free(
                        column,
                        MARK_WIDTH,
                        true,
                        "Longueur du travail noté dans " + limit.measures() + "\u00a0: " + Words.bounds(limit) + ".\n"
                                + Words.source(limit.source()))
                .look(Look.NUMBER_ENTRY)
                .prompted(Words.bounds(limit) + ", là où il y a une note.")
                .demanding(
                        new Demand.Holds(new Formula("IF(ISNUMBER(%1$s);AND(%1$s>=%2$s;%1$s<=%3$s);FALSE())"
                                .formatted(
                                        cell,
                                        limit.minimum().toPlainString(),
                                        limit.maximum().toPlainString()))),
                        refused ? Severity.REFUSED : Severity.DOUBTED,
                        "Il faut un nombre de " + Words.bounds(limit) + "."
                                + (limit.gravity() == Gravity.A_ARBITRER
                                        ? " S’il est exact, gardez-le\u00a0: le jury peut y déroger, dans "
                                                + Columns.WAIVERS.official() + "."
                                        : ""))
                .coloured(described(epreuve, limit.measures(), column)));
    }

    private void competence(Epreuve epreuve, CompetenceChoice choice) {
        Column column = MarkConditions.headed(choice.column());
        List<Competence> competences = certification.competences(epreuve);
        List<String> codes = competences.stream().map(Competence::code).toList();
        add(Field.free(
                        column,
                        MARK_WIDTH + 2,
                        true,
                        "Compétence sur laquelle porte le travail noté dans " + choice.measures() + "\u00a0:\n"
                                + competences.stream()
                                        .map(competence -> competence.code() + " " + competence.title())
                                        .collect(Collectors.joining("\u00a0;\n"))
                                + ".\n" + Words.source(choice.source()))
                .prompted("Choisissez " + String.join(", ", codes) + ".")
                .demanding(
                        lists.of(column.official(), codes),
                        Severity.REFUSED,
                        "Choisissez l’une des compétences de la liste\u00a0: " + String.join(", ", codes) + ".")
                .coloured(described(epreuve, choice.measures(), column)));
    }

    private List<Highlight.Case> described(Epreuve epreuve, String measured, Column column) {
        return epreuve.components().stream()
                .filter(component -> component.column().equals(measured))
                .findFirst()
                .map(component -> conditions.ofDescription(epreuve, component, column))
                .orElse(List.of());
    }
}

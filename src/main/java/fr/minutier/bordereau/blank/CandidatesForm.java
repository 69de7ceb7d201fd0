package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.blank.Form.Area;
import fr.minutier.bordereau.blank.Form.Cell;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Row;
import fr.minutier.bordereau.blank.Form.Severity;
import fr.minutier.bordereau.blank.Grid.Field;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.CompetenceChoice;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.Exemption;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.LengthLimit;
import fr.minutier.certification.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sheet {@code Candidats}: a row for each candidate, a column for all that the definition asks of him. */
final class CandidatesForm {
    static final String SHEET = "Candidats";

    private static final int HEADER = 3;
    private static final int FROZEN = 3;
    private static final int MARK_WIDTH = 11;
    private static final int VAE_WIDTH = 13;

    private final Certification certification;
    private final Lists lists;
    private final List<Column> columns;
    private final Grid grid;
    private final MarkConditions conditions;
    private final Map<String, Field> fields = new HashMap<>();

    private CandidatesForm(Certification certification, List<String> others, int times, Lists lists) {
        this.certification = certification;
        this.lists = lists;
        this.columns = new ArrayList<>(Columns.ofCandidates(certification));
        if (!others.isEmpty()) {
            columns.add(columns.indexOf(Columns.TITLE), Columns.REGIME);
        }
        this.grid = new Grid(columns, HEADER, times);
        this.conditions = new MarkConditions(certification, !others.isEmpty(), grid);
        identity();
        standing();
        if (!others.isEmpty()) {
            regime(others);
        }
        evidence();
        export();
        certification.epreuves().forEach(this::epreuve);
        certification.blocks().forEach(this::vae);
    }

    /** Where candidates have their number. */
    static Area numbers(Certification certification, int times) {
        return new Grid(Columns.ofCandidates(certification), HEADER, times).area(Columns.NUMBER);
    }

    /**
     * The sheet.
     *
     * @param others codes of the other certifications that some candidates may come for
     * @param times how many entry rows it has
     * @param people what is known already, cell by cell, under the keys of the columns
     */
    static Form.Sheet of(
            Certification certification, List<String> others, int times, List<Map<String, Cell>> people, Lists lists) {
        CandidatesForm form = new CandidatesForm(certification, others, times, lists);
        List<Field> inOrder = form.columns.stream()
                .map(column -> form.fields.getOrDefault(column.key(), Field.free(column, MARK_WIDTH, false, "")))
                .toList();
        return form.grid.sheet(
                SHEET,
                List.of(
                        Row.across(2, inOrder.size(), "Candidats\u00a0: " + certification.title(), Look.TITLE),
                        Row.across(
                                1,
                                inOrder.size(),
                                "Une ligne par candidat. En-têtes foncés\u00a0: obligatoires. Jaune\u00a0: il manque quelque chose."
                                        + " Rouge\u00a0: à corriger. Gris\u00a0: rien à écrire. Chaque en-tête explique sa règle.",
                                Look.NOTE),
                        new Row(1, form.bands())),
                inOrder,
                FROZEN,
                people.stream()
                        .map(person -> inOrder.stream()
                                .map(field -> person.getOrDefault(field.column().key(), Cell.empty(field.look())))
                                .toList())
                        .toList());
    }

    /** Above its first column, what a group of columns is about. */
    private List<Cell> bands() {
        Map<String, String> titles = new HashMap<>();
        titles.put(Columns.NUMBER.key(), "Identité");
        titles.put((columns.contains(Columns.REGIME) ? Columns.REGIME : Columns.TITLE).key(), "Situation");
        titles.put(Columns.TITLE_DATE.key(), "Justificatifs");
        titles.put(Columns.SEX.key(), "SI-CPF");
        for (Epreuve epreuve : certification.epreuves()) {
            titles.put(
                    epreuve.components().getFirst().column(),
                    Rules.codes(certification, epreuve) + "\u00a0: " + Rules.passing(certification, epreuve));
        }
        titles.put(certification.blocks().getFirst().vaeColumn(), "Décisions de VAE");
        return columns.stream()
                .map(column -> Cell.text(titles.getOrDefault(column.key(), ""), Look.BAND))
                .toList();
    }

    private void add(Field field) {
        fields.put(field.column().key(), field);
    }

    private void identity() {
        String number = grid.cell(Columns.NUMBER);
        String named = number + "<>\"\"";
        add(required(
                        Columns.NUMBER,
                        12,
                        "Obligatoire, un seul par candidat. 1 à 30 lettres sans accent, chiffres, traits d’union ou tirets"
                                + " bas\u00a0; il nomme le dossier du candidat.",
                        grid.cell(Columns.BIRTH_NAME) + "<>\"\"")
                .demanding(
                        new Demand.Holds(
                                new Formula("AND(LEN(%1$s)<=30;ISERROR(FIND(\" \";%1$s));SUMPRODUCT((%2$s=%1$s)*1)=1)"
                                        .formatted(number, grid.whole(Columns.NUMBER)))),
                        Severity.REFUSED,
                        "Ce numéro est déjà pris, contient une espace ou dépasse 30 caractères."));
        add(Field.free(Columns.CIVILITY, 8, false, "")
                .demanding(lists.of(Columns.CIVILITY.official(), Words.CIVILITIES), Severity.ACCEPTED, ""));
        add(required(Columns.BIRTH_NAME, 18, "Obligatoire, imprimé sur les actes.", named));
        add(Field.free(Columns.USAGE_NAME, 14, false, "Imprimé après le nom de naissance."));
        add(required(Columns.FIRST_NAMES, 18, "Obligatoire, tous les prénoms de l’état civil.", named));
        add(required(Columns.BIRTH_DATE, 11, "Obligatoire. JJ/MM/AAAA.", named)
                .look(Look.DAY_ENTRY)
                .demanding(
                        Demand.dayUntilToday(grid.cell(Columns.BIRTH_DATE)),
                        Severity.REFUSED,
                        "Écrivez une date du calendrier sous la forme JJ/MM/AAAA."));
        add(Field.free(Columns.BIRTH_PLACE, 16, false, ""));
        add(Field.free(Columns.EMAIL, 20, false, "Jamais imprimé sur un acte."));
        add(Field.free(Columns.SCHOOL, 18, false, ""));
        add(required(
                        Columns.ROUTE,
                        17,
                        "Obligatoire. " + String.join(", ", Words.routes(certification)) + ".\n"
                                + Words.source(certification.routesSource()),
                        named)
                .demanding(
                        lists.of(Columns.ROUTE.official(), Words.routes(certification)),
                        Severity.REFUSED,
                        "Choisissez l’une des voies de la liste."));
        String collective = certification.components().stream()
                .filter(Component::collective)
                .map(Component::column)
                .collect(Collectors.joining(", "));
        add(Field.free(
                        Columns.GROUP,
                        10,
                        false,
                        collective.isEmpty()
                                ? "Groupe du candidat. Facultatif."
                                : "Groupe qui a rendu le travail collectif\u00a0: même note et même longueur pour tous ses"
                                        + " membres (" + collective + ").")
                .coloured(conditions.ofGroup()));
    }

    private void standing() {
        String titles = certification.exemptions().stream()
                .map(exemption -> exemption.title() + " (" + String.join(", ", sorted(exemption)) + ")")
                .collect(Collectors.joining(", "));
        if (titles.isEmpty()) {
            add(Field.free(Columns.TITLE, 12, false, "Aucun titre ne dispense d’un bloc de cette certification."));
        } else {
            add(Field.free(
                            Columns.TITLE,
                            12,
                            false,
                            "Titre qui dispense d’un bloc\u00a0: " + titles + ".\n"
                                    + Words.source(certification.exemptions().stream()
                                            .map(Exemption::source)
                                            .toArray(Source[]::new)))
                    .prompted("Titre détenu, qui dispense\u00a0: " + titles + ".")
                    .demanding(
                            lists.of(Columns.TITLE.official(), Words.titles(certification)),
                            Severity.DOUBTED,
                            "Ce titre n’est pas dans la liste\u00a0: s’il ne dispense de rien, il reste sans effet. Plusieurs titres"
                                    + " se séparent par des points-virgules."));
        }
        String codes = certification.blocks().stream().map(Block::code).collect(Collectors.joining("; "));
        add(Field.free(
                        Columns.ACQUIRED,
                        14,
                        false,
                        "Blocs acquis à une session antérieure, séparés par des points-virgules, chacun suivi de sa date"
                                + " entre parenthèses si elle est connue. Ils ne portent pas de note.\n"
                                + Words.source(certification.acquiredSource()))
                .prompted("Parmi " + codes + ", séparés par des points-virgules\u00a0; par exemple\u00a0: "
                        + certification.blocks().getFirst().code() + " (12/06/2024)."));
        String waivable = certification.epreuves().stream()
                .flatMap(epreuve -> epreuve.lengths().stream())
                .filter(limit -> limit.gravity() == Gravity.A_ARBITRER)
                .map(LengthLimit::anomaly)
                .distinct()
                .collect(Collectors.joining(", "));
        add(Field.free(
                        Columns.WAIVERS,
                        18,
                        false,
                        "Ce que le jury écarte, avec son motif, sous la forme CODE\u00a0: motif\u00a0; plusieurs se séparent par des"
                                + " points-virgules. Le procès-verbal l’imprime."
                                + (waivable.isEmpty() ? "" : "\nCodes\u00a0: " + waivable + ", LONGUEUR_MANQUANTE."))
                .prompted("CODE\u00a0: motif. Le contrôle donne le code à écrire."));
        add(Field.free(
                        Columns.RESERVED,
                        16,
                        false,
                        "Motif. Tant qu’il est écrit, rien n’est délivré à ce candidat, et les autres ne sont pas touchés.")
                .prompted("Motif\u00a0: rien n’est délivré à ce candidat tant qu’il est écrit."));
    }

    private void regime(List<String> others) {
        List<String> codes = new ArrayList<>(List.of(certification.code()));
        codes.addAll(others);
        add(Field.free(
                        Columns.REGIME,
                        17,
                        false,
                        "Vide\u00a0: " + certification.code()
                                + ", celle de la session. Sinon la certification dont relève ce"
                                + " candidat\u00a0: " + String.join(", ", others)
                                + "\u00a0; ses notes vont dans les colonnes de celle-ci, à ajouter à droite.")
                .prompted("Laissez vide pour " + certification.code() + ".")
                .demanding(
                        lists.of(Columns.REGIME.official(), codes),
                        Severity.REFUSED,
                        "Choisissez l’une des certifications de la liste, ou laissez vide."));
    }

    /** What shows an earlier award or a title; printed in the minutes. */
    private void evidence() {
        Demand day = Demand.dayUntilToday(grid.cell(Columns.TITLE_DATE));
        add(Field.free(Columns.TITLE_DATE, 11, false, "Date à laquelle le titre a été obtenu. JJ/MM/AAAA.")
                .look(Look.DAY_ENTRY)
                .demanding(day, Severity.REFUSED, "Écrivez une date du calendrier sous la forme JJ/MM/AAAA."));
        add(Field.free(
                Columns.TITLE_AUTHORITY, 16, false, "Autorité qui a délivré le titre. Imprimée au procès-verbal."));
        add(Field.free(Columns.TITLE_SEEN, 16, false, "Qui a vu le titre. Imprimé au procès-verbal."));
        add(Field.free(
                Columns.ACQUIRED_AUTHORITY,
                16,
                false,
                "Autorité qui a délivré les blocs déjà acquis. Imprimée au procès-verbal."));
        add(Field.free(
                Columns.ACQUIRED_SEEN, 16, false, "Qui a vu le document des blocs acquis. Imprimé au procès-verbal."));
    }

    /** What only the export to the SI-CPF asks for: never printed, and never what holds a result back. */
    private void export() {
        String only = " Pour l’export au SI-CPF seulement\u00a0: jamais imprimé, et peut être rempli après la clôture.";
        add(Field.free(Columns.SEX, 7, false, "F ou M, selon l’état civil." + only)
                .demanding(lists.of(Columns.SEX.official(), Words.SEXES), Severity.REFUSED, "Choisissez F ou M."));
        add(Field.free(
                Columns.BIRTH_COMMUNE,
                13,
                false,
                "Code INSEE de la commune de naissance (cinq caractères), pour une naissance en France." + only));
        add(Field.free(
                Columns.BIRTH_COUNTRY,
                13,
                false,
                "Code INSEE du pays de naissance, cinq chiffres\u00a0; France\u00a0: 99100." + only));
    }

    private List<String> sorted(Exemption exemption) {
        return certification.blocks().stream()
                .map(Block::code)
                .filter(exemption.blocks()::contains)
                .toList();
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

    private Field required(Column column, int width, String rule, String named) {
        return Field.free(column, width, true, rule).coloured(List.of(grid.toFill(column, named)));
    }
}

package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Row;
import fr.minutier.bordereau.blank.Form.Severity;
import fr.minutier.bordereau.blank.Grid.Field;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.JuryRule;
import java.util.List;
import java.util.stream.Collectors;

/** The sheet {@code Jury}: a row for each member named. */
final class JuryForm {
    static final String SHEET = "Jury";

    private static final int HEADER = 3;
    private static final int MEMBERS = 30;

    private JuryForm() {}

    static Form.Sheet of(Certification certification, Lists lists) {
        JuryRule rule = certification.jury();
        Grid grid = new Grid(Columns.OF_JURY, HEADER, MEMBERS);
        String chair = rule.chair()
                .map(chairs -> "La présidence revient au collège " + String.join(" ou ", chairs.colleges()) + " ("
                        + chairs.source().text() + ").")
                .orElse("Aucun texte lu ne dit de quel collège vient la présidence.");
        String professionals = rule.professionals()
                .map(share -> "Professionnels (" + share.employers() + ", " + share.employees() + ")\u00a0: au moins "
                        + share.shareNumerator() + "/" + share.shareDenominator()
                        + " des membres nommés, autant des uns que des autres ("
                        + share.source().text() + ").")
                .orElse("Aucun texte lu ne fixe la part des professionnels.");
        List<Field> fields = List.of(
                Field.free(Columns.CIVILITY, 10, false, "")
                        .demanding(lists.of(Columns.CIVILITY.official(), Words.CIVILITIES), Severity.ACCEPTED, ""),
                required(grid, Columns.LAST_NAME, 22, "Obligatoire. Une ligne par membre nommé."),
                required(grid, Columns.FIRST_NAME, 18, "Obligatoire."),
                required(
                        grid,
                        Columns.CAPACITY,
                        40,
                        "Obligatoire. Fonction ou titre au nom duquel ce membre siège, tel qu’il sera imprimé."),
                required(grid, Columns.COLLEGE, 26, "Obligatoire. " + professionals)
                        .prompted("Choisissez l’un des collèges de la liste.")
                        .demanding(
                                lists.of(Columns.COLLEGE.official(), rule.colleges()),
                                Severity.REFUSED,
                                "Choisissez l’un des collèges de la liste."),
                Field.free(Columns.ROLE, 13, false, chair + " Vide\u00a0: membre.")
                        .prompted(
                                "président pour un seul membre, membre pour les autres\u00a0; examinateur\u00a0: hors du jury.")
                        .demanding(
                                lists.of(Columns.ROLE.official(), Words.ROLES),
                                Severity.REFUSED,
                                "Choisissez président, membre ou examinateur."),
                Field.free(Columns.PRESENT, 10, false, "Qui était absent ou excusé ne signe pas le procès-verbal.")
                        .prompted("oui, non ou excusé.")
                        .demanding(
                                lists.of(Columns.PRESENT.official(), Words.PRESENCES),
                                Severity.REFUSED,
                                "Choisissez oui, non ou excusé."),
                Field.free(
                        Columns.JURY_GROUP,
                        10,
                        false,
                        "Groupe d’examinateurs, si le jury s’est réparti en groupes. Facultatif."),
                Field.free(
                                Columns.JURY_CANDIDATES,
                                24,
                                false,
                                "Seulement pour qui ne vote que pour certains candidats, comme un directeur de mémoire\u00a0:"
                                        + " leurs numéros, séparés par des points-virgules. Vide\u00a0: tous.")
                        .prompted("Vide\u00a0: vote pour tous. Sinon, numéros séparés par des points-virgules."),
                Field.free(
                                Columns.RECUSED,
                                20,
                                false,
                                "Candidats avec lesquels ce membre a un lien déclaré, et pour lesquels il ne siège pas\u00a0: leurs"
                                        + " numéros, séparés par des points-virgules."
                                        + rule.seats()
                                                .byExperience()
                                                .map(least -> "\nVAE\u00a0: il faut au moins "
                                                        + FrenchCount.of(least.least(), "membre")
                                                        + " sans lien avec le candidat.\n"
                                                        + Words.source(least.source()))
                                                .orElse(""))
                        .prompted("Numéros des candidats, séparés par des points-virgules."),
                Field.free(
                                Columns.EXAMINES,
                                14,
                                false,
                                "Pour un examinateur\u00a0: les codes des épreuves qu’il examine, séparés par des points-virgules."
                                        + examiners(certification))
                        .prompted("Parmi "
                                + certification.epreuves().stream()
                                        .map(Epreuve::code)
                                        .collect(Collectors.joining("; "))
                                + ", séparés par des points-virgules."),
                designated(certification, lists));
        return grid.sheet(
                SHEET,
                List.of(
                        Row.across(2, fields.size(), "Jury", Look.TITLE),
                        Row.across(1, fields.size(), chair, Look.NOTE),
                        Row.across(1, fields.size(), professionals, Look.NOTE)),
                fields,
                3,
                List.of());
    }

    private static Field designated(Certification certification, Lists lists) {
        List<String> authorities = Words.designating(certification);
        Field field = Field.free(Columns.DESIGNATED, 16, false, "Pour un examinateur\u00a0: qui l’a désigné.");
        return authorities.isEmpty()
                ? field
                : field.demanding(
                        lists.of(Columns.DESIGNATED.official(), authorities),
                        Severity.DOUBTED,
                        "Les épreuves nomment " + String.join(", ", authorities) + ".");
    }

    private static String examiners(Certification certification) {
        return certification.epreuves().stream()
                .flatMap(epreuve -> epreuve
                        .examinerRule()
                        .map(rule -> "\n" + epreuve.code() + "\u00a0: " + FrenchCount.of(rule.number(), "examinateur")
                                + ". " + Words.source(rule.source()))
                        .stream())
                .collect(Collectors.joining());
    }

    /** What a row that names somebody must have, the name itself included once anything else is there. */
    private static Field required(Grid grid, Column column, int width, String rule) {
        String named = column.equals(Columns.LAST_NAME)
                ? "%s&%s<>\"\"".formatted(grid.cell(Columns.FIRST_NAME), grid.cell(Columns.CAPACITY))
                : grid.cell(Columns.LAST_NAME) + "<>\"\"";
        List<Highlight.Case> cases = List.of(grid.toFill(column, named));
        return Field.free(column, width, true, rule).coloured(cases);
    }
}

package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.JuryRule;
import fr.minutier.session.JuryMember;
import fr.minutier.session.JuryMember.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of the sheet {@code Jury}. A breach of its composition is told and never refuses anything. */
final class JuryRules {
    /** By which a member is known in another file. */
    static final List<Column> NAMES = List.of(Columns.LAST_NAME, Columns.FIRST_NAME);

    static final List<Column> REQUIRED =
            List.of(Columns.LAST_NAME, Columns.FIRST_NAME, Columns.CAPACITY, Columns.COLLEGE);
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[\\s;,]+");
    private static final Map<String, Presence> PRESENCES = Map.of(
            "oui", Presence.PRESENT,
            "present", Presence.PRESENT,
            "presente", Presence.PRESENT,
            "non", Presence.ABSENT,
            "absent", Presence.ABSENT,
            "absente", Presence.ABSENT,
            "excuse", Presence.EXCUSE,
            "excusee", Presence.EXCUSE);

    private final UnitedTable table;
    private final Findings findings;

    /** A member, and the row that names him. */
    record Seat(Row row, JuryMember member) {}

    JuryRules(UnitedTable table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    /** The members, as far as they can be read; what a row lacks is told. */
    List<Seat> members(@Nullable JuryRule rule, Legibility legibility) {
        List<Seat> members = new ArrayList<>();
        for (Row row : table.rows()) {
            formulaWithoutValue(row);
            illegible(row, legibility);
            long blank =
                    REQUIRED.stream().filter(column -> !required(row, column)).count();
            String role = role(row);
            Presence presence = presence(row);
            String college = college(row, rule);
            if (blank == 0) {
                JuryMember member = new JuryMember(
                        textOrNull(row, Columns.CIVILITY),
                        text(row, Columns.LAST_NAME),
                        text(row, Columns.FIRST_NAME),
                        text(row, Columns.CAPACITY),
                        college,
                        isChair(role),
                        presence,
                        textOrNull(row, Columns.JURY_GROUP),
                        numbers(text(row, Columns.JURY_CANDIDATES)),
                        numbers(text(row, Columns.RECUSED)),
                        numbers(text(row, Columns.EXAMINES)),
                        textOrNull(row, Columns.DESIGNATED),
                        isExaminer(role));
                members.add(new Seat(row, member));
            }
        }
        return members;
    }

    private void formulaWithoutValue(Row row) {
        for (String key : table.keys()) {
            if (row.cell(key).formulaWithoutValue()) {
                findings.session(AnomalyCode.FORMULE_SANS_VALEUR, row.cell(key).address(), Sentences.FORMULA);
            }
        }
    }

    private void illegible(Row row, Legibility legibility) {
        for (String key : table.keys()) {
            Cell cell = row.cell(key);
            legibility.of(cell, (code, sentence) -> findings.session(code, cell.address(), sentence));
        }
    }

    private boolean required(Row row, Column column) {
        Cell cell = row.cell(column.key());
        if (cell.blank() && table.has(column)) {
            findings.session(
                    AnomalyCode.CHAMP_MANQUANT,
                    cell.address(),
                    quoted(column.official())
                            + " est obligatoire pour chaque membre du jury\u00a0; remplissez la cellule.");
        }
        return !cell.text().isEmpty();
    }

    /** The folded word of his role; an unknown one counts as that of a member. */
    private String role(Row row) {
        String role = Label.fold(text(row, Columns.ROLE));
        if (!role.isEmpty() && !role.equals("membre") && !isChair(role) && !isExaminer(role)) {
            unknown(row, Columns.ROLE, "écrivez président, membre ou examinateur");
        }
        return role;
    }

    /** Whether a folded word says that somebody examines without being a member of the jury. */
    private static boolean isExaminer(String role) {
        return role.equals("examinateur") || role.equals("examinatrice");
    }

    /** Whether a folded word says that a member presides. */
    static boolean isChair(String role) {
        return role.equals("president") || role.equals("presidente");
    }

    /** What a folded word says of a member's presence; a word that says nothing is itself. */
    static String presence(String word) {
        Presence presence = PRESENCES.get(word);
        return presence == null ? word : presence.name();
    }

    private Presence presence(Row row) {
        String word = Label.fold(text(row, Columns.PRESENT));
        Presence presence = PRESENCES.get(word);
        if (presence == null && !word.isEmpty()) {
            unknown(row, Columns.PRESENT, "écrivez oui, non ou excusé");
        }
        return presence == null ? Presence.NON_PRECISE : presence;
    }

    private String college(Row row, @Nullable JuryRule rule) {
        String written = text(row, Columns.COLLEGE);
        if (rule == null || written.isEmpty()) {
            return written;
        }
        Optional<String> known = rule.colleges().stream()
                .filter(college -> Label.fold(college).equals(Label.fold(written)))
                .findFirst();
        if (known.isEmpty()) {
            unknown(row, Columns.COLLEGE, "écrivez l’un de\u00a0: " + String.join(", ", rule.colleges()));
        }
        return known.orElse(written);
    }

    private void unknown(Row row, Column column, String remedy) {
        Cell cell = row.cell(column.key());
        findings.session(
                AnomalyCode.VALEUR_INCONNUE,
                cell.address(),
                quoted(cell.text()) + " n’est pas une valeur de " + quoted(column.official()) + "\u00a0: " + remedy
                        + ".");
    }

    /** The composition, counted over the members named. */
    void composition(JuryRule rule, List<Seat> seats) {
        List<JuryMember> members = seats.stream()
                .map(Seat::member)
                .filter(member -> !member.examinerOnly())
                .toList();
        Address sheet = table.header();
        if (table.tables().stream().allMatch(each -> each.records().isEmpty())) {
            findings.session(
                    AnomalyCode.JURY_VIDE,
                    sheet,
                    "Aucun membre du jury n’est nommé\u00a0; remplissez la feuille Jury.");
        }
        if (members.isEmpty()) {
            return;
        }
        rule.chair().ifPresent(chair -> chairOfRightCollege(chair, members, sheet));
        rule.professionals().ifPresent(professionals -> professionals(professionals, members, sheet));
    }

    private void professionals(JuryRule.Professionals rule, List<JuryMember> members, Address sheet) {
        int employers = count(members, rule.employers());
        int employees = count(members, rule.employees());
        if (!rule.enough(employers + employees, members.size())) {
            findings.session(
                    AnomalyCode.JURY_PROFESSIONNELS,
                    sheet,
                    "Le jury compte " + FrenchCount.of(employers + employees, "représentant")
                            + " de la profession sur " + FrenchCount.of(members.size(), "membre")
                            + "\u00a0: il en faut au moins " + rule.shareNumerator() + "/"
                            + rule.shareDenominator() + " ("
                            + rule.source().text()
                            + ")\u00a0; l’autorité apprécie.");
        }
        if (employers != employees) {
            findings.session(
                    AnomalyCode.JURY_PARITE,
                    sheet,
                    "Parmi les représentants de la profession, " + FrenchCount.of(employers, "employeur") + " et "
                            + FrenchCount.of(employees, "salarié")
                            + "\u00a0: il en faut autant des uns que des autres ("
                            + rule.source().text() + ")\u00a0; l’autorité apprécie.");
        }
    }

    private void chairOfRightCollege(JuryRule.Chair rule, List<JuryMember> members, Address sheet) {
        List<JuryMember> chairs = members.stream().filter(JuryMember::chair).toList();
        boolean right =
                chairs.size() == 1 && rule.colleges().contains(chairs.getFirst().college());
        if (!right) {
            String found =
                    switch (chairs.size()) {
                        case 0 -> "Aucun président du jury n’est désigné";
                        case 1 ->
                            "La présidence est du collège "
                                    + quoted(chairs.getFirst().college());
                        default -> chairs.size() + " membres sont désignés à la présidence";
                    };
            findings.session(
                    AnomalyCode.JURY_PRESIDENT,
                    sheet,
                    found + "\u00a0: elle revient à un seul membre du collège "
                            + String.join(" ou ", rule.colleges()) + " ("
                            + rule.source().text()
                            + ")\u00a0; l’autorité apprécie.");
        }
    }

    private static int count(List<JuryMember> members, String college) {
        return (int) members.stream()
                .filter(member -> member.college().equals(college))
                .count();
    }

    private static List<String> numbers(String written) {
        return written.isEmpty() ? List.of() : List.of(BETWEEN_NUMBERS.split(written));
    }

    private static String text(Row row, Column column) {
        return row.cell(column.key()).text();
    }

    private static @Nullable String textOrNull(Row row, Column column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }
}

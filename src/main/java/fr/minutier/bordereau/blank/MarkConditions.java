package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Columns;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Compensation;
import fr.minutier.certification.Component;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.Exemption;
import fr.minutier.certification.MarkScale;
import fr.minutier.certification.Route;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be said of a row of candidates while it is being filled, as conditions. They only colour cells: what they
 * overlook, the check still finds.
 */
final class MarkConditions {
    /** Far above the error of a quotient of two binary fractions, far below a step. */
    private static final String NOTHING = "0.000001";

    private final Certification certification;
    private final boolean amongOthers;
    private final Grid grid;

    /** @param amongOthers whether a candidate may come for another certification, which asks for no mark in these columns */
    MarkConditions(Certification certification, boolean amongOthers, Grid grid) {
        this.certification = certification;
        this.amongOthers = amongOthers;
        this.grid = grid;
    }

    /** A number that is a mark. */
    static Formula number(String cell, MarkScale scale) {
        return new Formula("IF(ISNUMBER(%1$s);%2$s;FALSE())".formatted(cell, inScale(cell, scale)));
    }

    /** A mark, or one of the words that stand for none. */
    static Formula mark(String cell, MarkScale scale) {
        return new Formula("IF(ISNUMBER(%1$s);%2$s;OR(UPPER(TRIM(%1$s))=%3$s;UPPER(TRIM(%1$s))=%4$s))"
                .formatted(
                        cell,
                        inScale(cell, scale),
                        Formula.constant(Words.ABSENT),
                        Formula.constant(Words.NOT_PRESENTED)));
    }

    private static String inScale(String cell, MarkScale scale) {
        return "AND(%1$s>=0;%1$s<=%2$s;ABS(%1$s/%3$s-ROUND(%1$s/%3$s;0))<%4$s)"
                .formatted(cell, plain(scale.maximum()), plain(scale.step()), NOTHING);
    }

    /** The colours of a mark. */
    List<Highlight.Case> ofMark(Epreuve epreuve, Component component, Column column) {
        String cell = grid.cell(column);
        List<Highlight.Case> cases = new ArrayList<>(asked(epreuve, column, "TRUE()"));
        if (component.collective()) {
            cases.add(differs(column));
        }
        share(epreuve)
                .ifPresent(share -> cases.add(new Highlight.Case(
                        new Formula("IF(ISNUMBER(%1$s);%1$s*%2$s<%3$s*%4$s;FALSE())"
                                .formatted(
                                        cell,
                                        plain(share.maximum()),
                                        plain(share.threshold()),
                                        plain(certification.marks().maximum()))),
                        Tint.LOW)));
        return cases;
    }

    /** The points to be had and those needed. */
    private record Share(BigDecimal maximum, BigDecimal threshold) {}

    /** Those that the mark has its share in, where they are known. */
    private Optional<Share> share(Epreuve epreuve) {
        BigDecimal highest = certification.marks().maximum();
        Optional<Compensation> average = certification.restingOn(epreuve).stream()
                .flatMap(block -> block.compensation().stream())
                .findFirst();
        if (average.isPresent()) {
            return Optional.of(new Share(highest, average.get().average()));
        }
        return epreuve.filled()
                ? Optional.of(new Share(epreuve.maximum(highest), epreuve.threshold()))
                : Optional.empty();
    }

    /** The colours of a length or of a competence, which are asked where their work bears a mark. */
    List<Highlight.Case> ofDescription(Epreuve epreuve, Component measured, Column column) {
        List<Highlight.Case> cases =
                new ArrayList<>(asked(epreuve, column, "ISNUMBER(" + grid.cell(headed(measured.column())) + ")"));
        if (measured.collective()) {
            cases.add(differs(column));
        }
        return cases;
    }

    /** The colours of a decision by VAE. */
    List<Highlight.Case> ofVae(Block block, Column column) {
        return cases(column, "AND(" + byExperience() + ";NOT(" + held(block) + "))", "TRUE()");
    }

    /** The colour of the group, which a collective mark needs. */
    List<Highlight.Case> ofGroup() {
        List<String> marked = certification.components().stream()
                .filter(Component::collective)
                .map(component -> "ISNUMBER(" + grid.cell(headed(component.column())) + ")")
                .toList();
        return marked.isEmpty()
                ? List.of()
                : List.of(grid.toFill(Columns.GROUP, "OR(" + String.join(";", marked) + ")"));
    }

    private List<Highlight.Case> asked(Epreuve epreuve, Column column, String condition) {
        return cases(column, "AND(NOT(" + byExperience() + ");NOT(" + held(epreuve) + "))", condition);
    }

    /** Something where nothing is asked, nothing where something is, and where nothing need be. */
    private List<Highlight.Case> cases(Column column, String open, String condition) {
        String named = grid.cell(Columns.NUMBER) + "<>\"\";" + grid.cell(Columns.ROUTE) + "<>\"\"";
        return ofItsRules(column, named, amongOthers ? "AND(" + itsRules() + ";" + open + ")" : open, condition);
    }

    /** Whether the candidate comes for the certification of the session. */
    private String itsRules() {
        String regime = grid.cell(Columns.REGIME);
        return "OR(" + regime + "=\"\";UPPER(" + regime + ")="
                + Formula.constant(certification.code().toUpperCase(Locale.ROOT)) + ")";
    }

    private List<Highlight.Case> ofItsRules(Column column, String named, String open, String condition) {
        return List.of(
                new Highlight.Case(
                        new Formula("AND(%s;NOT(%s);%s<>\"\")".formatted(named, open, grid.cell(column))),
                        Tint.TO_MEND),
                new Highlight.Case(new Formula("AND(%s;NOT(%s))".formatted(named, open)), Tint.NOT_ASKED),
                grid.toFill(column, named + ";" + open + ";" + condition));
    }

    /** A value that another member of the same group has not. */
    private Highlight.Case differs(Column column) {
        String group = grid.cell(Columns.GROUP);
        String cell = grid.cell(column);
        return new Highlight.Case(
                new Formula(
                        "IF(AND(%1$s<>\"\";ISNUMBER(%2$s));SUMPRODUCT((%3$s=%1$s)*ISNUMBER(%4$s)*(%4$s<>%2$s))>0;FALSE())"
                                .formatted(group, cell, grid.whole(Columns.GROUP), grid.whole(column))),
                Tint.TO_MEND);
    }

    private String byExperience() {
        String route = grid.cell(Columns.ROUTE);
        return any(Stream.of(Route.values())
                .filter(Route::withoutMarks)
                .map(known ->
                        "UPPER(" + route + ")=" + Formula.constant(known.label().toUpperCase(Locale.ROOT))));
    }

    /** Whether blocks held before stand for the épreuve: one that rests on it alone, or all that rest on it. */
    private String held(Epreuve epreuve) {
        List<Block> resting = certification.restingOn(epreuve);
        List<Block> alone =
                resting.stream().filter(block -> block.epreuves().size() == 1).toList();
        if (resting.size() == 1) {
            return held(resting.getFirst());
        }
        String all = resting.stream().map(this::held).collect(Collectors.joining(";", "AND(", ")"));
        return any(Stream.concat(alone.stream().map(this::held), Stream.of(all)));
    }

    /** Whether the block was acquired earlier, with or without its date in brackets, or is dispensed. */
    private String held(Block block) {
        String written = grid.cell(Columns.ACQUIRED);
        String acquired =
                "ISNUMBER(FIND(%s;\";\"&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(UPPER(%s);\" \";\"\");\",\";\";\");\"(\";\";\")&\";\"))"
                        .formatted(Formula.constant(";" + block.code().toUpperCase(Locale.ROOT) + ";"), written);
        Stream<String> dispensed = certification.exemptions().stream()
                .filter(exemption -> exemption.blocks().contains(block.code()))
                .map(this::holds);
        return any(Stream.concat(Stream.of(acquired), dispensed));
    }

    private String holds(Exemption exemption) {
        return "ISNUMBER(FIND(%s;UPPER(%s)))"
                .formatted(Formula.constant(exemption.title().toUpperCase(Locale.ROOT)), grid.cell(Columns.TITLE));
    }

    private static String any(Stream<String> conditions) {
        return conditions.collect(Collectors.joining(";", "OR(", ")"));
    }

    /** The column of that header, as the definition names it. */
    static Column headed(String header) {
        return new Column(header, List.of(header));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}

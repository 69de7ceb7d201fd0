package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.blank.Form.Area;
import fr.minutier.bordereau.blank.Form.Demand;
import fr.minutier.bordereau.blank.Form.Entry;
import fr.minutier.bordereau.blank.Form.Highlight;
import fr.minutier.bordereau.blank.Form.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sheets of a form in the words of OpenDocument. */
final class OdsContent {
    private final OdsXml xml;
    private final Map<Entry, String> validations = new HashMap<>();

    private OdsContent(OdsXml xml) {
        this.xml = xml;
    }

    static byte[] of(Form form) {
        return OdsXml.part(
                "office:document-content",
                xml -> {
                    xml.element("office:automatic-styles", () -> OdsStyles.automatic(xml, form));
                    OdsContent content = new OdsContent(xml);
                    xml.element(
                            "office:body", () -> xml.element("office:spreadsheet", () -> content.spreadsheet(form)));
                },
                "office:version",
                OdsForm.VERSION);
    }

    private void spreadsheet(Form form) {
        xml.element("table:content-validations", () -> form.sheets()
                .forEach(sheet -> sheet.entries().forEach(entry -> validation(sheet, entry))));
        form.sheets().forEach(this::sheet);
    }

    private void validation(Form.Sheet sheet, Entry entry) {
        String name = "saisie-" + (validations.size() + 1);
        validations.put(entry, name);
        List<String> attributes = new ArrayList<>(List.of("table:name", name));
        switch (entry.demand()) {
            case Demand.OneOf list -> {
                attributes.addAll(List.of(
                        "table:condition",
                        "of:cell-content-is-in-list(" + list.words().openFormula() + ")",
                        "table:display-list",
                        "unsorted"));
            }
            case Demand.Holds holds -> {
                attributes.addAll(List.of(
                        "table:condition",
                        "of:is-true-formula(" + holds.condition().openFormula() + ")"));
            }
            case Demand.Anything anything -> {}
        }
        attributes.addAll(List.of(
                "table:allow-empty-cell", "true", "table:base-cell-address", address(sheet, first(entry.area()))));
        xml.element(
                "table:content-validation",
                () -> {
                    if (!entry.prompt().text().isEmpty()) {
                        xml.element(
                                "table:help-message",
                                () -> xml.paragraphs(entry.prompt().text()),
                                "table:title",
                                entry.prompt().title(),
                                "table:display",
                                "true");
                    }
                    xml.element(
                            "table:error-message",
                            () -> xml.paragraphs(entry.alert().text()),
                            "table:title",
                            entry.alert().title(),
                            "table:display",
                            String.valueOf(entry.severity() != Severity.ACCEPTED),
                            "table:message-type",
                            entry.severity() == Severity.REFUSED ? "stop" : "warning");
                },
                attributes.toArray(String[]::new));
    }

    private void sheet(Form.Sheet sheet) {
        int rows = sheet.rows().stream().mapToInt(Form.Row::times).sum();
        List<String> attributes = new ArrayList<>(List.of(
                "table:name",
                sheet.name(),
                "table:style-name",
                OdsStyles.table(sheet.page()),
                "table:protected",
                "true"));
        if (sheet.page() == Form.Page.HIDDEN) {
            attributes.addAll(List.of("table:print", "false"));
        } else {
            String last = Formula.letters(sheet.width() - 1) + rows;
            attributes.addAll(List.of("table:print-ranges", address(sheet, "A1") + ":" + address(sheet, last)));
        }
        xml.element(
                "table:table",
                () -> {
                    xml.element(
                            "loext:table-protection",
                            "loext:select-protected-cells",
                            "true",
                            "loext:select-unprotected-cells",
                            "true");
                    int repeated = sheet.page().across() > 1 ? sheet.frozenColumns() : 0;
                    if (repeated > 0) {
                        xml.element(
                                "table:table-header-columns",
                                () -> columns(sheet.widths().subList(0, repeated)));
                    }
                    columns(sheet.widths().subList(repeated, sheet.width()));
                    rows(sheet);
                    highlights(sheet);
                },
                attributes.toArray(String[]::new));
    }

    private void columns(List<Integer> widths) {
        widths.forEach(width -> xml.element("table:table-column", "table:style-name", OdsStyles.column(width)));
    }

    private void rows(Form.Sheet sheet) {
        int index = 0;
        for (Form.Row row : sheet.rows()) {
            int at = index;
            if (at == sheet.header()) {
                xml.element("table:table-header-rows", () -> row(sheet, row, at));
            } else {
                row(sheet, row, at);
            }
            index += row.times();
        }
    }

    private void row(Form.Sheet sheet, Form.Row row, int index) {
        xml.element(
                "table:table-row",
                () -> {
                    for (int column = 0; column < row.cells().size(); column++) {
                        cell(sheet, row.cells().get(column), index, column);
                    }
                },
                "table:style-name",
                OdsStyles.row(row.lines()),
                "table:number-rows-repeated",
                String.valueOf(row.times()));
    }

    private void cell(Form.Sheet sheet, Form.Cell cell, int row, int column) {
        List<String> attributes = new ArrayList<>(List.of("table:style-name", OdsStyles.cell(cell.look())));
        for (Entry entry : sheet.entries()) {
            Area area = entry.area();
            if (area.column() == column && area.firstRow() <= row && row <= area.lastRow()) {
                attributes.addAll(List.of("table:content-validation-name", validations.getOrDefault(entry, "")));
            }
        }
        String shown =
                switch (cell.content()) {
                    case Content.Text text -> {
                        attributes.addAll(List.of("office:value-type", "string"));
                        yield text.written();
                    }
                    case Content.Day day -> {
                        attributes.addAll(List.of(
                                "office:value-type",
                                "date",
                                "office:date-value",
                                day.date().toString()));
                        yield new fr.minutier.bordereau.Cell(
                                        new fr.minutier.bordereau.Address("", "", row, column), day)
                                .text();
                    }
                    default -> "";
                };
        xml.element(
                "table:table-cell",
                () -> {
                    if (!cell.comment().isEmpty()) {
                        xml.element(
                                "office:annotation",
                                () -> xml.paragraphs(cell.comment()),
                                "svg:width",
                                Measures.COMMENT_INCHES + "in",
                                "svg:height",
                                Measures.commentHeight(cell.comment()) + "in");
                    }
                    xml.paragraphs(shown);
                },
                attributes.toArray(String[]::new));
    }

    private void highlights(Form.Sheet sheet) {
        if (sheet.highlights().isEmpty()) {
            return;
        }
        xml.element("calcext:conditional-formats", () -> sheet.highlights()
                .forEach(highlight -> highlight(sheet, highlight)));
    }

    private void highlight(Form.Sheet sheet, Highlight highlight) {
        Area area = highlight.area();
        String first = address(sheet, first(area));
        String last = address(sheet, Formula.letters(area.column()) + (area.lastRow() + 1));
        xml.element(
                "calcext:conditional-format",
                () -> highlight
                        .cases()
                        .forEach(told -> xml.element(
                                "calcext:condition",
                                "calcext:apply-style-name",
                                told.tint().word,
                                "calcext:value",
                                "formula-is(" + told.condition().openFormula() + ")",
                                "calcext:base-cell-address",
                                first)),
                "calcext:target-range-address",
                first + ":" + last);
    }

    private static String first(Area area) {
        return Formula.letters(area.column()) + (area.firstRow() + 1);
    }

    /** A cell with the name of its sheet, in quotes where it has more than letters. */
    private static String address(Form.Sheet sheet, String cell) {
        String name = sheet.name();
        boolean plain = name.chars().allMatch(Character::isLetter);
        return (plain ? name : "'" + name + "'") + "." + cell;
    }
}

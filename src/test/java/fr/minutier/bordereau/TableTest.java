package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<Column> KNOWN = List.of(
            new Column("numero", List.of("N° candidat", "Matricule")),
            new Column("nom", List.of("Nom de naissance")),
            new Column("memoire", List.of("BC01 Mémoire")));

    /** A sheet whose rows are written with their fields parted by bars; an empty text is an empty row. */
    private static Sheet sheet(String... rows) {
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            List<Cell> cells = new ArrayList<>();
            String[] fields = rows[row].split("\\|", -1);
            for (int column = 0; column < fields.length; column++) {
                if (!fields[column].isEmpty()) {
                    cells.add(new Cell(
                            new Address("jury.xlsx", "Candidats", row, column), new Content.Text(fields[column])));
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(row, false, cells));
            }
        }
        return new Sheet("Candidats", "jury.xlsx", false, lines);
    }

    private static List<String> column(Table table, String key) {
        return table.records().stream().map(r -> r.cell(key).text()).toList();
    }

    @Test
    void columns_are_found_in_any_order_below_title_rows() {
        Table table = Table.find(
                        sheet("Session de juin 2026", "", "NOM DE NAISSANCE|bc01 memoire|Matricule", "Martin|12,5|C1"),
                        KNOWN)
                .orElseThrow();
        assertThat(table.header().a1()).isEqualTo("A3");
        assertThat(table.columns().keySet()).containsExactly("nom", "memoire", "numero");
        assertThat(column(table, "numero")).containsExactly("C1");
        assertThat(table.records().getFirst().cell("memoire").address().a1()).isEqualTo("B4");
    }

    @Test
    void a_title_that_names_one_column_is_not_the_header() {
        Table table = Table.find(sheet("BC01 Mémoire", "N° candidat|Nom de naissance", "C1|Martin"), KNOWN)
                .orElseThrow();
        assertThat(table.header().a1()).isEqualTo("A2");
    }

    @Test
    void one_header_is_enough_only_when_one_is_looked_for() {
        Sheet sheet = sheet("N° candidat|Ville", "C1|Lyon");
        assertThat(Table.find(sheet, KNOWN)).isEmpty();
        assertThat(Table.find(sheet, KNOWN.subList(0, 1))).isPresent();
    }

    @Test
    void a_sheet_without_header_is_no_table() {
        assertThat(Table.find(sheet("C1|Martin|12"), KNOWN)).isEmpty();
        assertThat(Table.find(sheet(), KNOWN)).isEmpty();
    }

    @Test
    void an_empty_cell_answers_blank_at_its_own_address() {
        Table table = Table.find(sheet("N° candidat|Nom de naissance|BC01 Mémoire", "C1"), KNOWN)
                .orElseThrow();
        Cell mark = table.records().getFirst().cell("memoire");
        assertThat(mark.blank()).isTrue();
        assertThat(mark.address()).isEqualTo(new Address("jury.xlsx", "Candidats", 1, 2));
    }

    @Test
    void a_cell_of_an_absent_column_answers_blank_at_the_address_of_its_row() {
        Table table = Table.find(sheet("N° candidat|Nom de naissance", "C1|Martin"), KNOWN)
                .orElseThrow();
        Cell mark = table.records().getFirst().cell("memoire");
        assertThat(mark.blank()).isTrue();
        assertThat(mark.address().column()).isEqualTo(-1);
        assertThat(mark.address().a1()).isEqualTo("A2");
    }

    @Test
    void a_column_that_nobody_looked_for_cannot_be_asked() {
        Table table = Table.find(sheet("N° candidat|Nom de naissance", "C1|Martin"), KNOWN)
                .orElseThrow();
        Table.Record record = table.records().getFirst();
        assertThatThrownBy(() -> record.cell("prenom")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknown_and_doubled_headers_are_told_with_their_cell() {
        Table table = Table.find(sheet("N° candidat|Ville|Nom de naissance|Matricule", "C1|Lyon|Martin|C9"), KNOWN)
                .orElseThrow();
        assertThat(table.unknown()).extracting(Table.HeaderCell::written).containsExactly("Ville");
        assertThat(table.doubled()).extracting(h -> h.address().a1()).containsExactly("D1");
        assertThat(column(table, "numero")).containsExactly("C1");
    }

    @Test
    void empty_rows_and_repeated_headers_are_no_records() {
        Table table = Table.find(
                        sheet(
                                "N° candidat|Nom de naissance|BC01 Mémoire",
                                "C1|Martin|12",
                                "",
                                "\u00A0| |",
                                "n° CANDIDAT|Nom de naissance|BC01 Mémoire",
                                "C2|Durand|13",
                                "||||note en marge"),
                        KNOWN)
                .orElseThrow();
        assertThat(column(table, "numero")).containsExactly("C1", "C2");
    }

    @Test
    void a_total_row_is_left_to_the_caller() {
        Table table = Table.find(sheet("N° candidat|Nom de naissance|BC01 Mémoire", "C1|Martin|12", "Total||12"), KNOWN)
                .orElseThrow();
        assertThat(column(table, "numero")).containsExactly("C1", "Total");
    }

    @Test
    void a_formula_without_value_keeps_its_row() {
        Address here = new Address("jury.xlsx", "Candidats", 1, 2);
        Sheet header = sheet("N° candidat|Nom de naissance|BC01 Mémoire");
        Sheet sheet = new Sheet(
                "Candidats",
                "jury.xlsx",
                false,
                List.of(
                        header.lines().getFirst(),
                        new Line(1, true, List.of(new Cell(here, new Content.FormulaWithoutValue())))));
        Table table = Table.find(sheet, KNOWN).orElseThrow();
        assertThat(table.records()).hasSize(1);
        assertThat(table.records().getFirst().hidden()).isTrue();
        assertThat(table.records().getFirst().cell("memoire").formulaWithoutValue())
                .isTrue();
    }
}

package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Column;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Sheet;
import fr.minutier.bordereau.Table;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files that a spreadsheet program wrote; how they are made is told beside them. */
class LibreOfficeFilesTest {

    private static Bordereau read(String name) throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(LibreOfficeFilesTest.class.getResource("/bordereaux/" + name))
                .toURI());
        return ((Reading.Read) BordereauReader.read(file, name)).bordereau();
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("numero", List.of("N° candidat")),
            new Column("nom", List.of("Nom de naissance")),
            new Column("naissance", List.of("Date de naissance")),
            new Column("memoire", List.of("BC01 Mémoire")),
            new Column("moyenne", List.of("Moyenne")));

    @Test
    void a_whole_bordereau_is_read_as_it_was_typed() throws URISyntaxException {
        Bordereau bordereau = read("session-complete.xlsx");
        assertThat(bordereau.sheets()).extracting(Sheet::hidden).containsExactly(false, false, true);
        Sheet candidates = bordereau.sheet("Candidats", List.of()).orElseThrow();
        Table table = Table.find(candidates, COLUMNS).orElseThrow();
        assertThat(table.header().a1()).isEqualTo("A3");
        assertThat(table.columns()).hasSize(5);

        Table.Record first = table.records().getFirst();
        assertThat(first.cell("nom").text()).isEqualTo("Lefèvre");
        assertThat(first.cell("naissance").date()).contains(LocalDate.of(2004, 2, 29));
        assertThat(first.cell("memoire").text()).isEqualTo("9.96");
        assertThat(first.cell("moyenne").text()).isEqualTo("19.92");

        Table.Record second = table.records().get(1);
        assertThat(second.hidden()).isTrue();
        assertThat(second.cell("naissance").date()).contains(LocalDate.of(2003, 2, 1));
        assertThat(second.cell("memoire").text()).isEqualTo("0.3");
        assertThat(second.cell("moyenne").content()).isEqualTo(new Content.Fault("#DIV/0!"));

        Table.Record third = table.records().get(2);
        assertThat(third.cell("numero").text()).isEqualTo("42");
        assertThat(third.cell("nom").blank()).isTrue();
        assertThat(third.cell("memoire").number()).isPresent();
    }

    @Test
    void a_session_sheet_gives_its_date_as_a_day() throws URISyntaxException {
        Sheet session =
                read("session-complete.xlsx").sheet("Session", List.of()).orElseThrow();
        Table table = Table.find(
                        session,
                        List.of(new Column("champ", List.of("Champ")), new Column("valeur", List.of("Valeur"))))
                .orElseThrow();
        assertThat(table.records().get(1).cell("champ").text()).isEqualTo("Date de délibération");
        assertThat(table.records().get(1).cell("valeur").date()).contains(LocalDate.of(2026, 6, 12));
    }

    @Test
    void marks_kept_as_text_stay_as_written() throws URISyntaxException {
        Sheet sheet = read("candidats-texte.xlsx").sheets().getFirst();
        assertThat(sheet.lines().get(1).cells())
                .extracting(Cell::content)
                .containsExactly(new Content.Text("C001"), new Content.Text("Lefèvre"), new Content.Text("12,5"));
        assertThat(sheet.lines().get(2).cells().get(1).text()).isEqualTo("Nguyễn; dit \"Nam\"");
    }
}

package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BordereauTest {

    private static Sheet sheet(String name, boolean hidden, int row, Content content) {
        Cell cell = new Cell(new Address("jury.xlsx", name, row, 0), content);
        return new Sheet(name, "jury.xlsx", hidden, List.of(new Line(row, false, List.of(cell))));
    }

    private static Sheet sheet(String name, Content content) {
        return sheet(name, false, 0, content);
    }

    private static Bordereau of(Sheet... sheets) {
        return new Bordereau("jury.xlsx", List.of(sheets));
    }

    private static final Content TEN = new Content.Number(BigDecimal.TEN);

    @Test
    void a_sheet_is_found_however_its_name_is_spelled() {
        Bordereau bordereau = of(sheet("DELIBERATION ", TEN));
        assertThat(bordereau.sheet("Délibération", List.of())).isPresent();
        assertThat(bordereau.sheet("Candidats", List.of())).isEmpty();
    }

    @Test
    void the_name_comes_before_its_aliases_and_a_visible_sheet_before_a_hidden_one() {
        Sheet old = sheet("Candidats.", true, 0, TEN);
        Sheet current = sheet("candidats", TEN);
        Bordereau bordereau = of(sheet("Liste", TEN), old, current);
        assertThat(bordereau.sheet("Candidats", List.of("Liste"))).contains(current);
        assertThat(bordereau.sheet("Étudiants", List.of("Liste")))
                .map(Sheet::name)
                .contains("Liste");
        assertThat(of(old).sheet("Candidats", List.of())).contains(old);
    }

    @Test
    void the_same_cells_give_the_same_digest() {
        assertThat(of(sheet("Candidats", TEN)).digest())
                .isEqualTo(of(sheet("Candidats", new Content.Number(new BigDecimal("10.0"))))
                        .digest())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void whatever_differs_gives_another_digest() {
        List<Bordereau> all = List.of(
                of(),
                of(sheet("Candidats", TEN)),
                of(sheet("Candidat", TEN)),
                of(sheet("Candidats", true, 0, TEN)),
                of(sheet("Candidats", false, 1, TEN)),
                of(sheet("Candidats", new Content.Text("10"))),
                of(sheet("Candidats", new Content.Text("10 "))),
                of(sheet("Candidats", new Content.Number(new BigDecimal("10.01")))),
                of(sheet("Candidats", new Content.FormulaWithoutValue())),
                of(sheet("Candidats", new Content.Fault("10"))),
                of(sheet("Candidats", new Content.Truth(true))),
                of(sheet("Candidats", new Content.Truth(false))),
                of(sheet("Candidats", TEN), sheet("Candidats", TEN)));
        assertThat(all.stream().map(Bordereau::digest).distinct()).hasSize(all.size());
    }
}

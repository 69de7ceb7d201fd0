package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.minutier.typesetting.Block.Cell;
import fr.minutier.typesetting.Block.Column;
import fr.minutier.typesetting.Block.Row;
import fr.minutier.typesetting.Block.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Figures of a column that is aligned on the right stand on their decimal comma. */
class FiguresTest {

    private static Cell cell(String words, boolean bold) {
        return new Cell(new Text(List.of(new Text.Span(words, bold, false))), false);
    }

    private static byte[] print(boolean bold, String... figures) {
        List<Row> rows = new ArrayList<>();
        for (String figure : figures) {
            rows.add(new Row(List.of(cell("ligne", false), cell(figure, bold))));
        }
        Table table = new Table(
                List.of(new Column(1, Block.Align.LEFT), new Column(1, Block.Align.RIGHT)),
                new Row(List.of(cell("Rang", false), cell("Points", false))),
                rows);
        return Acts.TYPESETTER.print(
                new Document(Document.Format.A4_PORTRAIT, null, null, null, null, null, null, List.of(table)),
                Acts.IMPRINT);
    }

    /** Where the units of each figure end, in points: before the comma, or at the end where there is none. */
    private static List<Double> units(byte[] pdf) throws IOException {
        List<Double> ends = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> glyphs) {
                    if (text.matches("[\\d–].*")) {
                        int comma = text.indexOf(',');
                        int last = (comma < 0 ? text.strip().length() : comma) - 1;
                        ends.add((double) glyphs.get(last).getXDirAdj()
                                + glyphs.get(last).getWidthDirAdj());
                    }
                }
            }.getText(document);
        }
        return ends;
    }

    @Test
    void commas_stand_below_each_other_in_regular_and_in_bold() throws IOException {
        for (boolean bold : new boolean[] {false, true}) {
            List<Double> units = units(print(bold, "64", "7,5", "19,75", "100", "49,98", "–"));
            assertThat(units).hasSize(6).allSatisfy(end -> assertThat(end).isCloseTo(units.getFirst(), within(0.05)));
        }
    }

    @Test
    void a_word_among_figures_ends_at_the_edge_of_the_column() throws IOException {
        List<Double> without = units(print(false, "12", "7"));
        List<Double> with = units(print(false, "12", "absent", "7"));
        assertThat(with).isEqualTo(without);
    }

    @Test
    void figures_are_heard_as_they_are_written() {
        assertThat(TaggedText.of(print(true, "64", "7,5", "absent", "1\u202f250,25")))
                .containsExactly(
                        "Rang", "Points", "ligne", "64", "ligne", "7,5", "ligne", "absent", "ligne", "1\u202f250,25");
    }
}

package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.typesetting.Block.Cell;
import fr.minutier.typesetting.Block.Column;
import fr.minutier.typesetting.Block.Heading;
import fr.minutier.typesetting.Block.Paragraph;
import fr.minutier.typesetting.Block.Row;
import fr.minutier.typesetting.Block.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Nobody signs a page that bears nothing of what is signed. */
class SignaturesTest {

    private static Cell cell(String words) {
        return new Cell(Text.of(words), false);
    }

    private static List<String> pages(int rows, int signatories) throws IOException {
        List<Row> body = new ArrayList<>();
        IntStream.range(0, rows).forEach(i -> body.add(new Row(List.of(cell("rangée " + i), cell("x")))));
        Table table = new Table(
                List.of(new Column(1, Block.Align.LEFT), new Column(1, Block.Align.LEFT)),
                new Row(List.of(cell("Rang"), cell("Valeur"))),
                body);
        List<Text> places = IntStream.range(0, signatories)
                .mapToObj(i -> Text.of("signataire " + i + "\nqualité"))
                .toList();
        byte[] pdf = Acts.TYPESETTER.print(
                new Document(
                        Document.Format.A4_PORTRAIT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                table,
                                new Heading(2, Text.of("Signatures")),
                                new Paragraph(Text.of("Fait le 19 juin 2026")),
                                new Block.Signatures(places))),
                Acts.IMPRINT);
        assertThat(String.join(" ", TaggedText.of(pdf)))
                .containsOnlyOnce("Signatures Fait le 19 juin 2026")
                .endsWith("signataire " + (signatories - 1) + " qualité");
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    @Test
    void the_last_two_rows_stand_with_the_signatures_however_many_rows_come_before() throws IOException {
        for (int rows = 3; rows < 100; rows++) {
            for (String page : pages(rows, 4)) {
                if (page.contains("signataire")) {
                    assertThat(page)
                            .contains("rangée " + (rows - 2), "rangée " + (rows - 1), "Signatures", "signataire 0")
                            .contains("signataire 3");
                }
            }
        }
    }

    @Test
    void signatures_of_several_pages_say_on_each_what_is_signed() throws IOException {
        List<String> signed = pages(50, 60).stream()
                .filter(page -> page.contains("signataire"))
                .toList();
        assertThat(signed).hasSizeGreaterThan(2);
        assertThat(signed.getFirst()).contains("rangée 49");
        assertThat(signed)
                .allSatisfy(page -> assertThat(page).contains("Signatures").contains("Fait le 19 juin 2026"));
    }
}

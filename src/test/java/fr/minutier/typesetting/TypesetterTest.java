package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.minutier.typesetting.Block.Cell;
import fr.minutier.typesetting.Block.Column;
import fr.minutier.typesetting.Block.Heading;
import fr.minutier.typesetting.Block.Paragraph;
import fr.minutier.typesetting.Block.Row;
import fr.minutier.typesetting.Block.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final Typesetter TYPESETTER = Acts.TYPESETTER;

    private static byte[] print(Block... blocks) {
        return TYPESETTER.print(document(blocks), Acts.IMPRINT);
    }

    private static Document document(Block... blocks) {
        return new Document(
                Document.Format.A4_PORTRAIT,
                null,
                null,
                null,
                null,
                null,
                "page " + Document.PAGE + " / " + Document.PAGES,
                List.of(blocks));
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(Text.of(words));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static Table table(int rows, String cell) {
        List<Row> body = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            body.add(new Row(List.of(new Cell(Text.of("r" + i), true), new Cell(Text.of(cell), false))));
        }
        return new Table(
                List.of(new Column(1, Block.Align.LEFT), new Column(3, Block.Align.RIGHT)),
                new Row(List.of(new Cell(Text.of("Rang"), false), new Cell(Text.of("Valeur"), false))),
                body);
    }

    @Test
    void what_is_heard_through_the_tags_is_what_the_blocks_say() {
        for (Document act : List.of(Acts.statement(), Acts.minutes(60), Acts.certificate())) {
            assertThat(TaggedText.of(TYPESETTER.print(act, Acts.IMPRINT))).isEqualTo(BlockWords.of(act));
        }
    }

    @Test
    void a_long_paragraph_loses_no_blank_at_line_ends_nor_between_pages() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            words.append("mot").append(i).append(i % 7 == 0 ? "\u00a0; " : " ");
        }
        assertThat(TaggedText.of(print(paragraph(words.toString())))).isEqualTo(TaggedText.words(words.toString()));
    }

    @Test
    void the_structure_tree_says_what_each_part_is() {
        Block list = new Block.BulletList(List.of(new Block.Item("•", List.of(paragraph("point")))));
        assertThat(TaggedText.tree(print(new Heading(1, Text.of("Titre")), table(1, ""), list)))
                .isEqualTo("(Document(H1 Table(THead(TR(TH TH)) TBody(TR(TH TD))) L(LI(Lbl LBody(P)))))");
    }

    @Test
    void the_head_of_a_table_stands_on_every_page_and_is_heard_once() throws IOException {
        byte[] pdf = print(table(400, "12,5"));
        List<String> pages = pages(pdf);
        assertThat(pages).hasSizeGreaterThan(5).allSatisfy(page -> assertThat(page)
                .contains("Rang", "Valeur"));
        assertThat(Collections.frequency(TaggedText.of(pdf), "Rang")).isEqualTo(1);
    }

    @Test
    void every_row_of_a_long_table_is_printed_once_and_in_order() {
        List<String> heard = TaggedText.of(print(table(400, "12,5")));
        List<String> expected = new ArrayList<>(List.of("Rang", "Valeur"));
        for (int i = 0; i < 400; i++) {
            expected.add("r" + i);
            expected.add("12,5");
        }
        assertThat(heard).isEqualTo(expected);
    }

    @Test
    void a_row_is_not_split_over_two_pages() throws IOException {
        List<String> pages = pages(print(table(60, "un\ndeux\ntrois\nquatre")));
        assertThat(pages).hasSizeGreaterThan(2).allSatisfy(page -> {
            assertThat(occurrences(page, "quatre")).isEqualTo(occurrences(page, "un\\b"));
        });
    }

    private static int occurrences(String text, String regex) {
        return text.split(regex, -1).length - 1;
    }

    @Test
    void a_row_higher_than_a_page_is_split_by_lines_and_nothing_is_lost() throws IOException {
        StringBuilder cell = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            cell.append("ligne").append(i).append('\n');
        }
        byte[] pdf = print(table(1, cell.toString()));
        assertThat(pages(pdf)).hasSizeGreaterThan(2);
        List<String> expected = new ArrayList<>(List.of("Rang", "Valeur", "r0"));
        expected.addAll(TaggedText.words(cell.toString()));
        assertThat(TaggedText.of(pdf)).isEqualTo(expected);
        Conformance.assertArchivalAndAccessible(pdf);
    }

    @Test
    void a_heading_stays_with_what_follows_and_no_line_stands_alone() throws IOException {
        for (int lines = 38; lines < 62; lines++) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(paragraph("x\n".repeat(lines) + "x"));
            blocks.add(new Heading(1, Text.of("Titre")));
            blocks.add(paragraph("alpha\nbeta\ngamma"));
            for (String page : pages(print(blocks.toArray(Block[]::new)))) {
                assertThat(page.contains("Titre")).isEqualTo(page.contains("alpha"));
                assertThat(page.contains("alpha")).isEqualTo(page.contains("gamma"));
            }
        }
    }

    @Test
    void places_to_sign_stay_together_with_what_is_signed() throws IOException {
        Block signatures = new Block.Signatures(
                List.of(Text.of("Un"), Text.of("Deux"), Text.of("Trois"), Text.of("Quatre"), Text.of("Cinq")));
        for (int lines = 30; lines < 60; lines++) {
            List<String> pages = pages(print(paragraph("x\n".repeat(lines) + "z"), signatures));
            assertThat(pages.getLast()).contains("z", "Un", "Quatre", "Cinq");
        }
    }

    @Test
    void the_notice_stands_whole_at_the_foot_of_the_last_page() throws IOException {
        Block notice = new Block.Notice(List.of(paragraph("recours\nvoies\ndélais")));
        for (int lines = 44; lines < 60; lines++) {
            List<String> pages = pages(print(notice, paragraph("x\n".repeat(lines) + "x")));
            assertThat(pages.getLast()).contains("recours", "voies", "délais");
        }
    }

    @Test
    void a_solemn_act_is_set_smaller_rather_than_on_two_pages() throws IOException {
        Block signatures = new Block.Signatures(List.of(Text.of("Un"), Text.of("Deux")));
        for (int lines = 10; lines < 70; lines += 5) {
            Document solemn = new Document(
                    Document.Format.A4_SOLENNEL,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(paragraph("x\n".repeat(lines) + "z"), signatures));
            assertThat(pages(TYPESETTER.print(solemn, Acts.IMPRINT))).hasSize(1);
        }
        Document endless = new Document(
                Document.Format.A4_SOLENNEL,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(paragraph("x\n".repeat(200) + "z"), signatures));
        assertThat(pages(TYPESETTER.print(endless, Acts.IMPRINT)).getLast()).contains("z", "Un", "Deux");
    }

    @Test
    void an_endless_word_in_a_table_is_cut_and_leaves_room_to_the_other_columns() {
        byte[] pdf = print(table(1, "x".repeat(500)));
        assertThat(String.join("", TaggedText.of(pdf)))
                .contains("x".repeat(500))
                .contains("Rang");
    }

    @Test
    void the_footer_counts_the_pages() throws IOException {
        List<String> pages = pages(print(paragraph("un"), new Block.PageBreak(), paragraph("deux")));
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("un", "page 1 / 2");
        assertThat(pages.get(1)).contains("deux", "page 2 / 2");
    }

    @Test
    void a_watermark_is_on_every_page_and_heard_once() throws IOException {
        byte[] pdf = TYPESETTER.print(document(table(100, "1")), Acts.DRAFT);
        assertThat(pages(pdf)).allSatisfy(page -> assertThat(page).contains("PROJET"));
        assertThat(TaggedText.of(pdf)).startsWith("PROJET");
        assertThat(Collections.frequency(TaggedText.of(pdf), "PROJET")).isEqualTo(1);
    }

    @Test
    void a_hostile_value_prints_as_written() throws IOException {
        String hostile = "*a* | {{nom}} <b>gras</b>\n> [!cadre] & {page}";
        assertThat(pages(TYPESETTER.print(Acts.statement(hostile), Acts.IMPRINT))
                        .getFirst())
                .containsPattern("\\Q> [!cadre] & {page} ·\\E");
        assertThat(TaggedText.of(TYPESETTER.print(Acts.statement(hostile), Acts.IMPRINT)))
                .containsSequence(TaggedText.words(hostile));
    }

    @Test
    void the_same_document_gives_the_same_bytes_in_any_thread() throws Exception {
        byte[] once = TYPESETTER.print(Acts.minutes(60), Acts.DRAFT);
        List<Callable<byte[]>> again = Collections.nCopies(8, () -> TYPESETTER.print(Acts.minutes(60), Acts.DRAFT));
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var printed : pool.invokeAll(again)) {
                assertThat(printed.get()).isEqualTo(once);
            }
        }
        Typesetter other = new Typesetter(Style.load(java.nio.file.Path.of("templates/style.yaml")));
        assertThat(other.print(Acts.minutes(60), Acts.DRAFT)).isEqualTo(once);
    }

    @Test
    void the_title_and_the_given_date_are_in_the_document() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(paragraph("x")))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Acte d'essai");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2026-06-30T12:00:00Z");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
    }

    @Test
    void a_document_of_more_than_four_pages_has_an_outline() throws IOException {
        List<Block> blocks = new ArrayList<>(List.of(new Heading(1, Text.of("Procès-verbal"))));
        for (int i = 1; i <= 5; i++) {
            blocks.add(new Heading(2, Text.of("Partie " + i)));
            blocks.add(new Block.PageBreak());
        }
        blocks.add(paragraph("fin"));
        byte[] pdf = print(blocks.toArray(Block[]::new));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var first = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo("Procès-verbal");
            assertThat(first.children()).hasSize(5);
        }
        Conformance.assertArchivalAndAccessible(pdf);
    }

    @Test
    void unprintable_characters_are_named_and_never_dropped() {
        assertThat(TYPESETTER.unprintable("Éloïse ŷ Nguyễn Thị Hồng Ω Жанна «\u202f≥\u00a0»"))
                .isEmpty();
        assertThat(TYPESETTER.unprintable("Li 李 ☃")).containsExactly((int) '☃', (int) '李');
        assertThatThrownBy(() -> print(paragraph("李"))).isInstanceOf(UnprintableText.class);
    }

    @Test
    void the_longest_names_stay_inside_their_cells() throws IOException {
        String name = "Marie-Antoinette-Joséphine-Clémentine ".repeat(6).strip();
        byte[] pdf = TYPESETTER.print(Acts.statement(name), Acts.DRAFT);
        assertThat(TaggedText.of(pdf)).containsSequence(TaggedText.words(name));
        byte[] one = TYPESETTER.print(Acts.statement("A" + "nticonstitutionnellement".repeat(8)), Acts.IMPRINT);
        assertThat(String.join("", TaggedText.of(one))).contains("A" + "nticonstitutionnellement".repeat(8));
        Conformance.assertArchivalAndAccessible(one);
    }

    @Test
    void a_table_of_many_columns_is_set_smaller_rather_than_cutting_words() throws IOException {
        List<Column> columns = new ArrayList<>();
        List<Cell> head = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < 11; c++) {
            columns.add(new Column(c == 0 ? 9 : 1, Block.Align.RIGHT));
            head.add(new Cell(Text.of("Soutenan"), false));
            cells.add(new Cell(Text.of("12,25"), false));
        }
        byte[] pdf = print(new Table(columns, new Row(head), List.of(new Row(cells))));
        assertThat(occurrences(pages(pdf).getFirst(), "Soutenan")).isEqualTo(11);
    }
}

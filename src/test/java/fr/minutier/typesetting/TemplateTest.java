package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.minutier.typesetting.Block.BulletList;
import fr.minutier.typesetting.Block.Heading;
import fr.minutier.typesetting.Block.Paragraph;
import fr.minutier.typesetting.Block.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateTest {

    record Person(
            @Champ(value = "nom", aide = "nom de la personne")
            String name,

            @Champ(value = "lieu", aide = "lieu de naissance") @Nullable
            String place,

            @Champ(value = "notes", aide = "notes de la personne")
            List<String> marks) {}

    record Act(
            @Champ(value = "titre", aide = "titre de l'acte")
            String title,

            @Champ(value = "motif", aide = "motif") @Nullable
            String grounds,

            @Champ(value = "provisoire", aide = "vrai si provisoire")
            boolean draft,

            @Champ(value = "candidat", aide = "le candidat") Person candidate,
            @Champ(value = "jury", aide = "les membres") List<Person> jury,
            @Champ(value = "pieces", aide = "les pièces") List<String> pieces) {}

    private static final Person ANNE = new Person("Anne", "Rouen", List.of("12", "8,5"));
    private static final Person PAUL = new Person("Paul", null, List.of("9", "10"));
    private static final Act ACT =
            new Act("Relevé", null, false, ANNE, List.of(ANNE, PAUL), List.of("avis", "rapport"));

    private static Document fill(String markdown, Act act) {
        return Template.load("essai.md", markdown, Act.class, Acts.ALONE).fill(act);
    }

    private static List<Block> blocks(String markdown) {
        return fill(markdown, ACT).blocks();
    }

    private static List<String> paragraphs(List<Block> blocks) {
        return blocks.stream().map(block -> ((Paragraph) block).text().plain()).toList();
    }

    private static List<String> rows(Block block) {
        return ((Table) block)
                .rows().stream()
                        .map(row -> row.cells().stream()
                                .map(cell -> cell.text().plain())
                                .collect(Collectors.joining("|")))
                        .toList();
    }

    @Test
    void a_field_is_replaced_by_its_value_and_dots_lead_into_a_record() {
        assertThat(paragraphs(blocks("{{titre}} de {{ candidat.nom }}"))).containsExactly("Relevé de Anne");
    }

    @Test
    void bold_and_italic_apply_to_values() {
        assertThat(blocks("**{{titre}}** et *{{candidat.nom}}*"))
                .containsExactly(new Paragraph(new Text(List.of(
                        new Text.Span("Relevé", true, false),
                        new Text.Span(" et ", false, false),
                        new Text.Span("Anne", false, true)))));
    }

    @Test
    void a_value_is_never_read_as_template() {
        String hostile = "*a* | {{motif}} <b>\n# x";
        Act act = new Act(hostile, null, false, ANNE, List.of(), List.of());
        assertThat(paragraphs(fill("{{titre}}", act).blocks())).containsExactly(hostile);
        assertThat(rows(fill("|t|u|\n|-|-|\n|{{titre}}|x|", act).blocks().getFirst()))
                .containsExactly(hostile + "|x");
    }

    @Test
    void a_source_line_is_a_line_on_paper_and_a_blank_line_parts_paragraphs() {
        assertThat(paragraphs(blocks("un\ndeux\n\ntrois"))).containsExactly("un\ndeux", "trois");
    }

    @Test
    void an_empty_optional_field_takes_its_source_line_with_it() {
        assertThat(paragraphs(blocks("{{titre}}\nMotif : {{motif}}\nfin"))).containsExactly("Relevé\nfin");
    }

    @Test
    void a_paragraph_left_with_nothing_disappears() {
        assertThat(paragraphs(blocks("Motif : {{motif}}\n\nfin"))).containsExactly("fin");
    }

    @Test
    void an_empty_optional_field_takes_its_item_and_its_row_with_it() {
        assertThat(blocks("- Motif : {{motif}}")).isEmpty();
        List<Block> list = blocks("- a\n- Motif : {{motif}}\n- b");
        assertThat(((BulletList) list.getFirst()).items()).hasSize(2);
        assertThat(rows(blocks("|a|b|\n|-|-|\n|Motif|{{motif}}|\n|x|y|").getFirst()))
                .containsExactly("x|y");
        assertThat(blocks("|a|b|\n|-|-|\n|Motif|{{motif}}|")).isEmpty();
    }

    @Test
    void a_repeated_row_stays_when_an_optional_field_of_its_item_is_empty() {
        assertThat(rows(blocks("|n|l|\n|-|-|\n|{{#jury}}{{nom}}|{{lieu}}{{/jury}}|")
                        .getFirst()))
                .containsExactly("Anne|Rouen", "Paul|");
    }

    @Test
    void blocks_between_section_paragraphs_repeat() {
        assertThat(paragraphs(blocks("{{#jury}}\n\n{{nom}}\n\nNé à {{lieu}}\n\n{{/jury}}\n\nfin")))
                .containsExactly("Anne", "Né à Rouen", "Paul", "fin");
    }

    @Test
    void blocks_are_kept_or_dropped_by_a_condition_or_an_optional_field() {
        String template =
                "{{#provisoire}}\n\nprojet\n\n{{/provisoire}}\n\n{{^provisoire}}\n\nferme\n\n{{/provisoire}}\n\n"
                        + "{{#motif}}\n\nMotif : {{motif}}\n\n{{/motif}}";
        assertThat(paragraphs(blocks(template))).containsExactly("ferme");
        Act draft = new Act("t", "raison", true, ANNE, List.of(), List.of());
        assertThat(paragraphs(fill(template, draft).blocks())).containsExactly("projet", "Motif : raison");
    }

    @Test
    void the_contrary_of_a_list_is_an_empty_list() {
        Act alone = new Act("t", null, false, ANNE, List.of(), List.of());
        assertThat(paragraphs(fill("{{^jury}}\n\npersonne\n\n{{/jury}}", alone).blocks()))
                .containsExactly("personne");
        assertThat(blocks("{{^jury}}\n\npersonne\n\n{{/jury}}")).isEmpty();
    }

    @Test
    void sections_inside_a_paragraph_repeat_inline() {
        assertThat(paragraphs(blocks("Jury : {{#jury}}{{nom}}{{#lieu}} de {{lieu}}{{/lieu}} ; {{/jury}}fin")))
                .containsExactly("Jury : Anne de Rouen ; Paul ; fin");
        assertThat(paragraphs(blocks("Pièces : {{#pieces}}{{.}}, {{/pieces}}etc.")))
                .containsExactly("Pièces : avis, rapport, etc.");
    }

    @Test
    void section_tags_alone_on_their_lines_leave_no_empty_line() {
        assertThat(paragraphs(blocks("a\n{{#jury}}\n{{nom}}\n{{/jury}}\nb"))).containsExactly("a\nAnne\nPaul\nb");
    }

    @Test
    void names_are_looked_up_in_the_item_first_then_outwards() {
        assertThat(paragraphs(
                        blocks("{{#jury}}\n\n{{titre}} : {{nom}} {{#notes}}{{.}} {{nom}} {{/notes}}\n\n{{/jury}}")))
                .containsExactly("Relevé : Anne 12 Anne 8,5 Anne ", "Relevé : Paul 9 Paul 10 Paul ");
    }

    @Test
    void columns_repeat_in_header_and_rows() {
        Block table = blocks(
                        "|Nom|{{+pieces}}{{.}}{{/pieces}}|\n|---|------:|\n|{{#jury}}{{nom}}|{{+notes}}{{.}}{{/notes}}{{/jury}}|")
                .getFirst();
        assertThat(rows(table)).containsExactly("Anne|12|8,5", "Paul|9|10");
        assertThat(((Table) table).header().cells())
                .extracting(cell -> cell.text().plain())
                .containsExactly("Nom", "avis", "rapport");
        assertThat(((Table) table).columns())
                .containsExactly(
                        new Block.Column(3, Block.Align.LEFT),
                        new Block.Column(3.5, Block.Align.RIGHT),
                        new Block.Column(3.5, Block.Align.RIGHT));
    }

    @Test
    void neighbouring_columns_repeat_together() {
        Block table = blocks("|Nom|{{+jury}}{{nom}}|de {{lieu}}{{/jury}}|\n|---|------:|--|\n"
                        + "|**a**|{{+jury}}{{nom}} 1|{{nom}} 2{{/jury}}|")
                .getFirst();
        assertThat(rows(table)).containsExactly("a|Anne 1|Anne 2|Paul 1|Paul 2");
        assertThat(((Table) table).columns())
                .containsExactly(
                        new Block.Column(3, Block.Align.LEFT),
                        new Block.Column(3.5, Block.Align.RIGHT),
                        new Block.Column(1, Block.Align.LEFT),
                        new Block.Column(3.5, Block.Align.RIGHT),
                        new Block.Column(1, Block.Align.LEFT));
    }

    @Test
    void rows_repeat_together_from_the_first_cell_of_one_to_the_last_of_another() {
        Table table = (Table) blocks("|a|b|\n|-|-|\n|{{#jury}}{{nom}}|x|\n|{{#notes}}{{.}}|y{{/notes}}|\n"
                        + "|fin|z{{/jury}}|\n|**total**|t|")
                .getFirst();
        assertThat(rows(table))
                .containsExactly("Anne|x", "12|y", "8,5|y", "fin|z", "Paul|x", "9|y", "10|y", "fin|z", "total|t");
        assertThat(table.rows())
                .extracting(Block.Row::joined)
                .containsExactly(false, true, true, true, false, true, true, true, false);
        // In a group the first cell names its row, whatever it looks like.
        assertThat(table.rows()).allMatch(row -> row.cells().getFirst().heading());
    }

    @Test
    void rows_of_repeated_columns_must_be_as_long_as_their_header() {
        Act uneven = new Act("t", null, false, ANNE, List.of(ANNE), List.of("seule"));
        String template =
                "|Nom|{{+pieces}}{{.}}{{/pieces}}|\n|-|-|\n|{{#jury}}{{nom}}|{{+notes}}{{.}}{{/notes}}{{/jury}}|";
        assertThatThrownBy(() -> fill(template, uneven)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_item_that_is_one_section_repeats_as_items() {
        List<Block> list = blocks("- {{#jury}}{{nom}}{{/jury}}\n- fin");
        assertThat(((BulletList) list.getFirst()).items())
                .extracting(item -> paragraphs(item.content()).getFirst())
                .containsExactly("Anne", "Paul", "fin");
    }

    @Test
    void a_list_alone_in_a_repetition_is_one_list_and_its_numbers_go_on() {
        List<Block> list = blocks("{{#jury}}\n\n1. {{nom}}\n\n{{/jury}}");
        assertThat(list).hasSize(1);
        assertThat(((BulletList) list.getFirst()).items())
                .extracting(Block.Item::label)
                .containsExactly("1.", "2.");
    }

    @Test
    void a_body_cell_all_in_bold_names_its_row() {
        Table table = (Table)
                blocks("|a|b|\n|-|-|\n|**{{titre}}**|**x**|\n|**a** b|y|").getFirst();
        assertThat(table.rows().get(0).cells()).extracting(Block.Cell::heading).containsExactly(true, false);
        assertThat(table.rows().get(1).cells()).extracting(Block.Cell::heading).containsExactly(false, false);
    }

    @Test
    void a_line_break_tag_breaks_the_line_in_a_cell_but_leaves_none_at_its_end() {
        assertThat(rows(blocks("|a|b|\n|-|-|\n|x<br>y|{{#pieces}}{{.}}<br>{{/pieces}}|")
                        .getFirst()))
                .containsExactly("x\ny|avis\nrapport");
    }

    @Test
    void every_named_block_has_its_name() {
        List<Block> blocks = blocks("""
                > [!entete]
                > PRÉFÈTE

                > [!cadre]
                > **Admis**

                > [!centre]
                > Solennel

                > [!signatures]
                > - {{#jury}}{{nom}}
                >   membre{{/jury}}

                > [!notice]
                > Recours

                ---

                [!page]
                """);
        assertThat(blocks.stream().map(block -> block.getClass().getSimpleName()))
                .containsExactly("Letterhead", "Framed", "Centred", "Signatures", "Notice", "Rule", "PageBreak");
        assertThat(((Block.Signatures) blocks.get(3)).signatories())
                .extracting(Text::plain)
                .containsExactly("Anne\nmembre", "Paul\nmembre");
    }

    @Test
    void front_matter_gives_sheet_footer_and_title() {
        Document document = fill(
                "---\nformat: A4 paysage\npied: \"{{titre}} {page} / {pages}\"\ntitre: '{{candidat.nom}}'\n---\n# x",
                ACT);
        assertThat(document.format()).isEqualTo(Document.Format.A4_PAYSAGE);
        assertThat(document.footer()).isEqualTo("Relevé " + Document.PAGE + " / " + Document.PAGES);
        assertThat(document.title()).isEqualTo("Anne");
        assertThat(document.blocks()).containsExactly(new Heading(1, Text.of("x")));
    }

    @Test
    void a_required_field_without_value_stops_the_act() {
        Act hole = new Act(" \u00a0", null, false, ANNE, List.of(), List.of());
        assertThatThrownBy(() -> fill("x {{titre}}", hole))
                .isInstanceOf(MissingField.class)
                .extracting(e -> ((MissingField) e).field())
                .isEqualTo("titre");
        Act nobody = new Act("t", null, false, new Person("", null, List.of()), List.of(), List.of());
        assertThatThrownBy(() -> fill("{{candidat.nom}}", nobody)).hasMessageContaining("candidat.nom");
    }

    @Test
    void a_required_field_that_is_not_printed_may_be_blank() {
        Act hole = new Act("", null, false, ANNE, List.of(), List.of());
        assertThat(paragraphs(
                        fill("{{#provisoire}}{{titre}}{{/provisoire}}x", hole).blocks()))
                .containsExactly("x");
    }
}

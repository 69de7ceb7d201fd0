package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidTemplateTest {

    record Item(@Champ(value = "code", aide = "code") String code) {}

    record Act(
            @Champ(value = "nom_complet", aide = "nom et prénoms")
            String name,

            @Champ(value = "motif", aide = "motif") @Nullable
            String grounds,

            @Champ(value = "vrai", aide = "condition") boolean flag,
            @Champ(value = "item", aide = "un élément") Item item,
            @Champ(value = "items", aide = "des éléments") List<Item> items) {}

    private static List<InvalidTemplate.Fault> faults(String markdown) {
        InvalidTemplate refused = catchThrowableOfType(
                InvalidTemplate.class, () -> Template.load("acte.md", markdown, Act.class, Acts.ALONE));
        assertThat(refused).as(markdown).isNotNull();
        return refused.faults();
    }

    @Test
    void an_unknown_field_is_named_with_its_line_and_the_nearest_known_one() {
        List<InvalidTemplate.Fault> faults = faults("---\nformat: A4 portrait\n---\n\nun\n{{nom_complt}}");
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().line()).isEqualTo(6);
        assertThat(faults.getFirst().toString())
                .startsWith("acte.md, ligne 6\u00a0: champ inconnu\u00a0: «\u00a0nom_complt\u00a0»")
                .contains("{{nom_complet}} (nom et prénoms)");
    }

    @Test
    void all_faults_of_a_template_are_told_at_once_in_the_order_of_lines() {
        assertThat(faults("---\ncouleur: bleu\n---\n{{x}}\n\n### y\n\n`z`"))
                .extracting(InvalidTemplate.Fault::line)
                .containsExactly(2, 4, 6, 8);
    }

    @Test
    void an_unknown_section_is_told_once_and_not_again_for_what_it_holds() {
        assertThat(faults("{{#inconnus}}{{code}} {{rien}}{{/inconnus}}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{{vrai}}~est une condition",
                "{{item}}~{{item.code}}",
                "{{items}}~est une liste",
                "{{code}}~champ inconnu",
                "{{items.code}}~champ inconnu",
                "{{.}}~champ inconnu",
                "{{nom_complet.class.forName}}~champ inconnu",
                "{{#nom_complet.getBytes}}x{{/nom_complet.getBytes}}~inconnu",
                "<script>alert(1)</script>~HTML",
                "{{#nom_complet}}x{{/nom_complet}}~est toujours là",
                "{{#vrai}}x~n'est pas fermée",
                "x{{/vrai}}~ne ferme rien",
                "{{#items}}{{#vrai}}{{/items}}{{/vrai}}~ne ferme rien",
                "x {{+items}}y{{/items}}~répète des colonnes",
                "{{nom complet}}~deux accolades",
                "{{nom_complet~deux accolades",
                "a <b>b</b>~HTML",
                "[lien](http://exemple.fr)~liens",
                "x ![image](x.png)~une image se met seule",
                "![image](x.png)~n'existe pas dans le dossier des modèles",
                "![](x.png)~dites entre les crochets",
                "![image](../x.png)~se trouve dans le dossier des modèles",
                "![image](x.png 'grand')~entre 5 et 80 mm",
                "mot**gras**.** x~astérisques",
                "#### x~trois niveaux",
                "## x~saute un niveau",
            })
    void what_the_language_does_not_know_is_refused(String markdown, String remedy) {
        assertThat(faults(markdown)).anySatisfy(fault -> {
            assertThat(fault.message()).contains(remedy);
            assertThat(fault.line()).isEqualTo(1);
        });
    }

    @Test
    void blocks_that_the_language_does_not_know_are_refused_with_their_line() {
        assertThat(faults("x\n\n<div>\n</div>"))
                .extracting(InvalidTemplate.Fault::line)
                .containsExactly(3);
        assertThat(faults("x\n\n    code"))
                .extracting(InvalidTemplate.Fault::line)
                .containsExactly(3);
        assertThat(faults("x\n\n```\ncode\n```"))
                .extracting(InvalidTemplate.Fault::line)
                .containsExactly(3);
        assertThat(faults("x\n\n> citation"))
                .extracting(InvalidTemplate.Fault::line)
                .containsExactly(3);
        assertThat(faults("x\n\n> [!encart]\n> y").getFirst().message()).contains("bloc inconnu");
        assertThat(faults("x\n\n> [!signatures]\n> y").getFirst().message()).contains("listes");
        assertThat(faults("> [!cadre]\n> x\n>\n> [!page]").getFirst().line()).isEqualTo(4);
    }

    @Test
    void a_section_around_blocks_must_be_closed_alone_in_its_paragraph() {
        assertThat(faults("{{#items}}\n\n{{code}}")).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.message()).contains("seule entre deux lignes vides");
        });
        assertThat(faults("{{#items}}\n\n- {{code}}\n{{/items}}"))
                .anySatisfy(fault -> assertThat(fault.message()).contains("laissez une ligne vide avant"));
    }

    @Test
    void a_heading_may_not_skip_a_level_whatever_is_left_out() {
        assertThat(faults("# a\n\n{{#vrai}}\n\n## b\n\n{{/vrai}}\n\n### c")
                        .getFirst()
                        .line())
                .isEqualTo(9);
        assertThat(faults("# a\n\n## {{motif}}\n\n### c").getFirst().line()).isEqualTo(5);
    }

    @Test
    void a_table_row_has_as_many_cells_as_its_header() {
        assertThat(faults("|a|b|\n|-|-|\n|1|2|\n|1|2|3|").getFirst().toString())
                .contains("ligne 4")
                .contains("3 cellules");
        assertThat(faults("|a|b|\n|-|-|\n|1|").getFirst().line()).isEqualTo(3);
    }

    @Test
    void repeated_columns_go_through_the_whole_table() {
        assertThat(faults("|a|{{+items}}{{code}}{{/items}}|\n|-|-|\n|x|y|")
                        .getFirst()
                        .line())
                .isEqualTo(3);
    }

    @Test
    void front_matter_is_checked_with_its_lines() {
        assertThat(faults("---\npied: x\nformat: A3\n---\n").getFirst().toString())
                .contains("ligne 3")
                .contains("A4 portrait, A4 paysage ou A4 solennel");
        assertThat(faults("---\npied: \"{{inconnu}}\"\n---\n").getFirst().line())
                .isEqualTo(2);
        assertThat(faults("---\npied: \"x\n---\n")).isNotEmpty();
        assertThat(faults("---\npied: x\n").getFirst().message()).contains("n'est pas fermé");
    }

    record NoName(String name) {}

    record Amount(
            @Champ(value = "montant", aide = "montant") BigDecimal amount) {}

    record Maybe(
            @Champ(value = "liste", aide = "liste") @Nullable
            List<String> list) {}

    record Twice(
            @Champ(value = "a", aide = "a") String one,
            @Champ(value = "a", aide = "a") String two) {}

    record Spaced(
            @Champ(value = "nom complet", aide = "nom") String name) {}

    @Test
    void a_record_that_breaks_the_rules_is_the_programmers_error() {
        for (Class<? extends Record> act :
                List.<Class<? extends Record>>of(NoName.class, Amount.class, Maybe.class, Twice.class, Spaced.class)) {
            assertThatThrownBy(() -> Template.load("a.md", "x", act, Acts.ALONE))
                    .as(act.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(act.getSimpleName());
        }
    }
}

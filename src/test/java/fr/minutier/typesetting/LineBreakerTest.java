package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.minutier.typesetting.LineBreaker.Line;
import fr.minutier.typesetting.LineBreaker.Run;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final LineBreaker BREAKER = new LineBreaker(new Typeface("Sans"), new Recurring());

    private static List<String> lines(String text, double width) {
        return BREAKER.lines(Text.of(text), 10, width, false).stream()
                .map(LineBreakerTest::text)
                .toList();
    }

    private static String text(Line line) {
        return line.runs().stream().map(Run::text).collect(Collectors.joining());
    }

    @Test
    void every_line_keeps_the_blank_at_its_end() {
        assertThat(lines("aaaa bbbb cccc", 50)).containsExactly("aaaa bbbb ", "cccc");
    }

    @Test
    void a_line_break_that_was_asked_for_parts_the_words() {
        assertThat(lines("aaaa\nbbbb", 500)).containsExactly("aaaa ", "bbbb");
        assertThat(lines("aaaa\n\nbbbb", 500)).containsExactly("aaaa ", "", "bbbb");
    }

    @Test
    void no_line_begins_with_double_punctuation_nor_ends_with_an_opening_guillemet() {
        for (double width = 45; width < 140; width += 1) {
            for (String space : List.of(" ", "\u00a0", "\u202f")) {
                for (String line : lines(
                        "Voici" + space + ": «" + space + "oui" + space + "» et non" + space + "; quoi" + space + "?",
                        width)) {
                    assertThat(line)
                            .doesNotStartWith(":")
                            .doesNotStartWith("»")
                            .doesNotStartWith(";")
                            .doesNotStartWith("?");
                    assertThat(line.strip()).doesNotEndWith("«");
                }
            }
        }
    }

    @Test
    void a_reference_is_never_parted_from_its_number() {
        for (double width = 45; width < 200; width += 1) {
            for (String line : lines("Vu le code, art. R. 6412-1 à R. 6412-7, et l'acte n° 12 du 3 mai", width)) {
                assertThat(line.strip())
                        .doesNotEndWith("art.")
                        .doesNotEndWith("R.")
                        .doesNotEndWith("n°");
            }
        }
    }

    @Test
    void a_number_that_opens_a_sentence_may_begin_a_line() {
        assertThat(lines("en 2026. 12 admis", 45)).containsExactly("en 2026. ", "12 admis");
    }

    @Test
    void a_compound_name_breaks_after_its_hyphen_and_gets_no_blank() {
        assertThat(lines("Marie-Antoinette", 60)).containsExactly("Marie-", "Antoinette");
        assertThat(lines("2026-06", 24)).containsExactly("2026", "-06");
    }

    @Test
    void a_word_wider_than_the_line_is_cut_and_nothing_is_lost() {
        List<String> lines = lines("anticonstitutionnellement", 30);
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(String.join("", lines)).isEqualTo("anticonstitutionnellement");
    }

    @Test
    void a_decomposed_letter_is_composed() {
        assertThat(lines("E\u0301loi\u0308se", 500)).containsExactly("Éloïse");
    }

    @Test
    void bold_words_keep_their_face_across_a_line() {
        Text text = new Text(List.of(new Text.Span("gras ", true, false), new Text.Span("maigre", false, false)));
        assertThat(BREAKER.lines(text, 10, 500, false).getFirst().runs())
                .containsExactly(new Run("gras ", 1), new Run("maigre", 0));
    }

    @Test
    void letters_that_would_be_lost_invisible_or_misplaced_are_refused_by_name() {
        assertThatThrownBy(() -> lines("Zoé ☃", 100))
                .isInstanceOf(UnprintableText.class)
                .hasMessageContaining("U+2603");
        for (String text :
                List.of("山", "a\u0007", "a\u200bb", "a\u00adb", "q\u0301", "שלום", "\ud83d\ude00", "\ue000")) {
            assertThatThrownBy(() -> lines(text, 100)).as(text).isInstanceOf(UnprintableText.class);
        }
    }
}

package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontSubsetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Éloïse ŒUVRÉ «\u202foui\u202f»\u00a0; 50,5 ≥ 50",
                "ÖZTÜRK Şule, Łukasz Żak",
                "NGUYỄN Thị Hồng",
                "Жанна Ωρίων Éloïse"
            })
    void letters_of_every_repertoire_are_printed_and_copied_as_they_were_written(String text) {
        Text looks = new Text(List.of(
                new Text.Span(text + " ", false, false),
                new Text.Span(text + " ", true, false),
                new Text.Span(text + " ", false, true),
                new Text.Span(text, true, true)));
        byte[] pdf = Acts.TYPESETTER.print(
                new Document(
                        Document.Format.A4_PORTRAIT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Block.Paragraph(looks))),
                new Imprint("Essai", "Lettres", Acts.IMPRINT.date(), "ÉBAUCHE"));
        assertThat(TaggedText.elements(pdf).getLast().text()).isEqualTo(looks.plain());
        Conformance.assertArchivalAndAccessible(pdf);
    }
}

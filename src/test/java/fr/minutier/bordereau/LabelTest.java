package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N° candidat",
                "N°candidat",
                "Nº Candidat",
                "Nºcandidat",
                "No candidat",
                "No. candidat",
                "n candidat",
                "№ candidat",
                "Numéro candidat",
                "NUM. CANDIDAT",
                " n°\u00A0candidat ",
                "N°\r\ncandidat"
            })
    void every_spelling_of_the_candidate_number_is_the_same_label(String header) {
        assertThat(Label.fold(header)).isEqualTo("ncandidat");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Délibération, deliberation",
                "Nom d'usage, nomdusage",
                "NOM D’USAGE, nomdusage",
                "Nom dʼusage, nomdusage",
                "BC01 – Mémoire, bc01memoire",
                "bc01_mémoire, bc01memoire",
                "Œuvre, oeuvre",
                "Étage 2ᵉ, etage2e",
                "État, etat",
                "non, non",
                "Notes, notes",
                "Nom, nom"
            })
    void case_accents_spaces_and_punctuation_do_not_count(String label, String folded) {
        assertThat(Label.fold(label)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "°", "—"})
    void a_label_without_letters_or_digits_is_nothing(String label) {
        assertThat(Label.fold(label)).isEmpty();
    }
}

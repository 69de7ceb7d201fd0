package fr.minutier.bordereau.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameListTest {
    @TempDir
    Path folder;

    private NameList read(String text, Charset charset) throws IOException {
        Path file = folder.resolve("inscrits.csv");
        Files.write(file, text.getBytes(charset));
        return NameList.read(file);
    }

    private static List<Map<String, String>> texts(NameList list) {
        return ((NameList.Read) list)
                .people().stream()
                        .map(person -> {
                            Map<String, String> texts = new java.util.TreeMap<>();
                            person.cells().forEach((key, cell) -> texts.put(key, cell.text()));
                            return texts;
                        })
                        .toList();
    }

    @Test
    void columns_are_found_by_their_aliases_and_numbers_stay_as_written() throws IOException {
        NameList list = read("""
                Inscrits de juin;;;
                Matricule;NOM;Prénom;Né le
                007;Nerval;Ève;02/03/1990
                """, StandardCharsets.UTF_8);
        assertThat(texts(list))
                .containsExactly(Map.of("numero", "007", "nom", "Nerval", "prenoms", "Ève", "naissance", "02/03/1990"));
    }

    @Test
    void a_list_of_an_older_machine_is_read_too() throws IOException {
        assertThat(texts(read("Nom,Prénoms\nÉluard,Zoé\n", Charset.forName("windows-1252"))))
                .containsExactly(Map.of("nom", "Éluard", "prenoms", "Zoé"));
    }

    @Test
    void a_single_known_column_is_enough() throws IOException {
        assertThat(texts(read("Téléphone;Nom\n01;Nerval\n", StandardCharsets.UTF_8)))
                .containsExactly(Map.of("nom", "Nerval"));
    }

    @Test
    void columns_that_are_no_identity_are_left_aside_and_told() throws IOException {
        NameList.Read list = (NameList.Read)
                read("N°;Nom;Téléphone;BC01 Mémoire;Nom\n1;Nerval;01;12;Autre\n", StandardCharsets.UTF_8);
        assertThat(list.ignored()).containsExactly("Téléphone", "BC01 Mémoire", "Nom");
        assertThat(texts(list)).containsExactly(Map.of("numero", "1", "nom", "Nerval"));
    }

    @Test
    void a_list_without_a_known_column_is_refused_with_those_that_are() throws IOException {
        assertThat(read("Téléphone;Taille\n01;180\n", StandardCharsets.UTF_8))
                .isEqualTo(
                        new NameList.Refused(
                                "Aucune colonne de «\u00a0inscrits.csv\u00a0» n’est connue\u00a0: il en faut une"
                                        + " au moins parmi N° candidat, Civilité, Nom de naissance, Nom d’usage, Prénoms, Date de naissance,"
                                        + " Lieu de naissance, Courriel, Établissement, Voie, Groupe, Titre dispensant, Blocs acquis."));
    }

    @Test
    void a_list_that_is_no_file_is_refused() {
        assertThat(NameList.read(folder.resolve("absent.csv"))).isInstanceOf(NameList.Refused.class);
    }

    @Test
    void a_broken_quotation_is_refused_with_its_line() throws IOException {
        assertThat(read("N°;Nom\n1;\"Nerval\n", StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(NameList.Refused.class, refused -> assertThat(refused.sentence())
                        .contains("guillemet"));
    }
}

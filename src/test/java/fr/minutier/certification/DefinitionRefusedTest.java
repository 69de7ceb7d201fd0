package fr.minutier.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bad definition is refused with file, line and reason. */
class DefinitionRefusedTest {
    /** The smallest certification that there is: one block, one mark. */
    private static final String GOOD = """
            code: TITRE-1
            intitule: Titre d’essai
            sigle: TE
            niveau: 6
            rncp: RNCP00001
            validite: { debut: 2025-01-01, fin: 2026-12-31, source: texte }
            sources:
              texte: { texte: "arrêté d’essai, art. 1", objet: tout }
            visas: [{ texte: un texte, source: texte }]
            certificateurs: [Le certificateur]
            autorites: [L’autorité]
            source-autorites: texte
            voies: [formation initiale, VAE]
            source-voies: texte
            source-vae: texte
            source-acquis: texte
            notes: { maximum: 20, pas: 0.5, source: texte }
            blocs:
              - code: B1
                intitule: Premier bloc
                competences: [ { code: "1", intitule: Faire } ]
                colonne-vae: B1 VAE
                epreuve:
                  intitule: Dossier
                  forme: dossier
                  lieu: centre
                  examinateurs: deux examinateurs
                  seuil: 10
                  source: texte
                  composantes:
                    - { intitule: Dossier, colonne: B1 Dossier, coefficient: 1 }
                  longueurs:
                    - { colonne: B1 Pages, mesure: B1 Dossier, unite: pages, minimum: 10, maximum: 20, anomalie: LONGUEUR_DOSSIER, gravite: AVERTISSEMENT, source: texte }
            dispenses:
              - { titre: AUTRE, blocs: [B1], source: texte }
            jury:
              colleges: [État, Employeurs, Salariés]
              presidence: { colleges: [État], source: texte }
              professionnels: { employeurs: Employeurs, salaries: Salariés, part: 1/4, source: texte }
            """;

    @TempDir
    private Path templates;

    private CertificationLibrary read(String definition) throws IOException, InvalidDefinition {
        Path folder = Files.createDirectories(templates.resolve("certifications"));
        Files.writeString(folder.resolve("TITRE-1.yaml"), definition);
        return new CertificationLibrary(templates);
    }

    /** Changes one text of the good definition, and says how the reader refuses it. */
    private void refused(String was, String is, int line, String reason) {
        assertThat(GOOD).contains(was);
        assertThatThrownBy(() -> read(GOOD.replace(was, is)))
                .isInstanceOf(InvalidDefinition.class)
                .extracting(refusal -> refusal.getMessage().replace('\u00a0', ' '), STRING)
                .startsWith("TITRE-1.yaml, ligne " + line + " : ")
                .contains(reason);
    }

    @Test
    void the_smallest_definition_is_read() throws Exception {
        Certification read = read(GOOD).find("TITRE-1").orElseThrow();
        assertThat(read.blocks()).hasSize(1);
        assertThat(read.marks().step()).isEqualByComparingTo("0.5");
        assertThat(read.block("B1")
                        .orElseThrow()
                        .epreuves()
                        .getFirst()
                        .lengths()
                        .getFirst()
                        .gravity())
                .isEqualTo(Gravity.AVERTISSEMENT);
    }

    @Test
    void an_unknown_field_is_refused() {
        refused("sigle: TE\n", "sigle: TE\nmention: très bien\n", 4, "« mention » est inconnu");
    }

    @Test
    void an_unknown_field_deep_inside_is_refused() {
        refused("coefficient: 1 }", "coefficient: 1, coeficient: 3 }", 31, "« coeficient » est inconnu");
    }

    @Test
    void an_unknown_field_of_the_dates_is_refused() {
        refused("fin: 2026-12-31,", "fin: 2026-12-31, limite: 2027-01-01,", 6, "« limite » est inconnu");
    }

    @Test
    void a_missing_field_is_refused() {
        refused("sigle: TE\n", "", 1, "« sigle » manque");
    }

    @Test
    void a_missing_field_of_an_epreuve_is_refused_at_its_epreuve() {
        refused("      seuil: 10\n", "", 24, "« seuil » manque");
    }

    @Test
    void a_field_given_twice_is_refused() {
        refused("sigle: TE\n", "sigle: TE\nsigle: TT\n", 4, "« sigle » est donné deux fois");
    }

    @Test
    void missing_routes_are_refused() {
        refused("voies: [formation initiale, VAE]\n", "", 1, "« voies » manque");
    }

    @Test
    void missing_authorities_are_refused() {
        refused("autorites: [L’autorité]\n", "", 1, "« autorites » manque");
    }

    @Test
    void a_rule_without_a_known_source_is_refused() {
        refused("source-vae: texte", "source-vae: loi", 15, "« loi » manque à la liste « sources »");
    }

    @Test
    void a_bad_number_is_refused() {
        refused("seuil: 10", "seuil: dix", 28, "« seuil » doit être un nombre");
    }

    @Test
    void a_decimal_comma_is_refused_in_a_definition() {
        refused("pas: 0.5", "pas: \"0,5\"", 17, "« pas » doit être un nombre (point décimal)");
    }

    @Test
    void a_level_that_is_no_whole_number_is_refused_in_french() {
        refused("niveau: 6", "niveau: 6.5", 4, "« niveau » est un nombre entier de 3 à 8");
    }

    @Test
    void a_level_outside_the_national_framework_is_refused() {
        refused("niveau: 6", "niveau: 60", 4, "« niveau » est un nombre entier de 3 à 8");
    }

    @Test
    void a_bad_date_is_refused() {
        refused("fin: 2026-12-31", "fin: 31/12/2026", 6, "« fin » doit être une date AAAA-MM-JJ");
    }

    @Test
    void dates_in_the_wrong_order_are_refused() {
        refused("debut: 2025-01-01", "debut: 2027-01-01", 6, "« debut » suit « fin »");
    }

    @Test
    void a_threshold_above_the_maximum_is_refused() {
        refused("seuil: 10", "seuil: 20.5", 28, "le seuil va de 0 au maximum de points de l’épreuve");
    }

    @Test
    void a_threshold_at_the_maximum_is_allowed() throws Exception {
        assertThat(read(GOOD.replace("seuil: 10", "seuil: 20")).find("TITRE-1")).isPresent();
    }

    @Test
    void a_coefficient_that_is_not_positive_is_refused() {
        refused("coefficient: 1", "coefficient: 0", 31, "le coefficient doit être positif");
    }

    @Test
    void a_step_that_is_not_positive_is_refused() {
        refused("pas: 0.5", "pas: 0", 17, "le pas doivent être positifs");
    }

    @Test
    void bounds_in_the_wrong_order_are_refused() {
        refused("minimum: 10, maximum: 20", "minimum: 21, maximum: 20", 33, "le minimum dépasse le maximum");
    }

    @Test
    void an_unknown_gravity_is_refused() {
        refused("gravite: AVERTISSEMENT", "gravite: GRAVE", 33, "gravité inconnue « GRAVE »");
    }

    @Test
    void a_code_of_anomaly_that_a_waiver_could_not_name_is_refused() {
        refused("anomalie: LONGUEUR_DOSSIER", "anomalie: Longueur", 33, "« anomalie » est un code en capitales");
    }

    @Test
    void a_length_that_measures_no_component_of_its_block_is_refused() {
        refused("mesure: B1 Dossier", "mesure: B1 Mémoire", 24, "ne nomme aucune composante");
    }

    @Test
    void two_columns_that_a_bordereau_cannot_tell_apart_are_refused() {
        refused("colonne: B1 Pages", "colonne: b1 dossier", 1, "la colonne « b1 dossier » est définie deux fois");
    }

    @Test
    void an_alias_that_names_another_column_is_refused() {
        refused(
                "coefficient: 1 }",
                "coefficient: 1, alias: [B1 Pages] }",
                1,
                "la colonne « B1 Pages » est définie deux fois");
    }

    @Test
    void a_dispense_from_a_block_that_does_not_exist_is_refused() {
        refused("blocs: [B1]", "blocs: [B9]", 35, "la dispense AUTRE porte sur un bloc qui n’existe pas");
    }

    @Test
    void a_dispense_from_nothing_is_refused() {
        refused("blocs: [B1]", "blocs: []", 35, "« blocs » doit nommer au moins une valeur");
    }

    @Test
    void a_chair_of_an_unknown_college_is_refused() {
        refused("presidence: { colleges: [État]", "presidence: { colleges: [Rectorat]", 37, "collège");
    }

    @Test
    void a_share_of_professionals_is_a_fraction() {
        refused("part: 1/4", "part: 0.25", 39, "« part » est une fraction, par exemple 1/4");
    }

    @Test
    void a_share_of_professionals_is_no_more_than_all() {
        refused("part: 1/4", "part: 5/4", 39, "la part des professionnels va de 0 à 1");
    }

    @Test
    void an_unknown_route_is_refused() {
        refused(
                "voies: [formation initiale, VAE]",
                "voies: [formation continu]",
                13,
                "voie inconnue « formation continu »");
    }

    @Test
    void no_route_at_all_is_refused() {
        refused("voies: [formation initiale, VAE]", "voies: []", 13, "« voies » doit nommer au moins une valeur");
    }

    @Test
    void no_authority_at_all_is_refused() {
        refused("autorites: [L’autorité]", "autorites: []", 11, "« autorites » doit nommer au moins une valeur");
    }

    @Test
    void a_block_code_that_cannot_name_a_file_is_refused() {
        refused("- code: B1\n", "- code: ../B1\n", 19, "« code »");
    }

    @Test
    void a_yes_or_no_is_yes_or_no() {
        refused("coefficient: 1 }", "coefficient: 1, collective: peut-être }", 31, "« collective » vaut oui ou non");
    }

    @Test
    void malformed_yaml_is_refused_at_its_line() {
        refused("visas: [{ texte: un texte, source: texte }]", "visas: [{ texte: un texte", 10, "YAML mal formé");
    }

    @Test
    void a_list_where_a_text_is_due_is_refused() {
        refused("sigle: TE", "sigle: [TE]", 3, "un texte est attendu ici");
    }

    @Test
    void a_text_where_a_list_is_due_is_refused() {
        refused("visas: [{ texte: un texte, source: texte }]", "visas: texte", 9, "« visas » doit être une liste");
    }

    @Test
    void a_file_under_another_name_than_its_code_is_refused() {
        refused("code: TITRE-1\n", "code: TITRE-2\n", 1, "« TITRE-2.yaml »");
    }

    @Test
    void two_documents_in_one_file_are_refused() {
        assertThatThrownBy(() -> read(GOOD + "---\n" + GOOD))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("TITRE-1.yaml")
                .hasMessageContaining("YAML mal formé\u00a0: ");
    }

    @Test
    void a_missing_folder_is_told_in_one_line() {
        assertThatThrownBy(() -> new CertificationLibrary(templates.resolve("ailleurs")))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageEndingWith("le dossier ne peut pas être lu");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessage("TITRE-1.yaml\u00a0: le fichier est vide");
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws Exception {
        Path folder = Files.createDirectories(templates.resolve("certifications"));
        Files.write(folder.resolve("TITRE-1.yaml"), new byte[] {(byte) 0xE9, 0x74, (byte) 0xE9});
        assertThatThrownBy(() -> new CertificationLibrary(templates))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageStartingWith("TITRE-1.yaml\u00a0: ")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_java_object_is_refused() {
        refused("sigle: TE", "sigle: !!java.net.URL {a: b}", 3, "YAML mal formé");
    }

    @Test
    void an_alias_that_repeats_itself_without_end_is_refused() {
        assertThatThrownBy(() -> read("code: &a [*a]\n" + GOOD.lines().skip(1).reduce("", (a, b) -> a + b + "\n")))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("TITRE-1.yaml, ligne 1\u00a0: ");
    }

    @Test
    void aliases_that_unfold_into_millions_are_refused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(9) + alias));
        }
        assertThatThrownBy(() -> read(laughs + GOOD))
                .isInstanceOf(InvalidDefinition.class)
                .hasMessageContaining("YAML mal formé");
    }
}

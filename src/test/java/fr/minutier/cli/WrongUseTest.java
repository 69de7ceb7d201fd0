package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed wrong is answered by status 2 and one clear line in French. */
class WrongUseTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | indiquez une commande : run, ouvrier, check, bordereau, status, verify, registre, envoyer, paquet, purger, cles, certifications, export, apercu, planifier.
            chek                     | la commande « chek » n’existe pas
            run --dryrun             | l’option « --dryrun » n’existe pas
            run extra                | l’argument « extra » est de trop
            run --input              | il manque une valeur après --input
            run --session            | il manque une valeur après --session
            run --dry-run=oui        | --dry-run s’écrit sans valeur
            run --output a --output b| --output ne peut être donné qu’une fois
            check                    | indiquez au moins un FICHIER
            check absent.xlsx        | « absent.xlsx » n’existe pas
            status A B               | l’argument « B » est de trop
            status --output pom.xml  | « pom.xml » n’est pas un dossier
            certifications A B       | l’argument « B » est de trop
            certifications INCONNUE  | la certification « INCONNUE » n’a pas de définition. Codes connus : CAFERUIS-2004, CASP-CNAM, DEIS-2006, DEIS-RNCP39644
            run --input /absent      | le dossier « /absent » n’existe pas
            run --input pom.xml      | « pom.xml » n’est pas un dossier
            run --templates /absent  | le dossier « /absent » n’existe pas
            """)
    void what_is_typed_wrong_is_told_in_one_line(String typed, String expected) {
        Desk.Answer answer = desk.says(typed == null || typed.isBlank() ? new String[0] : typed.split(" "));
        refused(answer, expected);
    }

    @Test
    void an_empty_name_of_a_folder_is_refused() {
        refused(desk.says("run", "--output", ""), "un nom de dossier est vide");
    }

    @Test
    void an_output_that_is_a_file_is_refused() throws IOException {
        Files.writeString(desk.output(), "rapport");
        refused(desk.run(), "n’est pas un dossier");
        assertThat(desk.output()).hasContent("rapport");
    }

    @Test
    void an_output_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("fichier"), "");
        refused(
                desk.says(
                        "run",
                        "--input",
                        desk.input().toString(),
                        "--output",
                        file.resolve("output").toString()),
                "fichier");
    }

    @Test
    void output_and_input_lie_apart() throws IOException {
        desk.session("JUIN-2026");
        refused(
                desk.says(
                        "run",
                        "--input",
                        desk.input().toString(),
                        "--output",
                        desk.input().toString()),
                "doivent être deux dossiers séparés");
        refused(
                desk.says("run", "--input", desk.input().toString(), "--output", folder.toString()),
                "doivent être deux dossiers séparés");
    }

    @Test
    void a_date_of_the_environment_that_is_no_number_is_refused() {
        desk.environment.put("SOURCE_DATE_EPOCH", "hier");
        refused(desk.run(), "SOURCE_DATE_EPOCH doit être un nombre de secondes");
    }

    @Test
    void a_session_that_no_bordereau_bears_is_refused() throws IOException {
        desk.session("JUIN-2026");
        Desk.Answer answer = desk.run("--session", "JUIN-2027");
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(answer.err()))
                .isEqualTo("minutier : aucun bordereau lisible ne porte la session JUIN-2027.\n");
        assertThat(desk.output().resolve("JUIN-2026")).doesNotExist();
    }

    @Test
    void a_template_with_an_unknown_field_is_named_with_its_line() throws IOException {
        Path templates = desk.templates();
        Files.writeString(
                templates.resolve("acts/releve-de-notes.md"), "\n{{candidat.pointure}}\n", StandardOpenOption.APPEND);
        Desk.Answer answer = desk.run("--templates", templates.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(answer.err()))
                .contains("acts/releve-de-notes.md, ligne")
                .contains("candidat.pointure");
        assertThat(answer.isFreeOfTraces()).isTrue();
    }

    @Test
    void a_definition_that_is_no_yaml_is_named_with_its_line() throws IOException {
        Path templates = desk.templates();
        Files.writeString(
                templates.resolve("certifications/DEIS-RNCP39644.yaml"), "\ncode: [\n", StandardOpenOption.APPEND);
        refused(desk.says("certifications", "--templates", templates.toString()), "DEIS-RNCP39644.yaml, ligne");
    }

    private static void refused(Desk.Answer answer, String expected) {
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(answer.out()).isEmpty();
        assertThat(plain(answer.err())).startsWith("minutier : ").contains(expected);
        assertThat(answer.err().lines().filter(line -> !line.startsWith("Aide")).count())
                .isEqualTo(1);
        assertThat(answer.isFreeOfTraces()).isTrue();
    }

    /** Without the spaces that French binds. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}

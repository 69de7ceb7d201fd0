package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.AnyBordereau;
import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Grounds;
import fr.minutier.deliberation.Issue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the guide « Ajouter une certification », run as it stands there: the guide cannot grow wrong. */
class AddACertificationTest {
    private static final String CODE = "EXEMPLE-2026";
    private static final Path GUIDE = Path.of("templates/certifications/AJOUTER.md");

    @TempDir
    Path folder;

    private Path definition;

    @BeforeEach
    void copyTheExample() throws Exception {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();
        Path certifications = Files.createDirectories(folder.resolve("mes-modeles/certifications"));
        definition = Files.writeString(certifications.resolve(CODE + ".yaml"), example.group(1));
    }

    private AnyBordereau session() throws Exception {
        TemplateFolder templates = new TemplateFolder(folder.resolve("mes-modeles"), Path.of("templates"));
        return new AnyBordereau(new CertificationLibrary(templates), CODE);
    }

    private static Map<String, Object> marks(
            Object file, Object written, Object oral, Object economics, Object law, Object language) {
        return Map.of(
                "Dossier", file,
                "Pages du dossier", 25,
                "Étude écrite", written,
                "Étude orale", oral,
                "Économie", economics,
                "Droit", law,
                "Langue", language);
    }

    private BlockOutcome outcome(Map<String, Object> marks, int block) throws Exception {
        return session().candidate(marks).decisions().getFirst().outcomes().get(block);
    }

    @Test
    void the_example_has_no_fault() throws Exception {
        Desk.Answer answer = new Desk(folder).says("certifications", "--verifier", definition.toString());
        assertThat(answer.out()).contains("définition sans faute");
        assertThat(answer.status()).isZero();
    }

    @Test
    void all_faults_are_told_each_with_its_line() throws Exception {
        String bad = Files.readString(definition)
                .replace("sigle: EX\n", "sigl: EX\n")
                .replace("coefficient: 3", "coefficient: trois")
                .replace("seuil: 30", "seuil: 300")
                .replace("moyenne: 10", "moyenne: 10.005");
        Files.writeString(definition, bad);
        Desk.Answer answer = new Desk(folder).says("certifications", "--verifier", definition.toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out().replace('\u00a0', ' '))
                .contains("ligne 1 : le champ « sigle » manque")
                .contains("ligne 3 : le champ « sigl » est inconnu")
                .contains("« coefficient » doit être un nombre")
                .contains("le seuil va de 0 au maximum de points de l’épreuve")
                .contains("deux décimales au plus")
                .contains("5 fautes");
    }

    @Test
    void points_of_an_epreuve_reach_its_threshold() throws Exception {
        assertThat(outcome(marks("12", "15", "15", "10", "10", "10"), 0).issue())
                .isEqualTo(Issue.VALIDE);
    }

    @Test
    void a_mark_below_its_floor_fails_whatever_the_total() throws Exception {
        BlockOutcome outcome = outcome(marks("12", "5,5", "20", "10", "10", "10"), 1);
        assertThat(outcome.points().orElseThrow()).isEqualByComparingTo("31");
        assertThat(outcome.issue()).isEqualTo(Issue.NON_VALIDE);
        assertThat(outcome(marks("12", "6", "18", "10", "10", "10"), 1).issue()).isEqualTo(Issue.VALIDE);
    }

    @Test
    void marks_make_up_for_each_other_from_the_average_on() throws Exception {
        BlockOutcome outcome = outcome(marks("12", "15", "15", "9", "11", "11"), 2);
        assertThat(outcome.points().orElseThrow()).isEqualByComparingTo("60");
        assertThat(outcome.issue()).isEqualTo(Issue.VALIDE);
    }

    @Test
    void below_the_average_the_block_fails_and_the_average_is_printed_with_two_decimals() throws Exception {
        BlockOutcome outcome = outcome(marks("12", "15", "15", "8,75", "11", "11"), 2);
        assertThat(outcome.issue()).isEqualTo(Issue.NON_VALIDE);
        assertThat(((Grounds.Arithmetic) outcome.grounds()).average().orElseThrow())
                .hasToString("9.88");
    }

    @Test
    void a_fail_never_prints_as_the_threshold() throws Exception {
        // 59.75 of 120: 9.958… would be 9.96; with a finer step 59.99 of 120 is 9.998…, which must not print as 10.
        Files.writeString(definition, Files.readString(definition).replace("pas: 0.25", "pas: 0.01"));
        BlockOutcome outcome = outcome(marks("12", "15", "15", "9", "11", "10,99"), 2);
        assertThat(outcome.issue()).isEqualTo(Issue.NON_VALIDE);
        assertThat(((Grounds.Arithmetic) outcome.grounds()).average().orElseThrow())
                .hasToString("9.99");
    }

    @Test
    void one_night_makes_its_acts() throws Exception {
        Path session = Files.createDirectories(folder.resolve("input/EXEMPLE-JUIN"));
        Files.writeString(
                session.resolve("session.csv"),
                "Champ;Valeur\nSession;EXEMPLE-JUIN\nCertification;" + CODE
                        + "\nLibellé;Session d’exemple\nStatut;définitif\nDate de délibération;12/06/2025\n");
        Files.writeString(session.resolve("jury.csv"), "Nom;Prénom;Qualité;Collège\nOrme;Inès;Formatrice;Formateurs\n");
        Files.writeString(
                session.resolve("candidats.csv"),
                "N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;Dossier;Pages du dossier;Étude écrite;Étude"
                        + " orale;Économie;Droit;Langue\n"
                        + "1;Aubépine;Camille;12/03/1985;formation initiale;12;25;10;10;9;11;11\n"
                        + "2;Bruyère;Dominique;12/03/1986;formation initiale;12;25;5,5;20;8,75;11;11\n");
        Desk.Answer blank = new Desk(folder)
                .says(
                        "bordereau",
                        CODE,
                        "--templates",
                        folder.resolve("mes-modeles").toString(),
                        "-o",
                        folder.resolve("vierge.xlsx").toString());
        assertThat(blank.status()).isZero();
        Desk.Answer night = new Desk(folder)
                .says(
                        "run",
                        "--input",
                        folder.resolve("input").toString(),
                        "--output",
                        folder.resolve("output").toString(),
                        "--templates",
                        folder.resolve("mes-modeles").toString());
        assertThat(night.status()).as(night.out() + night.err()).isZero();
        Path output = folder.resolve("output/EXEMPLE-JUIN");
        assertThat(Files.readAllLines(output.resolve("blocs.csv")).stream().skip(1))
                .containsExactlyElementsOf(List.of(
                        "1;B1;VALIDE;12;20;10;epreuve",
                        "1;B2;VALIDE;30;60;30;epreuve",
                        "1;B3;VALIDE;60;120;60;epreuve",
                        "2;B1;VALIDE;12;20;10;epreuve",
                        "2;B2;NON_VALIDE;31;60;30;epreuve",
                        "2;B3;NON_VALIDE;59,25;120;60;epreuve"));
        assertThat(output.resolve("candidats/1/attestation-de-reussite.pdf")).exists();
        assertThat(output.resolve("candidats/2/attestation-bloc-B1.pdf")).exists();
    }
}

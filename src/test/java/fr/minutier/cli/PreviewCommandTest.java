package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.act.ActKind;
import fr.minutier.typesetting.Conformance;
import fr.minutier.typesetting.TaggedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What someone who edits a template sees before the night does. */
class PreviewCommandTest {
    @TempDir
    Path folder;

    private Desk desk;
    private Path pdf;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
        pdf = folder.resolve("apercu.pdf");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private String words() throws IOException {
        return plain(String.join(" ", TaggedText.of(Files.readAllBytes(pdf))));
    }

    @ParameterizedTest
    @EnumSource
    void every_act_can_be_seen(ActKind kind) throws IOException {
        Desk.Answer answer = desk.says("apercu", kind.word(), "-o", pdf.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(words()).contains("Exempleville");
        Conformance.assertArchivalAndAccessible(Files.readAllBytes(pdf));
    }

    @Test
    void a_template_under_trial_takes_the_place_of_the_house_s() throws IOException {
        Path trial = folder.resolve("essai.md");
        Files.writeString(
                trial, "---\ntitre: Essai\nsujet: Essai\nfiligrane: PROJET\n---\n\n# Essai pour {{candidat.nom}}\n");
        assertThat(desk.says("apercu", "releve-de-notes", "--template", trial.toString(), "-o", pdf.toString())
                        .status())
                .isZero();
        assertThat(words()).isEqualTo("Essai pour Aubépine-Lagarde");
    }

    @Test
    void a_faulty_template_is_answered_by_its_faults() throws IOException {
        Path trial = folder.resolve("essai.md");
        Files.writeString(trial, "# Essai {{candidat.pointure}}\n");
        Desk.Answer answer =
                desk.says("apercu", "releve-de-notes", "--template", trial.toString(), "-o", pdf.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(answer.err()))
                .contains("essai.md, ligne 1 : champ inconnu : « candidat.pointure »", "il manque « titre »");
        assertThat(answer.isFreeOfTraces()).isTrue();
        assertThat(pdf).doesNotExist();
    }

    @Test
    void a_folder_of_one_file_replaces_that_file_alone() throws IOException {
        Path mine = folder.resolve("modeles");
        Files.createDirectories(mine.resolve("acts"));
        Files.writeString(
                mine.resolve("acts/mots.yaml"),
                Files.readString(Desk.HOME.resolve("templates/acts/mots.yaml"))
                        .replace("PARTIEL: validation partielle", "PARTIEL: obtention partielle"));
        assertThat(desk.says("apercu", "releve-de-notes", "--templates", mine.toString(), "-o", pdf.toString())
                        .status())
                .isZero();
        assertThat(words()).contains("Décision du jury : obtention partielle");
    }

    @Test
    void a_name_that_is_no_act_is_answered_by_those_that_are() {
        Desk.Answer answer = desk.says("apercu", "diplome", "-o", pdf.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(answer.err()))
                .contains("l’acte « diplome » n’existe pas ; actes : proces-verbal, releve-de-notes, ");
        assertThat(plain(desk.says("apercu").err())).contains("indiquez un acte ; actes : proces-verbal");
        assertThat(plain(desk.says("apercu", "proces-verbal").err()))
                .contains("indiquez le fichier à écrire, par exemple -o");
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_asked() throws IOException {
        Files.writeString(pdf, "important");
        Desk.Answer answer = desk.says("apercu", "releve-de-notes", "-o", pdf.toString());
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(plain(answer.err())).contains("existe déjà", "--force");
        assertThat(pdf).hasContent("important");
        assertThat(desk.says("apercu", "releve-de-notes", "-o", pdf.toString(), "--force")
                        .status())
                .isZero();
        assertThat(words()).contains("Relevé de notes");
    }
}

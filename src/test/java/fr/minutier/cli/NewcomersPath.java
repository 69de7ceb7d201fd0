package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From the blank sheet to the acts, for every certification, as somebody walks it who knows spreadsheets and nothing
 * else: blank bordereau, filled with five slips, handed in, corrected in the annotated copy, handed in again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NewcomersPath {
    private Path folder;
    private Desk desk;
    private Path templates;
    private final List<Newcomer> newcomers = new ArrayList<>();
    private final Map<Newcomer, List<String>> told = new LinkedHashMap<>();
    private final Map<Newcomer, byte[]> annotated = new LinkedHashMap<>();
    private Desk.Answer checked;
    private Desk.Answer first;
    private Desk.Answer second;
    private Desk.Answer third;

    /** Types into workbooks and saves each in its place. */
    abstract void type(Map<Path, List<Typed>> workbooks) throws Exception;

    @BeforeAll
    void walk(@TempDir Path folder) throws Exception {
        this.folder = folder;
        desk = new Desk(folder);
        templates = Files.createDirectories(folder.resolve("templates"));
        fillSettings();
        int count = 0;
        for (Certification certification : new CertificationLibrary(Path.of("templates")).all()) {
            newcomers.add(new Newcomer(certification, count++ % 2 == 0 ? "ods" : "xlsx"));
        }
        Map<Path, List<Typed>> filled = new LinkedHashMap<>();
        for (Newcomer newcomer : newcomers) {
            Path file = newcomer.in(folder);
            Desk.Answer blank = desk.says(
                    "bordereau",
                    newcomer.certification().code(),
                    "--session",
                    newcomer.session(),
                    "--templates",
                    templates.toString(),
                    "-o",
                    file.toString());
            assertThat(blank.status()).as(blank.err()).isZero();
            filled.put(
                    file,
                    Stream.concat(newcomer.filled().stream(), newcomer.slips().stream())
                            .toList());
        }
        type(filled);
        for (Newcomer newcomer : newcomers) {
            Files.copy(newcomer.in(folder), newcomer.in(desk.input()));
        }
        checked = desk.says(
                "check", "--templates", templates.toString(), desk.input().toString());
        first = night();
        Map<Path, List<Typed>> corrected = new LinkedHashMap<>();
        for (Newcomer newcomer : newcomers) {
            told.put(newcomer, anomalies(newcomer));
            annotated.put(newcomer, Files.readAllBytes(annotated(newcomer)));
            corrected.put(annotated(newcomer), newcomer.corrections());
        }
        type(corrected);
        for (Newcomer newcomer : newcomers) {
            Files.copy(annotated(newcomer), newcomer.in(desk.input()), StandardCopyOption.REPLACE_EXISTING);
        }
        second = night();
        third = night();
    }

    /** As the definition asks, in a copy of the file: each « à remplir » gives way to the number that the certifier sets. */
    private void fillSettings() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("templates/certifications"))) {
            for (Path definition : (Iterable<Path>) all::iterator) {
                String text = Files.readString(definition);
                if (definition.toString().endsWith(".yaml") && text.contains(": à remplir")) {
                    Path own = Files.createDirectories(templates.resolve("certifications"));
                    Files.writeString(
                            own.resolve(definition.getFileName().toString()),
                            text.replace("seuil: à remplir", "seuil: 10")
                                    .replace("coefficient: à remplir", "coefficient: 1"));
                }
            }
        }
    }

    private Desk.Answer night() {
        return desk.run("--templates", templates.toString());
    }

    private Path annotated(Newcomer newcomer) {
        return desk.output().resolve(newcomer.session()).resolve("bordereau-annote." + newcomer.extension());
    }

    private List<String> anomalies(Newcomer newcomer) throws IOException {
        return Files.readAllLines(
                        desk.output().resolve(newcomer.session()).resolve("anomalies.csv"), StandardCharsets.UTF_8)
                .stream()
                .skip(1)
                .toList();
    }

    Stream<Newcomer> newcomers() {
        return newcomers.stream();
    }

    @ParameterizedTest
    @MethodSource("newcomers")
    void the_five_slips_are_told_and_nothing_else(Newcomer newcomer) {
        assertThat(told.get(newcomer))
                .extracting(line -> line.split(";")[3] + " " + line.split(";")[4])
                .containsExactlyInAnyOrderElementsOf(Newcomer.TOLD);
    }

    @ParameterizedTest
    @MethodSource("newcomers")
    void once_corrected_nothing_is_left_to_say(Newcomer newcomer) throws IOException {
        assertThat(anomalies(newcomer)).isEmpty();
        assertThat(annotated(newcomer)).doesNotExist();
    }

    /** Her own file comes back as it was filled: no list and no comment of ours. */
    @ParameterizedTest
    @MethodSource("newcomers")
    void no_mark_is_left_on_the_corrected_file(Newcomer newcomer) throws Exception {
        Path clean = desk.output().resolve(newcomer.session()).resolve("bordereau-corrige." + newcomer.extension());
        assertThat(texts(annotated.get(newcomer))).contains("— Minutier —", "À corriger");
        assertThat(texts(Files.readAllBytes(clean)))
                .doesNotContain("— Minutier —", "À corriger\u00a0", "name=\"À corriger");
        Desk.Answer answer = desk.says("check", "--templates", templates.toString(), clean.toString());
        assertThat(answer.status()).as(answer.out()).isZero();
    }

    /** All that a workbook shows: texts of which no cell speaks any more and the view of a sheet that is gone may stay. */
    private static String texts(byte[] workbook) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part; (part = zip.getNextEntry()) != null; ) {
                texts.append(
                        part.getName().matches(".*sharedStrings.xml|settings.xml")
                                ? ""
                                : new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts.toString();
    }

    @ParameterizedTest
    @MethodSource("newcomers")
    void every_act_is_there(Newcomer newcomer) {
        Path session = desk.output().resolve(newcomer.session());
        assertThat(session.resolve("proces-verbal.pdf")).exists();
        for (String number : List.of("001", "002", "003", "004")) {
            assertThat(session.resolve("candidats/" + number + "/releve-de-notes.pdf"))
                    .exists();
        }
        for (String number : List.of("001", "002", "003", "005")) {
            assertThat(session.resolve("candidats/" + number + "/attestation-de-reussite.pdf"))
                    .exists();
        }
        assertThat(session.resolve("candidats/004")).isDirectoryContaining("glob:**/attestation-bloc-*.pdf");
    }

    @Test
    void check_and_night_end_as_they_should() {
        assertThat(checked.status()).isEqualTo(3);
        assertThat(first.status()).as(first.out() + first.err()).isEqualTo(3);
        assertThat(second.status()).as(second.out() + second.err()).isZero();
        assertThat(third.status()).as("what is closed stays closed").isZero();
        assertThat(Stream.of(checked, first, second, third)).allMatch(Desk.Answer::isFreeOfTraces);
    }
}

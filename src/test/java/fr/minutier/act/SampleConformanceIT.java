package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.night.Night;
import fr.minutier.night.Progress;
import fr.minutier.night.Workplace;
import fr.minutier.typesetting.Conformance;
import fr.minutier.typesetting.TaggedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample bordereaux through a whole night: every document conforms, and every statement says what follows from its marks. */
class SampleConformanceIT {
    @TempDir
    static Path output;

    @BeforeAll
    static void run_the_night() throws Exception {
        PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Files.createDirectories(Workplace.register(output));
        Workplace place = new Workplace(Path.of("input"), output, Path.of("templates"), LocalDate.of(2026, 11, 22));
        new Night(place, Set.of(), new Progress(silent, false)).run();
    }

    private static List<Path> documents(String name) throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            return all.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_document_is_archival_and_accessible_french_and_titled() throws IOException {
        List<Path> documents = documents(".*\\.pdf");
        assertThat(documents).hasSizeGreaterThan(40);
        documents.parallelStream().forEach(SampleConformanceIT::assertConforms);
    }

    private static void assertConforms(Path file) {
        try {
            byte[] pdf = Files.readAllBytes(file);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
                assertThat(document.getDocumentInformation().getTitle())
                        .as(file.toString())
                        .matches(
                                "(Procès-verbal de jury|Relevés? de notes|Attestation de (réussite|bloc de compétences)"
                                        + "|Notification de la décision du jury|Extrait de procès-verbal|Attestations)"
                                        + " – DEIS – .+");
            }
            Conformance.assertArchivalAndAccessible(pdf);
        } catch (AssertionError e) {
            throw new AssertionError(output.relativize(file) + "\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_volumes_hold_every_statement_and_every_certificate_in_the_order_of_the_candidates() throws IOException {
        for (String[] volume : new String[][] {
            {"releves-de-notes\\.pdf", "releve-de-notes\\.pdf"}, {"attestations\\.pdf", "attestation-.*\\.pdf"}
        }) {
            for (Path file : documents(volume[0])) {
                List<String> expected = new ArrayList<>();
                for (String line : Files.readAllLines(file.resolveSibling("decisions.csv")).stream()
                        .skip(1)
                        .toList()) {
                    Path candidate = file.resolveSibling("candidats").resolve(line.substring(0, line.indexOf(';')));
                    if (Files.isDirectory(candidate)) {
                        try (Stream<Path> acts = Files.list(candidate)) {
                            for (Path act : acts.filter(path ->
                                            path.getFileName().toString().matches(volume[1]))
                                    .sorted()
                                    .toList()) {
                                expected.addAll(TaggedText.of(Files.readAllBytes(act)));
                            }
                        }
                    }
                }
                assertThat(TaggedText.of(Files.readAllBytes(file))).isNotEmpty().isEqualTo(expected);
            }
        }
        assertThat(documents("releves-de-notes\\.pdf")).hasSize(2);
        assertThat(documents("attestations\\.pdf")).hasSize(1);
    }

    /** What {@code blocs.csv} says: by session, candidate and block, the rest of the row. */
    private static Map<String, List<String>> rows(String file, int keys) throws IOException {
        Map<String, List<String>> rows = new HashMap<>();
        for (Path csv : documents(file)) {
            for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
                List<String> fields = List.of(line.split(";", -1));
                rows.put(
                        csv.getParent().getFileName() + " " + String.join(" ", fields.subList(0, keys)),
                        fields.subList(keys, fields.size()));
            }
        }
        return rows;
    }

    @Test
    void every_statement_follows_from_its_marks_and_agrees_with_the_tables() throws IOException {
        Map<String, List<String>> blocks = rows("blocs\\.csv", 2);
        Map<String, List<String>> decisions = rows("decisions\\.csv", 1);
        Map<String, String> issues = Map.of(
                "validé", "VALIDE",
                "non validé", "NON_VALIDE",
                "dispensé", "DISPENSE",
                "acquis", "ACQUIS",
                "absent", "ABSENT",
                "non présenté", "NON_PRESENTE");
        Map<String, String> verdicts =
                Map.of("admis", "ADMIS", "validation partielle", "PARTIEL", "ajourné", "AJOURNE");
        List<Path> statements = documents("releve-de-notes\\.pdf");
        assertThat(statements).hasSizeGreaterThan(20);
        int computed = 0;
        for (Path file : statements) {
            ReadStatement statement = ReadStatement.of(Files.readAllBytes(file));
            assertThat(statement.number())
                    .isEqualTo(file.getParent().getFileName().toString());
            String candidate = output.relativize(file).getName(0) + " " + statement.number();
            statement.assertFollows();
            assertThat(decisions.get(candidate).getFirst()).isEqualTo(verdicts.get(statement.decision()));
            assertThat(statement.blocks()).hasSize(3);
            for (ReadStatement.Block block : statement.blocks()) {
                List<String> row = blocks.get(candidate + " " + block.code());
                assertThat(row.getFirst()).isEqualTo(issues.get(block.issue()));
                assertThat(row.get(1).isEmpty()).isEqualTo(block.figures().isEmpty());
                if (!block.figures().isEmpty()) {
                    assertThat(row.subList(1, 4).stream().map(ReadStatement::number))
                            .isEqualTo(block.figures());
                    computed++;
                }
            }
        }
        assertThat(computed).isGreaterThan(40);
    }
}

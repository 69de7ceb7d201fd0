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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample bordereaux through a whole night: every document conforms, and every statement says what follows from its marks. */
class SampleConformanceIT {
    private static final Pattern ARITHMETIC = Pattern.compile(
            "(BC\\d\\d) : ((?:[\\d,]+ × [\\d,]+(?: \\+ )?)+) = ([\\d,]+) ([≥<]) (\\d+) points sur (\\d+) : "
                    + "(validé|non validé) ");
    private static final Pattern MARK = Pattern.compile(" : ([\\d,]+) \\(coefficient ([\\d,]+)\\)");

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
        for (Path file : documents) {
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
            try {
                Conformance.assertArchivalAndAccessible(pdf);
            } catch (AssertionError e) {
                throw new AssertionError(output.relativize(file) + "\n" + e.getMessage(), e);
            }
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

    private static BigDecimal number(String french) {
        return new BigDecimal(french.replace(',', '.'));
    }

    /** The sum of coefficient × mark in {@code 3 × 13 + 2 × 6}. */
    private static BigDecimal sum(String terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String term : terms.split(" \\+ ")) {
            String[] factors = term.split(" × ");
            sum = sum.add(number(factors[0]).multiply(number(factors[1])));
        }
        return sum;
    }

    private static String text(Path pdf) throws IOException {
        return String.join(" ", TaggedText.of(Files.readAllBytes(pdf))).replace('\u00a0', ' ');
    }

    @Test
    void every_statement_follows_from_its_marks_and_agrees_with_the_tables() throws IOException {
        Map<String, List<String>> blocks = rows("blocs\\.csv", 2);
        Map<String, List<String>> decisions = rows("decisions\\.csv", 1);
        List<Path> statements = documents("releve-de-notes\\.pdf");
        assertThat(statements).hasSizeGreaterThan(20);
        int computed = 0;
        for (Path file : statements) {
            String candidate =
                    output.relativize(file).getName(0) + " " + file.getParent().getFileName();
            String text = text(file);
            Map<String, Boolean> held = new HashMap<>();
            Matcher matcher = ARITHMETIC.matcher(text);
            while (matcher.find()) {
                String code = matcher.group(1);
                BigDecimal points = sum(matcher.group(2));
                boolean passed = points.compareTo(number(matcher.group(5))) >= 0;
                assertThat(points).as(candidate).isEqualByComparingTo(number(matcher.group(3)));
                assertThat(matcher.group(4)).isEqualTo(passed ? "≥" : "<");
                assertThat(matcher.group(7)).isEqualTo(passed ? "validé" : "non validé");
                assertThat(blocks.get(candidate + " " + code))
                        .containsExactly(
                                passed ? "VALIDE" : "NON_VALIDE",
                                matcher.group(3),
                                matcher.group(6),
                                matcher.group(5),
                                "epreuve");
                assertThat(marks(text, code)).as(candidate + " " + code).isEqualByComparingTo(points);
                held.put(code, passed);
                computed++;
            }
            assertDecision(candidate, text, blocks, decisions);
            // Whatever bears points in the table was read above.
            assertThat(blocks.entrySet().stream()
                            .filter(row -> row.getKey().startsWith(candidate + " ")
                                    && !row.getValue().get(1).isEmpty())
                            .map(row -> row.getKey().substring(candidate.length() + 1))
                            .collect(Collectors.toSet()))
                    .isEqualTo(held.keySet());
        }
        assertThat(computed).isGreaterThan(40);
    }

    /** The points that follow from the marks and coefficients of the table of results. */
    private static BigDecimal marks(String text, String code) {
        String table = text.substring(text.indexOf("Résultats par bloc"), text.indexOf(" Motifs • "));
        String row = table.substring(table.indexOf(" " + code + " ")).substring(1);
        Matcher next = Pattern.compile(" BC\\d\\d ").matcher(row);
        Matcher mark = MARK.matcher(next.find() ? row.substring(0, next.start()) : row);
        BigDecimal sum = BigDecimal.ZERO;
        while (mark.find()) {
            sum = sum.add(number(mark.group(1)).multiply(number(mark.group(2))));
        }
        return sum;
    }

    private static void assertDecision(
            String candidate, String text, Map<String, List<String>> blocks, Map<String, List<String>> decisions) {
        List<String> issues = blocks.entrySet().stream()
                .filter(row -> row.getKey().startsWith(candidate + " "))
                .map(row -> row.getValue().getFirst())
                .toList();
        assertThat(issues).as(candidate).hasSize(3);
        long held = issues.stream()
                .filter(Set.of("VALIDE", "ACQUIS", "DISPENSE")::contains)
                .count();
        String printed = held == 3 ? "admis" : held > 0 ? "validation partielle" : "ajourné";
        String code = held == 3 ? "ADMIS" : held > 0 ? "PARTIEL" : "AJOURNE";
        assertThat(text).as(candidate).contains("Décision du jury : " + printed + " ");
        assertThat(decisions.get(candidate).getFirst()).as(candidate).isEqualTo(code);
    }
}

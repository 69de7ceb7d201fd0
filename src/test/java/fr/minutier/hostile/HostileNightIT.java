package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.cli.Minutier;
import fr.minutier.hostile.HostileFiles.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One night, in 512 MB, on a good session and on files made to do harm, each by its name: the good session has all its
 * documents, each of the others its sentence, and nothing is written anywhere else.
 */
class HostileNightIT {
    private static final String GOOD = "DEIS-2025-NOVEMBRE";
    private static final String MARKUP = "\"><img src=x onerror=alert(1)></title><script>alert(1)</script>";

    /** What a terminal would obey. */
    private static final String COMMANDS = "\u001B[2J\u001B]0;x\u0007";

    private static final String BACKWARDS = "\u202E";

    /** As long as most file systems allow. */
    private static final String LONGEST = "n".repeat(250);

    @TempDir
    static Path folder;

    private static int status;
    private static String said = "";
    private static List<String> before = List.of();

    @BeforeAll
    static void theNight() throws Exception {
        HostileFiles files = new HostileFiles(folder.resolve("input"));
        files.goodFolder(GOOD);
        bombs(files);
        entities(files);
        multitudes(files);
        names(files);
        Files.createSymbolicLink(folder.resolve("input/lien.xlsx"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("input/boucle"), folder.resolve("input"));
        before = outside();
        ChildJvm.Circumstances small = ChildJvm.Circumstances.ORDINARY.with("-Xmx512m");
        try (ChildJvm night = new ChildJvm(
                small,
                Minutier.class,
                "run",
                "--templates",
                "templates",
                "--input",
                folder.resolve("input"),
                "--output",
                folder.resolve("output"))) {
            status = night.anyExitStatus();
            said = night.said();
        }
    }

    /** Little files that unpack to huge ones. */
    private static void bombs(HostileFiles files) throws IOException {
        Content blanks = Content.repeated(" ".repeat(1 << 16), 5_000);
        files.xlsx("bombe.xlsx", Map.of("xl/worksheets/sheet3.xml", blanks));
        files.xlsx("bombe-textes.xlsx", Map.of("xl/sharedStrings.xml", blanks));
        files.ods("bombe.ods", Map.of("content.xml", blanks));
        files.archive("bombe.zip", Map.of("session.csv", Content.of("Champ;Valeur\n"), "candidats.csv", blanks));
    }

    /** Texts that stand for ten others, which stand for ten others; and texts of other files. */
    private static void entities(HostileFiles files) throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]>");
        String sheet =
                HostileFiles.partOfXlsx("xl/worksheets/sheet3.xml").replaceFirst("<worksheet", laughs + "<worksheet");
        files.xlsx(
                "rires.xlsx",
                Map.of("xl/worksheets/sheet3.xml", Content.of(sheet.replaceFirst("<v>[^<]*", "<v>&a11;"))));
        String content = HostileFiles.partOfOds("content.xml")
                .replaceFirst("<office:document-content", laughs + "<office:document-content");
        files.ods(
                "rires.ods", Map.of("content.xml", Content.of(content.replaceFirst("<text:p>[^<]*", "<text:p>&a11;"))));
        String other = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        files.xlsx(
                "fichier.xlsx",
                Map.of(
                        "xl/sharedStrings.xml",
                        Content.of(HostileFiles.partOfXlsx("xl/sharedStrings.xml")
                                .replaceFirst("<sst", other + "<sst")
                                .replaceFirst("<t[^>]*>[^<]*", "<t>&f;"))));
    }

    /** More rows than there are candidates in the country, and more cells than a person sees. */
    private static void multitudes(HostileFiles files) throws IOException {
        Content head = Content.of(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        Content foot = Content.of("</sheetData></worksheet>");
        Content rows = out -> {
            for (int row = 1; row <= 10_000_000; row++) {
                out.write(("<row r=\"" + row + "\"/>").getBytes(StandardCharsets.US_ASCII));
            }
        };
        files.xlsx(
                "dix-millions.xlsx",
                Map.of("xl/worksheets/sheet3.xml", head.then(rows).then(foot)));
        Content cells = out -> {
            for (int row = 1; row <= 60_000; row++) {
                StringBuilder line = new StringBuilder("<row r=\"" + row + "\">");
                for (char column = 'A'; column <= 'P'; column++) {
                    line.append("<c r=\"")
                            .append(column)
                            .append(row)
                            .append("\"><v>")
                            .append(row * column)
                            .append("</v></c>");
                }
                out.write(line.append("</row>").toString().getBytes(StandardCharsets.US_ASCII));
            }
        };
        String sheet = "worksheets/sheet9.xml";
        files.xlsx(
                "autre-feuille.xlsx",
                Map.of(
                        "xl/" + sheet,
                        head.then(cells).then(foot),
                        "xl/workbook.xml",
                        Content.of(HostileFiles.partOfXlsx("xl/workbook.xml")
                                .replace(
                                        "</sheets>",
                                        "<sheet name=\"Archives\" r:id=\"rId99\" sheetId=\"99\"/></sheets>")),
                        "xl/_rels/workbook.xml.rels",
                        Content.of(
                                HostileFiles.partOfXlsx("xl/_rels/workbook.xml.rels")
                                        .replace(
                                                "</Relationships>",
                                                "<Relationship Id=\"rId99\" Target=\"" + sheet
                                                        + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>")),
                        "[Content_Types].xml",
                        Content.of(HostileFiles.partOfXlsx("[Content_Types].xml")
                                .replace(
                                        "</Types>",
                                        "<Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\" PartName=\"/xl/"
                                                + sheet + "\"/></Types>"))));
        files.folder(
                "MEME-NOM",
                text -> text.startsWith("\uFEFFN° candidat;Civ") ? twins(text) : text.replace(GOOD, "MEME-NOM"));
    }

    /** Three thousand candidates of one name, each with a number of his own. */
    private static String twins(String candidates) {
        List<String> lines = candidates.lines().toList();
        StringBuilder all = new StringBuilder(lines.get(0)).append('\n');
        for (int i = 0; i < 3_000; i++) {
            all.append(lines.get(1).replace("25N-001", "J-" + i)).append('\n');
        }
        return all.toString();
    }

    /** Names that are paths, commands, markup or formulas. */
    private static void names(HostileFiles files) throws IOException {
        files.folder("CHEMIN", text -> text.replace("Session;" + GOOD, "Session;../../" + GOOD));
        files.folder("NUMEROS", text -> text.replace("Session;" + GOOD, "Session;NUMEROS")
                .replace("25N-001;", "../../x;")
                .replace("25N-002;", "nul;")
                .replace("25N-003;", COMMANDS + ";")
                .replace("25N-004;", "a/b;"));
        files.folder("TEXTES", text -> text.replace("Session;" + GOOD, "Session;TEXTES")
                .replace(";Arnoulet;", ";" + csv(MARKUP) + ";")
                .replace(";Clémence;", ";" + csv(COMMANDS + BACKWARDS + "a") + ";")
                .replace(";Bressolles-Vigneau;", ";=cmd|' /C calc'!A0;")
                .replace(";Étienne;", ";@SUM(1+1);")
                .replace("Libellé;", "Libellé;" + MARKUP.replace("\"", "") + " ")
                .replace("25N-003;Mme;", "25N-003;Mme;" + "x".repeat(300))
                .replace("25N-005;", "N".repeat(300) + ";")
                .replaceFirst("(25N-008;[^;]*;)", "$1\uBA54"));
        files.folder(
                "NUL", text -> text.replace("Session;" + GOOD, "Session;NUL").replace(";Arnoulet;", ";a\u0000b;"));
        files.xlsx(LONGEST + ".xlsx", Map.of());
        files.archive("evasion.zip", Map.of("../../session.csv", Content.of("Champ;Valeur\nSession;EVASION\n")));
        files.folder(
                MARKUP.replace("/", "") + COMMANDS + BACKWARDS + ".dossier",
                text -> text.replace("Session;" + GOOD, "Session;DOSSIER"));
        files.folder("=cmd()", text -> text.replace("Session;" + GOOD, "Session;FORMULE")
                .replace(";12;96;", ";99;96;"));
    }

    private static String csv(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** What there is beside the output. */
    private static List<String> outside() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.startsWith(folder.resolve("output")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_good_session_has_all_its_documents() throws IOException {
        assertThat(status).as(said).isEqualTo(3);
        assertThat(folder.resolve("output").resolve(GOOD).resolve("proces-verbal.pdf"))
                .isNotEmptyFile();
        assertThat(folder.resolve("output").resolve(GOOD).resolve("candidats/25N-002/releve-de-notes.pdf"))
                .isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bombe.xlsx",
                "bombe-textes.xlsx",
                "bombe.ods",
                "bombe.zip",
                "rires.xlsx",
                "rires.ods",
                "fichier.xlsx",
                "dix-millions.xlsx",
                "evasion.zip",
                "NUL",
                "lien.xlsx"
            })
    void a_file_made_to_do_harm_is_refused_by_its_name(String file) throws IOException {
        assertThat(codes().get(file)).contains("FICHIER_ILLISIBLE");
    }

    @Test
    void a_name_that_is_a_path_names_no_session_and_no_candidate() throws IOException {
        assertThat(codes().get("CHEMIN")).contains("SESSION_INVALIDE");
        assertThat(codes().get("NUMEROS").stream().filter("NUMERO_INVALIDE"::equals))
                .hasSize(3);
    }

    @Test
    void a_name_of_three_hundred_letters_is_printed_and_such_a_number_refused() throws IOException {
        Path texts = folder.resolve("output/TEXTES/candidats");
        assertThat(texts.resolve("25N-003/releve-de-notes.pdf")).isNotEmptyFile();
        assertThat(codes().get("TEXTES")).contains("NUMERO_INVALIDE");
        assertThat(codes().get(LONGEST + ".xlsx")).doesNotContain("FICHIER_ILLISIBLE");
        assertThat(folder.resolve("output/DEIS-2026-JUIN/proces-verbal.pdf")).isNotEmptyFile();
    }

    @Test
    void commands_and_turned_writing_are_no_part_of_a_name_and_what_has_no_glyph_withholds_its_candidate()
            throws IOException {
        assertThat(folder.resolve("output/TEXTES/candidats/25N-001/releve-de-notes.pdf"))
                .isNotEmptyFile();
        assertThat(codes().get("TEXTES")).contains("CARACTERE_NON_IMPRIMABLE");
        assertThat(folder.resolve("output/TEXTES/candidats/25N-008")).doesNotExist();
        List<Path> files = new ArrayList<>(output(".html"));
        files.addAll(output(".csv"));
        for (Path file : files) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("\u001B", "\u0007", "\u0000", BACKWARDS);
        }
    }

    @Test
    void a_sheet_that_nobody_reads_costs_no_memory() throws IOException {
        assertThat(codes().get("autre-feuille.xlsx"))
                .contains("FEUILLE_INCONNUE")
                .doesNotContain("FICHIER_ILLISIBLE");
    }

    @Test
    void three_thousand_of_one_name_are_told_each_in_a_sentence() throws IOException {
        assertThat(codes().get("MEME-NOM").stream().filter("HOMONYME"::equals)).hasSize(3_000);
    }

    @Test
    void nothing_is_written_outside_the_output() throws IOException {
        assertThat(outside()).isEqualTo(before);
    }

    @Test
    void no_page_holds_markup_that_came_from_a_file() throws IOException {
        for (Path page : output(".html")) {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .doesNotContain("<img src=x", "<script>alert", "</title><script");
        }
    }

    @Test
    void no_cell_of_a_csv_file_begins_as_a_formula_does() throws IOException {
        for (Path file : output(".csv")) {
            for (CSVRecord row : records(file)) {
                assertThat(row.stream()).as(file + " " + row).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r-].*"));
            }
        }
    }

    @Test
    void nothing_that_a_terminal_obeys_reaches_it_or_the_journal() throws IOException {
        String journal = Files.readString(folder.resolve("output/.registre/journal.log"));
        for (String text : List.of(said, journal)) {
            assertThat(text).doesNotContain("\u001B", "\u0007", "\u0000", BACKWARDS);
        }
        assertThat(said).doesNotContain("\tat ", "Exception");
    }

    private static List<Path> output(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("output"))) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !path.startsWith(folder.resolve("output/.registre")))
                    .toList();
        }
    }

    /** The codes of the anomalies, by file or folder handed in, wherever they are told. */
    private static Map<String, List<String>> codes() throws IOException {
        Map<String, List<String>> codes = new HashMap<>();
        for (Path file : output("anomalies.csv")) {
            for (CSVRecord row : records(file)) {
                codes.computeIfAbsent(row.get("fichier").replaceFirst("/.*", ""), any -> new ArrayList<>())
                        .add(row.get("code"));
            }
        }
        return codes;
    }

    private static List<CSVRecord> records(Path file) {
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().get();
        try (CSVParser parser = CSVParser.parse(Files.readString(file).replace("\uFEFF", ""), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

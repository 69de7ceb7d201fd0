package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One session in every format: the script beside the files tells how a spreadsheet program made them. In it lie formulas
 * with the noise of binary numbers, an error value, marks, dates and lengths as texts, a title, merged cells, empty rows,
 * a hidden row, a hidden sheet, a total, comments and columns that nobody knows.
 */
class FormatsTest {

    private static final Path FORMATS = Path.of("src", "test", "resources", "formats");
    private static final String SESSION = "DEIS-2026-MAI";

    /** Six workbooks, and a folder of CSV files. */
    private static final List<String> SOURCES = List.of(
            "session-mai.xlsx",
            "session-mai.ods",
            "session-mai.xls",
            "session-excel.xlsx",
            "session-excel.ods",
            "session-excel.xls",
            "DEIS-2026-MAI");

    /** What the jury decided, by hand from the marks of the source. */
    private static final List<String> DECISIONS = List.of(
            "26M-001;ADMIS",
            "26M-002;AJOURNE",
            "26M-003;PARTIEL",
            "26M-004;RESERVE",
            "26M-005;PARTIEL",
            "2606;PARTIEL");

    /** The points by hand, and what follows from them. */
    private static final List<String> BLOCKS = List.of(
            // 3 × 9,96 + 2 × 10,06 = 29,88 + 20,12: on the threshold, from =3.32*3 and from a text
            "26M-001;BC01;VALIDE;50;100;50;epreuve",
            // 11,5 + 8,5
            "26M-001;BC02;VALIDE;20;40;20;epreuve",
            "26M-001;BC03;VALIDE;12,5;20;10;epreuve",
            "26M-002;BC01;ABSENT;;100;50;epreuve",
            // 11,5 + 8,49
            "26M-002;BC02;NON_VALIDE;19,99;40;20;epreuve",
            "26M-002;BC03;NON_PRESENTE;;20;10;epreuve",
            // 3 × 9,95 + 2 × 10,06 = 29,85 + 20,12
            "26M-003;BC01;NON_VALIDE;49,97;100;50;epreuve",
            // 0,3 from =0.1+0.2, and 19,7
            "26M-003;BC02;VALIDE;20;40;20;epreuve",
            "26M-003;BC03;DISPENSE;;20;10;dispense",
            "26M-004;BC01;RESERVE;;100;50;",
            "26M-004;BC02;RESERVE;;40;20;",
            "26M-004;BC03;RESERVE;;20;10;",
            // settled by the jury: 3 × 10 + 2 × 10
            "26M-005;BC01;VALIDE;50;100;50;epreuve",
            "26M-005;BC02;NON_PRESENTE;;40;20;epreuve",
            // a zero that somebody typed
            "26M-005;BC03;NON_VALIDE;0;20;10;epreuve",
            "2606;BC01;VALIDE;;100;50;vae",
            "2606;BC02;NON_VALIDE;;40;20;vae",
            "2606;BC03;NON_PRESENTE;;20;10;vae");

    @TempDir
    Path folder;

    @Test
    void every_format_gives_the_same_bytes_of_decisions_and_they_follow_from_the_marks_by_hand() throws Exception {
        Map<String, List<String>> decided = new LinkedHashMap<>();
        for (String source : SOURCES) {
            decided.put(source, decided(source, Files.createDirectory(folder.resolve(source))));
        }
        List<String> first = decided.get(SOURCES.getFirst());
        assertThat(decided).allSatisfy((source, bytes) -> assertThat(bytes).isEqualTo(first));

        Path made = folder.resolve(SOURCES.getFirst()).resolve("output").resolve(SESSION);
        assertThat(CsvRows.below("candidat;decision;motif", made.resolve("decisions.csv")).stream()
                        .map(row -> row.get(0) + ";" + row.get(1)))
                .containsExactlyElementsOf(DECISIONS);
        assertThat(CsvRows.below("candidat;bloc;issue;points;maximum;seuil;mode", made.resolve("blocs.csv")).stream()
                        .map(row -> String.join(";", row)))
                .containsExactlyElementsOf(BLOCKS);
        assertThat(CsvRows.below(Office.ANOMALIES, made.resolve("anomalies.csv")).stream()
                        .map(row -> row.get(2) + " " + row.get(4)))
                .contains("K9 NOTE_ILLISIBLE", "A8 LIGNE_MASQUEE")
                .noneMatch(anomaly -> anomaly.contains("FORMULE_SANS_VALEUR"));
    }

    @Test
    void every_workbook_holds_the_very_same_cells() {
        List<String> digests = new ArrayList<>();
        for (String source : SOURCES.subList(0, 6)) {
            Bordereau read = ((Reading.Read) BordereauReader.read(FORMATS.resolve(source), SESSION)).bordereau();
            digests.add(read.digest());
        }
        assertThat(digests).hasSize(6).containsOnly(digests.getFirst());
    }

    /** The bytes of decisions.csv and blocs.csv, in hexadecimal, after a night with this file or folder alone. */
    private static List<String> decided(String source, Path where) throws Exception {
        Office office = new Office(where);
        Office.copy(FORMATS.resolve(source), office.input().resolve(source));
        office.night();
        Path made = office.output().resolve(SESSION);
        List<String> bytes = new ArrayList<>();
        for (String csv : List.of("decisions.csv", "blocs.csv")) {
            bytes.add(HexFormat.of().formatHex(Files.readAllBytes(made.resolve(csv))));
        }
        return bytes;
    }
}

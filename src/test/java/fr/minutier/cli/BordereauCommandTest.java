package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BordereauCommandTest {
    private static final String DEIS = "DEIS-RNCP39644";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juin.xlsx", "juin.ods", "JUIN.XLSX"})
    void a_blank_bordereau_is_written_in_the_format_of_its_name(String name) {
        Path file = folder.resolve(name);
        Desk.Answer answer = desk.says("bordereau", DEIS, "--session", "JUIN-2026", "-o", file.toString());
        assertThat(answer)
                .isEqualTo(new Desk.Answer(
                        0, "Bordereau vierge\u00a0: " + file + " (" + DEIS + ", 40\u00a0lignes de candidats).\n", ""));
        assertThat(file).exists();
    }

    @Test
    void columns_of_another_certification_are_added_for_the_same_family_alone() throws IOException {
        Path file = folder.resolve("juin.xlsx");
        assertThat(desk.says("bordereau", DEIS, "--avec", "DEIS-2006", "-o", file.toString())
                        .status())
                .isZero();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat((Iterable<Cell>) workbook.getSheet("Candidats").getRow(3))
                    .extracting(Object::toString)
                    .contains("BC01 Mémoire", "DC1 Mémoire", "DC3 VAE");
        }
        Desk.Answer refused = desk.says(
                "bordereau",
                DEIS,
                "--avec",
                "CAFERUIS-2004",
                "-o",
                folder.resolve("x.ods").toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(refused.err()).contains("CAFERUIS-2004").contains("DEIS-2006");
    }

    @Test
    void the_same_command_gives_the_same_bytes() {
        for (String name : new String[] {"a.xlsx", "b.xlsx", "a.ods", "b.ods"}) {
            desk.says("bordereau", DEIS, "-o", folder.resolve(name).toString());
        }
        assertThat(folder.resolve("b.xlsx")).hasSameBinaryContentAs(folder.resolve("a.xlsx"));
        assertThat(folder.resolve("b.ods")).hasSameBinaryContentAs(folder.resolve("a.ods"));
    }

    @Test
    void a_list_fills_in_identities_and_what_it_has_beside_them_is_told() throws IOException {
        Path list = Files.writeString(folder.resolve("inscrits.csv"), """
                Matricule;Nom;Prénom;Né le;Voie;Téléphone
                007;Nerval;Ève;2/3/1990;Formation Initiale;01
                2;=1+1;Zoé;jamais;;02
                """);
        Path file = folder.resolve("juin.xlsx");
        Desk.Answer answer = desk.says("bordereau", DEIS, "--liste", list.toString(), "-o", file.toString());
        assertThat(answer.lines())
                .containsExactly(
                        "Bordereau vierge\u00a0: " + file + " (" + DEIS
                                + ", 12\u00a0lignes de candidats, dont 2\u00a0remplies d’avance).",
                        "Colonnes de la liste laissées de côté\u00a0: Téléphone.");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFRow first = workbook.getSheet("Candidats").getRow(4);
            assertThat(first.getCell(0).getStringCellValue()).isEqualTo("007");
            assertThat(first.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(first.getCell(2).getStringCellValue()).isEqualTo("Nerval");
            assertThat(DateUtil.isCellDateFormatted(first.getCell(5))).isTrue();
            assertThat(first.getCell(5).getLocalDateTimeCellValue()).hasToString("1990-03-02T00:00");
            assertThat(first.getCell(9).getStringCellValue()).isEqualTo("formation initiale");
            XSSFRow second = workbook.getSheet("Candidats").getRow(5);
            assertThat(second.getCell(2).getCellType())
                    .as("a text, not a formula")
                    .isEqualTo(CellType.STRING);
            assertThat(second.getCell(5).getStringCellValue()).isEqualTo("jamais");
        }
    }

    @Test
    void a_file_that_exists_is_never_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("juin.xlsx"), "rempli");
        refused("existe déjà et n’est pas remplacé", DEIS, "-o", file.toString());
        assertThat(file).hasContent("rempli");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Path closed = Files.createDirectory(
                folder.resolve("ferme"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        Assumptions.assumeFalse(Files.isWritable(closed), "whoever runs this may write everywhere");
        refused("accès refusé", DEIS, "-o", closed.resolve("juin.xlsx").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INCONNUE -o %s/a.xlsx                              | la certification « INCONNUE » n’a pas de définition. Codes connus : CAFERUIS-2004, CASP-CNAM, DEIS-2006, DEIS-RNCP39644
            -o %s/a.xlsx                                       | indiquez le code d’une certification. Codes connus : CAFERUIS-2004, CASP-CNAM, DEIS-2006, DEIS-RNCP39644
            DEIS-RNCP39644                                     | indiquez le fichier à écrire
            DEIS-RNCP39644 -o                                  | il manque une valeur après -o
            DEIS-RNCP39644 -o %s/a.csv                         | se termine par .xlsx ou .ods
            DEIS-RNCP39644 -o %s/absent/a.xlsx                 | n’existe pas
            DEIS-RNCP39644 --session juin -o %s/a.xlsx         | « juin » ne peut pas nommer une session
            DEIS-RNCP39644 --candidates 0 -o %s/a.xlsx         | --candidates va de 1 à 5000
            DEIS-RNCP39644 --candidates 5001 -o %s/a.xlsx      | --candidates va de 1 à 5000
            DEIS-RNCP39644 --candidates dix -o %s/a.xlsx       | la valeur de --candidates ne convient pas
            DEIS-RNCP39644 --candidates 3 --liste b -o %s/a.ods| donnez --candidates ou --liste, pas les deux
            DEIS-RNCP39644 --liste %s/absent.csv -o %s/a.ods   | n’existe pas, ou n’est pas un fichier
            """)
    void what_is_typed_wrong_is_told_and_nothing_is_written(String typed, String expected) {
        refused(expected, typed.replace("%s", folder.toString()).split(" "));
        assertThat(folder.resolve("a.xlsx")).doesNotExist();
        assertThat(folder.resolve("a.ods")).doesNotExist();
    }

    private void refused(String expected, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bordereau";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Desk.Answer answer = desk.says(all);
        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(answer.err().replace('\u00a0', ' '))
                .startsWith("minutier : ")
                .contains(expected);
        assertThat(answer.isFreeOfTraces()).isTrue();
    }
}

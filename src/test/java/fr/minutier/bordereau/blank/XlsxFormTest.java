package fr.minutier.bordereau.blank;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Certification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFormTest {
    private final Certification deis = Blank.deis();

    @TempDir
    Path folder;

    private XSSFWorkbook written() throws Exception {
        return Blank.workbook(Blank.of(deis).xlsx());
    }

    @Test
    void it_has_the_sheets_of_a_bordereau_and_a_guide() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            assertThat(IntStream.range(0, workbook.getNumberOfSheets()).mapToObj(workbook::getSheetName))
                    .containsExactly("Session", "Jury", "Candidats", "Délibération", "Mode d’emploi", "Listes");
            assertThat(workbook.getSheetVisibility(5)).isEqualTo(SheetVisibility.HIDDEN);
        }
    }

    @Test
    void the_session_lists_every_field_with_certification_authorities_and_identifier_filled_in() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            List<String> rows = new ArrayList<>();
            for (int row = 2; row <= workbook.getSheet("Session").getLastRowNum(); row++) {
                XSSFRow read = workbook.getSheet("Session").getRow(row);
                rows.add((read.getCell(0).getStringCellValue() + " "
                                + read.getCell(1).getStringCellValue())
                        .strip());
            }
            assertThat(rows)
                    .containsExactly(
                            "Champ Valeur",
                            "Session JUIN-2026",
                            "Certification DEIS-RNCP39644",
                            "Libellé",
                            "Statut",
                            "Date de délibération",
                            "Autorité Le préfet de région",
                            "Autorité Le recteur de région académique",
                            "Nombre de candidats",
                            "Lieu",
                            "Établissement",
                            "Région",
                            "Arrêté de nomination",
                            "Ouverture",
                            "Clôture",
                            "Observations",
                            "PV rectificatif",
                            "Motif");
        }
    }

    @Test
    void candidates_have_the_headers_of_the_definition_in_their_natural_order() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            assertThat(headers(workbook.getSheet("Candidats"), 3))
                    .containsExactly(
                            "N° candidat",
                            "Civilité",
                            "Nom de naissance",
                            "Nom d’usage",
                            "Prénoms",
                            "Date de naissance",
                            "Lieu de naissance",
                            "Courriel",
                            "Établissement",
                            "Voie",
                            "Groupe",
                            "Titre dispensant",
                            "Blocs acquis",
                            "Dérogation",
                            "Résultat réservé",
                            "BC01 Mémoire",
                            "BC01 Pages",
                            "BC01 Soutenance",
                            "BC02 Rapport collectif",
                            "BC02 Pages",
                            "BC02 Soutenance",
                            "BC03 Article",
                            "BC03 Signes",
                            "BC03 Compétence",
                            "BC01 VAE",
                            "BC02 VAE",
                            "BC03 VAE",
                            "Titre obtenu le",
                            "Titre délivré par",
                            "Titre vu par",
                            "Acquis délivrés par",
                            "Acquis vus par",
                            "Sexe",
                            "Code commune de naissance",
                            "Code pays de naissance");
        }
    }

    @Test
    void another_definition_gives_its_own_headers_rules_and_lists() throws Exception {
        Certification other =
                Blank.library(Blank.renamed(folder)).find("ESSAI-1").orElseThrow();
        try (XSSFWorkbook workbook = Blank.workbook(Blank.of(other).xlsx())) {
            XSSFSheet candidates = workbook.getSheet("Candidats");
            assertThat(headers(candidates, 3))
                    .contains("DC1 Thèse", "DC2 Rapport collectif", "DC3 VAE")
                    .noneMatch(header -> header.startsWith("BC"));
            assertThat(candidates
                            .getRow(3)
                            .getCell(15)
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("coefficient\u00a04", "60 points sur 120", "0,5 près");
            assertThat(validation(candidates, "P5").getValidationConstraint().getFormula1())
                    .contains("/0.5");
            assertThat(validation(candidates, "Q5").getErrorBoxText()).contains("200 à 300 pages");
        }
    }

    @Test
    void entry_cells_are_open_and_everything_else_is_locked_without_a_password() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                assertThat(workbook.getSheetAt(i).getProtect()).isTrue();
                assertThat(workbook.getSheetAt(i)
                                .getCTWorksheet()
                                .getSheetProtection()
                                .isSetPassword())
                        .isFalse();
            }
            XSSFSheet candidates = workbook.getSheet("Candidats");
            for (int column = 0; column < 27; column++) {
                assertThat(candidates.getRow(3).getCell(column).getCellStyle().getLocked())
                        .isTrue();
                assertThat(candidates.getRow(4).getCell(column).getCellStyle().getLocked())
                        .isFalse();
                assertThat(candidates.getRow(43).getCell(column).getCellStyle().getLocked())
                        .isFalse();
            }
            assertThat(candidates.getLastRowNum()).isEqualTo(43);
            assertThat(workbook.getSheet("Session")
                            .getRow(4)
                            .getCell(1)
                            .getCellStyle()
                            .getLocked())
                    .as("certification")
                    .isTrue();
            assertThat(candidates.isSortLocked()).isFalse();
        }
    }

    @Test
    void every_closed_list_is_a_drop_down_over_all_rows() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet candidates = workbook.getSheet("Candidats");
            assertThat(words(workbook, validation(candidates, "J44")))
                    .containsExactly(
                            "formation initiale",
                            "apprentissage",
                            "formation continue",
                            "contrat de professionnalisation",
                            "VAE");
            assertThat(words(workbook, validation(candidates, "X5"))).containsExactly("3.1", "3.2", "3.3", "3.4");
            assertThat(words(workbook, validation(candidates, "L5"))).containsExactly("CAFDES", "CAFERUIS");
            for (String vae : List.of("Y5", "Z5", "AA44")) {
                assertThat(words(workbook, validation(candidates, vae)))
                        .containsExactly("validé", "non validé", "non demandé");
            }
            XSSFSheet jury = workbook.getSheet("Jury");
            assertThat(words(workbook, validation(jury, "E5")))
                    .containsExactly(
                            "État",
                            "Rectorat",
                            "Formateurs",
                            "Services et personnes qualifiées",
                            "Employeurs",
                            "Salariés");
            assertThat(words(workbook, validation(jury, "F5"))).containsExactly("président", "membre", "examinateur");
            assertThat(words(workbook, validation(jury, "G5"))).containsExactly("oui", "non", "excusé");
            assertThat(words(workbook, validation(workbook.getSheet("Session"), "B7")))
                    .containsExactly("provisoire", "définitif");
            assertThat(words(workbook, validation(workbook.getSheet("Délibération"), "B4")))
                    .containsExactly(
                            "BC01 Mémoire",
                            "BC01 Soutenance",
                            "BC02 Rapport collectif",
                            "BC02 Soutenance",
                            "BC03 Article");
            assertThat(validation(workbook.getSheet("Délibération"), "A4")
                            .getValidationConstraint()
                            .getFormula1())
                    .isEqualTo("Candidats!$A$5:$A$44");
        }
    }

    @Test
    void where_others_of_its_family_may_sit_a_column_asks_which_certification_and_the_guide_says_when()
            throws Exception {
        BlankBordereau blank = new BlankBordereau(deis, List.of("DEIS-2006"), "JUIN-2026", 40, List.of());
        try (XSSFWorkbook workbook = Blank.workbook(blank.xlsx())) {
            XSSFSheet candidates = workbook.getSheet("Candidats");
            assertThat(candidates.getRow(3).getCell(11).getStringCellValue()).isEqualTo("Certification");
            assertThat(words(workbook, validation(candidates, "L5"))).containsExactly("DEIS-RNCP39644", "DEIS-2006");
            List<String> guide = new ArrayList<>();
            workbook.getSheet(BlankBordereau.GUIDE).forEach(row -> row.forEach(cell -> guide.add(cell.toString())));
            assertThat(guide)
                    .anyMatch(text -> text.startsWith("À remplir seulement pour un candidat entré sous d’autres règles")
                            && text.contains("./minutier bordereau DEIS-2006"));
        }
    }

    @Test
    void a_mark_is_refused_and_a_length_doubted_with_a_french_title_and_message() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            XSSFDataValidation mark = validation(workbook.getSheet("Candidats"), "P5");
            assertThat(mark.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP);
            assertThat(mark.getErrorBoxTitle()).isEqualTo("BC01 Mémoire");
            assertThat(mark.getErrorBoxText())
                    .isEqualTo(
                            "Écrivez un nombre de 0 à 20, au plus fin à 0,01 près, avec une virgule, ou ABS (absent), ou"
                                    + " NP (non présenté).");
            XSSFDataValidation length = validation(workbook.getSheet("Candidats"), "Q5");
            assertThat(length.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
            assertThat(length.getErrorBoxText()).startsWith("Il faut un nombre de 90 à 120 pages hors annexes.");
        }
    }

    @Test
    void headers_quote_their_rule_and_its_source_and_stay_in_sight() throws Exception {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet candidates = workbook.getSheet("Candidats");
            assertThat(candidates
                            .getRow(3)
                            .getCell(15)
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("coefficient\u00a03", "50 points sur 100", "arrêté du 2 août 2006, art. 12");
            assertThat(candidates
                            .getRow(3)
                            .getCell(16)
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("90 à 120 pages hors annexes", "fiche RNCP39644");
            assertThat(candidates.getPaneInformation().getHorizontalSplitTopRow())
                    .isEqualTo((short) 4);
            assertThat(candidates.getPaneInformation().getVerticalSplitLeftColumn())
                    .isEqualTo((short) 3);
            assertThat(candidates.getRepeatingRows().getFirstRow()).isEqualTo(3);
            assertThat(candidates.getFitToPage()).isTrue();
            assertThat(candidates.getPrintSetup().getLandscape()).isTrue();
            assertThat(candidates.getFooter().getLeft()).isEqualTo("&A");
        }
    }

    @Test
    void the_same_bordereau_has_the_same_bytes() {
        assertThat(Blank.of(deis).xlsx()).isEqualTo(Blank.of(deis).xlsx());
    }

    @Test
    void five_thousand_candidates_have_their_rows_and_validations() throws Exception {
        byte[] bytes = new BlankBordereau(deis, null, 5_000, List.of()).xlsx();
        try (XSSFWorkbook workbook = Blank.workbook(bytes)) {
            assertThat(workbook.getSheet("Candidats").getLastRowNum()).isEqualTo(5_003);
            assertThat(validation(workbook.getSheet("Candidats"), "P5004")).isNotNull();
        }
    }

    private static List<String> headers(XSSFSheet sheet, int row) {
        List<String> headers = new ArrayList<>();
        sheet.getRow(row).forEach(cell -> headers.add(cell.getStringCellValue()));
        return headers;
    }

    private static XSSFDataValidation validation(XSSFSheet sheet, String cell) {
        CellRangeAddress wanted = CellRangeAddress.valueOf(cell);
        return sheet.getDataValidations().stream()
                .filter(validation -> java.util.stream.Stream.of(
                                validation.getRegions().getCellRangeAddresses())
                        .anyMatch(area -> area.intersects(wanted)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(XSSFWorkbook workbook, XSSFDataValidation validation) {
        String[] reference = validation.getValidationConstraint().getFormula1().split("!", 2);
        CellRangeAddress area = CellRangeAddress.valueOf(reference[1].replace("$", ""));
        List<String> words = new ArrayList<>();
        for (int row = area.getFirstRow(); row <= area.getLastRow(); row++) {
            words.add(workbook.getSheet(reference[0])
                    .getRow(row)
                    .getCell(area.getFirstColumn())
                    .getStringCellValue());
        }
        return words;
    }
}

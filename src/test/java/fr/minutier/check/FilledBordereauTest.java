package fr.minutier.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.blank.BlankBordereau;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.certification.Certification;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The blank bordereau as a coordinator fills it, read and checked like any other. */
class FilledBordereauTest {
    @TempDir
    Path folder;

    private XSSFWorkbook workbook;

    static List<Certification> everyCertification() {
        return List.copyOf(Bordereaux.library().all());
    }

    @BeforeEach
    void take() throws IOException {
        workbook = blank(Bordereaux.deisDefinition());
    }

    private static XSSFWorkbook blank(Certification certification) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(new BlankBordereau(certification, "JUIN-2026", 40, List.of()).xlsx()));
    }

    private static XSSFWorkbook blankAmongOthers() throws IOException {
        byte[] bytes = new BlankBordereau(Bordereaux.deisDefinition(), List.of("DEIS-2006"), "JUIN-2026", 40, List.of())
                .xlsx();
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private Checked checked() throws IOException {
        Path file = folder.resolve("rempli.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        Bordereau bordereau = ((Reading.Read) BordereauReader.read(file, "rempli.xlsx")).bordereau();
        return new Check(Bordereaux.library(), Bordereaux.TODAY, text -> "").check(List.of(bordereau), Past.NONE);
    }

    private List<String> codes() throws IOException {
        return checked().anomalies().stream().map(Anomaly::code).distinct().toList();
    }

    /** Writes where a coordinator can: under that header, in an open cell. */
    private void write(String sheet, int entry, String header, Object value) {
        XSSFSheet written = workbook.getSheet(sheet);
        int top = sheet.equals("Candidats") || sheet.equals("Jury") ? 3 : 2;
        for (Cell cell : written.getRow(top)) {
            if (cell.getStringCellValue().equals(header)) {
                write(written.getRow(top + entry).getCell(cell.getColumnIndex()), value);
                return;
            }
        }
        throw new IllegalArgumentException("no header " + header);
    }

    private void field(String name, Object value) {
        for (var row : workbook.getSheet("Session")) {
            if (row.getCell(0).getStringCellValue().equals(name)) {
                write(row.getCell(1), value);
                return;
            }
        }
        throw new IllegalArgumentException("no field " + name);
    }

    private static void write(Cell cell, Object value) {
        assertThat(cell.getCellStyle().getLocked()).isFalse();
        switch (value) {
            case Number number -> cell.setCellValue(number.doubleValue());
            case LocalDate day -> cell.setCellValue(day);
            default -> cell.setCellValue(value.toString());
        }
    }

    private void session() {
        field("Libellé", "Session de juin 2026");
        field("Statut", "définitif");
        field("Date de délibération", LocalDate.of(2026, 6, 19));
        member(1, "Orme", "État", "président");
        member(2, "Peuplier", "Formateurs", "membre");
        member(3, "Quercy", "Employeurs", "membre");
        member(4, "Robinier", "Salariés", "membre");
    }

    private void member(int entry, String name, String college, String role) {
        write("Jury", entry, "Civilité", "Mme");
        write("Jury", entry, "Nom", name);
        write("Jury", entry, "Prénom", "Dominique");
        write("Jury", entry, "Qualité", "Examinatrice");
        write("Jury", entry, "Collège", college);
        write("Jury", entry, "Rôle", role);
        write("Jury", entry, "Présent", "oui");
    }

    private void candidate(int entry, String number, String route) {
        write("Candidats", entry, "N° candidat", number);
        write("Candidats", entry, "Civilité", "M.");
        write("Candidats", entry, "Nom de naissance", "Aubépine " + number);
        write("Candidats", entry, "Prénoms", "Sacha");
        write("Candidats", entry, "Date de naissance", LocalDate.of(1990, 3, entry));
        write("Candidats", entry, "Voie", route);
    }

    private void works(int entry, Object first, Object second) {
        write("Candidats", entry, "Groupe", "A");
        write("Candidats", entry, "BC01 Mémoire", first);
        write("Candidats", entry, "BC01 Pages", 100);
        write("Candidats", entry, "BC01 Soutenance", second);
        write("Candidats", entry, "BC02 Rapport collectif", 12);
        write("Candidats", entry, "BC02 Pages", 32);
        write("Candidats", entry, "BC02 Soutenance", 9.5);
        write("Candidats", entry, "BC03 Article", 14);
        write("Candidats", entry, "BC03 Signes", 11_000);
        write("Candidats", entry, "BC03 Compétence", "3.1");
    }

    @ParameterizedTest
    @MethodSource("everyCertification")
    void an_empty_one_has_no_anomaly_but_that_it_is_empty(Certification certification) throws IOException {
        workbook = blank(certification);
        // No COLONNE_INCONNUE, COLONNE_MANQUANTE or FEUILLE_INCONNUE: every header and every sheet is recognised.
        assertThat(codes()).containsExactlyInAnyOrder("CHAMP_MANQUANT", "JURY_VIDE");
        assertThat(checked().anomalies())
                .filteredOn(anomaly -> anomaly.code().equals("CHAMP_MANQUANT"))
                .singleElement()
                .satisfies(anomaly -> assertThat(anomaly.message()).contains("Libellé"));
    }

    @Test
    void filled_in_it_gives_the_decisions_that_its_marks_give() throws IOException {
        session();
        candidate(1, "007", "formation initiale");
        works(1, 11.5, 8); // 3 × 11,5 + 2 × 8 = 50,5
        candidate(2, "008", "apprentissage");
        works(2, 9, 11); // 3 × 9 + 2 × 11 = 49
        candidate(3, "V-1", "VAE");
        for (String block : List.of("BC01", "BC02", "BC03")) {
            write("Candidats", 3, block + " VAE", "validé");
        }
        candidate(4, "009", "formation continue");
        works(4, "ABS", "ABS");
        write("Candidats", 4, "BC01 Pages", "");
        write("Candidats", 4, "Titre dispensant", "");
        Checked checked = checked();
        assertThat(checked.anomalies()).isEmpty();
        assertThat(decisions(checked)).containsExactly("007 ADMIS", "008 PARTIEL", "V-1 ADMIS", "009 PARTIEL");
    }

    @Test
    void columns_of_the_older_rules_are_added_to_the_right() throws IOException {
        workbook = blankAmongOthers();
        session();
        candidate(1, "007", "formation initiale");
        works(1, 11.5, 8);
        candidate(2, "008", "apprentissage");
        write("Candidats", 2, "Certification", "DEIS-2006");
        write("Candidats", 2, "Groupe", "B");
        Map<String, Object> marks = new LinkedHashMap<>();
        marks.put("DC1 Mémoire", 9);
        marks.put("DC1 Pages", 100);
        marks.put("DC1 Soutenance", 11); // 3 × 9 + 2 × 11 = 49
        marks.put("DC2 Rapport collectif", 12);
        marks.put("DC2 Pages", 32);
        marks.put("DC2 Soutenance", 9.5);
        marks.put("DC3 Article", 14);
        marks.put("DC3 Signes", 11_000);
        marks.put("DC3 Compétence", "3.1");
        XSSFSheet sheet = workbook.getSheet("Candidats");
        int column = sheet.getRow(3).getLastCellNum();
        for (Map.Entry<String, Object> mark : marks.entrySet()) {
            sheet.getRow(3).createCell(column).setCellValue(mark.getKey());
            Cell cell = sheet.getRow(5).createCell(column++);
            cell.setCellStyle(sheet.getRow(5).getCell(0).getCellStyle());
            write(cell, mark.getValue());
        }
        Checked checked = checked();
        assertThat(checked.anomalies()).isEmpty();
        assertThat(decisions(checked)).containsExactly("007 ADMIS", "008 PARTIEL");
    }

    @Test
    void a_mark_settled_on_its_own_sheet_replaces_the_one_reported() throws IOException {
        session();
        candidate(1, "008", "apprentissage");
        works(1, 9, 11);
        write("Délibération", 1, "N° candidat", "008");
        write("Délibération", 1, "Composante", "BC01 Mémoire");
        write("Délibération", 1, "Note arrêtée", 9.5);
        write("Délibération", 1, "Motif", "Double correction");
        Checked checked = checked(); // 3 × 9,5 + 2 × 11 = 50,5
        assertThat(checked.anomalies()).isEmpty();
        assertThat(decisions(checked)).containsExactly("008 ADMIS");
    }

    /** Words that a drop-down offers and that the check would not know could never be right. */
    @ParameterizedTest
    @ValueSource(strings = {"oui", "non", "excusé"})
    void every_word_offered_for_a_presence_is_known(String word) throws IOException {
        session();
        write("Jury", 2, "Présent", word);
        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validé", "non validé", "non demandé"})
    void every_decision_of_vae_that_is_offered_is_known(String word) throws IOException {
        session();
        candidate(1, "V-1", "VAE");
        for (String block : List.of("BC01", "BC02", "BC03")) {
            write("Candidats", 1, block + " VAE", word);
        }
        assertThat(codes()).isEmpty();
    }

    @Test
    void every_other_word_that_is_offered_is_known() throws IOException {
        session();
        XSSFSheet lists = workbook.getSheet("Listes");
        int entry = 0;
        for (int row = 1; row <= lists.getLastRowNum(); row++) {
            for (Cell cell : lists.getRow(row)) {
                String title = lists.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue();
                String word = cell.getStringCellValue();
                if (title.equals("Voie") && !word.isEmpty() && !word.equals("VAE")) {
                    entry++;
                    candidate(entry, "C-" + entry, word);
                    works(entry, 12, 12);
                } else if (title.equals("BC03 Compétence") && !word.isEmpty()) {
                    write("Candidats", 1, title, word);
                    assertThat(codes()).isEmpty();
                } else if (title.equals("Collège") && !word.isEmpty()) {
                    write("Jury", 2, title, word);
                    assertThat(codes()).doesNotContain("VALEUR_INCONNUE");
                } else if (title.equals("Statut") && word.equals("provisoire")) {
                    field("Statut", word);
                }
            }
        }
        assertThat(entry).isEqualTo(4);
        write("Jury", 2, "Collège", "Formateurs");
        assertThat(codes()).isEmpty();
    }

    private static List<String> decisions(Checked checked) {
        return Deliberation.of(Objects.requireNonNull(checked.session())).decisions().stream()
                .map((Decision decision) -> decision.candidate().number() + " " + decision.verdict())
                .toList();
    }
}

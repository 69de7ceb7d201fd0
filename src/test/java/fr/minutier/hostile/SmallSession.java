package fr.minutier.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A session of a few candidates, handed in again and again: as a project, as final, corrected. */
final class SmallSession {
    private static final String[] JURY = {
        "Civilité;Nom;Prénom;Qualité;Collège;Rôle;Présent",
        "Mme;Aubrac;Irène;Inspectrice;État;président;oui",
        "M.;Morel;Paul;Directeur;Employeurs;membre;oui",
        "Mme;Petit;Zoé;Cadre;Salariés;membre;oui"
    };
    private static final String CANDIDATES =
            "N° candidat;Civilité;Nom de naissance;Prénoms;Date de naissance;Courriel;Voie;Groupe;"
                    + "BC01 Mémoire;BC01 Pages;BC01 Soutenance;BC02 Rapport collectif;BC02 Pages;BC02 Soutenance;"
                    + "BC03 Article;BC03 Signes;BC03 Compétence;BC01 VAE;BC02 VAE;BC03 VAE";

    private final String id;
    private final Form form;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> marks = new ArrayList<>();
    private final String together;

    /** How a session is handed in. */
    enum Form {
        FOLDER(""),
        ARCHIVE(".zip"),
        WORKBOOK(".xlsx");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    /** A session of three to five candidates, whose marks are drawn. */
    SmallSession(String id, Form form, Random random) {
        this.id = id;
        this.form = form;
        fields.put("Session", id);
        fields.put("Certification", "DEIS-RNCP39644");
        fields.put("Libellé", "Session de " + id.toLowerCase(Locale.ROOT));
        together = mark(random);
        int candidates = 3 + random.nextInt(3);
        for (int i = 0; i < candidates; i++) {
            marks.add(mark(random));
        }
    }

    private SmallSession(SmallSession other) {
        this.id = other.id;
        this.form = other.form;
        this.together = other.together;
        fields.putAll(other.fields);
        marks.addAll(other.marks);
    }

    /** The same, which later changes leave alone. */
    SmallSession copy() {
        return new SmallSession(this);
    }

    /** Sets a field of the sheet Session. */
    SmallSession with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Gives one candidate another mark than he has. */
    SmallSession withAnotherMark(Random random) {
        int one = random.nextInt(2); // the third has none
        String before = marks.get(one);
        while (marks.get(one).equals(before)) {
            marks.set(one, mark(random));
        }
        return this;
    }

    private static String mark(Random random) {
        int halves = 12 + random.nextInt(18);
        return halves / 2 + (halves % 2 == 0 ? "" : ",5");
    }

    /** The name of what is handed in. */
    String name() {
        return id + form.ending;
    }

    String id() {
        return id;
    }

    private Map<String, List<String>> sheets() {
        Map<String, List<String>> sheets = new LinkedHashMap<>();
        List<String> session = new ArrayList<>(List.of("Champ;Valeur"));
        fields.forEach((field, value) -> session.add(field + ";" + value));
        sheets.put("Session", session);
        sheets.put("Jury", List.of(JURY));
        List<String> candidates = new ArrayList<>(List.of(CANDIDATES));
        for (int i = 0; i < marks.size(); i++) {
            String number = id.charAt(id.length() - 1) + "-" + i;
            String who = "Nerval-" + "ABCDE".charAt(i) + id.charAt(id.length() - 1) + ";Ève;02/03/199" + i + ";"
                    + number + "@exemple.invalid";
            candidates.add(
                    i == 2
                            ? number + ";Mme;" + who + ";VAE;;;;;;;;;;;validé;non validé;validé"
                            : number + ";Mme;" + who + ";formation continue;G;" + marks.get(i) + ";100;" + marks.get(i)
                                    + ";" + together + ";32;12;" + marks.get(i) + ";11000;3.1;;;");
        }
        sheets.put("Candidats", candidates);
        return sheets;
    }

    /** Hands the session in; what was handed in for it before gives way. */
    void handIn(Path input) throws IOException {
        Path place = input.resolve(name());
        Map<String, List<String>> sheets = sheets();
        switch (form) {
            case FOLDER -> {
                Files.createDirectories(place);
                for (Map.Entry<String, List<String>> sheet : sheets.entrySet()) {
                    Files.write(place.resolve(csv(sheet.getKey())), sheet.getValue());
                }
            }
            case ARCHIVE -> {
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(place))) {
                    for (Map.Entry<String, List<String>> sheet : sheets.entrySet()) {
                        zip.putNextEntry(new ZipEntry(csv(sheet.getKey())));
                        zip.write(String.join("\n", sheet.getValue()).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            case WORKBOOK -> {
                try (XSSFWorkbook workbook = new XSSFWorkbook();
                        OutputStream out = Files.newOutputStream(place)) {
                    sheets.forEach((name, lines) -> fill(workbook.createSheet(name), lines));
                    workbook.write(out);
                }
            }
        }
    }

    private static String csv(String sheet) {
        return sheet.toLowerCase(Locale.ROOT) + ".csv";
    }

    private static void fill(Sheet sheet, List<String> lines) {
        for (String line : lines) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (String text : line.split(";", -1)) {
                int column = Math.max(row.getLastCellNum(), 0);
                row.createCell(column).setCellValue(text);
            }
        }
    }
}

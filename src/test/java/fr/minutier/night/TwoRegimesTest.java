package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.AnyBordereau;
import fr.minutier.check.Bordereaux;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates who came under the older rules of a diploma sit before the same jury as the others. */
class TwoRegimesTest {
    @TempDir
    Path folder;

    private static final Map<String, Object> NEW = Map.ofEntries(
            Map.entry("Groupe", "G1"),
            Map.entry("BC01 Mémoire", "13"),
            Map.entry("BC01 Soutenance", "6"),
            Map.entry("BC01 Pages", 100),
            Map.entry("BC02 Rapport collectif", "14"),
            Map.entry("BC02 Soutenance", "6"),
            Map.entry("BC02 Pages", 32),
            Map.entry("BC03 Article", "10"),
            Map.entry("BC03 Signes", 11000),
            Map.entry("BC03 Compétence", "3.1"));

    private static Map<String, Object> old() {
        Map<String, Object> row = new HashMap<>();
        NEW.forEach((header, value) -> row.put(header.replace("BC0", "DC"), value));
        row.put("Certification", "DEIS-2006");
        return row;
    }

    private static AnyBordereau session() {
        return new AnyBordereau(Bordereaux.library(), "DEIS-RNCP39644");
    }

    @Test
    void each_candidate_is_judged_by_the_rules_that_he_comes_under() {
        AnyBordereau session = session().candidate(NEW).candidate(old());
        assertThat(session.faults()).isEmpty();
        assertThat(session.outcomes(1)).containsExactly("BC01 VALIDE 51", "BC02 VALIDE 20", "BC03 VALIDE 10");
        assertThat(session.outcomes(2)).containsExactly("DC1 VALIDE 51", "DC2 VALIDE 20", "DC3 VALIDE 10");
    }

    @Test
    void a_mark_in_a_column_of_the_other_rules_is_unexpected() {
        Map<String, Object> row = old();
        row.put("BC01 Mémoire", "13");
        assertThat(session().candidate(NEW).candidate(row).faults()).containsExactly("NOTE_INATTENDUE 2");
    }

    @Test
    void a_mark_of_ones_own_rules_is_still_missing() {
        Map<String, Object> row = old();
        row.remove("DC1 Soutenance");
        assertThat(session().candidate(NEW).candidate(old()).candidate(row).faults())
                .containsExactly("NOTE_MANQUANTE 3");
    }

    @Test
    void another_diploma_is_no_rule_of_this_one() {
        Map<String, Object> row = new HashMap<>(NEW);
        row.put("Certification", "CAFERUIS-2004");
        assertThat(session().candidate(row).faults()).containsExactly("REGIME_INCONNU 1");
    }

    @Test
    void who_names_the_certification_of_the_session_says_nothing_new() {
        Map<String, Object> row = new HashMap<>(NEW);
        row.put("Certification", "DEIS-RNCP39644");
        assertThat(session().candidate(row).content())
                .isEqualTo(session().candidate(NEW).content());
        row.put("Certification", "DEIS-2006");
        assertThat(session().candidate(row).content())
                .isNotEqualTo(session().candidate(NEW).content());
    }

    /** A final session of which each row is a name, a certification and nothing else that changes. */
    private void handIn(String id, String day, String more, String... candidates) throws Exception {
        Path input = Files.createDirectories(folder.resolve("input").resolve(id));
        Files.writeString(
                input.resolve("session.csv"),
                "Champ;Valeur\nSession;" + id + "\nCertification;DEIS-RNCP39644\nLibellé;Une session\n"
                        + "Statut;définitif\nDate de délibération;" + day + "\n" + more);
        Files.writeString(
                input.resolve("jury.csv"),
                "Nom;Prénom;Qualité;Collège;Rôle\nOrme;Inès;Inspectrice;État;président\nPin;Léo;Directeur;Employeurs;"
                        + "membre\nIf;Ana;Cheffe;Salariés;membre\n");
        List<String> headers = NEW.keySet().stream()
                .filter(header -> header.startsWith("BC0"))
                .sorted()
                .toList();
        StringBuilder rows =
                new StringBuilder("N° candidat;Nom de naissance;Certification;Prénoms;Date de naissance;Voie;Groupe;"
                        + String.join(";", headers) + ";"
                        + String.join(";", headers).replace("BC0", "DC"));
        for (String candidate : candidates) {
            boolean old = candidate.contains("DEIS-2006");
            String marks = headers.stream()
                    .map(header -> String.valueOf(NEW.get(header)))
                    .collect(Collectors.joining(";"));
            rows.append('\n')
                    .append(candidate)
                    .append(";Camille;12/03/1985;formation continue;G1;")
                    .append(old ? ";".repeat(headers.size()) + marks : marks);
        }
        Files.writeString(input.resolve("candidats.csv"), rows.append('\n'));
    }

    private Path night() throws Exception {
        Path output = Files.createDirectories(folder.resolve("output"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Night(
                        new Workplace(folder.resolve("input"), output, Path.of("templates"), LocalDate.of(2026, 7, 1)),
                        Set.of(),
                        new Progress(nowhere, false))
                .run();
        return output;
    }

    @Test
    void one_night_prints_minutes_that_group_the_candidates_by_certification() throws Exception {
        handIn("DEIS-DEUX-REGIMES", "12/06/2025", "", "1;Aubépine;", "2;Bruyère;DEIS-2006");
        Path made = night().resolve("DEIS-DEUX-REGIMES");
        assertThat(Files.readAllLines(made.resolve("blocs.csv")).stream().skip(1))
                .containsExactly(
                        "1;BC01;VALIDE;51;100;50;epreuve",
                        "1;BC02;VALIDE;20;40;20;epreuve",
                        "1;BC03;VALIDE;10;20;10;epreuve",
                        "2;DC1;VALIDE;51;100;50;epreuve",
                        "2;DC2;VALIDE;20;40;20;epreuve",
                        "2;DC3;VALIDE;10;20;10;epreuve");
        String minutes = text(made.resolve("proces-verbal.pdf"));
        assertThat(minutes).containsSubsequence("DEIS-RNCP39644 : 1 candidat", "Aubépine", "DEIS-2006 : 1 candidat");
        assertThat(minutes.substring(minutes.indexOf("DEIS-2006 : 1 candidat"))).contains("Bruyère");
        assertThat(text(made.resolve("candidats/2/attestation-de-reussite.pdf")))
                .contains("RNCP4505")
                .doesNotContain("RNCP39644");
    }

    @Test
    void a_block_is_known_again_under_the_certification_that_gave_it_and_no_other() throws Exception {
        handIn("JUIN-2025", "12/06/2025", "", "1;Aubépine;", "2;Bruyère;DEIS-2006");
        night();
        handIn("NOVEMBRE-2025", "20/11/2025", "", "7;Bruyère;", "8;Aubépine;");
        handIn("DECEMBRE-2025", "11/12/2025", "", "9;Bruyère;DEIS-2006");
        Path output = night();
        assertThat(told(output.resolve("NOVEMBRE-2025"))).containsOnly("8;ACQUIS_AU_REGISTRE");
        assertThat(told(output.resolve("DECEMBRE-2025"))).containsOnly("9;ACQUIS_AU_REGISTRE");
    }

    @Test
    void a_candidate_whose_certification_was_wrong_is_corrected_like_any_other() throws Exception {
        handIn("JUIN-2025", "12/06/2025", "", "1;Aubépine;", "2;Bruyère;");
        night();
        handIn("JUIN-2025", "12/06/2025", "", "1;Aubépine;", "2;Bruyère;DEIS-2006");
        Path made = night().resolve("JUIN-2025");
        assertThat(Files.readString(made.resolveSibling("anomalies.csv"))).contains("PV_CLOS");
        assertThat(Files.readString(made.resolve("blocs.csv")))
                .contains("2;BC01;")
                .doesNotContain("DC1");
        handIn(
                "JUIN-2025",
                "19/06/2025",
                "PV rectificatif;1\nMotif;Domaines de 2006\n",
                "1;Aubépine;",
                "2;Bruyère;DEIS-2006");
        night();
        assertThat(Files.readString(made.resolve("blocs.csv"))).contains("2;DC1;VALIDE;51");
        assertThat(text(made.resolve("candidats/2/attestation-de-reussite.pdf")))
                .contains("JUIN-2025-AR-2-v2", "RNCP4505");
        assertThat(text(made.resolve("candidats/1/attestation-de-reussite.pdf")))
                .contains("JUIN-2025-AR-1")
                .doesNotContain("-v2");
        assertThat(text(made.resolve("proces-verbal.pdf"))).contains("DEIS-2006 : 1 candidat");
    }

    /** Candidate and code of what is told of candidates. */
    private static List<String> told(Path session) throws Exception {
        return Files.readAllLines(session.resolve("anomalies.csv")).stream()
                .skip(1)
                .map(row -> row.split(";"))
                .filter(row -> !row[3].isEmpty())
                .map(row -> row[3] + ";" + row[4])
                .toList();
    }

    private static String text(Path pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }
}

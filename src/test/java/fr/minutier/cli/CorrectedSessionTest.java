package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.typesetting.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a closed session: it closes, a change is refused, a first correction is refused for what it lacks and then
 * made, a second one follows. Every file, number and exit status; all expected values are worked out from the marks.
 *
 * <p>First correction: 25N-016 defends BC02 with 9,5 and not 9,49, so 10,5 + 9,5 = 20 points of the 20 that it takes, and he
 * is admitted; the jury waives the 88 pages of 25N-028, who then has 3 × 12 + 2 × 13 = 62 points and her other blocks from
 * before. Second correction: 25N-005 has 9,5 and not 10 for an article that takes 10; the name of 25N-003 is mended.
 */
class CorrectedSessionTest {
    private static final String ID = "DEIS-2025-NOVEMBRE";
    private static final Pattern ACT = Pattern.compile(
            "\"path\" : \"([^\"]+\\.pdf)\",\\s+\"kind\" : \"[^\"]+\",\\s+(?:\"candidate\" : \"[^\"]+\",\\s+)?"
                    + "\"number\" : \"([^\"]+)\",\\s+\"version\" : (\\d+),\\s+\"bytes\" : \\d+,\\s+\"sha256\" : \"[0-9a-f]+\""
                    + "(,\\s+\"withdrawn\" : true)?");

    @TempDir
    Path folder;

    private Desk desk;

    @Test
    void a_session_that_closes_is_corrected_twice_and_never_otherwise() throws Exception {
        desk = new Desk(folder);
        handIn();

        // It closes: five results are withheld.
        assertThat(night("2025-11-21").status()).isEqualTo(3);
        SortedMap<String, String> closed = files();
        assertThat(acts()).hasSize(94).allSatisfy((path, act) -> assertThat(act).endsWith(" 1"));
        Map<String, String> minutes = new HashMap<>(Map.of("1", closed.get("proces-verbal.pdf")));

        // A change without a word of it is refused, and nothing is touched.
        edit("candidats.csv", text -> text.replace(";10,5;35;9,49;10,01;", ";10,5;35;9,5;10,01;"));
        Desk.Answer changed = night("2025-12-04");
        assertThat(changed.status()).isEqualTo(3);
        assertThat(plain(changed)).contains("PV_CLOS", "écrivez 1 dans « PV rectificatif »");
        assertThat(files()).isEqualTo(closed);

        // A correction that lacks its reason, its day and its turn is told all three.
        edit("session.csv", text -> text.stripTrailing() + "\r\nPV rectificatif;2\r\n");
        Desk.Answer lacking = night("2025-12-04");
        assertThat(lacking.status()).isEqualTo(3);
        assertThat(plain(lacking))
                .contains("Aucun procès-verbal rectificatif n° 1 n’a été délivré", "écrivez 1")
                .contains("dit pourquoi il rectifie")
                .contains("après celle du 20/11/2025");
        assertThat(lacking.out().split("PV_RECTIFICATIF_INVALIDE", -1)).hasSize(4);
        assertThat(files()).isEqualTo(closed);

        // Nobody may leave with it.
        edit("session.csv", text -> text.replace("PV rectificatif;2", "PV rectificatif;1\r\nMotif;Erreur de report")
                .replace("20/11/2025", "04/12/2025"));
        String all = Files.readString(input("candidats.csv"));
        edit("candidats.csv", text -> text.replaceFirst("25N-017;[^\r]*\r\n", ""));
        Desk.Answer leaving = night("2025-12-05");
        assertThat(leaving.status()).isEqualTo(3);
        assertThat(leaving.out()).contains("CANDIDAT_RETIRE", "25N-017");
        assertThat(files()).isEqualTo(closed);
        Files.writeString(input("candidats.csv"), all);

        firstCorrection(closed, minutes);
        SortedMap<String, String> first = files();

        // The same bordereau is now what is in force.
        Desk.Answer quiet = night("2025-12-06");
        assertThat(quiet.status()).isZero();
        assertThat(quiet.out()).contains("Close, inchangée.");
        assertThat(files()).isEqualTo(first);

        secondCorrection(first, minutes);
        everyActIsVerified(closed);
    }

    private void firstCorrection(SortedMap<String, String> closed, Map<String, String> minutes) throws Exception {
        edit("candidats.csv", text -> {
            int last = text.indexOf("25N-028");
            return text.substring(0, last)
                    + text.substring(last).replace(";;\r\n", ";LONGUEUR_MEMOIRE : accord du jury;\r\n");
        });
        Desk.Answer made = night("2025-12-05");
        assertThat(made.status()).as("four results are withheld still").isEqualTo(3);
        assertThat(plain(made))
                .contains("14 admis, 7 validations partielles, 3 ajournés, 4 réservés")
                .contains("procès-verbal rectificatif n° 1")
                .contains("Produit : 1 procès-verbal, 2 relevés de notes, 2 attestations de réussite, 2 lettres de"
                        + " notification, 2 extraits de procès-verbal");

        SortedMap<String, String> now = files();
        SortedSet<String> archived = new TreeSet<>(Set.of(
                "anomalies.csv",
                "attestations.pdf",
                "blocs.csv",
                "bordereau-annote.xlsx",
                "candidats/25N-016/attestation-bloc-BC01.pdf",
                "candidats/25N-016/attestation-bloc-BC03.pdf",
                "candidats/25N-016/extrait-de-proces-verbal.pdf",
                "candidats/25N-016/lettre-de-notification.pdf",
                "candidats/25N-016/releve-de-notes.pdf",
                "decisions.csv",
                "manifeste.json",
                "proces-verbal.pdf",
                "releves-de-notes.pdf"));
        assertThat(below(now, "archives/v1/")).isEqualTo(only(closed, archived));
        assertThat(below(now, "archives/").keySet()).allMatch(path -> path.startsWith("v1/"));
        // Everything else is as it was, but for the page and what is new.
        SortedMap<String, String> others = new TreeMap<>(closed);
        others.keySet().removeAll(archived);
        others.remove("index.html");
        assertThat(now).containsAllEntriesOf(others);
        SortedSet<String> added = new TreeSet<>(now.keySet());
        added.removeIf(path -> path.startsWith("archives/"));
        added.removeAll(others.keySet());
        assertThat(added)
                .containsExactly(
                        "anomalies.csv",
                        "attestations.pdf",
                        "blocs.csv",
                        "bordereau-annote.xlsx",
                        "candidats/25N-016/attestation-de-reussite.pdf",
                        "candidats/25N-016/extrait-de-proces-verbal.pdf",
                        "candidats/25N-016/lettre-de-notification.pdf",
                        "candidats/25N-016/releve-de-notes.pdf",
                        "candidats/25N-028/attestation-de-reussite.pdf",
                        "candidats/25N-028/extrait-de-proces-verbal.pdf",
                        "candidats/25N-028/lettre-de-notification.pdf",
                        "candidats/25N-028/releve-de-notes.pdf",
                        "decisions.csv",
                        "index.html",
                        "manifeste.json",
                        "proces-verbal.pdf",
                        "releves-de-notes.pdf");

        SortedMap<String, String> acts = acts();
        assertThat(acts).hasSize(97 + 6);
        assertThat(acts)
                .containsEntry("proces-verbal.pdf", ID + "-PV-v2 2")
                .containsEntry("candidats/25N-016/releve-de-notes.pdf", ID + "-RN-25N-016-v2 2")
                .containsEntry("candidats/25N-016/attestation-de-reussite.pdf", ID + "-AR-25N-016 1")
                .containsEntry("candidats/25N-028/releve-de-notes.pdf", ID + "-RN-25N-028 1")
                .containsEntry("candidats/25N-001/releve-de-notes.pdf", ID + "-RN-25N-001 1")
                .containsEntry("archives/v1/proces-verbal.pdf", ID + "-PV 1 withdrawn")
                .containsEntry(
                        "archives/v1/candidats/25N-016/attestation-bloc-BC01.pdf", ID + "-AB-BC01-25N-016 1 withdrawn");

        for (String act : List.of("proces-verbal.pdf", "candidats/25N-016/releve-de-notes.pdf")) {
            Conformance.assertArchivalAndAccessible(Files.readAllBytes(session().resolve(act)));
        }
        String told = text("proces-verbal.pdf");
        assertThat(told)
                .contains("Procès-verbal rectificatif n° 1")
                .contains(
                        "procès-verbal n° " + ID + "-PV, délibération du 20 novembre 2025, établi le 21 novembre 2025")
                .contains(minutes.get("1"))
                .contains("Motif de la rectification : Erreur de report")
                .contains("25N-016 M. Bastien Pradelloux note, BC02 Soutenance 9,49 9,5")
                .contains("bloc BC02 non validé, 19,99 points sur 40 validé, 20 points sur 40")
                .contains("25N-016 M. Bastien Pradelloux décision validation partielle admis")
                .contains("bloc BC01 réservé validé, 62 points sur 100")
                .contains("25N-028 Mme Livia Zacharello décision résultat réservé admis")
                .contains(ID + "-AB-BC01-25N-016 aucun acte : il ne vaut plus")
                .contains(ID + "-RN-25N-016 " + ID + "-RN-25N-016-v2");
        assertThat(told.split("25N-001 Mme Clémence Arnoulet", -1))
                .as("once among the decisions")
                .hasSize(2);
        assertThat(text("candidats/25N-016/extrait-de-proces-verbal.pdf"))
                .contains("procès-verbal n° " + ID + "-PV-v2", "délibération du 4 décembre 2025");
        assertThat(text("candidats/25N-016/releve-de-notes.pdf"))
                .contains("Ce relevé remplace le relevé n° " + ID + "-RN-25N-016, retiré", "9,5 = 20 ≥ 20 points");
        assertThat(text("candidats/25N-028/releve-de-notes.pdf")).doesNotContain("remplace");
        assertThat(lines("decisions.csv")).contains("25N-016;ADMIS;3 blocs sur 3", "25N-028;ADMIS;3 blocs sur 3");
        assertThat(lines("blocs.csv")).contains("25N-016;BC02;VALIDE;20;40;20;epreuve");
        assertThat(text("releves-de-notes.pdf"))
                .contains(ID + "-RN-25N-016-v2", "délibération du 4 décembre 2025")
                .contains("délibération du 20 novembre 2025");
        assertThat(Files.readString(session().resolve("index.html")))
                .contains("Procès-verbal rectificatif", ID + "-AB-BC01-25N-016", "archives/v1/proces-verbal.pdf");
        minutes.put("2", now.get("proces-verbal.pdf"));
    }

    private void secondCorrection(SortedMap<String, String> first, Map<String, String> minutes) throws Exception {
        edit("session.csv", text -> text.replace("PV rectificatif;1", "PV rectificatif;2")
                .replace("04/12/2025", "20/04/2026")
                .replace("Erreur de report", "Double compte d’une note, et nom"));
        edit("candidats.csv", text -> text.replace(";10,5;10;10990;3.1;", ";10,5;9,5;10990;3.1;")
                .replace(";Delorgues;", ";Delorgue;"));
        Desk.Answer made = night("2026-04-21");
        assertThat(made.status()).isEqualTo(3);
        assertThat(plain(made)).contains("13 admis, 8 validations partielles, 3 ajournés, 4 réservés");

        SortedMap<String, String> now = files();
        assertThat(below(now, "archives/v1/")).isEqualTo(below(first, "archives/v1/"));
        assertThat(below(now, "archives/v2/").keySet())
                .containsExactlyInAnyOrder(
                        "anomalies.csv",
                        "attestations.pdf",
                        "blocs.csv",
                        "bordereau-annote.xlsx",
                        "candidats/25N-003/attestation-bloc-BC02.pdf",
                        "candidats/25N-003/attestation-bloc-BC03.pdf",
                        "candidats/25N-003/extrait-de-proces-verbal.pdf",
                        "candidats/25N-003/lettre-de-notification.pdf",
                        "candidats/25N-003/releve-de-notes.pdf",
                        "candidats/25N-005/attestation-de-reussite.pdf",
                        "candidats/25N-005/extrait-de-proces-verbal.pdf",
                        "candidats/25N-005/lettre-de-notification.pdf",
                        "candidats/25N-005/releve-de-notes.pdf",
                        "decisions.csv",
                        "manifeste.json",
                        "proces-verbal.pdf",
                        "releves-de-notes.pdf");
        below(now, "archives/v2/")
                .forEach((path, sha256) -> assertThat(sha256).as(path).isEqualTo(first.get(path)));
        for (String candidate : List.of("25N-001", "25N-016", "25N-028")) {
            assertThat(below(now, "candidats/" + candidate + "/"))
                    .isEqualTo(below(first, "candidats/" + candidate + "/"));
        }
        assertThat(acts())
                .containsEntry("proces-verbal.pdf", ID + "-PV-v3 3")
                .containsEntry("candidats/25N-005/releve-de-notes.pdf", ID + "-RN-25N-005-v2 2")
                .containsEntry("candidats/25N-005/attestation-bloc-BC01.pdf", ID + "-AB-BC01-25N-005 1")
                .containsEntry("candidats/25N-003/attestation-bloc-BC02.pdf", ID + "-AB-BC02-25N-003-v2 2")
                .containsEntry("candidats/25N-016/releve-de-notes.pdf", ID + "-RN-25N-016-v2 2")
                .containsEntry("archives/v2/proces-verbal.pdf", ID + "-PV-v2 2 withdrawn")
                .doesNotContainKey("candidats/25N-005/attestation-de-reussite.pdf");
        assertThat(text("candidats/25N-003/attestation-bloc-BC02.pdf"))
                .contains("Elle remplace l’attestation n° " + ID + "-AB-BC02-25N-003, retirée");
        assertThat(text("proces-verbal.pdf"))
                .contains("Procès-verbal rectificatif n° 2", "n° " + ID + "-PV-v2", minutes.get("2"))
                .contains("25N-005 Mme Solène Estèvenin note, BC03 Article 10 9,5")
                .contains("25N-005 Mme Solène Estèvenin décision admis validation partielle")
                .contains("25N-003 Mme Véronique Chazelet mentions");
        // She was admitted on 20 November, five months before.
        List<String> late = lines("anomalies.csv").stream()
                .filter(line -> line.contains("RECTIFICATION_TARDIVE"))
                .toList();
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().replace('\u00a0', ' '))
                .contains("A6;25N-005;RECTIFICATION_TARDIVE;AVERTISSEMENT", "20/11/2025", "L. 242-1");

        assertThat(plain(desk.says("status", ID, "--output", desk.output().toString())))
                .contains("procès-verbal rectificatif n° 2 du 21/04/2026")
                .contains("1  21/11/2025  définitive  94 actes")
                .contains("2  05/12/2025  rectifiée   97 actes")
                .contains("3  21/04/2026  rectifiée   98 actes")
                .contains("tel qu’il a été publié");
    }

    /** All that lies in candidats/ and the minutes are in force; all that lies in the archives is withdrawn. */
    private void everyActIsVerified(SortedMap<String, String> closed) throws Exception {
        List<Path> current = new ArrayList<>();
        List<Path> withdrawn = new ArrayList<>();
        acts().forEach((path, act) ->
                (act.endsWith("withdrawn") ? withdrawn : current).add(session().resolve(path)));
        assertThat(current).hasSize(98);
        assertThat(withdrawn).hasSize(6 + 10);
        assertThat(verify(current).status()).isZero();
        for (Path file : withdrawn) {
            assertThat(verify(List.of(file)).status()).as(file.toString()).isEqualTo(3);
        }
        Path archive = session().resolve("archives");
        assertThat(plain(verify(List.of(archive.resolve("v1/candidats/25N-016/releve-de-notes.pdf")))))
                .contains("retiré, remplacé par l’acte n° " + ID + "-RN-25N-016-v2 délivré le 5 décembre 2025");
        assertThat(plain(verify(List.of(archive.resolve("v2/candidats/25N-005/attestation-de-reussite.pdf")))))
                .contains("sans remplaçant : depuis le 21 avril 2026")
                .contains("acte du 21 novembre 2025");
        assertThat(plain(verify(List.of(session().resolve("candidats/25N-001/releve-de-notes.pdf")))))
                .contains("en vigueur", "acte du 21 novembre 2025");
        assertThat(closed).containsKey("proces-verbal.pdf");
    }

    private void handIn() throws IOException {
        Path from = Desk.HOME.resolve("input").resolve(ID);
        Files.createDirectories(desk.input().resolve(ID));
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, desk.input().resolve(ID).resolve(file.getFileName()));
            }
        }
    }

    private Path input(String file) {
        return desk.input().resolve(ID).resolve(file);
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(input(file));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(input(file), after);
    }

    private Desk.Answer night(String day) {
        long noon = LocalDate.parse(day).atTime(12, 0).toEpochSecond(ZoneOffset.UTC);
        desk.environment.put("SOURCE_DATE_EPOCH", Long.toString(noon));
        Desk.Answer answer = desk.run();
        assertThat(answer.isFreeOfTraces()).isTrue();
        return answer;
    }

    private Desk.Answer verify(List<Path> files) {
        return desk.says(Stream.concat(
                        Stream.of("verify", "--output", desk.output().toString()),
                        files.stream().map(Path::toString))
                .toArray(String[]::new));
    }

    private static String plain(Desk.Answer answer) {
        return answer.out().replace('\u00a0', ' ');
    }

    private Path session() {
        return desk.output().resolve(ID);
    }

    private SortedMap<String, String> files() throws Exception {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(session())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                digests.put(
                        session().relativize(file).toString(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
            }
        }
        return digests;
    }

    /** Number and version of each act that the manifest lists, by path. */
    private SortedMap<String, String> acts() throws IOException {
        SortedMap<String, String> acts = new TreeMap<>();
        for (MatchResult act : ACT.matcher(Files.readString(session().resolve("manifeste.json")))
                .results()
                .toList()) {
            acts.put(act.group(1), act.group(2) + " " + act.group(3) + (act.group(4) == null ? "" : " withdrawn"));
        }
        return acts;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readString(session().resolve(file)).lines().toList();
    }

    private String text(String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(session().resolve(file).toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
        }
    }

    private static SortedMap<String, String> below(SortedMap<String, String> files, String prefix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        file -> file.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static SortedMap<String, String> only(SortedMap<String, String> files, Set<String> paths) {
        SortedMap<String, String> some = new TreeMap<>(files);
        some.keySet().retainAll(paths);
        return some;
    }
}

package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.register.Register;
import fr.minutier.typesetting.Seals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attempts to make the record say something else: each is detected, and told by what was done. Where only somebody outside
 * can tell, the test first sees that the register alone cannot, then asks a witness.
 */
class TamperingTest {
    private static final String OPEN = "JUIN-2026";
    private static final String CLOSED = "MAI-2026";
    private static final String STATEMENT = OPEN + "/candidats/C-1/releve-de-notes.pdf";
    private static final String CERTIFICATE = CLOSED + "/candidats/C-1/attestation-de-reussite.pdf";
    private static final String TABLES =
            "session decision block ground reserve waiver anomaly act file particulars candidate mark person";

    @TempDir
    static Path folder;

    /** The office as it is, with two editions of an open session and a closed one; and as it was after the first. */
    private static Path whole;

    private static Path old;
    private static Path list;
    private static Path manifest;

    private interface Deed {
        void to(Path output) throws Exception;
    }

    /** What is asked: the register alone, or with a list of heads, or with the manifest of the closed session. */
    private enum Asked {
        ALONE,
        LIST,
        MANIFEST
    }

    enum Attempt {
        EDIT_AN_ACT(output -> append(output.resolve(STATEMENT), " "), "JUIN-2026-RN-C-1", "a été modifié"),
        EDIT_ONE_BIT_OF_AN_ACT(output -> flip(output.resolve(STATEMENT)), "JUIN-2026-RN-C-1", "a été modifié"),
        SWAP_TWO_ACTS(
                output -> swap(
                        output.resolve(CERTIFICATE), output.resolve(CLOSED + "/candidats/C-1/releve-de-notes.pdf")),
                "MAI-2026-AR-C-1",
                "a été remplacé par l’acte n° MAI-2026-RN-C-1"),
        REMOVE_AN_ACT(output -> Files.delete(output.resolve(CERTIFICATE)), "MAI-2026-AR-C-1", "manque"),
        RENAME_AN_ACT(
                output -> Files.move(
                        output.resolve(CERTIFICATE), output.resolve(CLOSED + "/candidats/C-1/attestation.pdf")),
                "MAI-2026-AR-C-1",
                "a été déplacé ou renommé"),
        ADD_AN_ACT(
                output -> Files.copy(
                        Files.write(output.resolve("faux"), new byte[] {1}),
                        output.resolve(CLOSED + "/candidats/C-1/attestation-bloc-BC01.pdf")),
                "attestation-bloc-BC01.pdf",
                "que le registre ne connaît pas"),
        PUT_A_WITHDRAWN_ACT_BACK(
                output -> copy(old.resolve(STATEMENT), output.resolve(STATEMENT)), "JUIN-2026-RN-C-1", "a été modifié"),
        EDIT_THE_MINUTES(
                output -> append(output.resolve(CLOSED + "/proces-verbal.pdf"), " "), "MAI-2026-PV", "a été modifié"),
        EDIT_THE_DECISIONS(
                output -> append(output.resolve(CLOSED + "/decisions.csv"), "C-2;ADMIS;\n"),
                "decisions.csv",
                "a été modifié"),
        EDIT_THE_BLOCKS(output -> append(output.resolve(CLOSED + "/blocs.csv"), "C-2\n"), "blocs.csv", "a été modifié"),
        EDIT_THE_MANIFEST(
                output -> append(output.resolve(CLOSED + "/manifeste.json"), " "), "manifeste.json", "a été modifié"),
        EDIT_A_VOLUME(
                output -> append(output.resolve(CLOSED + "/attestations.pdf"), " "),
                "attestations.pdf",
                "a été modifié"),
        REMOVE_A_FOLDER(output -> delete(output.resolve(CLOSED)), CLOSED, "manque"),
        EDIT_WHAT_WAS_RECEIVED(
                output -> append(output.resolve(".registre/garde/MAI-2026/1/1/candidats.csv"), " "),
                "MAI-2026/1/1/candidats.csv",
                "gardé tel que reçu"),
        EDIT_THE_TEMPLATES_KEPT(
                output -> append(only(output.resolve(".registre/garde/modeles")), " "),
                "modeles/",
                "gardé tel que reçu"),

        CHANGE_A_DECISION(
                sql("UPDATE issued_decision SET decision = 'AJOURNE' WHERE session_id = 'MAI-2026'"),
                "de la décision C-1",
                "« ADMIS » dans la chaîne, « AJOURNE » dans les tables"),
        CHANGE_THE_GROUNDS_OF_A_MARK(
                sql(
                        "UPDATE issued_ground SET grounds = '3 × 20 + 2 × 20' WHERE session_id = 'MAI-2026' AND position = 1"),
                "du motif C-1, BC01",
                "3 × 20 + 2 × 20"),
        CHANGE_POINTS(
                sql("UPDATE issued_block SET points = '100' WHERE session_id = 'MAI-2026' AND block = 'BC02'"),
                "du bloc",
                "« 100 » dans les tables"),
        CHANGE_AN_ACT_AND_ITS_DIGEST(
                output -> {
                    append(output.resolve(CERTIFICATE), " ");
                    sql("UPDATE issued_act SET sha256 = REPEAT('a', 64) WHERE act_number = 'MAI-2026-AR-C-1'")
                            .to(output);
                },
                "de l’acte MAI-2026-AR-C-1",
                "sha256"),
        TAKE_AN_ACT_FROM_THE_TABLES(
                sql("DELETE FROM issued_act WHERE act_number = 'MAI-2026-AR-C-1'"),
                "les tables ne disent plus l’acte",
                "MAI-2026-AR-C-1"),
        ADD_AN_ACT_TO_THE_TABLES(
                sql(
                        "INSERT INTO issued_act SELECT session_id, number, 99, 'FAUX', kind, candidate, version, 'faux.pdf',"
                                + " sha256, bytes FROM issued_act WHERE act_number = 'MAI-2026-AR-C-1'"),
                "les tables disent de plus",
                "FAUX"),
        CHANGE_THE_DAY_OF_AN_EDITION(
                sql("UPDATE edition SET taken_up = DATE '2025-01-01' WHERE session_id = 'MAI-2026'"),
                "de l’édition 1",
                "taken_up"),
        CHANGE_THE_TEXT_OF_AN_ENTRY(
                sql("UPDATE chain_entry SET body = REPLACE(body, 'ADMIS', 'AJOURNE') WHERE session_id = 'MAI-2026'"),
                "écriture 1",
                "ne donne pas l’empreinte"),
        DROP_THE_LAST_ENTRY(
                sql("DELETE FROM chain_entry WHERE session_id = 'JUIN-2026' AND position = 2"),
                "écriture 2",
                "son écriture manque à la chaîne"),
        DROP_THE_FIRST_ENTRY(
                sql("DELETE FROM chain_entry WHERE session_id = 'JUIN-2026' AND position = 1"),
                "écriture 1",
                "cette écriture manque"),
        PUT_ENTRIES_IN_ANOTHER_ORDER(
                sql("UPDATE chain_entry SET position = 3 - position WHERE session_id = 'JUIN-2026'"),
                "écriture 1",
                "ne suit pas l’écriture qui la précède"),

        DROP_THE_LAST_EDITION_WHOLLY(
                output -> {
                    forget("= 'JUIN-2026' AND number = 2", output);
                    delete(output.resolve(OPEN));
                    copyTree(old.resolve(OPEN), output.resolve(OPEN));
                },
                Asked.LIST,
                "connaît l’écriture 2",
                "la chaîne s’arrête à l’écriture 1"),
        REPLAY_AN_OLD_REGISTER(
                output -> {
                    delete(output);
                    copyTree(old, output);
                },
                Asked.LIST,
                "connaît l’écriture 2",
                "un ancien registre remis à sa place"),
        FORGET_A_SESSION(
                output -> {
                    forget("= 'MAI-2026'", output);
                    delete(output.resolve(CLOSED));
                },
                Asked.LIST,
                "MAI-2026",
                "connaît l’écriture 1"),
        MAKE_THE_WHOLE_CHAIN_AGAIN(
                output -> {
                    sql("UPDATE issued_decision SET decision = 'AJOURNE' WHERE session_id = 'MAI-2026'")
                            .to(output);
                    chainAgain(output);
                },
                Asked.LIST,
                "écriture 1",
                "une autre empreinte"),
        ISSUE_ANOTHER_ACT_AND_MAKE_ALL_AGAIN(
                output -> {
                    append(output.resolve(CERTIFICATE), " ");
                    sql("UPDATE issued_act SET sha256 = '" + sha256(output.resolve(CERTIFICATE))
                                    + "' WHERE act_number = 'MAI-2026-AR-C-1'")
                            .to(output);
                    chainAgain(output);
                },
                Asked.MANIFEST,
                "MAI-2026-AR-C-1",
                "une autre empreinte que la chaîne");

        private final Deed deed;
        private final Asked asked;
        private final String what;
        private final String how;

        Attempt(Deed deed, String what, String how) {
            this(deed, Asked.ALONE, what, how);
        }

        Attempt(Deed deed, Asked asked, String what, String how) {
            this.deed = deed;
            this.asked = asked;
            this.what = what;
            this.how = how;
        }
    }

    @BeforeAll
    static void work() throws Exception {
        Desk desk = new Desk(folder.resolve("desk"));
        desk.environment.put("SOURCE_DATE_EPOCH", "1782900000"); // 1 July 2026
        desk.environment.put(
                "MINUTIER_SCEAU", Seals.file(folder.resolve("sceau.p12"), "EC").toString());
        desk.environment.put("MINUTIER_SCEAU_MOT_DE_PASSE", Seals.PASSWORD);
        desk.says("cles", "--output", desk.output().toString());
        desk.session(OPEN);
        Path csv = desk.session(CLOSED).resolve("session.csv");
        Files.writeString(csv, Files.readString(csv) + "Statut;définitif\nDate de délibération;30/06/2026\n");
        assertThat(desk.run().status()).isZero();
        old = folder.resolve("old");
        copyTree(desk.output(), old);
        desk.session(OPEN, "non validé");
        assertThat(desk.run().status()).isZero();
        whole = desk.output();
        list = Files.writeString(
                folder.resolve("temoin.txt"), verify(whole, Asked.ALONE).out());
        manifest = Files.copy(whole.resolve(CLOSED + "/manifeste.json"), folder.resolve("manifeste.json"));
    }

    @Test
    void what_nobody_touched_agrees_with_every_witness() throws Exception {
        for (Asked asked : Asked.values()) {
            assertThat(verify(whole, asked).status()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_attempt_is_detected_by_name(Attempt attempt, @TempDir Path elsewhere) throws Exception {
        Path output = elsewhere.resolve("output");
        copyTree(whole, output);
        attempt.deed.to(output);
        if (attempt.asked != Asked.ALONE) {
            assertThat(verify(output, Asked.ALONE).status())
                    .as("only a witness can tell")
                    .isZero();
        }
        Desk.Answer answer = verify(output, attempt.asked);
        assertThat(answer.status()).as(answer.out() + answer.err()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(answer.out())).contains(attempt.what).contains(attempt.how);
        assertThat(answer.isFreeOfTraces()).isTrue();
    }

    @Test
    void a_forged_code_or_one_of_another_act_is_detected() throws Exception {
        String code = code(whole.resolve(CERTIFICATE));
        Desk.Answer forged = says("verify", "--output", whole, "--qr", code.replace("DEIS : admis", "DEIS : major"));
        assertThat(forged.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(forged.out()).startsWith("Code faux.");

        String foreign = code(whole.resolve(CLOSED + "/candidats/C-1/releve-de-notes.pdf"));
        Path pasted = Files.writeString(
                folder.resolve("colle.pdf"),
                Files.readString(whole.resolve(CERTIFICATE), StandardCharsets.ISO_8859_1)
                        .replace(latin(code), latin(foreign)),
                StandardCharsets.ISO_8859_1);
        Desk.Answer told = says("verify", "--output", whole, pasted);
        assertThat(told.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(told.out())).contains("ce code n’est pas le sien").contains("Son sceau est rompu");
    }

    @Test
    void what_was_done_to_a_sealed_act_is_told_by_its_seal() throws Exception {
        Path longer = Files.copy(whole.resolve(CERTIFICATE), folder.resolve("long.pdf"));
        append(longer, "\n% ajout");
        Desk.Answer added = says("verify", "--output", whole, longer);
        assertThat(added.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(added.out()))
                .contains("Son sceau est intact, mais 8 octets ont été ajoutés après lui")
                .contains("Il se donne pour l’acte n° MAI-2026-AR-C-1 ; l’original a ");

        Path changed = Files.copy(whole.resolve(CERTIFICATE), folder.resolve("change.pdf"));
        flip(changed);
        assertThat(plain(says("verify", "--output", whole, changed).out())).contains("Son sceau est rompu");
    }

    @Test
    void an_envelope_that_was_touched_is_detected() throws Exception {
        for (List<String> deed : List.of(
                List.of("dossier/candidats/C-1/attestation-de-reussite.pdf", "a été modifié"),
                List.of("dossier/decisions.csv", "« decisions.csv » a été modifié"),
                List.of("garde/MAI-2026/1/1/candidats.csv", "n’est pas ce qui avait été reçu"),
                List.of("chaine/0001.txt", "a été modifié"),
                List.of("intrus.txt", "n’a pas sa place"))) {
            Path zip = folder.resolve("enveloppe.zip");
            Files.deleteIfExists(zip);
            Desk.Answer made = says("registre", "exporter", CLOSED, "--output", whole, "-o", zip);
            assertThat(made.status()).as(made.err()).isZero();
            assertThat(says("registre", "verifier", zip, "--temoin", list, "--temoin", manifest)
                            .status())
                    .as("a witness of another session is no witness")
                    .isEqualTo(ExitStatus.UNKNOWN);
            assertThat(says("registre", "verifier", zip, "--temoin", manifest).status())
                    .isZero();
            try (FileSystem inside = FileSystems.newFileSystem(zip)) {
                Path file = inside.getPath(deed.getFirst());
                String before = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
                // Of an entry, the digest of an act; of any other file, something at its end.
                Files.writeString(
                        file,
                        deed.getFirst().startsWith("chaine")
                                ? before.replaceFirst(
                                        "path=proces-verbal.pdf\tsha256=.", "path=proces-verbal.pdf\tsha256=x")
                                : before + " ",
                        StandardCharsets.ISO_8859_1);
            }
            Desk.Answer answer = says("registre", "verifier", zip);
            assertThat(answer.status()).as(deed + answer.out()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(plain(answer.out())).contains(deed.getLast());
        }
    }

    @Test
    void an_envelope_cut_short_is_told_by_a_witness() throws Exception {
        Path zip = folder.resolve("courte.zip");
        says("registre", "exporter", OPEN, "--output", whole, "-o", zip);
        Path heads = Files.writeString(
                folder.resolve("juin.txt"),
                Files.readString(list)
                        .lines()
                        .filter(line -> line.startsWith(OPEN))
                        .findFirst()
                        .orElseThrow());
        assertThat(says("registre", "verifier", zip, "--temoin", heads).status())
                .isZero();
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Files.delete(inside.getPath("chaine/0002.txt"));
        }
        Desk.Answer answer = says("registre", "verifier", zip, "--temoin", heads);
        assertThat(answer.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(plain(answer.out())).contains("la chaîne s’arrête à l’écriture 1");
    }

    private static Desk.Answer verify(Path output, Asked asked) throws IOException {
        List<Object> args = new ArrayList<>(List.of("registre", "verifier", "--output", output));
        if (asked != Asked.ALONE) {
            args.addAll(List.of("--temoin", asked == Asked.LIST ? list : manifest));
        }
        return says(args.toArray());
    }

    private static Desk.Answer says(Object... args) throws IOException {
        return new Desk(folder.resolve("anybody"))
                .says(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private static Deed sql(String... statements) {
        return output -> {
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:h2:file:" + output.resolve(".registre/registre"), "sa", "");
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    assertThat(statement.executeUpdate(sql)).as(sql).isNotNegative();
                }
            }
        };
    }

    private static void forget(String which, Path output) throws Exception {
        for (String table : TABLES.split(" ")) {
            sql("DELETE FROM issued_" + table + " WHERE session_id " + which).to(output);
        }
        sql("DELETE FROM chain_entry WHERE session_id " + which, "DELETE FROM edition WHERE session_id " + which)
                .to(output);
    }

    /** As whoever has the database and the program can. */
    private static void chainAgain(Path output) throws Exception {
        sql("DELETE FROM chain_entry", "DELETE FROM schema_version WHERE version = 3")
                .to(output);
        Register.open(output.resolve(".registre")).close();
    }

    private static String sha256(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
    }

    private static void swap(Path one, Path other) throws IOException {
        byte[] bytes = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(other));
        Files.write(other, bytes);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path only(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static String code(Path pdf) throws IOException {
        String all = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        int begin = all.indexOf("<dc:identifier>") + "<dc:identifier>".length();
        return new String(
                all.substring(begin, all.indexOf("</dc:identifier>")).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}

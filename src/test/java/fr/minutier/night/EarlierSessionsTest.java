package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.night.NightResult.Fate;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who comes back: what the register holds of her is proposed, and the register holds no name of hers. */
class EarlierSessionsTest {
    private static final String FIRST = "DEIS-2026-JANVIER";
    private static final String SECOND = "DEIS-2026-MAI";

    @TempDir
    Path folder;

    private Office office;

    @BeforeEach
    void open() throws IOException {
        office = new Office(folder);
    }

    private void session(String id, String fields, String candidate) throws IOException {
        Path session = Files.createDirectories(office.input().resolve(id));
        Files.writeString(
                session.resolve("session.csv"),
                "Champ;Valeur\nSession;" + id + "\nCertification;DEIS-RNCP39644\nLibellé;Essai\n" + fields);
        Files.writeString(session.resolve("jury.csv"), """
                Nom;Prénom;Qualité;Collège;Rôle
                Aubrac;Irène;Inspectrice;État;président
                Morel;Paul;Directeur;Employeurs;membre
                Petit;Zoé;Cadre;Salariés;membre
                """);
        Files.writeString(
                session.resolve("candidats.csv"),
                "N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;Blocs acquis;BC01 VAE;BC02 VAE;BC03 VAE\n"
                        + candidate);
    }

    private void first() throws IOException {
        session(
                FIRST,
                "Statut;définitif\nDate de délibération;15/01/2026\n",
                "C-1;Nervalinde;Ève;02/03/1990;VAE;;validé;non validé;non demandé\n");
    }

    private void second(String status, String candidate) throws IOException {
        session(SECOND, "Statut;" + status + "\nDate de délibération;15/05/2026\n", candidate);
    }

    private String anomalies() throws IOException {
        return Files.readAllLines(office.output().resolve(SECOND).resolve("anomalies.csv")).stream()
                .skip(1)
                .map(line -> line.split(";")[2] + " " + line.split(";")[4])
                .collect(Collectors.joining(", "));
    }

    @Test
    void what_a_closed_session_gave_is_proposed_in_the_next_one() throws Exception {
        first();
        office.night();
        second("provisoire", "27;NERVALINDE;Eve;1990-03-02;VAE;;non demandé;validé;validé\n");
        office.night();
        assertThat(anomalies()).isEqualTo("F2 ACQUIS_AU_REGISTRE");
        second("provisoire", "27;NERVALINDE;Eve;1990-03-02;VAE;BC01 (15/01/2026);;validé;validé\n");
        office.night();
        assertThat(anomalies()).isEmpty();
    }

    @Test
    void what_a_closed_session_refused_is_not_said_to_be_acquired_unseen() throws Exception {
        first();
        office.night();
        second("définitif", "27;Nervalinde;Ève;02/03/1990;VAE;BC02 (15/01/2026);validé;;validé\n");
        NightResult result = office.night();
        assertThat(anomalies()).contains("F2 ACQUIS_CONTREDIT");
        assertThat(result.withheld()).isTrue();
    }

    @Test
    void two_sessions_handed_in_together_say_the_same_as_one_after_the_other() throws Exception {
        first();
        second("provisoire", "27;Nervalinde;Ève;02/03/1990;VAE;;non demandé;validé;validé\n");
        office.night();
        assertThat(anomalies()).isEqualTo("F2 ACQUIS_AU_REGISTRE");
        assertThat(office.night().count(Fate.MADE)).isZero();
    }

    @Test
    void what_is_provisional_is_held_against_nobody() throws Exception {
        session(
                FIRST,
                "Statut;provisoire\nDate de délibération;15/01/2026\n",
                "C-1;Nervalinde;Ève;02/03/1990;VAE;;validé;non validé;non demandé\n");
        office.night();
        second("provisoire", "27;Nervalinde;Ève;02/03/1990;VAE;;non demandé;validé;validé\n");
        office.night();
        assertThat(anomalies()).isEmpty();
    }

    @Test
    void the_register_holds_no_name_and_its_digests_are_its_own() throws Exception {
        first();
        office.night();
        try (Stream<Path> files = Files.walk(Workplace.register(office.output()))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (file.toString().contains("/garde/")) {
                    continue; // what was handed in, as it was: not the register's own words
                }
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase();
                assertThat(text).as(file.toString()).doesNotContain("nervalinde");
            }
        }
        try (Register register = Register.open(Workplace.register(office.output()));
                Register other = Register.open(folder.resolve("autre"))) {
            assertThat(register.person("a")).isPresent().isNotEqualTo(other.person("a"));
        }
    }
}

package fr.minutier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Route;
import fr.minutier.session.Candidate;
import fr.minutier.session.CivilStatus;
import fr.minutier.session.Identity;
import fr.minutier.session.Reserve;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of holders: its elements, their order, and what is asked of a holder. */
class CpfFileTest {
    private static final Path FOLDER = Path.of("src/test/resources/cpf");

    private static CpfFile file() {
        return new CpfFile(
                "essai-1",
                OffsetDateTime.parse("2026-07-01T09:30:15.123+02:00"),
                "00000001",
                "MCFCER000001",
                LocalDate.of(2026, 6, 19));
    }

    private static Candidate candidate(Identity identity, Route route, CivilStatus status) {
        // What is decided of him does not matter here.
        return new Candidate(
                "1",
                identity,
                route,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                new Reserve("essai", List.of()),
                null,
                status);
    }

    private static Candidate anne() {
        return candidate(
                new Identity(
                        "Mme",
                        "Œuvrard-d'Éon & Cie",
                        "Aubépine",
                        "Anne-Élise, Maria de la Luz",
                        LocalDate.of(1985, 3, 1),
                        "Brèvecombe",
                        null,
                        null),
                Route.APPRENTISSAGE,
                new CivilStatus("f", "1004", "99100"));
    }

    private static Candidate jean() {
        return candidate(
                new Identity(
                        "M.", "Bruyère", null, "Jean Paul Marie Ange", LocalDate.of(1990, 12, 31), null, null, null),
                Route.VAE,
                new CivilStatus("M", null, "99139"));
    }

    private static CpfHolder holder(Candidate candidate, String number) {
        return CpfHolder.of(candidate, number).holder().orElseThrow();
    }

    private static String written(List<CpfHolder> holders) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SequencedMap<String, Iterator<CpfHolder>> certifications = new LinkedHashMap<>();
        certifications.put("RNCP39644", holders.iterator());
        file().write(certifications, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Without the layout of a file made by hand, and with one way to write an empty element. */
    private static String plain(String xml) {
        return xml.replaceAll(">\\s+<", "><")
                .replaceAll("\\s*/>", "/>")
                .replace("'", "\"")
                .strip();
    }

    @Test
    void two_holders_give_the_file_that_was_made_by_hand() throws Exception {
        String xml = written(List.of(holder(anne(), "S-AR-1"), holder(jean(), "S-AR-2")));
        assertThat(plain(xml)).isEqualTo(plain(Files.readString(FOLDER.resolve("deux-titulaires.xml"))));
    }

    @Test
    void holders_of_two_certifications_stand_each_under_its_own() throws Exception {
        SequencedMap<String, Iterator<CpfHolder>> certifications = new LinkedHashMap<>();
        certifications.put("RNCP39644", List.of(holder(anne(), "S-AR-1")).iterator());
        certifications.put("RNCP4505", List.of(holder(jean(), "S-AR-2")).iterator());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file().write(certifications, out);
        String xml = out.toString(StandardCharsets.UTF_8);
        validate(xml);
        assertThat(xml).containsSubsequence(">RNCP39644<", "S-AR-1", ">RNCP4505<", "S-AR-2");
    }

    @Test
    void the_file_made_by_hand_and_a_long_one_are_as_the_schema_wants_them() throws Exception {
        validate(Files.readString(FOLDER.resolve("deux-titulaires.xml")));
        validate(written(IntStream.range(0, 500)
                .mapToObj(i -> holder(i % 2 == 0 ? anne() : jean(), "S-AR-" + i))
                .toList()));
    }

    private static void validate(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(FOLDER.resolve("flux.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 75101, 99100, Sexe (F ou M)",
                "X, 75101, 99100, Sexe («\u00a0X\u00a0») (F ou M)",
                "F, -, 99100, Code commune de naissance (code INSEE de cinq caractères)",
                "F, Paris, 99100, Code commune de naissance («\u00a0PARIS\u00a0») (code INSEE de cinq caractères)",
                "F, 75101, -, Code pays de naissance (99100 pour la France)",
                "F, 75101, FR, Code pays de naissance («\u00a0FR\u00a0») (99100 pour la France)"
            })
    void what_is_missing_is_said_in_french(String sex, String commune, String country, String missing) {
        Candidate one = candidate(anne().identity(), Route.APPRENTISSAGE, new CivilStatus(sex, commune, country));
        CpfHolder.Reading reading = CpfHolder.of(one, "S-AR-1");
        assertThat(reading.holder()).isEmpty();
        assertThat(reading.missing()).containsExactly(missing);
    }

    @Test
    void a_name_too_long_for_the_file_is_never_cut() {
        Identity identity = new Identity(null, "A".repeat(61), null, "Ève", LocalDate.of(1990, 1, 1), null, null, null);
        assertThat(CpfHolder.of(candidate(identity, Route.APPRENTISSAGE, new CivilStatus("F", "2A004", "99100")), "N")
                        .missing())
                .containsExactly("Nom de naissance (plus de 60 caractères)");
    }
}

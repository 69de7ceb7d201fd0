package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.proof.KeyFolder;
import fr.minutier.proof.Reading;
import fr.minutier.proof.SigningKey;
import fr.minutier.session.Session;
import fr.minutier.typesetting.Conformance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acts with their signed codes, ordinary and extreme. */
class CodedActsTest {
    @TempDir
    Path register;

    private KeyFolder keys;

    @BeforeEach
    void make_a_key() throws Exception {
        keys = new KeyFolder(register);
        keys.create();
    }

    private List<Act> acts(Bordereaux bordereau) throws Exception {
        Session session = bordereau.session();
        Deliberation deliberation = Deliberation.of(session);
        Optional<SigningKey> key = keys.signingKey();
        Acts acts = new Acts(deliberation, Bordereaux.TODAY, key);
        return Stream.concat(
                        deliberation.decisions().stream().flatMap(decision -> acts.of(decision).stream()),
                        Stream.of(acts.minutes()))
                .toList();
    }

    private static String code(Act act) {
        return switch (act.record()) {
            case Statement statement -> statement.act().code();
            case Certificate certificate -> certificate.act().code();
            case BlockCertificate certificate -> certificate.act().code();
            case Extract extract -> extract.act().code();
            case Minutes minutes -> minutes.act().code();
            default -> throw new AssertionError(act.kind());
        };
    }

    @Test
    void every_act_of_a_final_session_bears_a_code_of_its_own_number_and_fits_its_page() throws Exception {
        List<Act> acts =
                acts(Bordereaux.deis().candidate("C-1").candidate("C-2").with("BC01 Mémoire", "3"));
        assertThat(acts).hasSizeGreaterThan(3);
        for (Act act : acts) {
            assertThat(keys.publicKeys().read(code(act)))
                    .isInstanceOfSatisfying(
                            Reading.Signed.class,
                            signed -> assertThat(signed.claim().number()).isEqualTo(act.number()));
            byte[] pdf = Printed.pdf(act);
            if (act.kind() != ActKind.PROCES_VERBAL) {
                assertThat(pdf.length).as(act.number()).isLessThanOrEqualTo(32_000);
                try (PDDocument document = Loader.loadPDF(pdf)) {
                    // The competences of a block that is attested stand on a page of their own.
                    int pages = act.kind() == ActKind.ATTESTATION_DE_BLOC ? 2 : 1;
                    assertThat(document.getNumberOfPages()).as(act.number()).isEqualTo(pages);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2ᵉ jury, 1ʳᵉ session",
                "Gonçalves Magalhães",
                "Wiśniewski-Łęcki",
                "Öztürk-İşçioğlu",
                "Ștefănescu-Țurcanu",
                "Dvořák-Šťastný",
                "Nguyễn Thị Hồng Đào"
            })
    void a_statement_with_letters_of_other_languages_stays_small(String name) throws Exception {
        Act statement = acts(Bordereaux.deis()
                        .candidate("C-1")
                        .with("Civilité", "Mme")
                        .with("Nom de naissance", name)
                        .with("Nom d'usage", name))
                .getFirst();
        assertThat(Printed.text(statement)).contains("Mme Camille " + name + " nom d’usage : " + name);
        assertThat(Printed.pdf(statement).length).isLessThanOrEqualTo(32_000);
    }

    @Test
    void acts_of_extreme_length_are_printed_with_their_codes() throws Exception {
        List<Act> acts = acts(Extremes.longest());
        assertThat(acts).hasSizeGreaterThan(1);
        for (Act act : acts) {
            Conformance.assertArchivalAndAccessible(Printed.pdf(act));
        }
    }

    @Test
    void thirty_authorities_find_room_to_sign_beside_or_below_a_code() throws Exception {
        Bordereaux crowded = Bordereaux.deis().candidate("C-1");
        for (int i = 0; i < 30; i++) {
            crowded.andField("Autorité", "L’autorité numéro " + i);
        }
        for (Act act : acts(crowded)) {
            Conformance.assertArchivalAndAccessible(Printed.pdf(act));
        }
    }
}

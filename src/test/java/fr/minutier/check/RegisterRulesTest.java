package fr.minutier.check;

import static fr.minutier.check.Bordereaux.deis;
import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.deliberation.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the register holds of a person is proposed; the bordereau alone decides, and may not contradict it unseen. */
class RegisterRulesTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 20);
    private static final String TOLD = "INFORMATION ACQUIS_AU_REGISTRE Candidats!M2 0001";
    private static final String CONTRADICTED = "A_ARBITRER ACQUIS_CONTREDIT Candidats!M2 0001";

    private static KnownBlock block(String code, boolean held) {
        return new KnownBlock("DEIS-2025-11", "77", "DEIS-RNCP39644", NOVEMBER, code, held);
    }

    /** Camille Aubépine, born on 1 March 1985, and what earlier sessions say of her. */
    private static Bordereaux camille(KnownBlock... known) {
        Person camille = new Person("aubepine", "camille", LocalDate.of(1985, 3, 1));
        return deis().candidate("0001")
                .knowing(new Past(
                        session -> Optional.empty(),
                        person -> person.equals(camille) ? Arrays.asList(known) : List.of()));
    }

    @Test
    void a_block_of_the_register_is_proposed_and_not_used() {
        Bordereaux bordereau =
                camille(block("BC01", true), block("BC02", false)).with("BC01 Mémoire", 5);
        assertThat(bordereau.anomalies()).containsExactly(TOLD);
        assertThat(bordereau.messages().getFirst())
                .contains(
                        "candidat 77 de la session DEIS-2025-11 du 20/11/2025",
                        "écrivez «\u00a0BC01 (20/11/2025)\u00a0»");
        assertThat(bordereau.outcomes("0001")).startsWith("BC01 NON_VALIDE epreuve 39");
    }

    @Test
    void a_block_that_the_bordereau_takes_over_with_its_date_needs_no_word() {
        Bordereaux bordereau = camille(block("BC01", true))
                .with("Blocs acquis", "BC01 (20/11/2025)")
                .clearBlock("BC01");
        assertThat(bordereau.anomalies()).isEmpty();
        assertThat(bordereau.outcomes("0001")).startsWith("BC01 ACQUIS acquis");
    }

    @ParameterizedTest
    @CsvSource({"BC01", "BC01 (25/11/2025)"})
    void another_date_or_none_is_told(String acquired) {
        assertThat(camille(block("BC01", true))
                        .with("Blocs acquis", acquired)
                        .clearBlock("BC01")
                        .anomalies())
                .containsExactly(TOLD);
    }

    @ParameterizedTest
    @CsvSource({"BC01", "BC01 (20/11/2025)"})
    void a_block_that_the_register_says_was_not_obtained_waits_for_the_jury(String acquired) {
        Bordereaux bordereau =
                camille(block("BC01", false)).with("Blocs acquis", acquired).clearBlock("BC01");
        assertThat(bordereau.anomalies()).containsExactly(CONTRADICTED);
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.RESERVE);
        bordereau.with("Dérogation", "ACQUIS_CONTREDIT : homonyme, vérifié par le jury");
        assertThat(bordereau.verdicts()).containsEntry("0001", Verdict.ADMIS);
        assertThat(bordereau.read("0001").waivers()).hasSize(1);
    }

    @Test
    void an_award_of_another_day_or_of_another_authority_contradicts_nothing() {
        assertThat(camille(block("BC01", false))
                        .with("Blocs acquis", "BC01 (12/01/2026)")
                        .clearBlock("BC01")
                        .anomalies())
                .isEmpty();
        assertThat(camille(block("BC01", false))
                        .column("Acquis délivrés par")
                        .with("Blocs acquis", "BC01")
                        .with("Acquis délivrés par", "jury de Valdanie")
                        .clearBlock("BC01")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_person_is_known_by_names_and_birth_date_never_by_the_number() {
        assertThat(camille(block("BC01", true)).with("N° candidat", "77").anomalies())
                .containsExactly("INFORMATION ACQUIS_AU_REGISTRE Candidats!M2 77");
        assertThat(camille(block("BC01", true))
                        .with("Nom de naissance", "AUBÉPINE")
                        .with("Prénoms", "camille")
                        .anomalies())
                .containsExactly(TOLD);
        assertThat(camille(block("BC01", true)).with("Prénoms", "Camille, Anne").anomalies())
                .isEmpty();
        assertThat(camille(block("BC01", true))
                        .with("Date de naissance", "02/03/1985")
                        .anomalies())
                .isEmpty();
    }

    @Test
    void a_later_session_another_certification_and_the_session_itself_say_nothing() {
        KnownBlock later =
                new KnownBlock("DEIS-2026-07", "77", "DEIS-RNCP39644", LocalDate.of(2026, 6, 19), "BC01", true);
        KnownBlock other = new KnownBlock("AUTRE-2025", "77", "AUTRE", NOVEMBER, "BC01", true);
        KnownBlock itself = new KnownBlock("DEIS-2026-06", "0001", "DEIS-RNCP39644", NOVEMBER, "BC01", true);
        assertThat(camille(later, other, itself).anomalies()).isEmpty();
    }
}

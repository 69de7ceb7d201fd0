package fr.minutier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClaimTest {
    static final Claim ADA = new Claim(
            "JUIN-2026-RN-C-1",
            "Relevé de notes",
            "Mme Ève Nerval",
            LocalDate.of(1990, 3, 2),
            "admis",
            LocalDate.of(2026, 7, 1),
            "Le préfet de région ; Le recteur");

    @Test
    void its_fields_stand_in_their_order_on_one_line() {
        assertThat(ADA.text())
                .isEqualTo("MINUTIER1|JUIN-2026-RN-C-1|Relevé de notes|Mme Ève Nerval|02/03/1990|admis|01/07/2026"
                        + "|Le préfet de région ; Le recteur");
        assertThat(Claim.of(ADA.text())).contains(ADA);
    }

    @Test
    void what_concerns_a_whole_session_has_no_holder() {
        Claim minutes = new Claim("PV", "Procès-verbal", "", null, "3 admis", LocalDate.of(2026, 7, 1), "Le recteur");
        assertThat(minutes.text()).contains("|Procès-verbal|||3 admis|");
        assertThat(Claim.of(minutes.text())).contains(minutes);
    }

    @Test
    void no_name_can_shift_the_fields() {
        Claim sly = new Claim("1", "k", "Nerval|01/01/1900|\nadmis", null, "ajourné", LocalDate.EPOCH, "i");
        assertThat(sly.holder()).isEqualTo("Nerval 01/01/1900 admis");
        assertThat(Claim.of(sly.text())).contains(sly);
    }

    @Test
    void letters_are_composed_and_spaces_are_single() {
        Claim claim = new Claim("1", "k", "E\u0301ve\u00a0  d’Arc", null, "d", LocalDate.EPOCH, "i");
        assertThat(claim.holder()).isEqualTo("Éve d’Arc");
    }

    @Test
    void endless_words_end_in_an_ellipsis() {
        Claim claim = new Claim("1", "k", "N".repeat(500), null, "d", LocalDate.EPOCH, "i");
        assertThat(claim.holder()).hasSize(Claim.LONGEST).endsWith("N…");
    }

    @Test
    void other_words_are_no_claim() {
        assertThat(Claim.of("")).isEmpty();
        assertThat(Claim.of("https://example.org/?a=1|2")).isEmpty();
        assertThat(Claim.of(ADA.text().replace("MINUTIER1", "MINUTIER2"))).isEmpty();
        assertThat(Claim.of(ADA.text().replace("01/07/2026", "31/06/2026"))).isEmpty();
        assertThat(Claim.of(ADA.text() + "|more")).isEmpty();
    }
}

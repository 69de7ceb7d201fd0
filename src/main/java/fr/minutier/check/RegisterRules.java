package fr.minutier.check;

import static fr.minutier.check.Sentences.quoted;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Columns;
import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.FrenchDate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register holds of the same persons from earlier sessions of the same certification. It is proposed, or held
 * against what the bordereau says; the bordereau alone decides.
 */
final class RegisterRules {
    private final Certification certification;
    private final List<CandidateRow> rows;
    private final Past past;
    private final @Nullable String session;
    private final LocalDate day;
    private final Findings findings;

    /**
     * The rules of one session.
     *
     * @param session its own name, which is no earlier one; null when it has none
     * @param day of its deliberation, or the day of the check: what comes before it is earlier
     */
    RegisterRules(
            Certification certification,
            List<CandidateRow> rows,
            Past past,
            @Nullable String session,
            LocalDate day,
            Findings findings) {
        this.certification = certification;
        this.rows = rows;
        this.past = past;
        this.session = session;
        this.day = day;
        this.findings = findings;
    }

    void heldOrContradicted() {
        for (CandidateRow row : rows) {
            boolean disputed = row.disputed(Columns.BIRTH_NAME.key())
                    || row.disputed(Columns.FIRST_NAMES.key())
                    || row.disputed(Columns.ACQUIRED.key());
            if (!disputed) {
                Person.of(row.text(Columns.BIRTH_NAME.key()), row.text(Columns.FIRST_NAMES.key()), row.birthDate)
                        .ifPresent(person -> of(row, earlier(person)));
            }
        }
    }

    private List<KnownBlock> earlier(Person person) {
        return past.known(person).stream()
                .filter(known -> known.certification().equals(certification.code())
                        && !known.session().equals(session)
                        && known.deliberatedOn().isBefore(day))
                .toList();
    }

    private void of(CandidateRow row, List<KnownBlock> earlier) {
        for (Block block : certification.blocks()) {
            List<KnownBlock> known = earlier.stream()
                    .filter(one -> one.block().equals(block.code()))
                    .toList();
            List<KnownBlock> held = known.stream().filter(KnownBlock::held).toList();
            boolean claimed = row.acquired.containsKey(block.code());
            if (!held.isEmpty() && !row.exempted.containsKey(block.code())) {
                LocalDate since = row.acquired.get(block.code());
                boolean agrees = claimed
                        && held.stream().anyMatch(one -> one.deliberatedOn().equals(since));
                if (!agrees) {
                    held(row, held.getFirst(), claimed);
                }
            } else if (claimed && held.isEmpty() && !known.isEmpty()) {
                contradicted(row, known);
            }
        }
    }

    private void held(CandidateRow row, KnownBlock held, boolean claimed) {
        String written = quoted(held.block() + " (" + FrenchDate.inDigits(held.deliberatedOn()) + ")");
        findings.candidate(
                row,
                AnomalyCode.ACQUIS_AU_REGISTRE,
                row.cell(Columns.ACQUIRED.key()).address(),
                "Le registre tient le bloc " + held.block() + " de " + who(held) + "\u00a0: "
                        + (claimed
                                ? "s’il s’agit de cet acquis, sa date est " + written + "."
                                : "s’il s’agit de cette personne, et si le bloc doit compter, écrivez " + written
                                        + " dans " + quoted(Columns.ACQUIRED.official()) + "."));
    }

    /** An award that is not dated, or dated of a session of this register which did not give it. */
    private void contradicted(CandidateRow row, List<KnownBlock> known) {
        String block = known.getFirst().block();
        LocalDate since = row.acquired.get(block);
        Cell authority = row.cell(Columns.ACQUIRED_AUTHORITY.key());
        KnownBlock against = known.stream()
                .filter(one ->
                        since == null ? authority.blank() : one.deliberatedOn().equals(since))
                .reduce((first, last) -> last)
                .orElse(null);
        if (against != null) {
            findings.toSettle(
                    row,
                    AnomalyCode.ACQUIS_CONTREDIT.name(),
                    AnomalyCode.ACQUIS_CONTREDIT.gravity(),
                    row.cell(Columns.ACQUIRED.key()).address(),
                    "Le bloc " + block + " est dit acquis, et le registre tient que " + who(against)
                            + " ne l’a pas obtenu",
                    "corrigez la date ou retirez le bloc, dites qui l’a délivré dans "
                            + quoted(Columns.ACQUIRED_AUTHORITY.official())
                            + ", ou, s’il s’agit d’une autre personne, faites-le écrire par le jury dans "
                            + quoted(Columns.WAIVERS.official()) + ".");
        }
    }

    private static String who(KnownBlock known) {
        return "la personne de mêmes nom, prénoms et date de naissance, candidat " + known.candidate()
                + " de la session " + known.session() + " du " + FrenchDate.inDigits(known.deliberatedOn());
    }
}

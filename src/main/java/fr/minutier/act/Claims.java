package fr.minutier.act;

import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.deliberation.Verdict;
import fr.minutier.proof.Claim;
import fr.minutier.proof.SigningKey;
import fr.minutier.session.Identity;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The signed codes of a session's acts: what each says in a few words. None without a key; a draft is not signed. */
final class Claims {
    private final Deliberation deliberation;
    private final LocalDate day;
    private final @Nullable SigningKey key;

    Claims(Deliberation deliberation, LocalDate day, @Nullable SigningKey key) {
        this.deliberation = deliberation;
        this.day = day;
        this.key = key;
    }

    /** The code of an act that says what was decided of a candidate as a whole. */
    @Nullable
    String of(ActKind kind, String number, Decision decision) {
        return of(kind, number, decision, acronym() + " : " + decision.verdict().label());
    }

    /** The code of an act that attests one block. */
    @Nullable
    String of(ActKind kind, String number, Decision decision, BlockOutcome outcome) {
        return of(
                kind,
                number,
                decision,
                acronym() + " " + outcome.block().code() + " : "
                        + outcome.issue().label());
    }

    /** The code of the minutes: how many candidates were given each decision. */
    @Nullable
    String ofSession(ActKind kind, String number) {
        String counts = Arrays.stream(Verdict.values())
                .map(verdict -> verdict.label() + " " + deliberation.count(verdict))
                .collect(Collectors.joining(", "));
        return sign(kind, number, "", null, acronym() + " : " + counts);
    }

    private @Nullable String of(ActKind kind, String number, Decision decision, String said) {
        Identity identity = decision.candidate().identity();
        String name = CandidateFields.of(decision.candidate()).fullName();
        return sign(kind, number, name == null ? "" : name, identity.birthDate(), said);
    }

    private @Nullable String sign(
            ActKind kind, String number, String holder, @Nullable LocalDate born, String decision) {
        Session session = deliberation.session();
        if (key == null || session.status() == Status.PROVISOIRE) {
            return null;
        }
        return key.sign(new Claim(
                number, kind.title(), holder, born, decision, day, String.join(" ; ", session.authorities())));
    }

    private String acronym() {
        return deliberation.session().certification().acronym();
    }
}

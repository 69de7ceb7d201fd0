package fr.minutier.register;

import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Small made-up editions. */
public final class Toys {
    private Toys() {}

    /** A digest, any, always the same for the same word. */
    public static String digest(String word) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(word.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One candidate admitted, with one statement whose bytes are known by a word. */
    public static Issue issue(String statement) {
        return new Issue(
                new Outcome(false, 1, 0, 1, 0),
                account(),
                "",
                List.of(new IssuedAct(
                        "RN-C-1",
                        "releve-de-notes",
                        "C-1",
                        1,
                        "candidats/C-1/releve-de-notes.pdf",
                        digest(statement),
                        10)));
    }

    /** An edition that says this and issues no act. */
    static Issue issue(Account account, String changes) {
        return new Issue(new Outcome(false, account.results().size(), 0, 0, 0), account, changes, List.of());
    }

    /** One candidate admitted, without an anomaly. */
    public static Account account() {
        return new Account(
                "Session de juin 2026",
                "DEIS-RNCP39644",
                Status.PROVISOIRE,
                null,
                List.of(new Account.Result("C-1", Verdict.ADMIS, List.of(), List.of(), List.of())),
                List.of());
    }
}

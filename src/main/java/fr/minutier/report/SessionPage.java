package fr.minutier.report;

import fr.minutier.check.Checked;
import fr.minutier.deliberation.Deliberation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of one session, {@code index.html} of its folder. */
public final class SessionPage {
    private SessionPage() {}

    /**
     * The page, whole in one file.
     *
     * @param deliberation null when the session is withheld
     * @param made the files of the folder; the page itself and the manifest need not be among them
     */
    public static byte[] html(Checked checked, @Nullable Deliberation deliberation, List<Made> made) {
        return new byte[0];
    }
}

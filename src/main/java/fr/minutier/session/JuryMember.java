package fr.minutier.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of the jury, named in the bordereau.
 *
 * @param capacity in which he sits (qualité)
 * @param college as the definition spells it, or as written when the definition knows no such college
 * @param chair whether he presides
 * @param group of examiners, or null
 * @param candidates numbers of those for whom alone he votes; empty for all
 */
public record JuryMember(
        @Nullable String civility,
        String lastName,
        String firstName,
        String capacity,
        String college,
        boolean chair,
        Presence presence,
        @Nullable String group,
        List<String> candidates) {
    public JuryMember {
        candidates = List.copyOf(candidates);
    }

    /** Whether he may sign the minutes: whoever was absent or excused does not. */
    public boolean maySign() {
        return presence == Presence.PRESENT || presence == Presence.NON_PRECISE;
    }

    /** Whether a member sat. */
    public enum Presence {
        PRESENT("présent"),
        ABSENT("absent"),
        EXCUSE("excusé"),
        NON_PRECISE("non précisé");

        private final String label;

        Presence(String label) {
            this.label = label;
        }

        /** The word printed. */
        public String label() {
            return label;
        }
    }
}

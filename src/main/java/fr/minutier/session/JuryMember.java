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
 * @param recusedFor numbers of those for whom he does not sit, for a link declared with them
 * @param examines codes of the blocks whose épreuves he examines, where the bordereau says so
 * @param designatedBy who designated him as an examiner, or null
 * @param examinerOnly whether he examines without being a member of the jury
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
        List<String> candidates,
        List<String> recusedFor,
        List<String> examines,
        @Nullable String designatedBy,
        boolean examinerOnly) {
    public JuryMember {
        candidates = List.copyOf(candidates);
        recusedFor = List.copyOf(recusedFor);
        examines = List.copyOf(examines);
    }

    /** Whether he sat: whoever was absent or excused did not. */
    public boolean sat() {
        return presence == Presence.PRESENT || presence == Presence.NON_PRECISE;
    }

    /** Whether he may sign the minutes: members who sat do. */
    public boolean maySign() {
        return sat() && !examinerOnly;
    }

    /** Whether he sat for that candidate as a member of the jury, without a link declared with him. */
    public boolean satFor(String candidate) {
        return maySign() && !recusedFor.contains(candidate) && (candidates.isEmpty() || candidates.contains(candidate));
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

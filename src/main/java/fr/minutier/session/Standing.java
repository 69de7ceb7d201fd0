package fr.minutier.session;

import fr.minutier.certification.Exemption;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a candidate stands towards one block: the ground on which the jury decides. Only the first carries marks. */
public sealed interface Standing {
    /**
     * By épreuve.
     *
     * @param marks one for each component, in the order of the definition; those of an épreuve for which a block held
     *     before stands are left out
     */
    record Examined(List<ComponentMark> marks) implements Standing {
        public Examined {
            marks = List.copyOf(marks);
        }
    }

    /** By decision on acquired experience. */
    record ByExperience(VaeDecision decision) implements Standing {}

    /**
     * Acquired in an earlier session.
     *
     * @param since day of that award, when the bordereau gives it
     */
    record AcquiredEarlier(@Nullable LocalDate since, Evidence evidence) implements Standing {
        /** An award of which nothing else is known. */
        public AcquiredEarlier(@Nullable LocalDate since) {
            this(since, Evidence.NONE);
        }
    }

    /**
     * Exempt by a title held.
     *
     * @param since day on which the title was obtained, when the bordereau gives it
     */
    record Exempt(Exemption exemption, @Nullable LocalDate since, Evidence evidence) implements Standing {
        /** A title of which nothing else is known. */
        public Exempt(Exemption exemption) {
            this(exemption, null, Evidence.NONE);
        }
    }
}

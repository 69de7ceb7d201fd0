package fr.minutier.certification;

import java.util.List;
import java.util.Optional;

/**
 * Who of a jury sits for whom. A breach is told, never a refusal.
 *
 * @param byExperience the least jury of a candidate who comes by VAE, when a text says it
 * @param limitedVote whose vote counts for some candidates only, when a text says it
 */
public record SeatRules(Optional<ByExperience> byExperience, Optional<LimitedVote> limitedVote) {
    /** No text says anything. */
    public static final SeatRules NONE = new SeatRules(Optional.empty(), Optional.empty());

    /**
     * The least jury of a candidate who comes by VAE.
     *
     * @param least how many members without any link with the candidate, at least 1
     */
    public record ByExperience(int least, Source source) {
        public ByExperience {
            if (least < 1) {
                throw new IllegalArgumentException("un jury compte au moins un membre");
            }
        }
    }

    /**
     * Members who vote for some candidates only.
     *
     * @param capacities in which they sit (qualités), as the bordereau writes them
     */
    public record LimitedVote(List<String> capacities, Source source) {
        public LimitedVote {
            capacities = List.copyOf(capacities);
        }
    }
}

package fr.minutier.deliberation;

import fr.minutier.certification.Epreuve;
import java.util.Optional;

/**
 * The outcome of one of the épreuves on which a block rests.
 *
 * @param issue {@link Issue#ACQUIS} where a block held before stands for it
 * @param sum its arithmetic, where every component was marked
 */
public record EpreuveOutcome(Epreuve epreuve, Issue issue, Optional<Grounds.Arithmetic> sum) {}

package fr.minutier.register;

import fr.minutier.deliberation.Issue;
import java.time.LocalDate;

/**
 * What a closed session of this register says of one block of a person.
 *
 * @param session its id
 * @param candidate his number there
 * @param certification code of the certification that he came for
 * @param deliberatedOn day of its deliberation
 * @param block code of the block
 */
public record Holding(
        String session, String candidate, String certification, LocalDate deliberatedOn, String block, Issue issue) {}

package fr.minutier.check;

import java.time.LocalDate;

/**
 * What a closed session says of one block of a person.
 *
 * @param session its name
 * @param candidate his number there
 * @param certification code of the certification
 * @param deliberatedOn day of its deliberation
 * @param block code of the block
 * @param held whether that session validated the block; otherwise he was there and did not obtain it
 */
public record KnownBlock(
        String session, String candidate, String certification, LocalDate deliberatedOn, String block, boolean held) {}

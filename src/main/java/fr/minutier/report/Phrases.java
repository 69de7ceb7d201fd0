package fr.minutier.report;

import fr.minutier.deliberation.BlockOutcome;
import fr.minutier.deliberation.Decision;
import fr.minutier.session.Reserve;
import java.util.stream.Collectors;

/** Turns of phrase that the pages and the files share. */
final class Phrases {
    /** The space that French puts before a colon, a semicolon and inside its quotation marks. */
    static final String NBSP = "\u00a0";

    private Phrases() {}

    /** Why the decision is what it is: the reason of the reserve, or how many blocks are held and which are not. */
    static String motive(Decision decision) {
        Reserve reserve = decision.candidate().reserve();
        if (reserve != null) {
            return reserve.inCodes();
        }
        int count = decision.held().size();
        String held = count
                + (count < 2 ? " bloc sur " : " blocs sur ")
                + decision.outcomes().size();
        String missing = decision.missing().stream()
                .map(BlockOutcome::block)
                .map(block -> block.code())
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? held : held + NBSP + "; à acquérir" + NBSP + ": " + missing;
    }
}

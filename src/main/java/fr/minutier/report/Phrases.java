package fr.minutier.report;

import fr.minutier.certification.Gravity;
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

    /** A number and its noun, which takes an s from two on. */
    static String counted(long number, String noun) {
        return number + NBSP + (number < 2 ? noun : noun + "s");
    }

    /** The word for a gravity in running text. */
    static String word(Gravity gravity) {
        return switch (gravity) {
            case BLOQUANTE -> "bloquante";
            case A_ARBITRER -> "à arbitrer";
            case AVERTISSEMENT -> "avertissement";
            case INFORMATION -> "information";
        };
    }
}

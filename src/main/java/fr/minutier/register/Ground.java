package fr.minutier.register;

/**
 * Why one block of one candidate has its outcome.
 *
 * @param candidate the candidate's number
 * @param block code of the block
 * @param words what was compared and the text that says so, in French
 */
public record Ground(String candidate, String block, String words) {
    /** Refuses blanks. */
    public Ground {
        if (candidate.isBlank() || block.isBlank() || words.isBlank()) {
            throw new IllegalArgumentException("grounds have a candidate, a block and words");
        }
    }
}

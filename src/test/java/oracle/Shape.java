package oracle;

import java.util.List;
import java.util.Map;

/**
 * What must be passed, in the form that the sources give it: épreuves with their marks, and blocks that rest on them.
 *
 * @param code of the certification
 * @param epreuves by code
 * @param blocks in the order of the certification
 * @param titles that exempt, each with the blocks that it exempts from
 * @param lapsed whether a text once let blocks lapse after five years, until 25 January 2019
 * @param ownCandidatesOnly whether a directeur de mémoire votes for his own candidates alone
 * @param vaeJury the fewest members without a link with a candidate by VAE; 0 where no text says it
 */
public record Shape(
        String code,
        Map<String, Epreuve> epreuves,
        List<Block> blocks,
        Map<String, List<String>> titles,
        boolean lapsed,
        boolean ownCandidatesOnly,
        int vaeJury) {

    /**
     * One mark.
     *
     * @param floor in hundredths; 0 for none
     */
    public record Component(String header, int coefficient, boolean collective, int floor) {}

    /** A length that is asked where its component bears a mark; out of bounds it is for the jury to settle. */
    public record Length(String header, String component, int least, int most) {}

    /**
     * An épreuve.
     *
     * @param threshold in points; ignored where its block asks an average
     * @param choice header of the competence chosen, and those to choose from; empty for none
     * @param examiners how many; 0 where no text says it
     * @param named by each authority, where a text says it
     */
    public record Epreuve(
            List<Component> components,
            int threshold,
            List<Length> lengths,
            Map<String, List<String>> choice,
            int examiners,
            Map<String, Integer> named) {
        /** One whose examiners no text counts. */
        Epreuve(List<Component> components, int threshold, List<Length> lengths, Map<String, List<String>> choice) {
            this(components, threshold, lengths, choice, 0, Map.of());
        }

        Epreuve examined(int number, Map<String, Integer> by) {
            return new Epreuve(components, threshold, lengths, choice, number, by);
        }

        int coefficients() {
            return components.stream().mapToInt(Component::coefficient).sum();
        }
    }

    /**
     * A block.
     *
     * @param epreuves codes of those that it rests on
     * @param average in hundredths, where they make up for each other; else 0
     */
    public record Block(String code, String vaeHeader, List<String> epreuves, int average) {}

    /** The blocks that a title held exempts from. */
    List<String> exempted(String title) {
        return titles.getOrDefault(title, List.of());
    }

    List<Block> restingOn(String epreuve) {
        return blocks.stream()
                .filter(block -> block.epreuves().contains(epreuve))
                .toList();
    }
}

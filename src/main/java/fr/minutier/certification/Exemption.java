package fr.minutier.certification;

import java.util.List;
import java.util.Set;

/**
 * A title whose holder is exempt from blocks and from their épreuves (dispense).
 *
 * @param title by which the bordereau names it
 * @param aliases other names of the same title
 * @param blocks codes of the blocks exempted
 */
public record Exemption(String title, List<String> aliases, Set<String> blocks, Source source) {
    public Exemption {
        aliases = List.copyOf(aliases);
        blocks = Set.copyOf(blocks);
    }
}

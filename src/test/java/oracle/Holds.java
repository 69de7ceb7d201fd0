package oracle;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cells that a fault has taken hold of, and what a row is, seen by those who spoil it. */
final class Holds {
    private final List<Map<String, String>> rows;
    private final Map<Map<String, String>, Set<String>> held = new IdentityHashMap<>();

    Holds(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    boolean free(Map<String, String> row, String... headers) {
        Set<String> taken = held.computeIfAbsent(row, r -> new HashSet<>());
        return List.of(headers).stream().noneMatch(taken::contains);
    }

    boolean hold(Map<String, String> row, String... headers) {
        held.computeIfAbsent(row, r -> new HashSet<>()).addAll(List.of(headers));
        return true;
    }

    static boolean vae(Map<String, String> row) {
        return Deis.VAE.equals(row.get(Deis.ROUTE));
    }

    static boolean otherwise(Map<String, String> row, Deis.Block block) {
        boolean exempt = block.code().equals(Deis.EXEMPTED_BLOCK)
                && Deis.EXEMPTING_TITLES.contains(row.getOrDefault(Deis.TITLE, ""));
        return exempt || row.getOrDefault(Deis.ACQUIRED, "").contains(block.code());
    }

    static boolean byEpreuve(Map<String, String> row, Deis.Block block) {
        return !vae(row) && !otherwise(row, block);
    }

    static boolean bearsNumber(Map<String, String> row, String header) {
        return Mark.read(row.getOrDefault(header, "")).is(Mark.State.VALID);
    }

    /** What is asked beside the component, by the cells that would be asked. */
    static String[] around(Deis.Block block, String component) {
        if (!component.equals(block.length().component())) {
            return new String[] {component};
        }
        return switch (block.code()) {
            case "BC02" -> new String[] {component, block.length().header(), Deis.GROUP};
            case "BC03" -> new String[] {component, block.length().header(), Deis.COMPETENCE};
            default -> new String[] {component, block.length().header()};
        };
    }

    /** The row and those of the same group. */
    List<Map<String, String>> group(Map<String, String> row) {
        String name = row.get(Deis.GROUP);
        return rows.stream()
                .filter(r -> r == row || (name != null && name.equals(r.get(Deis.GROUP))))
                .toList();
    }
}

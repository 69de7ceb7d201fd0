package fr.minutier.act;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which version of each act is to be made: the first of those that were never issued; the one in force of those of a
 * candidate whom a correction leaves as he is; the next of all others. The first is not told in an act's number, the others
 * end it: {@code -v2}.
 */
public final class Versions {
    /** Every act is a first one. */
    public static final Versions FIRST = new Versions(Map.of(), Set.of());

    private final Map<String, Integer> last = new HashMap<>();
    private final Set<String> taken;
    private final Set<String> kept;

    private Versions(Map<String, Integer> issued, Set<String> kept) {
        issued.forEach((number, version) -> last.merge(
                version == 1
                        ? number
                        : number.substring(0, number.length() - suffix(version).length()),
                version,
                Math::max));
        this.taken = Set.copyOf(issued.keySet());
        this.kept = Set.copyOf(kept);
    }

    /**
     * The versions of a correction.
     *
     * @param issued the version of each act that was issued and closed, by its number
     * @param kept candidates whom the correction leaves as they are
     */
    public static Versions after(Map<String, Integer> issued, Set<String> kept) {
        return new Versions(issued, kept);
    }

    /**
     * The version of an act.
     *
     * @param first the number of its first version
     * @param candidate empty for the minutes
     */
    int of(String first, String candidate) {
        int version = last.getOrDefault(first, 0);
        if (kept.contains(candidate)) {
            return Math.max(version, 1);
        }
        do {
            version++; // the number of a candidate may itself end like a version
        } while (taken.contains(number(first, version)));
        return version;
    }

    /** The number of that version. */
    static String number(String first, int version) {
        return first + suffix(version);
    }

    private static String suffix(int version) {
        return version == 1 ? "" : "-v" + version;
    }
}

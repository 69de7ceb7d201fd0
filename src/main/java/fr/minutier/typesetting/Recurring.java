package fr.minutier.typesetting;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What texts measure that come again from one document to the next though no template holds them, such as the names of
 * épreuves and most marks. Shared by threads; what is measured depends on the text alone.
 */
final class Recurring {
    /** So many are kept at most, each of some kilobytes; those that do come again are soon back. */
    private static final int KEPT = 1000;

    private final Map<Text, Measures> known = new ConcurrentHashMap<>();

    /** Where the measures of a text are kept. */
    Measures of(Text text) {
        Measures measures = known.get(text);
        if (measures == null) {
            if (known.size() >= KEPT) {
                known.clear();
            }
            measures = new Measures();
            known.put(text, measures);
        }
        return measures;
    }
}

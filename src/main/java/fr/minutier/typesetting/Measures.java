package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Characters;
import fr.minutier.typesetting.LineBreaker.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text measured when it was last set, and the lines that it was broken into. Threads may share it: each part is
 * replaced as a whole, and whoever comes too late measures again.
 */
final class Measures {
    private @Nullable Characters regular;
    private @Nullable Characters bold;
    private @Nullable Broken broken;

    /** Lines of that size in that width, in points. */
    private record Broken(Characters all, double size, double width, List<Line> lines) {}

    /** The characters in that typeface, or null. */
    @Nullable
    Characters characters(Typeface typeface, boolean bold) {
        Characters known = bold ? this.bold : regular;
        return known != null && known.areOf(typeface) ? known : null;
    }

    void keep(Characters read, boolean bold) {
        if (bold) {
            this.bold = read;
        } else {
            regular = read;
        }
    }

    /** The lines of these characters, or null. */
    @Nullable
    List<Line> lines(Characters all, double size, double width) {
        Broken last = broken;
        return last != null && last.all == all && last.size == size && last.width == width ? last.lines : null;
    }

    void keep(Characters all, double size, double width, List<Line> lines) {
        broken = new Broken(all, size, width, lines);
    }
}

package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.Press;
import fr.minutier.typesetting.Volume;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of a session, in which all statements and all certificates are bound in the order of the candidates: those of
 * a {@link Range} of a large session in volumes of their own. Written as the acts come; what must be kept of a volume until
 * its end is bounded, so that memory does not grow with the number of candidates. To be used by one thread at a time.
 */
final class Volumes {
    private final WorkFolder folder;
    private final int candidates;
    private final Map<String, Series> series = new TreeMap<>();

    /** The volumes of one kind: the one in hand, and its number among them. */
    private static final class Series {
        private @Nullable Volume open;
        private int number;
    }

    /**
     * Begins no volume yet.
     *
     * @param candidates of the session
     */
    Volumes(WorkFolder folder, int candidates) {
        this.folder = folder;
        this.candidates = candidates;
    }

    /**
     * Binds an act, if acts of its kind are bound.
     *
     * @param place of its candidate; never before one that was bound already
     */
    void add(int place, Act act, Press.Composed composed) throws IOException {
        String kind = act.kind().volume().orElse("");
        if (kind.isEmpty() || !composed.bound()) {
            return;
        }
        Series bound = series.computeIfAbsent(kind, any -> new Series());
        if (bound.number != Range.volume(place, candidates)) {
            close(kind, bound);
        }
        Volume volume = bound.open;
        if (volume == null) {
            bound.number = Range.volume(place, candidates);
            volume = composed.begin(
                    new BufferedOutputStream(Files.newOutputStream(folder.path().resolve(path(kind, bound)))));
            bound.open = volume;
        }
        composed.addTo(volume);
    }

    /** Ends all volumes and lists them among the files made. */
    void close() throws IOException {
        for (Map.Entry<String, Series> entry : series.entrySet()) {
            close(entry.getKey(), entry.getValue());
        }
    }

    private void close(String kind, Series bound) throws IOException {
        Volume volume = bound.open;
        if (volume != null) {
            volume.close();
            folder.list(path(kind, bound), kind);
            bound.open = null;
        }
    }

    private static String path(String kind, Series bound) {
        return kind + (bound.number == 1 ? "" : "-" + bound.number) + ".pdf";
    }
}

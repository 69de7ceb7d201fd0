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
 * The volumes of a session, in which all statements and all certificates are bound in the order of the candidates. Written
 * as the acts come; what must be kept of a volume until its end is bounded by its size, so that memory does not grow with
 * the number of candidates. To be used by one thread at a time.
 */
final class Volumes {
    /** Acts to a volume; a session that has more gets a second one, and so on. */
    private static final int LARGEST = 1_000;

    private final WorkFolder folder;
    private final Map<String, Series> series = new TreeMap<>();

    /** The volumes of one kind: the one in hand, how many acts it holds, and its place among them. */
    private static final class Series {
        private @Nullable Volume open;
        private int acts;
        private int volumes;
    }

    Volumes(WorkFolder folder) {
        this.folder = folder;
    }

    /** Binds an act, if acts of its kind are bound. */
    void add(Act act, Press.Composed composed) throws IOException {
        String kind = act.kind().volume().orElse("");
        if (kind.isEmpty() || !composed.bound()) {
            return;
        }
        Series bound = series.computeIfAbsent(kind, any -> new Series());
        if (bound.acts == LARGEST) {
            close(kind, bound);
        }
        Volume volume = bound.open;
        if (volume == null) {
            bound.volumes++;
            volume = composed.begin(
                    new BufferedOutputStream(Files.newOutputStream(folder.path().resolve(path(kind, bound)))));
            bound.open = volume;
        }
        composed.addTo(volume);
        bound.acts++;
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
            bound.acts = 0;
        }
    }

    private static String path(String kind, Series bound) {
        return kind + (bound.volumes == 1 ? "" : "-" + bound.volumes) + ".pdf";
    }
}

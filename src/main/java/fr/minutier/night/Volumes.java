package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.act.Press;
import fr.minutier.typesetting.Volume;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/**
 * The volumes of a session, in which all statements and all certificates are bound in the order of the candidates. Written
 * as the acts come, so that memory does not grow with their number. To be used by one thread at a time.
 */
final class Volumes {
    private final WorkFolder folder;
    private final Map<String, Volume> open = new TreeMap<>();

    Volumes(WorkFolder folder) {
        this.folder = folder;
    }

    /** Binds an act, if acts of its kind are bound. */
    void add(Act act, Press.Composed composed) throws IOException {
        String name = act.kind().volume().orElse("");
        if (name.isEmpty() || !composed.bound()) {
            return;
        }
        Volume volume = open.get(name);
        if (volume == null) {
            volume = composed.begin(
                    new BufferedOutputStream(Files.newOutputStream(folder.path().resolve(name + ".pdf"))));
            open.put(name, volume);
        }
        composed.addTo(volume);
    }

    /** Ends all volumes and lists them among the files made. */
    void close() throws IOException {
        for (Map.Entry<String, Volume> entry : open.entrySet()) {
            entry.getValue().close();
            folder.list(entry.getKey() + ".pdf", entry.getKey());
        }
        open.clear();
    }
}

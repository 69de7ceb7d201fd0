package fr.minutier.archive;

import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes away what was handed in for editions of long ago, and the addresses that acts were sent to. The proof stays: digests,
 * decisions, acts, sendings, chains.
 */
public final class Purge {
    private Purge() {}

    /**
     * What was taken away.
     *
     * @param editions of which something was deleted
     * @param addresses how many were forgotten, by session
     */
    public record Purged(List<Edition> editions, Map<String, Integer> addresses) {
        /** Keeps its own copies. */
        public Purged {
            editions = List.copyOf(editions);
            addresses = new TreeMap<>(addresses);
        }
    }

    /**
     * Deletes what is kept of the editions taken up before a day, and the addresses of letters sent before it.
     *
     * @param kept the folder of what is kept beside the register
     * @throws IOException when it cannot be deleted
     */
    public static Purged of(Register register, Path kept, LocalDate before) throws IOException {
        List<Edition> purged = new ArrayList<>();
        for (String session : register.sessions()) {
            for (Edition edition : register.editions(session)) {
                Path folder = kept.resolve(session).resolve(Integer.toString(edition.number()));
                if (edition.takenUp().isBefore(before) && Files.isDirectory(folder)) {
                    PrivateFiles.delete(folder);
                    purged.add(edition);
                }
            }
        }
        return new Purged(purged, register.sendings().forgetAddresses(before));
    }
}

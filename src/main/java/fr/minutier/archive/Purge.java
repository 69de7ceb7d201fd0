package fr.minutier.archive;

import fr.minutier.register.Edition;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes away what was handed in for editions of long ago. The proof stays: digests, decisions, acts, chains. */
public final class Purge {
    private Purge() {}

    /**
     * Deletes what is kept of the editions taken up before a day.
     *
     * @param kept the folder of what is kept beside the register
     * @return the editions of which something was deleted
     * @throws IOException when it cannot be deleted
     */
    public static List<Edition> of(Register register, Path kept, LocalDate before) throws IOException {
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
        return purged;
    }
}

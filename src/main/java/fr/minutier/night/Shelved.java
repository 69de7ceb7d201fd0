package fr.minutier.night;

import fr.minutier.register.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What lies in the place of a session's folder, compared with what was published. Looks only. */
public enum Shelved {
    /** The folder is there, byte for byte as it was published. */
    AS_PUBLISHED,
    /** A folder is there, and a file in it was changed, added or taken away. */
    CHANGED,
    /** No folder is there. */
    MISSING;

    /**
     * Compares the folder of a session with its last edition.
     *
     * @param output the folder of all sessions
     * @param published the edition in force
     * @throws IOException when a file cannot be read
     */
    public static Shelved of(Path output, Edition published) throws IOException {
        Path folder = output.resolve(published.session());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return MISSING;
        }
        return Folder.digest(folder).equals(published.folderDigest()) ? AS_PUBLISHED : CHANGED;
    }
}

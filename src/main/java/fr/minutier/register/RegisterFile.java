package fr.minutier.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one file of a register that lives in no server: where it lies, how a copy of it is had while a run holds it, and
 * what its disk refused.
 *
 * @param folder the folder of the register, {@code output/.registre}
 */
public record RegisterFile(Path folder) {
    /** Its name in the folder. */
    public static final String NAME = "registre.mv.db";

    /** Where it lies, or will. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /**
     * Asks the process that holds the register for a consistent copy; asking again for the same one changes nothing.
     *
     * @param id by which who asks knows the copy
     * @throws IOException when one cannot ask
     */
    public void askForSnapshot(String id) throws IOException {
        Snapshots.ask(folder, id);
    }

    /** Where the copy that was asked for is found, once it is there: an archive with the file in it. */
    public Path snapshot(String id) {
        return Snapshots.answer(folder, id);
    }

    /**
     * Takes request and copy away.
     *
     * @throws IOException when they cannot be deleted
     */
    public void forgetSnapshot(String id) throws IOException {
        Snapshots.forget(folder, id);
    }

    /**
     * The first fault that this process met in writing the file. The register is then of no more use in it: a call to it may
     * not come back. What is on disk is whole, as after a kill.
     */
    public Optional<IOException> fault() {
        return WatchedDisk.fault(path());
    }
}

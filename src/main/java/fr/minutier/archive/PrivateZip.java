package fr.minutier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file that its owner alone may read, written beside its place and put there once it is whole. The same content
 * gives the same bytes: no entry bears a time.
 */
final class PrivateZip implements AutoCloseable {
    /** Not the first day that the format knows, beside which Java writes a time in the zone of the machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Path place;
    private final Path partial;
    private final ZipOutputStream out;

    /** Begins the file; without {@link #keep} nothing of it is left. */
    PrivateZip(Path file) throws IOException {
        place = file.toAbsolutePath();
        partial = place.resolveSibling(place.getFileName() + ".partiel");
        out = new ZipOutputStream(PrivateFiles.create(partial));
    }

    void put(String name, byte[] bytes) throws IOException {
        begin(name);
        out.write(bytes);
    }

    void put(String name, Path file) throws IOException {
        begin(name);
        Files.copy(file, out);
    }

    void put(String name, InputStream in) throws IOException {
        begin(name);
        in.transferTo(out);
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        out.putNextEntry(entry);
    }

    /** Puts the whole file in its place. */
    void keep() throws IOException {
        out.close();
        Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}

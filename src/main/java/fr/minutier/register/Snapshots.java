package fr.minutier.register;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives copies of the database to whoever asks for them while this process holds it, by H2's {@code BACKUP TO}, for which
 * whoever writes waits. One asks by a file {@code ID.demande} in the folder {@code sauvegarde} of the register; the answer
 * is {@code ID.zip} beside it, whole as soon as it is there.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final String FOLDER = "sauvegarde";
    private static final String ASKED = ".demande";
    private static final String GIVEN = ".zip";
    private static final String PARTIAL = ".partiel";

    private final Path folder;
    private final DataSource database;

    /** Of this database, for who asks in this folder. */
    Snapshots(Path register, DataSource database) {
        this.folder = register.resolve(FOLDER);
        this.database = database;
    }

    /** Asks, unless that was done. */
    static void ask(Path register, String id) throws IOException {
        Path request = Files.createDirectories(register.resolve(FOLDER)).resolve(id + ASKED);
        if (!Files.exists(request)) {
            Files.createFile(request);
        }
    }

    /** Where the answer comes. */
    static Path answer(Path register, String id) {
        return register.resolve(FOLDER).resolve(id + GIVEN);
    }

    /** Takes away what belongs to a request, and the folder with the last of them. */
    static void forget(Path register, String id) throws IOException {
        Path folder = register.resolve(FOLDER);
        for (String ending : List.of(ASKED, GIVEN, PARTIAL)) {
            Files.deleteIfExists(folder.resolve(id + ending));
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // somebody else asks, too
        }
    }

    /** Answers whoever has asked since. */
    void serve() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path request : requests()) {
            String name = request.getFileName().toString();
            String id = name.substring(0, name.length() - ASKED.length());
            Path partial = folder.resolve(id + PARTIAL);
            try {
                backup(partial);
                Files.move(partial, folder.resolve(id + GIVEN), StandardCopyOption.ATOMIC_MOVE);
                Files.deleteIfExists(request);
            } catch (SQLException | IOException e) {
                LOG.warn("no snapshot", e); // who asked goes on asking, and takes it himself once the lock is free
            }
        }
    }

    private List<Path> requests() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith(ASKED))
                    .toList();
        } catch (IOException e) {
            return List.of(); // taken away just now
        }
    }

    private void backup(Path file) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
            backup.setString(1, file.toAbsolutePath().toString());
            backup.execute();
        }
    }
}

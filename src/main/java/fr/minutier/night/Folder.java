package fr.minutier.night;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done to a whole folder: known by one digest, given to its readers, forced to disk, deleted. */
final class Folder {
    private static final int BUFFER = 1 << 16;
    // Threads that wait for the disk, which writes many files at once two to three times as fast as one by one.
    private static final int FORCES_AT_ONCE = 16;

    private Folder() {}

    /**
     * SHA-256 over one line per file, {@code digest, two spaces, path}, in the order of the paths: what {@code
     * find -type f -printf '%P\n' | LC_ALL=C sort | xargs sha256sum | sha256sum} says. Times and rights do not count.
     */
    static String digest(Path folder) throws IOException {
        MessageDigest whole = Studio.sha256();
        for (Path file : files(folder)) {
            String line = sha256(file) + "  " + relative(folder, file) + "\n";
            whole.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    /** Lets the owner write and the group read (0750, 0640), where the file system knows of such rights. */
    static void open(Path folder, @Nullable GroupPrincipal group) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                PosixFileAttributeView view =
                        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                if (view == null) {
                    return;
                }
                if (group != null && !group.equals(view.readAttributes().group())) {
                    view.setGroup(group);
                }
                view.setPermissions(
                        PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----"));
            }
        }
    }

    /** Lets the owner alone read and write a file, where the file system knows of such rights. */
    static void close(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Returns when all files and folders below are on disk. */
    static void force(Path folder) throws IOException {
        List<Callable<Path>> forces;
        try (Stream<Path> all = Files.walk(folder)) {
            forces = all.<Callable<Path>>map(path -> () -> forced(path)).toList();
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(FORCES_AT_ONCE, forces.size()))) {
            for (Future<Path> forced : threads.invokeAll(forces)) {
                forced.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("« %s » ne peut pas être écrit jusqu’au disque.".formatted(folder), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(folder.toString());
        }
    }

    /** Returns when the names in this folder are on disk; does nothing where a folder cannot be forced. */
    static void forceEntries(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every file system opens a folder (Windows does not); it then keeps its names in order by itself.
        }
    }

    /** Deletes a folder and all below; nothing when it is not there. Links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                if (fault != null) {
                    throw fault;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Path forced(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            forceEntries(path);
        } else {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        return path;
    }

    /** All files below, in the order of their paths. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing(path -> relative(folder, path)))
                    .toList();
        }
    }

    /** The path of a file below a folder, with {@code /}. */
    static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** SHA-256 of a file, in hexadecimal. */
    static String sha256(Path file) throws IOException {
        MessageDigest digest = Studio.sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

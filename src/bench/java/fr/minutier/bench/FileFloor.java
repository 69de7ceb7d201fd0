package fr.minutier.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * What the disk takes to hold the files of a night: as many, as large, in folders of the same names, of ready bytes, with
 * the rights and the forcing of the product, each session published by one rename. {@code FileFloor OUTPUT FRESH}
 */
final class FileFloor {
    private static final int FORCES_AT_ONCE = 16; // as the product does
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-x---");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r-----");

    private final Path work;
    private final Path places;
    private final byte[] bytes;

    /** A file to be written, below the folder of its session. */
    private record Entry(Path path, int size) {}

    private FileFloor(Path fresh, int largest) throws IOException {
        work = Files.createDirectories(fresh.resolve("travail"));
        places = Files.createDirectories(fresh.resolve("sessions"));
        bytes = new byte[largest];
        new Random(1).nextBytes(bytes);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, List<Entry>> sessions = sessions(Path.of(arguments[0]));
        int largest = sessions.values().stream()
                .flatMap(List::stream)
                .mapToInt(Entry::size)
                .max()
                .orElseThrow();
        FileFloor floor = new FileFloor(Path.of(arguments[1]), largest);
        long begin = System.nanoTime();
        floor.write(sessions);
        System.out.println((System.nanoTime() - begin) / 1e9);
    }

    /** The files of all sessions; what the register keeps for itself is not among them. */
    private static Map<String, List<Entry>> sessions(Path output) throws IOException {
        Map<String, List<Entry>> sessions = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path path = output.relativize(file);
                if (path.getNameCount() > 1 && !path.startsWith(".registre")) {
                    sessions.computeIfAbsent(path.getName(0).toString(), key -> new ArrayList<>())
                            .add(new Entry(path.subpath(1, path.getNameCount()), (int) Files.size(file)));
                }
            }
        }
        return sessions;
    }

    private void write(Map<String, List<Entry>> sessions) throws Exception {
        try (ExecutorService writers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                ExecutorService forcing = Executors.newFixedThreadPool(FORCES_AT_ONCE)) {
            List<Future<Path>> published = new ArrayList<>();
            sessions.forEach((name, entries) -> published.add(writers.submit(() -> publish(name, entries, forcing))));
            for (Future<Path> one : published) {
                one.get();
            }
        }
    }

    private Path publish(String name, List<Entry> entries, ExecutorService forcing) throws Exception {
        Path folder = Files.createDirectory(work.resolve(name));
        for (Entry entry : entries) {
            Path file = folder.resolve(entry.path);
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes, 0, entry.size));
            }
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.toList();
        }
        List<Future<Path>> forced = new ArrayList<>();
        for (Path path : all) {
            Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
            forced.add(forcing.submit(() -> forced(path)));
        }
        for (Future<Path> one : forced) {
            one.get();
        }
        Path place = Files.move(folder, places.resolve(name));
        forced(places);
        return place;
    }

    private static Path forced(Path path) throws IOException {
        StandardOpenOption way = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, way)) {
            channel.force(true);
        }
        return path;
    }
}

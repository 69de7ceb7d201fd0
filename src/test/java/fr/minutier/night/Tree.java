package fr.minutier.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies below a folder, the register's left out, as tests compare it. */
public final class Tree {
    private Tree() {}

    /** SHA-256 of every file, by its path. */
    public static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String file : files(folder)) {
            digests.put(file, sha256(Files.readAllBytes(folder.resolve(file))));
        }
        return digests;
    }

    /** Digest and time of every file, and the time of every folder, by path: equal only when nothing was touched. */
    static SortedMap<String, String> untouched(Path folder) throws IOException {
        SortedMap<String, String> states = new TreeMap<>();
        for (String path : paths(folder, any -> true)) {
            Path file = folder.resolve(path);
            states.put(
                    path,
                    Files.getLastModifiedTime(file)
                            + (Files.isDirectory(file) ? "" : " " + sha256(Files.readAllBytes(file))));
        }
        return states;
    }

    /** The paths of all files. */
    static Set<String> files(Path folder) throws IOException {
        return paths(folder, Files::isRegularFile);
    }

    /** The paths of all that lies there, the folder itself and the register's left out. */
    static Set<String> paths(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Set<String> paths = new TreeSet<>();
            all.filter(path -> !path.equals(folder) && wanted.test(path))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(".registre") && !path.startsWith(".registre/"))
                    .forEach(paths::add);
            return paths;
        }
    }

    /** SHA-256 in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

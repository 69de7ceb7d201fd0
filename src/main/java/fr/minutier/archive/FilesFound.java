package fr.minutier.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files as they are found, compared with what is on record.
 *
 * @param digests SHA-256 of each, by its path
 */
record FilesFound(Map<String, String> digests) {

    /** All files below a folder; none when it is not there. */
    static FilesFound in(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) all::iterator) {
                    if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                        digests.put(folder.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
                    }
                }
            }
        }
        return new FilesFound(digests);
    }

    /**
     * The first difference between a session's folder and the record.
     *
     * @param known whether a file that the edition does not have is one of an earlier edition
     * @return a French sentence without its point; empty when both agree
     */
    Optional<String> difference(OnRecord record, Predicate<String> known) {
        for (Map.Entry<String, String> file : record.folder().entrySet()) {
            String path = file.getKey();
            String found = digests.get(path);
            if (found == null) {
                String elsewhere = pathOf(file.getValue(), record);
                return Optional.of(
                        elsewhere.isEmpty()
                                ? record.name(path) + " manque"
                                : record.name(path) + " a été déplacé ou renommé\u00a0: il est à «\u00a0" + elsewhere
                                        + "\u00a0»");
            }
            if (!found.equals(file.getValue())) {
                String other = record.pathOf(found);
                return Optional.of(
                        other.isEmpty()
                                ? record.name(path) + " a été modifié"
                                : record.name(path) + " a été remplacé par " + record.name(other));
            }
        }
        if (!record.whole()) {
            return Optional.empty();
        }
        return digests.entrySet().stream()
                .filter(file -> !record.folder().containsKey(file.getKey()) && !known.test(file.getValue()))
                .findFirst()
                .map(file -> "«\u00a0" + file.getKey() + "\u00a0» est un fichier que le registre ne connaît pas");
    }

    private String pathOf(String sha256, OnRecord record) {
        return digests.entrySet().stream()
                .filter(file ->
                        file.getValue().equals(sha256) && !record.folder().containsKey(file.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}

package fr.minutier.night;

import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.IssuedFile.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies of what was handed in for a session, byte for byte: what an edition is made from and what is kept of it. Each
 * entry lies in a folder of its own, {@code 1}, {@code 2}…, under the name that it has in input.
 *
 * @param entries the same entries, at their copies
 * @param folder in which all copies lie
 */
record Received(List<Inbox.Entry> entries, Path folder) {
    Received {
        entries = List.copyOf(entries);
    }

    /**
     * Copies the files of a session.
     *
     * @param into an empty folder
     * @throws ChangedMeanwhile when one cannot be read any more
     * @throws IOException when a copy cannot be written
     */
    static Received copies(Order order, Path into) throws IOException {
        List<Inbox.Entry> copies = new ArrayList<>();
        for (Inbox.Entry entry : order.entries()) {
            Path folder = Files.createDirectory(into.resolve(Integer.toString(copies.size() + 1)));
            Path copy = folder;
            for (Path file : files(entry, order)) {
                copy = folder.resolve(file.getFileName().toString());
                Files.write(copy, bytes(file, order));
                Folder.close(copy);
            }
            copies.add(entry.at(entry instanceof Inbox.CsvFolder ? folder : copy));
        }
        Folder.force(into);
        return new Received(copies, into);
    }

    private static List<Path> files(Inbox.Entry entry, Order order) {
        try {
            return Inbox.files(entry);
        } catch (IOException e) {
            throw new ChangedMeanwhile(order.id());
        }
    }

    /** What cannot be read is a matter of input, and no trouble with the disk of output. */
    private static byte[] bytes(Path file, Order order) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ChangedMeanwhile(order.id());
        }
    }

    /** The copies as the register knows them once they are kept. */
    List<IssuedFile> files(Edition edition) throws IOException {
        List<IssuedFile> files = new ArrayList<>();
        for (Path file : Folder.files(folder)) {
            files.add(new IssuedFile(
                    Place.GARDE,
                    "recu",
                    Keeping.path(edition) + "/" + Folder.relative(folder, file),
                    Folder.sha256(file),
                    Files.size(file)));
        }
        return files;
    }
}

package fr.minutier.night;

import fr.minutier.act.Act;
import fr.minutier.register.IssuedAct;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.IssuedFile.Place;
import fr.minutier.report.Made;
import fr.minutier.report.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which a session's files are made, and the list of them. Safe for use by several threads at once. */
final class WorkFolder {
    private final Path folder;
    private final List<Made> made = new ArrayList<>();
    private final List<IssuedFile> unlisted = new ArrayList<>();

    WorkFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Writes a printed act. */
    void write(Act act, byte[] pdf) throws IOException {
        write(pdf, act.path(), act.kind().word(), act.candidate(), act.number(), act.version());
    }

    /** Writes a file that is no act. */
    void write(String path, String kind, byte[] bytes) throws IOException {
        write(bytes, path, kind, "", "", 0);
    }

    /** Writes the manifest, which does not list itself. */
    void writeUnlisted(String path, String kind, byte[] bytes) throws IOException {
        Files.write(folder.resolve(path), bytes);
        unlisted.add(new IssuedFile(Place.DOSSIER, kind, path, sha256(bytes), bytes.length));
    }

    /**
     * Takes a file over from another folder, to which nobody writes. The two share its bytes where the file system can.
     *
     * @param from where it lies
     * @param path where it lies from now on
     * @param file as the manifest of that folder has it
     */
    void carry(Path from, String path, Made file) throws IOException {
        Path to = folder.resolve(path);
        Files.createDirectories(to.getParent());
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        synchronized (made) {
            made.add(new Made(
                    path, file.kind(), file.candidate(), file.number(), file.version(), file.sha256(), file.bytes()));
        }
    }

    /**
     * Writes the list of all files, by which another folder takes them over.
     *
     * @return its SHA-256
     */
    String writeList(String session) throws IOException {
        byte[] list = Manifest.json(session, "", "", new Manifest.Chain(0, ""), made());
        Files.write(folder.resolve(Manifest.PATH), list);
        return sha256(list);
    }

    /**
     * Takes all files over that another folder lists.
     *
     * @param list SHA-256 of that list
     * @return false when that list is not there any more as it was, and nothing was taken over
     */
    boolean takeOver(Path other, String list) throws IOException {
        Path file = other.resolve(Manifest.PATH);
        if (!Files.isRegularFile(file) || !Folder.sha256(file).equals(list)) {
            return false;
        }
        for (Made each : Manifest.files(Files.readAllBytes(file))) {
            carry(other.resolve(each.path()), each.path(), each);
        }
        return true;
    }

    /** Lists a file that is no act and lies in the folder already. */
    void list(String path, String kind) throws IOException {
        MessageDigest sha = Studio.sha256();
        Path file = folder.resolve(path);
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        synchronized (made) {
            made.add(new Made(path, kind, "", "", 0, HexFormat.of().formatHex(sha.digest()), Files.size(file)));
        }
    }

    private void write(byte[] bytes, String path, String kind, String candidate, String number, int version)
            throws IOException {
        Path file = folder.resolve(path);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString()); // what vanished is not made anew, empty
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        String sha256 = sha256(bytes);
        synchronized (made) {
            made.add(new Made(path, kind, candidate, number, version, sha256, bytes.length));
        }
    }

    /** What was written so far, by path. */
    List<Made> made() {
        synchronized (made) {
            return made.stream().sorted(Comparator.comparing(Made::path)).toList();
        }
    }

    /** The files that are no acts in force, as the register keeps them; the manifest is the last. */
    List<IssuedFile> files() {
        return Stream.concat(
                        made().stream()
                                .filter(file -> file.number().isEmpty() || file.archived())
                                .map(file -> new IssuedFile(
                                        Place.DOSSIER, file.kind(), file.path(), file.sha256(), file.bytes())),
                        unlisted.stream())
                .toList();
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Studio.sha256().digest(bytes));
    }

    /** The acts in force among them, as the register keeps them. */
    List<IssuedAct> acts() {
        return made().stream()
                .filter(file -> !file.number().isEmpty() && !file.archived())
                .map(file -> new IssuedAct(
                        file.number(),
                        file.kind(),
                        file.candidate(),
                        file.version(),
                        file.path(),
                        file.sha256(),
                        file.bytes()))
                .toList();
    }
}

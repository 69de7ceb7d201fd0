package fr.minutier.archive;

import fr.minutier.register.Head;
import fr.minutier.register.Register;
import fr.minutier.register.RegisterBusy;
import fr.minutier.register.RegisterFailure;
import fr.minutier.register.RegisterFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The whole register in one file: the database, what is kept of editions, the keys. Made at any time, a run beside it or
 * not; put back without ever deleting what it replaces.
 */
public final class Backup {
    private static final List<String> FOLDERS = List.of("garde", "cles");
    private static final Pattern NAME = Pattern.compile("(garde|cles)(/[^/\\\\]+)+");
    private static final long BETWEEN_TRIES_MS = 200;
    private static final String BESIDE = "avant-restauration";

    private final Path register;
    private final RegisterFile database;

    /**
     * The backup of a register.
     *
     * @param register the folder of the register
     */
    public Backup(Path register) {
        this.register = register;
        this.database = new RegisterFile(register);
    }

    /** A backup cannot be put back. The message is a French sentence. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /**
     * Writes the backup; waits for the run that holds the register to give a copy, if there is one.
     *
     * @return false when there is no register
     * @throws IOException when something cannot be read or written
     * @throws InterruptedException when it is told to stop waiting
     */
    public boolean write(Path file) throws IOException, InterruptedException {
        try (PrivateZip zip = new PrivateZip(file)) {
            if (!writeDatabase(zip)) {
                return false;
            }
            for (String folder : FOLDERS) {
                writeFolder(folder, zip);
            }
            zip.keep();
            return true;
        }
    }

    private boolean writeDatabase(PrivateZip out) throws IOException, InterruptedException {
        String id = ProcessHandle.current().pid() + "-" + System.nanoTime();
        try {
            while (true) {
                Path answer = database.snapshot(id);
                if (Files.exists(answer)) {
                    copyOnlyEntry(answer, out);
                    return true;
                }
                try {
                    Optional<Register> free = Register.openIfPresent(register);
                    if (free.isEmpty()) {
                        return false;
                    }
                    try {
                        out.put(RegisterFile.NAME, database.path()); // no run begins while this one is open
                    } finally {
                        free.get().close();
                    }
                    return true;
                } catch (RegisterBusy e) {
                    database.askForSnapshot(id);
                    Thread.sleep(BETWEEN_TRIES_MS);
                }
            }
        } finally {
            database.forgetSnapshot(id);
        }
    }

    private static void copyOnlyEntry(Path snapshot, PrivateZip out) throws IOException {
        try (ZipFile zip = new ZipFile(snapshot.toFile())) {
            ZipEntry only = zip.stream()
                    .filter(entry -> entry.getName().endsWith(RegisterFile.NAME))
                    .findFirst()
                    .orElseThrow(() -> new IOException("« %s » est vide.".formatted(snapshot)));
            try (InputStream in = zip.getInputStream(only)) {
                out.put(RegisterFile.NAME, in);
            }
        }
    }

    private void writeFolder(String name, PrivateZip out) throws IOException {
        Path folder = register.resolve(name);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                out.put(register.relativize(file).toString().replace('\\', '/'), file);
            }
        }
    }

    /**
     * Puts a backup back. The register that is there, if any, is set aside beside it; files kept and keys that are there
     * stay.
     *
     * @return where the register that was there lies now; empty when there was none
     * @throws Refused when the file is no whole backup, or knows less than the register that is there
     * @throws RegisterBusy when a run is going
     * @throws IOException when something cannot be read or written
     */
    public Optional<Path> restore(Path file) throws Refused, RegisterBusy, IOException {
        PrivateFiles.createFolder(register);
        Path unpacked = register.resolve("restauration");
        PrivateFiles.delete(unpacked);
        try {
            unpack(file, unpacked);
            Optional<Register> restored = Register.openIfPresent(unpacked);
            if (restored.isEmpty()) {
                throw new Refused("«\u00a0" + file + "\u00a0» ne contient pas de registre.");
            }
            try (Register read = restored.get()) {
                refuseBroken(read, file);
                refuseOlder(read);
            } catch (RegisterFailure e) {
                throw new Refused(
                        "le registre de «\u00a0" + file + "\u00a0» est endommagé\u00a0: rien n’a été touché.");
            }
            Optional<Path> aside = setAside();
            Files.move(new RegisterFile(unpacked).path(), database.path(), StandardCopyOption.ATOMIC_MOVE);
            for (String folder : FOLDERS) {
                moveMissing(unpacked.resolve(folder), register.resolve(folder));
            }
            return aside;
        } finally {
            PrivateFiles.delete(unpacked);
        }
    }

    private static void refuseBroken(Register restored, Path file) throws Refused {
        for (String session : restored.chained()) {
            if (restored.firstBreak(session).isPresent()) {
                throw new Refused("dans «\u00a0" + file + "\u00a0», la chaîne de la session " + session
                        + " est rompue\u00a0: rien n’a été touché.");
            }
        }
    }

    /** What is on record is never lost by a restoration; a register that cannot be read any more has nothing to say. */
    private void refuseOlder(Register restored) throws Refused, RegisterBusy {
        Optional<Register> present;
        try {
            present = Register.openIfPresent(register);
        } catch (RegisterFailure damaged) {
            return;
        }
        if (present.isEmpty()) {
            return;
        }
        try (Register there = present.get()) {
            for (String session : there.chained()) {
                Head head = there.head(session);
                if (!restored.heads(session).contains(head)) {
                    throw new Refused("le registre en place connaît l’écriture " + head.rank() + " de la session "
                            + session
                            + ", que la sauvegarde n’a pas\u00a0: rien n’a été touché. Pour revenir malgré tout"
                            + " en arrière, déplacez d’abord «\u00a0" + database.path() + "\u00a0» vous-même.");
                }
            }
        }
    }

    private Optional<Path> setAside() throws IOException {
        Path present = database.path();
        if (!Files.exists(present)) {
            return Optional.empty();
        }
        Path aside = register.resolve(RegisterFile.NAME + "." + BESIDE);
        for (int i = 2; Files.exists(aside); i++) {
            aside = register.resolve(RegisterFile.NAME + "." + BESIDE + "-" + i);
        }
        Files.move(present, aside, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(aside);
    }

    private static void moveMissing(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (!Files.exists(place)) {
                    PrivateFiles.createFolder(place.resolveSibling("."));
                    Files.move(file, place);
                }
            }
        }
    }

    private static void unpack(Path file, Path into) throws IOException, Refused {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (!name.equals(RegisterFile.NAME)
                        && (!NAME.matcher(name).matches() || ("/" + name + "/").contains("/../"))) {
                    throw new Refused("«\u00a0" + file + "\u00a0» n’est pas une sauvegarde du registre.");
                }
                Path place = into.resolve(name);
                PrivateFiles.createFolder(place.resolveSibling("."));
                try (InputStream in = zip.getInputStream(entry);
                        OutputStream out = PrivateFiles.create(place)) {
                    in.transferTo(out);
                }
            }
        } catch (java.util.zip.ZipException e) {
            throw new Refused("«\u00a0" + file + "\u00a0» n’est pas une sauvegarde, ou n’est pas entier.");
        }
    }
}

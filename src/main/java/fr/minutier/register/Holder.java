package fr.minutier.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The process that holds a register, as it says in a note beside the database. The note is no lock: it is read only
 * when the lock is found held, and one that a killed run left behind is found out by its process, which is no more.
 */
record Holder(long process, String user, String machine, Instant since, String command) {
    private static final String NOTE = "tenu-par.txt";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu 'à' H'\u00a0h\u00a0'mm").withZone(ZoneId.of("Europe/Paris"));

    /** This process, now. */
    static Holder here() {
        return new Holder(
                ProcessHandle.current().pid(),
                line(System.getProperty("user.name", "")),
                thisMachine(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                thisCommand());
    }

    /** Leaves the note, for its owner alone. What it is for does not depend on it: that it cannot be written is no fault. */
    void note(Path folder) {
        Path note = folder.resolve(NOTE);
        try {
            Files.deleteIfExists(note);
            Files.createFile(note, ownersOnly(folder));
            Files.write(note, List.of(Long.toString(process), user, machine, since.toString(), command));
        } catch (IOException e) {
            // A second run is then told that another one is going, and not which.
        }
    }

    /** Takes the note away. */
    static void leave(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NOTE));
        } catch (IOException e) {
            // It is believed only as long as its process lives.
        }
    }

    /** Who holds the register, its lock having been found held; empty when nobody left a note that holds good. */
    static Optional<Holder> of(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(NOTE), StandardCharsets.UTF_8);
            Holder noted = new Holder(
                    Long.parseLong(lines.get(0)),
                    lines.get(1),
                    lines.get(2),
                    Instant.parse(lines.get(3)),
                    lines.get(4));
            return Optional.of(noted).filter(Holder::mayLive);
        } catch (IOException | NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty(); // none, or the other run is just writing it
        }
    }

    /** In French: {@code lancé par … }. */
    String words() {
        return "lancé" + (user.isEmpty() ? "" : " par " + user) + (machine.isEmpty() ? "" : " sur " + machine) + " le "
                + WHEN.format(since) + (command.isEmpty() ? "" : ", «\u00a0" + command + "\u00a0»") + ", processus "
                + process;
    }

    private boolean mayLive() {
        return !machine.equals(thisMachine()) || ProcessHandle.of(process).isPresent();
    }

    private static String thisMachine() {
        try {
            return line(Files.readString(Path.of("/proc/sys/kernel/hostname")));
        } catch (IOException e) {
            String windows = System.getenv("COMPUTERNAME");
            return windows == null ? "" : line(windows);
        }
    }

    /** As it was typed, as far as Java tells: the jar or the class gives way to the name of the program. */
    private static String thisCommand() {
        String whole = System.getProperty("sun.java.command", "");
        String jar = System.getProperty("java.class.path", "");
        int end = whole.startsWith(jar) ? jar.length() : whole.indexOf(' ');
        return whole.isEmpty() ? "" : line("minutier" + (end < 0 ? "" : whole.substring(end)));
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static FileAttribute<?>[] ownersOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

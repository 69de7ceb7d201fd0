package fr.minutier.night;

import fr.minutier.night.Order.PrintedRange;
import fr.minutier.register.Edition;
import fr.minutier.register.Edition.State;
import fr.minutier.register.Issue;
import fr.minutier.register.Register;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts finished folders in their place, {@code output/SESSION}: each is complete or absent, whenever the program is
 * killed. A folder is made in {@code output/.registre/travail}, the one that it replaces is first moved to {@code
 * output/.registre/remplace}, and each move is one rename. The register is told before the first and after the last,
 * so that {@link #finishOrUndo} can tell at the next start how far it went.
 */
public final class Publication {
    private final Path output;
    private final Path work;
    /** Begins the name of a worker's folder, as no session's does. */
    private static final String WORKER = "ouvrier-";

    private final Path works;
    private final Path replaced;
    private final Keeping keeping;
    private final Register register;
    private final @Nullable GroupPrincipal group;

    /**
     * Makes the folders it works in.
     *
     * @param output the folder of all sessions; its group is the one that may read them
     * @param register the open register of {@code output/.registre}
     * @throws IOException when the folders cannot be made
     */
    public Publication(Path output, Register register) throws IOException {
        this(output, register, "");
    }

    /**
     * Makes the folders that a worker works in: nobody else's, since one that was thought to be dead may still write.
     *
     * @param worker his name, fit for a folder; empty for the run itself
     * @throws IOException when the folders cannot be made
     */
    Publication(Path output, Register register, String worker) throws IOException {
        this.output = output;
        this.works = output.resolve(".registre").resolve("travail");
        this.work = worker.isEmpty() ? works : works.resolve(WORKER + worker);
        this.replaced = output.resolve(".registre").resolve("remplace");
        this.keeping = new Keeping(output.resolve(".registre"));
        this.register = register;
        Files.createDirectories(work);
        Files.createDirectories(replaced);
        this.group = group(output);
    }

    /**
     * Gives an edition a fresh empty folder to be made in; what an earlier attempt left there is deleted.
     *
     * @throws IOException when the folder cannot be made
     */
    public Path open(Edition edition) throws IOException {
        require(edition, State.BEGUN);
        Path folder = workFolder(edition, work);
        Folder.delete(folder);
        return Files.createDirectory(folder);
    }

    /**
     * Gives a range of a session a fresh empty folder that no other attempt at it has, so that one who comes late spoils
     * nothing.
     *
     * @throws IOException when the folder cannot be made
     */
    Path openRange(Edition edition, Range range) throws IOException {
        String name = workFolder(edition, work).getFileName() + ".plage-" + (range.from() + 1);
        return Files.createDirectory(work.resolve(name + "." + UUID.randomUUID()));
    }

    /** What {@link #folder} knows the folder of a range by, on whatever machine. */
    String name(Path range) {
        return Folder.relative(works, range);
    }

    /** Where a range lies that is printed. */
    Path folder(PrintedRange printed) {
        return works.resolve(printed.folder());
    }

    /**
     * Gives an edition a fresh empty folder, its owner's alone, for copies of what was handed in; they are kept when it
     * is published.
     *
     * @throws IOException when the folder cannot be made
     */
    Path received(Edition edition) throws IOException {
        require(edition, State.BEGUN);
        Path folder = receivedFolder(edition, work);
        Folder.delete(folder);
        return Files.createDirectory(folder);
    }

    /**
     * Ends the making of a folder: rights set (folders 0750, files 0640, the group of {@code output/}), everything
     * forced to disk. Nothing may be written to it afterwards.
     *
     * @return the folder's digest, SHA-256 in hexadecimal, over sorted relative paths and bytes, without times
     * @throws IOException when a file cannot be read or forced
     */
    public String seal(Path folder) throws IOException {
        Folder.open(folder, group);
        Folder.force(folder);
        String digest = Folder.digest(folder);
        CommitPoint.SEALED.reached(folder.getFileName());
        return digest;
    }

    /**
     * Puts a sealed folder in its place and its edition on record.
     *
     * @param edition begun; its folder was made with {@link #open}
     * @param folderDigest what {@link #seal} said
     * @param issue what goes on record
     * @return the edition, published
     * @throws IOException when a folder cannot be moved; the former one is then in its place, and the edition waits
     *     for {@link #finishOrUndo}
     */
    public Edition publish(Edition edition, String folderDigest, Issue issue) throws IOException {
        require(edition, State.BEGUN);
        Edition prepared = register.prepare(edition, folderDigest, issue);
        CommitPoint.PREPARED.reached(edition.session());
        Edition published = putInPlace(prepared, work);
        deleteReplaced(prepared);
        return published;
    }

    /**
     * Puts a file of the whole night in its place, {@code output/NAME}; one that says the same already is left as it is,
     * its time included.
     *
     * @throws IOException when it cannot be written; the former one is then in its place
     */
    void replace(String name, byte[] bytes) throws IOException {
        Path place = output.resolve(name);
        if (Files.exists(place) && Arrays.equals(Files.readAllBytes(place), bytes)) {
            return;
        }
        Path fresh = Files.write(work.resolve(name), bytes);
        Folder.open(fresh, group);
        Folder.force(fresh);
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folder.forceEntries(output);
    }

    /** The register is held while folders move: nobody who took it over meanwhile finds them on their way. */
    private Edition putInPlace(Edition prepared, Path from) throws IOException {
        Edition published = register.published(prepared, () -> {
            keep(prepared, from);
            moveAside(prepared, from);
            try {
                moveIn(prepared, from);
            } catch (IOException e) {
                giveBack(prepared);
                throw e;
            }
        });
        CommitPoint.PUBLISHED.reached(prepared.session());
        return published;
    }

    /**
     * Ends what a killed run left: each prepared edition is published when its folder is found whole, in its place or
     * still in the work folder; otherwise it is taken back to begun and the folder that it replaced is put back. Then
     * all leftovers are deleted. To be called once, before the first {@link #open}.
     *
     * @return the editions that were published here
     * @throws IOException when a folder cannot be read, moved or deleted
     */
    public List<Edition> finishOrUndo() throws IOException {
        List<Edition> finished = new ArrayList<>();
        for (Edition edition : register.unfinished()) {
            finished.addAll(finishOrUndo(edition));
        }
        deleteAllIn(works);
        deleteAllIn(replaced);
        CommitPoint.LEFTOVERS_SETTLED.reached(finished.size());
        return finished;
    }

    /** Ends what another worker left of one session, in the same way; his leftovers stay. */
    void finishOrUndo(String session) throws IOException {
        for (Edition edition : register.unfinished()) {
            if (edition.session().equals(session)) {
                finishOrUndo(edition);
            }
        }
    }

    private List<Edition> finishOrUndo(Edition edition) throws IOException {
        if (edition.state() != State.PREPARED) {
            return List.of();
        }
        for (Path where : works()) {
            if (isPrepared(workFolder(edition, where), edition)) {
                return List.of(putInPlace(edition, where));
            }
        }
        if (isPrepared(place(edition), edition)) {
            Edition published = register.published(edition);
            CommitPoint.PUBLISHED.reached(edition.session());
            return List.of(published);
        }
        putBack(edition);
        keeping.forget(edition);
        register.undone(edition);
        return List.of();
    }

    /** Where a folder may have been made: by the run itself, or by a worker. */
    private List<Path> works() throws IOException {
        List<Path> all = new ArrayList<>(List.of(works));
        try (Stream<Path> lying = Files.list(works)) {
            lying.filter(path -> path.getFileName().toString().startsWith(WORKER))
                    .forEach(all::add);
        }
        return all;
    }

    /** Keeps what was handed in for the edition; nothing when it is kept already. */
    private void keep(Edition edition, Path from) throws IOException {
        Path received = receivedFolder(edition, from);
        if (Files.isDirectory(received)) {
            keeping.keep(received, edition);
            CommitPoint.KEPT.reached(edition.session());
        }
    }

    /** Moves what lies in the edition's place aside; nothing when the place is free. */
    void moveAside(Edition edition) throws IOException {
        moveAside(edition, work);
    }

    private void moveAside(Edition edition, Path from) throws IOException {
        Path place = place(edition);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Path aside = replacedFolder(edition);
            boolean wasMovedBefore = Files.exists(aside, LinkOption.NOFOLLOW_LINKS);
            // Gone when this process slept and another one published it: then what lies in the place is that edition.
            Path folder = workFolder(edition, from);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(folder.toString());
            }
            // Something is there already only when a killed run put nothing in the place and somebody else did.
            if (wasMovedBefore) {
                Folder.delete(place);
            } else {
                move(place, aside);
            }
        }
        CommitPoint.MOVED_ASIDE.reached(edition.session());
    }

    /** Renames the work folder to the edition's place, which is free. */
    void moveIn(Edition edition) throws IOException {
        moveIn(edition, work);
    }

    private void moveIn(Edition edition, Path from) throws IOException {
        move(workFolder(edition, from), place(edition));
        Folder.forceEntries(output);
        CommitPoint.MOVED_IN.reached(edition.session());
    }

    /** Deletes the folder that the edition replaced. */
    void deleteReplaced(Edition edition) throws IOException {
        Folder.delete(replacedFolder(edition));
        CommitPoint.REPLACED_DELETED.reached(edition.session());
    }

    /** Deletes the ranges of a session that is published: its folder has their files. */
    void deletePrinted(Order order) throws IOException {
        for (PrintedRange printed : order.printed()) {
            Folder.delete(folder(printed));
        }
    }

    /** Puts back what was moved aside for a folder that cannot be moved in, unless another process filled the place. */
    private void giveBack(Edition edition) throws IOException {
        Path aside = replacedFolder(edition);
        if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(place(edition), LinkOption.NOFOLLOW_LINKS)) {
            move(aside, place(edition));
            Folder.forceEntries(output);
        }
    }

    private void putBack(Edition edition) throws IOException {
        Path aside = replacedFolder(edition);
        if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
            Folder.delete(place(edition));
            move(aside, place(edition));
            Folder.forceEntries(output);
        }
    }

    /** The folder in force of a session, from which a correction takes over what it leaves as it is. */
    Path inForce(String session) {
        return output.resolve(session);
    }

    private static boolean isPrepared(Path folder, Edition edition) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Folder.digest(folder).equals(edition.folderDigest());
    }

    private Path place(Edition edition) {
        return output.resolve(edition.session());
    }

    private static Path workFolder(Edition edition, Path work) {
        return work.resolve(edition.session() + "." + edition.number());
    }

    private static Path receivedFolder(Edition edition, Path work) {
        return work.resolve(edition.session() + "." + edition.number() + ".recu");
    }

    private Path replacedFolder(Edition edition) {
        return replaced.resolve(edition.session() + "." + edition.number());
    }

    private static void require(Edition edition, State state) {
        if (edition.state() != state) {
            throw new IllegalStateException("not " + state + ": " + edition);
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "« %s » et « %s » doivent se trouver sur le même système de fichiers : un dossier ne peut être publié que d’un seul geste."
                            .formatted(from, to),
                    e);
        }
    }

    private static void deleteAllIn(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path path : left.toList()) {
                // Under another name nobody who is still at work finds it any more.
                Path gone = path.getFileName().toString().startsWith(WORKER)
                        ? Files.move(path, folder.resolve(UUID.randomUUID().toString()), StandardCopyOption.ATOMIC_MOVE)
                        : path;
                Folder.delete(gone);
            }
        }
    }

    private static @Nullable GroupPrincipal group(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? Files.readAttributes(folder, PosixFileAttributes.class).group()
                : null;
    }
}

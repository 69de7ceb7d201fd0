package fr.minutier.night;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.register.Edition;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.IssuedFile.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is kept beside the register, its owner's alone, in {@code output/.registre/garde}: of each edition what was handed
 * in, {@code SESSION/N/1/…}, until it is purged; and the definitions and templates in use, {@code modeles/SHA-256.zip}.
 */
final class Keeping {
    /** Below the folder of the register. */
    static final String FOLDER = "garde";

    private static final String TEMPLATES = "modeles";
    // The first moment that an archive can tell: no entry says when the file was written.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Path work;

    Keeping(Path register) {
        this.folder = register.resolve(FOLDER);
        this.work = register.resolve("travail");
    }

    /** Where what was handed in for an edition is kept, below the folder. */
    static String path(Edition edition) {
        return edition.session() + "/" + edition.number();
    }

    /** Moves copies to where they are kept; what an undone attempt left there gives way. */
    void keep(Path received, Edition edition) throws IOException {
        Path session = Files.createDirectories(folder.resolve(edition.session()));
        Path place = folder.resolve(path(edition));
        try {
            Publication.move(received, place);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(received)) {
                throw e; // another process kept them meanwhile
            }
            forget(edition);
            Publication.move(received, place);
        }
        Folder.forceEntries(session);
    }

    /** Deletes what was kept for an edition that is not to be published as it was. */
    void forget(Edition edition) throws IOException {
        Folder.delete(folder.resolve(path(edition)));
    }

    /**
     * Keeps definitions and templates as they are now, in an archive that is named by its digest; one that is there
     * stays.
     */
    IssuedFile keep(TemplateFolder templates) throws IOException {
        byte[] archive = archive(templates);
        String sha256 = WorkFolder.sha256(archive);
        String path = TEMPLATES + "/" + sha256 + ".zip";
        Path place = folder.resolve(path);
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Path archives = Files.createDirectories(folder.resolve(TEMPLATES));
            Path fresh = Files.write(work.resolve(sha256 + ".zip"), archive);
            Folder.close(fresh);
            Folder.force(fresh);
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            Folder.forceEntries(archives);
        }
        return new IssuedFile(Place.GARDE, TEMPLATES, path, sha256, archive.length);
    }

    /** Not compressed, in the order of the paths: the same files give the same bytes everywhere. */
    private static byte[] archive(TemplateFolder templates) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String file : templates.files("")) {
                byte[] content = Files.readAllBytes(templates.file(file));
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(file);
                entry.setTimeLocal(NO_TIME);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}

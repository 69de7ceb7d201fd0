package fr.minutier.bordereau.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a bordereau, whatever its format; the content of a file decides how, never its extension. */
public final class BordereauReader {

    private BordereauReader() {}

    /** By what one sees that a file was written to. */
    private record Stamp(long size, FileTime time) {}

    /**
     * Reads a workbook, or a folder or archive of CSV files. Nothing is thrown for what a person may have handed in.
     *
     * @param fileOrFolder the file or the folder
     * @param name how a person names it, relative to the input folder
     */
    public static Reading read(Path fileOrFolder, String name) {
        try {
            Map<Path, Stamp> before = stamps(fileOrFolder);
            Reading reading = reading(fileOrFolder, name);
            // A file that grows looks like anything, a damaged one included: what was read of it means nothing.
            return stamps(fileOrFolder).equals(before) ? reading : new Reading.Growing();
        } catch (NoSuchFileException e) {
            return new Reading.Unreadable(Refusal.quoted(name)
                    + " n’existe pas ou n’existe plus\u00A0: vérifiez son nom et son emplacement.");
        } catch (IOException e) {
            return new Reading.Unreadable(Refusal.denied(name).sentence());
        }
    }

    private static Reading reading(Path fileOrFolder, String name) throws IOException {
        try {
            return Files.isDirectory(fileOrFolder)
                    ? new Reading.Read(CsvReader.read(fileOrFolder, name))
                    : WorkbookKind.read(fileOrFolder, name);
        } catch (Refusal e) {
            return new Reading.Unreadable(e.sentence());
        }
    }

    private static Map<Path, Stamp> stamps(Path fileOrFolder) throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        if (Files.isDirectory(fileOrFolder)) {
            for (List<Path> files : CsvSheets.in(fileOrFolder).values()) {
                for (Path file : files) {
                    stamps.put(file, stamp(file));
                }
            }
        } else {
            stamps.put(fileOrFolder, stamp(fileOrFolder));
        }
        return stamps;
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime());
    }
}

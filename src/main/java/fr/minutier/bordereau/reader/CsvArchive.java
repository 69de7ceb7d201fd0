package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * Reads a .zip of CSV files as the folder that it holds: its files lie at the root of the archive or in one folder
 * there. They are read where they are; nothing is unpacked to disk.
 */
final class CsvArchive {

    /** What the programs of a Mac add to every archive. */
    private static final String MAC = "__MACOSX";

    private static final Pattern ABSOLUTE = Pattern.compile("(?s)(?:/|[A-Za-z]:).*");

    /** Names without their encoding, by the programs that still write such ones; UTF-8 is tried first. */
    private static final List<Charset> ENCODINGS = List.of(Charset.forName("IBM850"), Charset.forName("windows-1252"));

    private final ZipSecureFile archive;
    private final Path path;
    private final String name;

    private CsvArchive(ZipSecureFile archive, Path path, String name) {
        this.archive = archive;
        this.path = path;
        this.name = name;
    }

    /** A file of the archive: its folders and its own name, from the root. */
    private record Packed(List<String> place, ZipArchiveEntry entry) {
        String own() {
            return place.getLast();
        }

        List<String> folder() {
            return place.subList(0, place.size() - 1);
        }

        boolean isSession() {
            return CsvSheets.named(own()).filter(CsvSheets.SESSION::equals).isPresent();
        }
    }

    /**
     * Reads an open archive that is no workbook.
     *
     * @param path where the archive lies
     * @param name how a person names it
     */
    static Reading read(ZipSecureFile archive, Path path, String name) throws Refusal {
        return new CsvArchive(archive, path, name).read();
    }

    private Reading read() throws Refusal {
        List<Packed> files = files();
        Set<List<String>> folders = new LinkedHashSet<>();
        files.stream().filter(Packed::isSession).forEach(file -> folders.add(file.folder()));
        if (folders.isEmpty()) {
            return new Reading.NoBordereau(whyNoSession(files));
        }
        if (folders.size() > 1) {
            throw new Refusal("L’archive " + Refusal.quoted(name)
                    + " contient plusieurs session.csv\u00A0: faites une archive par session.");
        }
        List<String> folder = folders.iterator().next();
        if (folder.size() > 1) {
            throw new Refusal("Dans l’archive " + Refusal.quoted(name)
                    + ", session.csv est rangé trop profondément\u00A0: placez les fichiers CSV à la racine de l’archive, ou"
                    + " dans un seul dossier.");
        }
        List<CsvFile> sheets = files.stream()
                .filter(file -> file.folder().equals(folder)
                        && CsvSheets.named(file.own()).isPresent())
                .map(file -> new CsvFile(file.own(), shown -> bytes(file.entry(), shown)))
                .toList();
        return new Reading.Read(
                CsvReader.read(CsvSheets.bySheet(sheets, CsvFile::name), name, "de l’archive"), beside(files, folder));
    }

    /** What the archive holds, without folders of their own and what is passed over in a folder too. */
    private List<Packed> files() throws Refusal {
        List<Packed> files = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
            List<String> place = place(entry);
            boolean passedOver = place.stream().anyMatch(part -> Inbox.passedOver(part)) || place.indexOf(MAC) == 0;
            if (!entry.isDirectory() && !place.isEmpty() && !passedOver) {
                files.add(new Packed(place, entry));
            }
        }
        return files;
    }

    /** The parts of an entry's path. One that leads out of the archive tells of an archive made to do harm. */
    private List<String> place(ZipArchiveEntry entry) throws Refusal {
        String written = written(entry).replace('\\', '/');
        List<String> place = Arrays.stream(written.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (ABSOLUTE.matcher(written).matches()
                || place.contains("..")
                || written.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("L’archive " + Refusal.quoted(name) + " contient un nom de fichier ("
                    + Refusal.quoted(Written.tidy(written))
                    + ") qui mène hors d’elle, et n’a pas été lue\u00A0: refaites-la à partir des fichiers CSV.");
        }
        return place;
    }

    private static String written(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return ENCODINGS.stream()
                    .map(encoding -> new String(raw, encoding))
                    .filter(read -> CsvSheets.named(read.substring(read.lastIndexOf('/') + 1))
                            .isPresent())
                    .findFirst()
                    .orElseGet(() -> new String(raw, ENCODINGS.getFirst()));
        }
    }

    private String whyNoSession(List<Packed> files) {
        String found = "L’archive " + Refusal.quoted(name) + " ";
        if (files.isEmpty()) {
            return found + "est vide\u00A0: mettez-y les fichiers CSV de la session, ou supprimez-la.";
        }
        return files.stream().anyMatch(file -> Inbox.isWorkbook(file.own()))
                ? found
                        + "contient des classeurs ou d’autres archives, qui n’ont pas été lus\u00A0: déposez-les directement"
                        + " dans le dossier d’entrée."
                : found + "ne contient pas de session.csv\u00A0: ajoutez-y ce fichier s’il s’agit d’une session.";
    }

    /** What lies beside the files of the session; a folder is told once, not file by file. */
    private List<Inbox.Ignored> beside(List<Packed> files, List<String> folder) {
        Set<String> names = new LinkedHashSet<>();
        for (Packed file : files) {
            boolean inside = file.place().size() > folder.size()
                    && file.place().subList(0, folder.size()).equals(folder);
            List<String> place =
                    inside ? file.place().subList(folder.size(), file.place().size()) : file.place();
            boolean ofSession = inside
                    && place.size() == 1
                    && CsvSheets.named(place.getFirst()).isPresent();
            if (!ofSession) {
                names.add(Written.tidy(place.getFirst()));
            }
        }
        return names.stream()
                .sorted()
                .map(inside -> new Inbox.Ignored(
                        path,
                        name + "/" + inside,
                        "Une archive de session ne contient que session.csv, jury.csv, candidats.csv et"
                                + " deliberation.csv\u00A0: ceci n’a pas été lu."))
                .toList();
    }

    private byte[] bytes(ZipArchiveEntry entry, String shown) throws Refusal {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refusal(
                    "L’archive " + Refusal.quoted(name) + " est protégée par un mot de passe\u00A0: refaites-la sans.");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new Refusal("L’archive " + Refusal.quoted(name)
                    + " est compressée d’une façon qui n’est pas lue ici\u00A0: refaites-la au format .zip ordinaire.");
        }
        try (InputStream stream = archive.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(CsvReader.LARGEST_FILE + 1);
            if (bytes.length > CsvReader.LARGEST_FILE) {
                throw Refusal.tooLarge(shown);
            }
            if (bytes.length == 0) {
                throw Refusal.empty(shown);
            }
            CRC32 sum = new CRC32();
            sum.update(bytes);
            // A digit spoiled on the way would still be a digit.
            if (sum.getValue() != entry.getCrc()) {
                throw Refusal.damagedArchive(name);
            }
            return bytes;
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).startsWith("Zip bomb")
                    ? Refusal.tooLarge(shown)
                    : Refusal.damagedArchive(name);
        }
    }
}

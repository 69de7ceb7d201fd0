package fr.minutier.bordereau.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells by its first bytes what a file is, reads it when it is a workbook and says what to do when it is not. */
final class WorkbookKind {

    private static final int FIRST_BYTES = 512;

    private static final String AS_XLSX =
            "\u00A0: ouvrez-le dans votre tableur et enregistrez-le au format .xlsx ou .ods.";

    /** How the files of Excel 2 to 4 start, and those of Excel 5 outside the container of Office. */
    private static final List<String> BEFORE_CONTAINERS = List.of("\t\0\4\0", "\t\2\6\0", "\t\4\6\0", "\t\b\b\0\0\5");

    private WorkbookKind() {}

    static Reading read(Path file, String name) throws Refusal, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Refusal.quoted(name)
                    + " n’est pas un fichier ordinaire\u00A0: remplacez-le par le classeur" + " lui-même.");
        }
        String start;
        try (InputStream stream = Files.newInputStream(file)) {
            start = new String(stream.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
        }
        if (start.isEmpty()) {
            throw Refusal.empty(name);
        }
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return archive(file, name);
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return compound(file, name);
        }
        throw other(start, name);
    }

    private static Reading archive(Path file, String name) throws Refusal {
        try (ZipSecureFile archive = ZipGuard.open(file, name)) {
            if (!isWorkbook(archive)) {
                return CsvArchive.read(archive, file, name);
            }
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                    // No program packs a workbook in another way, and unpacking it would need libraries not here.
                    throw Refusal.damaged(name);
                }
            }
            if (archive.getEntry("[Content_Types].xml") != null) {
                return new Reading.Read(XlsxReader.read(archive, name));
            }
            ZipArchiveEntry type = archive.getEntry("mimetype");
            if (type == null ? archive.getEntry("content.xml") != null : isSpreadsheet(text(archive, type))) {
                return new Reading.Read(OdsReader.read(archive, name));
            }
            throw Refusal.otherDocument(name);
        } catch (IOException e) {
            // Nothing can be seen inside: only the name tells what it was meant to be.
            throw name.toLowerCase(Locale.ROOT).endsWith(".zip") ? Refusal.damagedArchive(name) : Refusal.damaged(name);
        }
    }

    /** The types of .ods and of its template. */
    private static boolean isSpreadsheet(String type) {
        return type.contains("opendocument.spreadsheet");
    }

    /** Each kind of workbook that is an archive has an entry by which it is known. */
    private static boolean isWorkbook(ZipSecureFile archive) {
        return archive.getEntry("[Content_Types].xml") != null
                || archive.getEntry("mimetype") != null
                || archive.getEntry("content.xml") != null;
    }

    private static String text(ZipSecureFile archive, ZipArchiveEntry entry) throws IOException {
        try (InputStream stream = archive.getInputStream(entry)) {
            return new String(stream.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads the older Office container, which also wraps encrypted workbooks. */
    private static Reading compound(Path file, String name) throws Refusal {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw Refusal.password(name);
            }
            if (root.hasEntryCaseInsensitive("Workbook")) {
                return new Reading.Read(XlsReader.read(root, "Workbook", name));
            }
            throw root.hasEntryCaseInsensitive("Book") ? tooOld(name) : Refusal.otherDocument(name);
        } catch (IOException | RuntimeException e) {
            // The library answers malformed containers with unchecked exceptions too.
            throw Refusal.damaged(name);
        }
    }

    private static Refusal tooOld(String name) {
        return new Refusal("Le classeur " + Refusal.quoted(name)
                + " est au format d’une version d’Excel antérieure à 1997" + AS_XLSX);
    }

    private static Refusal other(String start, String name) {
        String plain = start.replace("\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
        if (BEFORE_CONTAINERS.stream().anyMatch(start::startsWith)) {
            return tooOld(name);
        }
        if (plain.startsWith("<")) {
            String found = plain.contains("office:document")
                    ? "un document OpenDocument d’un seul tenant (.fods)"
                    : plain.startsWith("<?xml") && !plain.contains("<html") ? "du XML" : "une page web (HTML)";
            return new Refusal(
                    "Le fichier " + Refusal.quoted(name) + " n’est pas un vrai classeur, mais " + found + AS_XLSX);
        }
        if (plain.startsWith("%pdf")) {
            return new Refusal("Le fichier " + Refusal.quoted(name)
                    + " est un PDF, pas un classeur\u00A0: déposez le tableau d’origine (.xlsx, .xls ou .ods).");
        }
        if (start.indexOf('\0') < 0) {
            return new Refusal("Le fichier " + Refusal.quoted(name)
                    + " est un texte, pas un classeur\u00A0: enregistrez-le au format .xlsx ou .ods, ou déposez un dossier avec"
                    + " session.csv, jury.csv et candidats.csv.");
        }
        return new Refusal("Le fichier " + Refusal.quoted(name) + " n’est pas un classeur reconnu" + AS_XLSX);
    }
}

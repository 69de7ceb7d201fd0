package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The input folder, as the people who drop files there left it. */
public final class Inbox {

    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xls", "ods", "zip");

    private static final Set<String> OTHER_WORKBOOKS = Set.of("xlsm", "xlsb", "xltx", "fods", "ots", "numbers");

    private Inbox() {}

    /** Something that lies in the input folder. */
    public sealed interface Entry {
        /** Where it lies. */
        Path path();

        /** How a person names it, relative to the input folder. */
        String name();

        /** A copy of the same thing that lies elsewhere, under the same name. */
        default Entry at(Path elsewhere) {
            return switch (this) {
                case Workbook workbook -> new Workbook(elsewhere, workbook.name());
                case CsvFolder folder -> new CsvFolder(elsewhere, folder.name());
                case Ignored ignored -> new Ignored(elsewhere, ignored.name(), ignored.why());
            };
        }

        /** The same thing under another name. */
        default Entry named(String name) {
            return switch (this) {
                case Workbook workbook -> new Workbook(workbook.path(), name);
                case CsvFolder folder -> new CsvFolder(folder.path(), name);
                case Ignored ignored -> new Ignored(ignored.path(), name, ignored.why());
            };
        }
    }

    /** A file that should be a whole bordereau: .xlsx, .xls, .ods, .zip. Whether it is one shows when it is read. */
    public record Workbook(Path path, String name) implements Entry {}

    /** A folder of CSV files with a session.csv among them. */
    public record CsvFolder(Path path, String name) implements Entry {}

    /**
     * Something that is no bordereau and is left alone.
     *
     * @param why a French sentence that says why, and what to do if it was meant to be one
     */
    public record Ignored(Path path, String name, String why) implements Entry {}

    /**
     * What lies in the input folder, in the order of the names. Names that start with {@code ~$} or {@code .} or that
     * end in {@code .tmp} are passed over without a word.
     *
     * @throws IOException when the folder itself cannot be listed
     */
    public static List<Entry> list(Path inputFolder) throws IOException {
        List<Path> lying = children(inputFolder);
        boolean loose = lying.stream().anyMatch(Inbox::isSessionCsv);
        List<Entry> entries = new ArrayList<>();
        if (loose) {
            entries.add(
                    new CsvFolder(inputFolder, name(inputFolder.toAbsolutePath().normalize())));
        }
        for (Path path : lying) {
            if (Files.isDirectory(path)) {
                entries.addAll(folder(path));
            } else if (!(loose && isCsvOfSession(path))) {
                entries.add(file(path));
            }
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }

    /**
     * What a person names: a file, whatever it is called; a folder, as {@link #list} sees what lies in it, an empty one
     * being told.
     */
    public static List<Entry> named(Path fileOrFolder) {
        Path whole = fileOrFolder.toAbsolutePath().normalize();
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(new Workbook(fileOrFolder, name(whole)));
        }
        try {
            List<Entry> entries = list(fileOrFolder);
            return entries.isEmpty()
                    ? List.of(new Ignored(fileOrFolder, name(whole), whyNoFolder(whole, List.of())))
                    : entries;
        } catch (IOException e) {
            // Reading it will say why.
            return List.of(new CsvFolder(fileOrFolder, name(whole)));
        }
    }

    /**
     * The files that make up what lies there, in the order of the names; none for what is left alone.
     *
     * @throws IOException when a folder cannot be listed
     */
    public static List<Path> files(Entry entry) throws IOException {
        return switch (entry) {
            case Workbook workbook -> List.of(workbook.path());
            case CsvFolder folder ->
                children(folder.path()).stream().filter(Inbox::isCsvOfSession).toList();
            case Ignored ignored -> List.of();
        };
    }

    /** What lies in a folder and is meant for the program, in the order of the names. */
    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !passedOver(path.getFileName().toString()))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether a file of that name is none of the program's business. */
    static boolean passedOver(String name) {
        return name.startsWith("~$")
                || name.startsWith(".")
                || name.toLowerCase(Locale.ROOT).endsWith(".tmp");
    }

    private static List<Entry> folder(Path path) {
        List<Path> lying;
        try {
            lying = children(path);
        } catch (IOException e) {
            // Reading it will say why, as it does for a file without permission.
            return List.of(new CsvFolder(path, name(path)));
        }
        if (lying.stream().noneMatch(Inbox::isSessionCsv)) {
            return List.of(new Ignored(path, name(path), whyNoFolder(path, lying)));
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new CsvFolder(path, name(path)));
        for (Path inside : lying) {
            if (!isCsvOfSession(inside)) {
                entries.add(new Ignored(
                        inside,
                        name(path) + "/" + name(inside),
                        "Un dossier de session ne contient que session.csv, jury.csv, candidats.csv et"
                                + " deliberation.csv\u00A0: ceci n’a pas été lu."));
            }
        }
        return entries;
    }

    private static String whyNoFolder(Path path, List<Path> lying) {
        String found = "Le dossier «\u00A0" + name(path) + "\u00A0» ";
        if (lying.isEmpty()) {
            return found + "est vide\u00A0: déposez-y les fichiers CSV de la session, ou supprimez-le.";
        }
        return lying.stream().anyMatch(inside -> isWorkbook(inside.getFileName().toString()))
                ? found + "contient des classeurs qui n’ont pas été lus\u00A0: déposez-les directement dans le dossier"
                        + " d’entrée."
                : found + "ne contient pas de session.csv\u00A0: ajoutez-y ce fichier s’il s’agit d’une session.";
    }

    private static Entry file(Path path) {
        String name = name(path);
        String extension = extension(name);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return new Ignored(path, name, "«\u00A0" + name + "\u00A0» n’est pas un fichier ordinaire.");
        }
        if (isWorkbook(path.getFileName().toString())) {
            return new Workbook(path, name);
        }
        if (extension.equals("csv")) {
            return new Ignored(
                    path,
                    name,
                    "Un fichier CSV seul n’est pas un bordereau\u00A0: placez-le avec session.csv dans un dossier au nom"
                            + " de la session.");
        }
        return OTHER_WORKBOOKS.contains(extension)
                ? new Ignored(
                        path,
                        name,
                        "Ce format de classeur n’est pas lu\u00A0: enregistrez «\u00A0" + name
                                + "\u00A0» au format .xlsx ou .ods.")
                : new Ignored(
                        path,
                        name,
                        "«\u00A0" + name
                                + "\u00A0» n’est pas un bordereau\u00A0: seuls les classeurs (.xlsx, .xls, .ods)"
                                + " et les dossiers ou archives .zip de fichiers CSV sont lus.");
    }

    private static boolean isSessionCsv(Path path) {
        return isCsvOfSession(path)
                && CsvSheets.named(path.getFileName().toString())
                        .filter(CsvSheets.SESSION::equals)
                        .isPresent();
    }

    private static boolean isCsvOfSession(Path path) {
        return CsvSheets.named(path.getFileName().toString()).isPresent() && Files.isRegularFile(path);
    }

    /** Whether the name is that of a file that should be a whole bordereau. */
    static boolean isWorkbook(String name) {
        return WORKBOOKS.contains(extension(name));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return Written.tidy(last == null ? path.toString() : last.toString());
    }
}

package fr.minutier.cli;

import fr.minutier.night.Workplace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The options that say where to work; by default, beside the program. */
final class Folders {
    @Mixin
    Output output = new Output();

    @Mixin
    Templates templates = new Templates();

    /** The workplace of a command that reads only the files that it is given. */
    Workplace workplace(Minutier minutier) throws WrongUse {
        return workplace(Path.of(""), minutier);
    }

    /** The workplace of the night, whose input and templates exist and whose output lies apart from them. */
    Workplace workplaceOfNight(Input input, Minutier minutier) throws WrongUse {
        Workplace place = workplace(existing(input.folder()), minutier);
        apart(place.output(), place.input());
        apart(place.output(), place.templates().given());
        apart(place.output(), place.templates().own());
        return place;
    }

    private Workplace workplace(Path input, Minutier minutier) throws WrongUse {
        return new Workplace(
                input,
                output.folder(),
                templates.folder(),
                today(minutier.environment("SOURCE_DATE_EPOCH")),
                minutier.server());
    }

    /**
     * Makes output and register where they are missing; the first for its owner and group, the second for its owner alone.
     *
     * @throws WrongUse when they cannot be written
     */
    static void prepare(Path output) throws WrongUse {
        Path register = Workplace.register(output);
        try {
            create(output, "rwxr-x---");
            create(register, "rwx------");
        } catch (FileAlreadyExistsException e) {
            throw new WrongUse("«\u00a0" + e.getFile() + "\u00a0» n’est pas un dossier.");
        } catch (IOException e) {
            throw unwritable(output);
        }
        for (Path folder : new Path[] {output, register}) {
            if (!Files.isWritable(folder)) {
                throw unwritable(folder);
            }
        }
    }

    /** A folder beside the program. */
    static Path home(String name) {
        return Path.of(System.getProperty("minutier.home", "")).resolve(name);
    }

    /** Gives back a folder that can be read. */
    static Path existing(Path folder) throws WrongUse {
        named(folder);
        if (!Files.exists(folder)) {
            throw new WrongUse("le dossier «\u00a0" + folder + "\u00a0» n’existe pas.");
        }
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("«\u00a0" + folder + "\u00a0» n’est pas un dossier.");
        }
        if (!Files.isReadable(folder)) {
            throw new WrongUse(
                    "le dossier «\u00a0" + folder + "\u00a0» ne peut pas être lu\u00a0: droits insuffisants.");
        }
        return folder;
    }

    /** Gives back a folder that has a name. */
    static Path named(Path folder) throws WrongUse {
        if (folder.toString().isEmpty()) {
            throw new WrongUse("un nom de dossier est vide.");
        }
        return folder;
    }

    /** A session's folder takes the place of whatever bears its name in output: nothing else may lie there. */
    private static void apart(Path output, Path other) throws WrongUse {
        Path written = real(output);
        Path read = real(other);
        if (written.startsWith(read) || read.startsWith(written)) {
            throw new WrongUse("«\u00a0" + output + "\u00a0» et «\u00a0" + other
                    + "\u00a0» doivent être deux dossiers séparés, aucun dans l’autre.");
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static WrongUse unwritable(Path folder) {
        return new WrongUse("le dossier «\u00a0" + folder + "\u00a0» ne peut pas être écrit\u00a0: droits ou disque.");
    }

    private static LocalDate today(Optional<String> sourceDateEpoch) throws WrongUse {
        try {
            return Workplace.today(sourceDateEpoch, Clock.systemUTC());
        } catch (DateTimeException e) {
            throw new WrongUse("SOURCE_DATE_EPOCH doit être un nombre de secondes depuis le 1er janvier 1970.");
        }
    }

    /** Makes a folder with these rights, where the file system knows of rights; one that is there keeps its own. */
    private static void create(Path folder, String rights) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
        } else {
            Files.createDirectories(folder);
        }
    }
}

package fr.minutier.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The file that a command was asked to write: a new one, in a folder that is there. */
final class Target {
    private Target() {}

    /**
     * What {@code -o} gives.
     *
     * @param example of what to give, when it gives nothing
     * @throws WrongUse when there is no such option, no such folder, or something there already
     */
    static Path free(@Nullable Path given, String example) throws WrongUse {
        Path target = inItsFolder(given, example);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(target);
        }
        return target;
    }

    /** As {@link #free}, but a file that lies there may be replaced. */
    static Path freeOrFile(@Nullable Path given, String example) throws WrongUse {
        Path target = inItsFolder(given, example);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new WrongUse("«\u00a0" + target + "\u00a0» existe déjà\u00a0: ce n’est pas un fichier.");
        }
        return target;
    }

    private static Path inItsFolder(@Nullable Path given, String example) throws WrongUse {
        if (given == null) {
            throw new WrongUse("indiquez le fichier à écrire, par exemple -o " + example + ".");
        }
        Path folder = given.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WrongUse("le dossier «\u00a0" + folder + "\u00a0» n’existe pas.");
        }
        return given;
    }

    /** The refusal of a file that is there. */
    static WrongUse taken(Path target) {
        return new WrongUse("«\u00a0" + target
                + "\u00a0» existe déjà et n’est pas remplacé\u00a0: choisissez un autre nom, ou déplacez-le.");
    }

    /** Writes a new file. */
    static void write(Path target, byte[] bytes) throws WrongUse {
        write(target, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes a file, in the place of one that may be there. */
    static void replace(Path target, byte[] bytes) throws WrongUse {
        write(target, bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    private static void write(Path target, byte[] bytes, StandardOpenOption... options) throws WrongUse {
        try {
            Files.write(target, bytes, options);
        } catch (FileAlreadyExistsException e) {
            throw taken(target);
        } catch (IOException e) {
            throw new WrongUse("«\u00a0" + target + "\u00a0» ne peut pas être écrit\u00a0: droits ou disque.");
        }
    }
}

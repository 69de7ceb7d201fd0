package fr.minutier.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The command cannot be carried out as it was given. The message is one French sentence for the terminal. */
final class WrongUse extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUse(String sentence) {
        super(sentence);
    }

    /** Refuses what is no file that can be read. */
    static void requireFile(Path file) throws WrongUse {
        if (!Files.exists(file)) {
            throw new WrongUse("«\u00a0" + file + "\u00a0» n’existe pas.");
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUse("«\u00a0" + file + "\u00a0» n’est pas un fichier.");
        }
        if (!Files.isReadable(file)) {
            throw new WrongUse("«\u00a0" + file + "\u00a0» ne peut pas être lu\u00a0: droits insuffisants.");
        }
    }
}

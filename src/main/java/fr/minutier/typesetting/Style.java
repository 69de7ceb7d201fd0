package fr.minutier.typesetting;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * How acts look.
 *
 * @param family {@code Sans} or {@code Serif} of the Liberation fonts
 * @param sizes of type, in points
 * @param lineHeight as a multiple of the size of type
 * @param margins in points
 * @param signatureRoom free height to sign in, in points
 * @param colours of everything that is not white
 */
public record Style(
        String family, Sizes sizes, double lineHeight, Margins margins, double signatureRoom, Colours colours) {
    private static final double POINTS_PER_MM = 72 / 25.4;

    /** Sizes of type, in points. */
    public record Sizes(
            double text, double table, double small, double heading1, double heading2, double heading3, double solemn) {

        Sizes scaled(double by) {
            return new Sizes(text * by, table * by, small, heading1 * by, heading2 * by, heading3 * by, solemn * by);
        }

        double heading(int level) {
            return switch (level) {
                case 1 -> heading1;
                case 2 -> heading2;
                default -> heading3;
            };
        }
    }

    /** The same with all type but the small print set smaller. */
    Style scaled(double by) {
        return new Style(family, sizes.scaled(by), lineHeight, margins, signatureRoom, colours);
    }

    /** Margins of a page, in points. */
    public record Margins(double top, double right, double bottom, double left) {}

    /** Colours by use. */
    public record Colours(
            Color text, Color heading, Color rule, Color tint, Color accent, Color footer, Color watermark) {}

    /**
     * Reads a style sheet. All keys are required, so that the sheet alone says how acts look.
     *
     * @throws InvalidTemplate when something in it is wrong, with all faults
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Style load(Path styleYaml) {
        try {
            Path name = styleYaml.getFileName();
            return parse(
                    name == null ? styleYaml.toString() : name.toString(),
                    Files.readString(styleYaml, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Style parse(String file, String yaml) {
        Faults faults = new Faults(file);
        YamlReader sheet = YamlReader.read(yaml, faults);
        String family = sheet.required("police", "Sans", Style::family);
        double lineHeight = sheet.required("interligne", 1.0, number(1, 3));
        double signature = sheet.required("signature", 0.0, millimetres(5, 100));
        YamlReader sizes = sheet.group("tailles");
        Function<String, Double> size = number(5, 60);
        Sizes read = new Sizes(
                sizes.required("texte", 0.0, size),
                sizes.required("tableau", 0.0, size),
                sizes.required("notes", 0.0, size),
                sizes.required("titre1", 0.0, size),
                sizes.required("titre2", 0.0, size),
                sizes.required("titre3", 0.0, size),
                sizes.required("solennel", 0.0, size));
        sizes.refuseOthers();
        YamlReader margins = sheet.group("marges");
        Function<String, Double> margin = millimetres(10, 60);
        Margins edges = new Margins(
                margins.required("haut", 0.0, margin),
                margins.required("droite", 0.0, margin),
                margins.required("bas", 0.0, margin),
                margins.required("gauche", 0.0, margin));
        margins.refuseOthers();
        YamlReader colours = sheet.group("couleurs");
        Colours inks = new Colours(
                colours.required("texte", Color.BLACK, Style::colour),
                colours.required("titres", Color.BLACK, Style::colour),
                colours.required("filets", Color.BLACK, Style::colour),
                colours.required("fond", Color.BLACK, Style::colour),
                colours.required("accent", Color.BLACK, Style::colour),
                colours.required("pied", Color.BLACK, Style::colour),
                colours.required("filigrane", Color.BLACK, Style::colour));
        colours.refuseOthers();
        sheet.refuseOthers();
        faults.raise();
        return new Style(family, read, lineHeight, edges, signature, inks);
    }

    private static String family(String word) {
        return switch (word) {
            case "sans" -> "Sans";
            case "serif" -> "Serif";
            default -> throw new IllegalArgumentException("écrivez sans ou serif");
        };
    }

    private static Color colour(String word) {
        if (!word.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(
                    "écrivez un dièse et six chiffres hexadécimaux, entre guillemets : \"#1a1a1a\"");
        }
        return Color.decode(word);
    }

    private static Function<String, Double> millimetres(double least, double most) {
        return number(least, most).andThen(millimetres -> millimetres * POINTS_PER_MM);
    }

    private static Function<String, Double> number(double least, double most) {
        return word -> {
            String expected = "écrivez un nombre de " + least + " à " + most;
            double number;
            try {
                number = Double.parseDouble(word.replace(',', '.'));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(expected, e);
            }
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException(expected);
            }
            return number;
        };
    }
}

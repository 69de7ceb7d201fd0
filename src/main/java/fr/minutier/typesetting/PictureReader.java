package fr.minutier.typesetting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads the pictures of a template, each alone in its paragraph: {@code ![what it shows](letterhead/logo.png "18 mm")}. */
final class PictureReader {
    private static final Pattern HEIGHT = Pattern.compile("(\\d{1,3}(?:[.,]\\d)?)\\s*mm");
    private static final double USUAL_HEIGHT = 16;
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final int MOST_BYTES = 2_000_000;

    private final Function<String, Path> files;
    private final Faults faults;

    PictureReader(Function<String, Path> files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    static boolean isPicture(Node node) {
        return node instanceof Paragraph && node.getFirstChild() instanceof Image image && image.getNext() == null;
    }

    void read(Image image, List<BlockNode> blocks) {
        int line = Faults.line(image);
        String path = image.getDestination();
        String alternative =
                image.getFirstChild() instanceof Text text ? text.getLiteral().strip() : "";
        if (alternative.isEmpty()) {
            faults.add(
                    line,
                    "« " + path + " » : dites entre les crochets ce que l'image montre : ![Logo de …](" + path + ")");
        }
        double height = height(image.getTitle());
        if (height < 5 || height > 80) {
            faults.add(
                    line, "« " + image.getTitle() + " » : écrivez la hauteur de l'image entre 5 et 80 mm : \"18 mm\"");
        }
        Raster raster = raster(path, line);
        if (raster != null) {
            blocks.add(new BlockNode.Fixed(new Block.Picture(alternative, raster, height * POINTS_PER_MM)));
        }
    }

    private static double height(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return USUAL_HEIGHT;
        }
        Matcher height = HEIGHT.matcher(title.strip());
        return height.matches() ? Double.parseDouble(height.group(1).replace(',', '.')) : -1;
    }

    private @Nullable Raster raster(String path, int line) {
        if (path.contains(":") || path.startsWith("/") || path.contains("..")) {
            faults.add(
                    line,
                    "« " + path + " » : une image se trouve dans le dossier des modèles ; écrivez par exemple"
                            + " letterhead/logo.png");
            return null;
        }
        Path file = files.apply(path);
        if (!Files.isRegularFile(file)) {
            faults.add(
                    line,
                    "« " + path
                            + " » n'existe pas dans le dossier des modèles : déposez-y l'image ou enlevez cette ligne");
            return null;
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                faults.add(line, "« " + path + " » pèse plus de 2 Mo : réduisez l'image");
                return null;
            }
            return Raster.of(Files.readAllBytes(file));
        } catch (Raster.TooManyPixels e) {
            faults.add(
                    line,
                    "« " + path + " » mesure " + e.getMessage() + " points : réduisez l'image à "
                            + Raster.MOST_PIXELS / 1_000_000 + " millions de points au plus");
            return null;
        } catch (IOException | IllegalArgumentException e) {
            faults.add(
                    line,
                    "« " + path + " » n'est pas une image PNG ou JPEG lisible : enregistrez-la de nouveau en PNG");
            return null;
        }
    }
}

package fr.minutier.typesetting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filled act, ready to print.
 *
 * @param format the sheet
 * @param title the title of the document, when its template gives one
 * @param footer printed at the foot of every page; {@code {page}} and {@code {pages}} stand for page numbers
 * @param blocks in reading order
 */
public record Document(
        Format format, @Nullable String title, @Nullable String footer, List<Block> blocks) {

    /** A sheet of paper, in points of 1/72 inch. */
    public enum Format {
        A4_PORTRAIT(595.276, 841.89),
        A4_PAYSAGE(841.89, 595.276);

        private final double width;
        private final double height;

        Format(double width, double height) {
            this.width = width;
            this.height = height;
        }

        /** In points. */
        public double width() {
            return width;
        }

        /** In points. */
        public double height() {
            return height;
        }
    }

    /** Keeps its own copy. */
    public Document {
        blocks = List.copyOf(blocks);
    }
}

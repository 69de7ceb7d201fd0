package fr.minutier.typesetting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filled act, ready to print.
 *
 * @param format the sheet
 * @param title shown by readers in the title bar, when its template gives one
 * @param subject one line on what it is, when its template gives one
 * @param watermark what its template wants across every page of a draft
 * @param volume the title of the volume in which all its like are bound, when its template wants one
 * @param bookmark by which it is found there
 * @param footer printed at the foot of every page, with {@link #PAGE} and {@link #PAGES} for numbers
 * @param blocks in reading order
 */
public record Document(
        Format format,
        @Nullable String title,
        @Nullable String subject,
        @Nullable String watermark,
        @Nullable String volume,
        @Nullable String bookmark,
        @Nullable String footer,
        List<Block> blocks) {

    /**
     * Stands in a footer for the number of the page. A private character, which no printable text contains: words such as
     * {@code {page}} that come from a value are printed as they are.
     */
    public static final char PAGE = '\uF8F0';

    /** Stands in a footer for the number of pages. */
    public static final char PAGES = '\uF8F1';

    /** A sheet of paper, in points of 1/72 inch. */
    public enum Format {
        A4_PORTRAIT(595.276, 841.89, false),
        A4_PAYSAGE(841.89, 595.276, false),
        /** Bordered by a fine frame; what it says fills the page, and the signatures stand at its foot. */
        A4_SOLENNEL(595.276, 841.89, true);

        private final double width;
        private final double height;
        private final boolean solemn;

        Format(double width, double height, boolean solemn) {
            this.width = width;
            this.height = height;
            this.solemn = solemn;
        }

        /** In points. */
        public double width() {
            return width;
        }

        /** In points. */
        public double height() {
            return height;
        }

        /** Whether the page is composed as that of a diploma. */
        public boolean solemn() {
            return solemn;
        }
    }

    /** Keeps its own copy. */
    public Document {
        blocks = List.copyOf(blocks);
    }
}

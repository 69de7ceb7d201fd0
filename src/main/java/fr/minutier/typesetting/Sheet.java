package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is the same on all pages of one document. */
final class Sheet {
    /** How far from the edge of the paper the last line of a footer stands, in points. */
    static final double EDGE = 24;

    private final Document document;
    private final Imprint imprint;
    private final Style style;
    private final LineBreaker breaker;
    private final double width;
    private final double top;
    private final double bottom;
    /** The word across every page, at a size of one point. */
    private final @Nullable Line watermark;

    Sheet(Document document, Imprint imprint, Style style, LineBreaker breaker) {
        this.document = document;
        this.imprint = imprint;
        this.style = style;
        this.breaker = breaker;
        String word = imprint.watermark();
        watermark = word == null
                ? null
                : breaker.lines(Text.of(word), 1, Double.MAX_VALUE, true).getFirst();
        width = document.format().width()
                - style.margins().left()
                - style.margins().right();
        top = document.format().height() - style.margins().top();
        double lines = footer(888, 888).size();
        bottom = Math.max(
                style.margins().bottom(),
                EDGE + lines * footerLine() + style.sizes().small());
    }

    Document document() {
        return document;
    }

    Imprint imprint() {
        return imprint;
    }

    Style style() {
        return style;
    }

    LineBreaker breaker() {
        return breaker;
    }

    /** Of the text area, in points. */
    double width() {
        return width;
    }

    /** Of the text area, above the foot of the paper. */
    double top() {
        return top;
    }

    /** Of the text area, in points. */
    double height() {
        return top - bottom;
    }

    List<Line> footer(int page, int pages) {
        if (document.footer() == null) {
            return List.of();
        }
        String words =
                document.footer().replace("" + Document.PAGE, "" + page).replace("" + Document.PAGES, "" + pages);
        return breaker.lines(Text.of(words), style.sizes().small(), width, false);
    }

    double footerLine() {
        return style.sizes().small() * style.lineHeight();
    }

    /** The word across every page, at a size of one point, or null. */
    @Nullable
    Line watermark() {
        return watermark;
    }
}

package fr.minutier.typesetting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a printed document says of itself.
 *
 * @param title shown by readers in the title bar; required by PDF/UA
 * @param subject one line on what it is
 * @param date written in the document as its date of making; nothing else of the moment of printing enters it
 * @param watermark printed across every page and in its running header, such as {@code PROJET}
 */
public record Imprint(
        String title,
        String subject,
        Instant date,
        @Nullable String watermark) {
    /** Refuses a document without a title. */
    public Imprint {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title");
        }
    }
}

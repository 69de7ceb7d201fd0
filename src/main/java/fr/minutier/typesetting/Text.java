package fr.minutier.typesetting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words to set, in bold or italic where asked. A line feed inside a span is a line break on paper. */
public final class Text {
    private final List<Span> spans;
    private final @Nullable Measures measures;

    /** A run of characters that look alike. */
    public record Span(String text, boolean bold, boolean italic) {}

    /** Keeps its own copy. */
    public Text(List<Span> spans) {
        this(spans, null);
    }

    private Text(List<Span> spans, @Nullable Measures measures) {
        this.spans = List.copyOf(spans);
        this.measures = measures;
    }

    /** A text that stands in many documents, and is measured once for all of them. */
    static Text constant(List<Span> spans) {
        return new Text(spans, new Measures());
    }

    /** Plain words, neither bold nor italic. */
    public static Text of(String words) {
        return new Text(List.of(new Span(words, false, false)));
    }

    /** In the order in which they are read. */
    public List<Span> spans() {
        return spans;
    }

    /** Where the measures of a text of many documents are kept; null for any other. */
    @Nullable
    Measures measures() {
        return measures;
    }

    /** The characters without their looks. */
    public String plain() {
        if (spans.size() == 1) {
            return spans.getFirst().text();
        }
        StringBuilder plain = new StringBuilder();
        spans.forEach(span -> plain.append(span.text()));
        return plain.toString();
    }

    /** True when there is nothing to see. */
    public boolean isBlank() {
        return plain().isBlank();
    }

    /** Texts of the same spans are equal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text text && spans.equals(text.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    @Override
    public String toString() {
        return spans.toString();
    }
}

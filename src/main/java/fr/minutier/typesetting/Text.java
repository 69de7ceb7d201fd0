package fr.minutier.typesetting;

import java.util.List;

/** Words to set, in bold or italic where asked. A line feed inside a span is a line break on paper. */
public record Text(List<Span> spans) {

    /** A run of characters that look alike. */
    public record Span(String text, boolean bold, boolean italic) {}

    /** Keeps its own copy. */
    public Text {
        spans = List.copyOf(spans);
    }

    /** Plain words, neither bold nor italic. */
    public static Text of(String words) {
        return new Text(List.of(new Span(words, false, false)));
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
}

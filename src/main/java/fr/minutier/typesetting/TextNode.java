package fr.minutier.typesetting;

import fr.minutier.typesetting.Text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inline text of a template, parsed and checked, by source lines.
 *
 * @param constant what it always gives, or null when that depends on the record
 */
record TextNode(List<SourceLine> lines, @Nullable Text constant) {
    /** Where a text that asks for nothing is filled from. */
    private static final Scope NOTHING = new Scope("", null);

    TextNode(List<SourceLine> lines) {
        this(lines, lines.stream().allMatch(SourceLine::isConstant) ? Text.constant(spans(lines, NOTHING)) : null);
    }

    /** What stands on one source line; a section that goes over several lines is on the line on which it begins. */
    record SourceLine(List<Inline> content) {

        /** An optional field without value takes its whole line with it. */
        boolean isLeftOut(Scope scope) {
            for (Inline node : content) {
                if (node instanceof Value value
                        && value.field().kind() == Vocabulary.Kind.OPTIONAL_TEXT
                        && !scope.holds(value.field())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isConstant() {
            return content.stream().allMatch(node -> node instanceof Literal || node instanceof LineEnd);
        }

        private boolean mayVanish() {
            boolean optional = content.stream()
                    .anyMatch(node ->
                            node instanceof Value value && value.field().kind() == Vocabulary.Kind.OPTIONAL_TEXT);
            boolean stays = content.stream()
                    .anyMatch(node -> node instanceof Value
                            || (node instanceof Literal literal
                                    && !literal.text().isBlank()));
            return optional || !stays;
        }
    }

    sealed interface Inline {
        void fill(Scope scope, Setting out);
    }

    record Literal(String text, boolean bold, boolean italic) implements Inline {
        @Override
        public void fill(Scope scope, Setting out) {
            out.literal(text, bold, italic);
        }
    }

    record Value(Scope.Field field, boolean bold, boolean italic) implements Inline {
        @Override
        public void fill(Scope scope, Setting out) {
            out.write(scope.text(field), bold, italic);
        }
    }

    record LineEnd(boolean asked) implements Inline {
        @Override
        public void fill(Scope scope, Setting out) {
            if (asked) {
                out.lineBreak();
            } else {
                out.sourceLineEnd();
            }
        }
    }

    record Section(Scope.Field field, boolean inverted, List<Inline> body) implements Inline {
        @Override
        public void fill(Scope scope, Setting out) {
            scope.forEach(field, inverted, inner -> body.forEach(node -> node.fill(inner, out)));
        }
    }

    Text fill(Scope scope) {
        return constant == null ? new Text(spans(lines, scope)) : constant;
    }

    private static List<Span> spans(List<SourceLine> lines, Scope scope) {
        Setting out = new Setting();
        for (SourceLine line : lines) {
            if (!line.isLeftOut(scope)) {
                out.sourceLineEnd();
                line.content().forEach(node -> node.fill(scope, out));
            }
        }
        return out.spans;
    }

    boolean hasLineLeftOut(Scope scope) {
        for (SourceLine line : lines) {
            if (line.isLeftOut(scope)) {
                return true;
            }
        }
        return false;
    }

    /** True when an optional field, or a section that is left out, may empty it. */
    boolean mayVanish() {
        return lines.stream().allMatch(SourceLine::mayVanish);
    }

    /** Joins the pieces: source lines that gave nothing leave no empty line, no line begins with a blank of the template. */
    private static final class Setting {
        private final List<Span> spans = new ArrayList<>();
        private boolean lineStarts = true;
        /** Line breaks to write before the next word; at the end there is none, and so no empty line. */
        private int owed;

        void literal(String text, boolean bold, boolean italic) {
            write(lineStarts || owed > 0 ? text.stripLeading() : text, bold, italic);
        }

        void write(String text, boolean bold, boolean italic) {
            if (text.isEmpty()) {
                return;
            }
            for (; owed > 0; owed--) {
                spans.add(new Span("\n", false, false));
            }
            spans.add(new Span(text, bold, italic));
            lineStarts = false;
        }

        void sourceLineEnd() {
            if (!lineStarts && owed == 0) {
                owed = 1;
            }
        }

        void lineBreak() {
            owed++;
        }
    }
}

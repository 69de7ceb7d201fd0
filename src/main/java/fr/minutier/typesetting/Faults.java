package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Gathers what is wrong with one file, so that all of it is said at once. */
final class Faults {
    private final String file;
    private final List<InvalidTemplate.Fault> faults = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String message) {
        faults.add(new InvalidTemplate.Fault(file, line, message));
    }

    /** Throws if anything was wrong. */
    void raise() {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(InvalidTemplate.Fault::line));
            throw new InvalidTemplate(faults);
        }
    }

    /** The line of a node, counted from 1; that of its parent when the parser kept none. */
    static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (!spans.isEmpty()) {
            return spans.getFirst().getLineIndex() + 1;
        }
        return node.getParent() == null ? 1 : line(node.getParent());
    }
}

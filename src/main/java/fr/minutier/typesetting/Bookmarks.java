package fr.minutier.typesetting;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries that a reader lists beside the pages of one PDF, by levels. */
final class Bookmarks {
    private final PdfFile file;
    private final Entry root;
    /** The entries that the next one may stand under, the lowest first. */
    private final Deque<Entry> open = new ArrayDeque<>();

    /** An entry and those under it. */
    private static final class Entry {
        private final int number;
        private final String title;
        private final int page;
        private final double top;
        private final List<Entry> below = new ArrayList<>();

        private Entry(int number, String title, int page, double top) {
            this.number = number;
            this.title = title;
            this.page = page;
            this.top = top;
        }

        private int size() {
            return below.size() + below.stream().mapToInt(Entry::size).sum();
        }
    }

    Bookmarks(PdfFile file) {
        this.file = file;
        root = new Entry(file.reserve(), "", 0, 0);
    }

    /**
     * Adds an entry.
     *
     * @param level from 1; under the last entry of a level above
     * @param top where it leads on the page, in points above its foot
     */
    void add(int level, String title, int page, double top) {
        while (open.size() >= level) {
            open.pop();
        }
        Entry entry = new Entry(file.reserve(), title, page, top);
        (open.isEmpty() ? root : open.element()).below.add(entry);
        open.push(entry);
    }

    /** Writes all entries and gives the object that leads to them; null when there is none. */
    @Nullable
    Integer close() throws IOException {
        Bytes content = new Bytes(64).add("<</Type/Outlines");
        if (!root.below.isEmpty()) {
            below(root, content);
        }
        file.object(root.number, content.add(">>"));
        return root.below.isEmpty() ? null : root.number;
    }

    private void below(Entry entry, Bytes content) throws IOException {
        List<Entry> below = entry.below;
        content.add("/First ").reference(below.getFirst().number);
        content.add("/Last ").reference(below.getLast().number);
        content.add("/Count ").digits(entry.size());
        for (int i = 0; i < below.size(); i++) {
            Entry child = below.get(i);
            Bytes own = new Bytes(128).add("<</Title").words(child.title);
            own.add("/Parent ").reference(entry.number);
            if (i > 0) {
                own.add("/Prev ").reference(below.get(i - 1).number);
            }
            if (i + 1 < below.size()) {
                own.add("/Next ").reference(below.get(i + 1).number);
            }
            own.add("/Dest[")
                    .reference(child.page)
                    .add("/XYZ null ")
                    .points(child.top)
                    .add("0]");
            if (!child.below.isEmpty()) {
                below(child, own);
            }
            file.object(child.number, own.add(">>"));
        }
    }
}

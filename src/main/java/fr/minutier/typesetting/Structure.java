package fr.minutier.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure tree of one PDF, which tells what each sequence of a page is. The elements of a document are written as
 * soon as it is drawn.
 */
final class Structure {
    private final PdfFile file;
    private final int root;
    /** The elements that hold all others, one for each document. */
    private final List<Integer> documents = new ArrayList<>();
    /** For each page, the object that lists the elements of its sequences. */
    private final List<Integer> pages = new ArrayList<>();

    private final IdentityHashMap<Tag, Element> known = new IdentityHashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private final Bytes sequences = new Bytes(1024);
    private int sequence;
    private int page;
    private final Bytes content = new Bytes(1024);

    /** One element as it grows. */
    private static final class Element {
        private final int number;
        private final int parent;
        private final Tag tag;
        /** The page of its first sequence, or 0. */
        private int page;

        private int kids;
        private @Nullable Bytes list;
        private int only;
        private @Nullable Bytes description;

        private Element(int number, int parent, Tag tag) {
            this.number = number;
            this.parent = parent;
            this.tag = tag;
        }

        /** Most elements have one sequence, and so no list. */
        private Bytes list() {
            if (list == null) {
                list = new Bytes(64);
                if (kids == 1) {
                    kid(list, only);
                }
            }
            return list;
        }

        private void kid(Bytes list, int kid) {
            if (page == 0) {
                list.reference(kid);
            } else {
                list.number(kid);
            }
        }

        private void add(int kid) {
            if (kids == 0) {
                only = kid;
            } else {
                kid(list(), kid);
            }
            kids++;
        }

        /** A sequence on another page than the first. */
        private void addElsewhere(int page, int sequence) {
            list().add("<</Type/MCR/Pg ")
                    .reference(page)
                    .add("/MCID ")
                    .digits(sequence)
                    .add(">>");
            kids++;
        }
    }

    Structure(PdfFile file) {
        this.file = file;
        this.root = file.reserve();
    }

    /** What is marked from now on stands on that page. */
    void begin(int page) {
        this.page = page;
    }

    /** Makes an element that has nothing to show yet. */
    void touch(Tag tag) {
        element(tag);
    }

    /** A further sequence of an element on the present page: the number that the page calls it by. */
    int mark(Tag tag) {
        Element element = element(tag);
        if (element.page == 0) {
            element.page = page;
        }
        if (element.page == page) {
            element.add(sequence);
        } else {
            element.addElsewhere(page, sequence);
        }
        sequences.reference(element.number);
        return sequence++;
    }

    /** Gives an element its attributes and its words for whoever does not see it. */
    void describe(Tag tag, Bytes attributes, String alternative) {
        element(tag).description =
                new Bytes(256).add("/A").add(attributes).add("/Alt").words(alternative);
    }

    private Element element(Tag tag) {
        Element element = known.get(tag);
        if (element != null) {
            return element;
        }
        Tag parent = tag.parent();
        Element above = parent == null ? null : element(parent);
        element = new Element(file.reserve(), above == null ? root : above.number, tag);
        if (above == null) {
            documents.add(element.number);
        } else {
            above.add(element.number);
        }
        known.put(tag, element);
        elements.add(element);
        return element;
    }

    /** Ends a page: the number that it calls its list of elements by. */
    int endPage() throws IOException {
        content.clear();
        pages.add(file.object(content.add('[').add(sequences).add(']')));
        sequences.clear();
        sequence = 0;
        return pages.size() - 1;
    }

    /** Writes the elements of a document that is drawn. */
    void endDocument() throws IOException {
        for (Element element : elements) {
            content.clear();
            content.add("<</S/").add(element.tag.role()).add("/P ").reference(element.parent);
            if (element.page != 0) {
                content.add("/Pg ").reference(element.page);
            }
            if (element.tag.attributes() != null) {
                content.add("/A").add(element.tag.attributes());
            }
            if (element.description != null) {
                content.add(element.description);
            }
            if (element.list != null) {
                content.add("/K[").add(element.list).add(']');
            } else if (element.kids == 1) {
                content.add("/K ");
                element.kid(content, element.only);
            }
            file.object(element.number, content.add(">>"));
        }
        elements.clear();
        known.clear();
    }

    /** Ends the tree, and gives the object that leads to all of it. */
    int close() throws IOException {
        content.clear();
        content.add("<</Nums[");
        for (int i = 0; i < pages.size(); i++) {
            content.number(i).reference(pages.get(i));
        }
        int parents = file.object(content.add("]>>"));
        content.clear();
        content.add("<</Type/StructTreeRoot/K[");
        documents.forEach(content::reference);
        content.add("]/ParentTree ")
                .reference(parents)
                .add("/ParentTreeNextKey ")
                .digits(pages.size());
        file.object(root, content.add(">>"));
        return root;
    }
}

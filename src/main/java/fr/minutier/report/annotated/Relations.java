package fr.minutier.report.annotated;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/** To which other parts a part of an Office package refers. */
final class Relations {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final QName ID = new QName("Id");
    private static final QName TYPE = new QName("Type");
    private static final QName TARGET = new QName("Target");
    private static final QName MODE = new QName("TargetMode");

    private final String folder;
    private final String part;
    private final XmlElement root;

    private Relations(String folder, String part, XmlElement root) {
        this.folder = folder;
        this.part = part;
        this.root = root;
    }

    /** @param source the part that refers to others; {@code ""} for the package */
    static Relations of(Parts parts, String source) throws IOException, XMLStreamException {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        String usual = folder + "_rels/" + source.substring(folder.length()) + ".rels";
        Optional<String> there = parts.named(usual);
        return new Relations(
                folder,
                there.orElse(usual),
                there.isPresent()
                        ? parts.read(there.get())
                        : new XmlElement(name("Relationships", "")).declare(Map.of("", NAMESPACE)));
    }

    private static QName name(String local, String prefix) {
        return new QName(NAMESPACE, local, prefix);
    }

    /** The part in which they are written. */
    String part() {
        return part;
    }

    XmlElement written() {
        return root;
    }

    /** The part of that kind; the dialects of the format name kinds in different places with the same last word. */
    Optional<String> target(String kind) {
        return root.elements().stream()
                .filter(relation -> isInside(relation, kind))
                .map(this::target)
                .findFirst();
    }

    /** The part of that identity, when it is of that kind. */
    Optional<String> target(String id, String kind) {
        return root.elements().stream()
                .filter(relation -> relation.get(ID, "").equals(id) && isInside(relation, kind))
                .map(this::target)
                .findFirst();
    }

    private static boolean isInside(XmlElement relation, String kind) {
        return relation.get(TYPE, "").endsWith("/" + kind)
                && !relation.get(MODE, "").equals("External");
    }

    private String target(XmlElement relation) {
        String target = relation.get(TARGET, "");
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /**
     * Refers to one part more.
     *
     * @param type as the format names it, whole
     * @return the identity of the relation
     */
    String add(String type, String target) {
        Set<String> taken =
                root.elements().stream().map(relation -> relation.get(ID, "")).collect(Collectors.toSet());
        int number = taken.size() + 1;
        while (taken.contains("rId" + number)) {
            number++;
        }
        root.add(new XmlElement(name("Relationship", root.name().getPrefix()))
                .set(ID, "rId" + number)
                .set(TYPE, type)
                .set(TARGET, "/" + target));
        return "rId" + number;
    }

    /** Takes off those of the kind. */
    void remove(String kind) {
        root.children()
                .removeIf(child -> child instanceof XmlElement relation
                        && relation.get(TYPE, "").endsWith("/" + kind));
    }

    /** Takes off the one of that identity. */
    void removeOne(String id) {
        root.children()
                .removeIf(child -> child instanceof XmlElement relation
                        && relation.get(ID, "").equals(id));
    }
}

package fr.minutier.report.annotated;

import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Of which type each part of an Office package is: by its own name, or else by the end of its name. */
final class ContentTypes {
    static final String PART = "[Content_Types].xml";

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final QName EXTENSION = new QName("Extension");
    private static final QName NAME = new QName("PartName");
    private static final QName TYPE = new QName("ContentType");

    private final XmlElement root;

    ContentTypes(XmlElement root) {
        this.root = root;
    }

    XmlElement written() {
        return root;
    }

    /** {@code ""} when nothing says it. */
    String of(String part) {
        return own(part)
                .or(() -> root.elements().stream()
                        .filter(type -> type.get(EXTENSION, "").equalsIgnoreCase(extension(part)))
                        .findFirst())
                .map(type -> type.get(TYPE, ""))
                .orElse("");
    }

    private Optional<XmlElement> own(String part) {
        return root.elements().stream()
                .filter(type -> type.get(NAME, "").equalsIgnoreCase("/" + part))
                .findFirst();
    }

    private static String extension(String part) {
        return part.substring(part.lastIndexOf('.') + 1);
    }

    void set(String part, String type) {
        if (!of(part).equals(type)) {
            remove(part);
            root.add(new XmlElement(name("Override")).set(NAME, "/" + part).set(TYPE, type));
        }
    }

    /** As {@link #set}, for whatever ends like it where nothing is said of these yet. */
    void setAlike(String part, String type) {
        if (of(part).isEmpty()) {
            root.children()
                    .addFirst(new XmlElement(name("Default"))
                            .set(EXTENSION, extension(part))
                            .set(TYPE, type));
        } else {
            set(part, type);
        }
    }

    private QName name(String local) {
        return new QName(NAMESPACE, local, root.name().getPrefix());
    }

    void remove(String part) {
        own(part).ifPresent(root.children()::remove);
    }

    /** Whether some part holds macros, of whatever kind and age. */
    boolean tellMacros() {
        return root.elements().stream()
                .map(type -> type.get(TYPE, "").toLowerCase(Locale.ROOT))
                .anyMatch(type -> type.contains("macro") || type.contains("vbaproject"));
    }
}

package fr.minutier.typesetting;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;

/** An element of the structure tree, to be made when it is first drawn; one tag is one element. */
final class Tag {
    private final @Nullable Tag parent;
    private final String role;
    private final @Nullable PdfDictionary attributes;

    private Tag(@Nullable Tag parent, String role, @Nullable PdfDictionary attributes) {
        this.parent = parent;
        this.role = role;
        this.attributes = attributes;
    }

    /** The element that holds all others. */
    static Tag document() {
        return new Tag(null, "Document", null);
    }

    Tag child(String role) {
        return new Tag(this, role, null);
    }

    /** A child with one attribute, for instance {@code Table}, {@code Scope}, {@code Row}. */
    Tag child(String role, String owner, String attribute, String value) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName(owner));
        attributes.put(new PdfName(attribute), new PdfName(value));
        return new Tag(this, role, attributes);
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    String role() {
        return role;
    }

    @Nullable
    PdfDictionary attributes() {
        return attributes;
    }
}

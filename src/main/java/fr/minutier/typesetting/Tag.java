package fr.minutier.typesetting;

import org.jspecify.annotations.Nullable;

/** An element of the structure tree, to be made when it is first drawn; one tag is one element. */
final class Tag {
    private final @Nullable Tag parent;
    private final String role;
    private final @Nullable String attributes;

    private Tag(@Nullable Tag parent, String role, @Nullable String attributes) {
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
        return new Tag(this, role, "<</O/" + owner + "/" + attribute + "/" + value + ">>");
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    String role() {
        return role;
    }

    /** As a dictionary of PDF. */
    @Nullable
    String attributes() {
        return attributes;
    }
}

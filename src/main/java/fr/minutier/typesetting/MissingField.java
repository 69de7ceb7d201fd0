package fr.minutier.typesetting;

/** A required field that a template prints has no value: the act is not made, so that no hole leaves the building. */
public final class MissingField extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    MissingField(String field) {
        super("Champ obligatoire sans valeur\u00a0: «\u00a0" + field + "\u00a0»");
        this.field = field;
    }

    /** The name of the field as the template writes it. */
    public String field() {
        return field;
    }
}

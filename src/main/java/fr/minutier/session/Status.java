package fr.minutier.session;

/** Whether a session's acts may be issued. */
public enum Status {
    PROVISOIRE("provisoire"),
    DEFINITIF("définitif");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** The word of the bordereau. */
    public String label() {
        return label;
    }
}

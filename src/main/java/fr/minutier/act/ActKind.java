package fr.minutier.act;

/** The kinds of printed acts. */
public enum ActKind {
    PROCES_VERBAL("proces-verbal", "PV", "Procès-verbal de jury", Minutes.class),
    RELEVE_DE_NOTES("releve-de-notes", "RN", "Relevé de notes", Statement.class),
    ATTESTATION_DE_REUSSITE("attestation-de-reussite", "AR", "Attestation de réussite", Certificate.class),
    ATTESTATION_DE_BLOC("attestation-de-bloc", "AB", "Attestation de bloc de compétences", BlockCertificate.class);

    private final String word;
    private final String letters;
    private final String title;
    private final Class<? extends Record> record;

    ActKind(String word, String letters, String title, Class<? extends Record> record) {
        this.word = word;
        this.letters = letters;
        this.title = title;
        this.record = record;
    }

    /** The name of its template, and its kind in the manifest. */
    public String word() {
        return word;
    }

    /** The letters in its number. */
    String letters() {
        return letters;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** The record whose fields its template may print. */
    public Class<? extends Record> record() {
        return record;
    }
}

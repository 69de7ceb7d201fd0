package fr.minutier.act;

/** The kinds of printed acts. */
public enum ActKind {
    PROCES_VERBAL("proces-verbal", "PV", Minutes.class),
    RELEVE_DE_NOTES("releve-de-notes", "RN", Statement.class),
    ATTESTATION_DE_REUSSITE("attestation-de-reussite", "AR", Certificate.class),
    ATTESTATION_DE_BLOC("attestation-de-bloc", "AB", BlockCertificate.class),
    LETTRE_DE_NOTIFICATION("lettre-de-notification", "LN", Statement.class),
    EXTRAIT_DE_PROCES_VERBAL("extrait-de-proces-verbal", "EX", Extract.class);

    private final String word;
    private final String letters;
    private final Class<? extends Record> record;

    ActKind(String word, String letters, Class<? extends Record> record) {
        this.word = word;
        this.letters = letters;
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

    /** The record whose fields its template may print. */
    public Class<? extends Record> record() {
        return record;
    }
}

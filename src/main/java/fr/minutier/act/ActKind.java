package fr.minutier.act;

import java.util.Arrays;
import java.util.Optional;

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

    /** The kind of that word; empty when there is none. */
    public static Optional<ActKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
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

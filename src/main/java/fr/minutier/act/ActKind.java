package fr.minutier.act;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of printed acts. */
public enum ActKind {
    PROCES_VERBAL("proces-verbal", "PV", "Procès-verbal de jury", Minutes.class, null),
    RELEVE_DE_NOTES("releve-de-notes", "RN", "Relevé de notes", Statement.class, "releves-de-notes"),
    ATTESTATION_DE_REUSSITE(
            "attestation-de-reussite", "AR", "Attestation de réussite", Certificate.class, "attestations"),
    ATTESTATION_DE_BLOC(
            "attestation-de-bloc", "AB", "Attestation de bloc de compétences", BlockCertificate.class, "attestations"),
    LETTRE_DE_NOTIFICATION("lettre-de-notification", "LN", "Lettre de notification", Statement.class, null),
    EXTRAIT_DE_PROCES_VERBAL("extrait-de-proces-verbal", "EX", "Extrait de procès-verbal", Extract.class, null);

    private final String word;
    private final String letters;
    private final String title;
    private final Class<? extends Record> record;
    private final @Nullable String volume;

    ActKind(String word, String letters, String title, Class<? extends Record> record, @Nullable String volume) {
        this.word = word;
        this.letters = letters;
        this.title = title;
        this.record = record;
        this.volume = volume;
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

    /** What codes and the terminal call it; what is printed on paper is its template's own. */
    public String title() {
        return title;
    }

    /** The name of the file in which the acts of that kind are bound for the whole session, if they are. */
    public Optional<String> volume() {
        return Optional.ofNullable(volume);
    }

    /** The record whose fields its template may print. */
    public Class<? extends Record> record() {
        return record;
    }
}

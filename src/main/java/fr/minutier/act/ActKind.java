package fr.minutier.act;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of printed acts. */
public enum ActKind {
    PROCES_VERBAL("proces-verbal", "PV", Minutes.class, null),
    RELEVE_DE_NOTES("releve-de-notes", "RN", Statement.class, "releves-de-notes"),
    ATTESTATION_DE_REUSSITE("attestation-de-reussite", "AR", Certificate.class, "attestations"),
    ATTESTATION_DE_BLOC("attestation-de-bloc", "AB", BlockCertificate.class, "attestations"),
    LETTRE_DE_NOTIFICATION("lettre-de-notification", "LN", Statement.class, null),
    EXTRAIT_DE_PROCES_VERBAL("extrait-de-proces-verbal", "EX", Extract.class, null);

    private final String word;
    private final String letters;
    private final Class<? extends Record> record;
    private final @Nullable String volume;

    ActKind(String word, String letters, Class<? extends Record> record, @Nullable String volume) {
        this.word = word;
        this.letters = letters;
        this.record = record;
        this.volume = volume;
    }

    /** The name of its template, and its kind in the manifest. */
    public String word() {
        return word;
    }

    /** The letters in its number. */
    String letters() {
        return letters;
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

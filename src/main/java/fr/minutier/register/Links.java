package fr.minutier.register;

import java.util.Optional;

/** What makes entries a chain, checked on nothing but their texts: the same for a database and for an envelope. */
public final class Links {
    private Links() {}

    /**
     * What is wrong with an entry at its place.
     *
     * @param head of the chain before it
     * @return a French sentence without its point; empty when the entry holds
     */
    public static Optional<String> wrong(Entry entry, Head head) {
        if (!Digest.of(entry.text()).equals(entry.sha256())) {
            return Optional.of("son texte ne donne pas l’empreinte qui est inscrite");
        }
        if (!EntryText.placed(entry.text(), "precedent").equals(head.sha256())
                || !entry.previous().equals(head.sha256())) {
            return Optional.of("elle ne suit pas l’écriture qui la précède");
        }
        return entry.text().startsWith(EntryText.placing(entry.session(), entry.rank(), entry.kind(), entry.previous()))
                ? Optional.empty()
                : Optional.of("son texte dit une autre session, un autre rang ou une autre nature");
    }
}

package fr.minutier.archive;

import fr.minutier.register.Break;
import fr.minutier.register.Entry;
import fr.minutier.register.EntryText;
import fr.minutier.register.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One session's chain, read once from its first entry to its last: what witnesses are compared with. Texts are not held,
 * only what they say of files.
 */
final class Chain {
    private final String session;
    private final List<Head> heads = new ArrayList<>();
    private final List<Optional<OnRecord>> editions = new ArrayList<>();

    Chain(String session) {
        this.session = session;
        heads.add(Head.NONE);
    }

    /** Adds the next entry, which was checked. */
    void add(Entry entry) {
        heads.add(new Head(entry.rank(), entry.sha256()));
        editions.add(
                entry.kind().equals(EntryText.EDITION)
                        ? Optional.of(OnRecord.of(EntryText.facts(entry.text())))
                        : Optional.empty());
    }

    Head head() {
        return heads.getLast();
    }

    /** The files of each edition, in the order of the entries. */
    List<OnRecord> editions() {
        return editions.stream().flatMap(Optional::stream).toList();
    }

    /** What a witness remembers otherwise. */
    Optional<Break> contradicted(Witness witness) {
        int rank = witness.head().rank();
        String source = "le témoin «\u00a0" + witness.source() + "\u00a0» ";
        if (rank > head().rank()) {
            return at(
                    head().rank() + 1,
                    source + "connaît l’écriture " + rank + " de la session, et la chaîne s’arrête à l’écriture "
                            + head().rank() + "\u00a0: la fin a été retirée, ou un ancien registre remis à sa place");
        }
        if (!heads.get(rank).equals(witness.head())) {
            return at(
                    rank,
                    source
                            + "a gardé pour cette écriture une autre empreinte\u00a0: la chaîne a été refaite, ou le témoin"
                            + " retouché");
        }
        if (witness.files().isEmpty()) {
            return Optional.empty();
        }
        Optional<OnRecord> next = editions.subList(rank, editions.size()).stream()
                .flatMap(Optional::stream)
                .findFirst();
        if (next.isEmpty()) {
            return at(
                    rank + 1,
                    source + "liste les fichiers d’une édition qui suit l’écriture " + rank
                            + ", et la chaîne n’en a plus");
        }
        return witness.files().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(file -> !file.getValue().equals(next.get().folder().get(file.getKey())))
                .findFirst()
                .flatMap(file -> at(
                        rank + 1,
                        source + "donne à " + next.get().name(file.getKey()) + " une autre empreinte que la chaîne"));
    }

    private Optional<Break> at(int rank, String what) {
        return Optional.of(new Break(session, rank, what));
    }
}

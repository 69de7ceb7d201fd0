package fr.minutier.night;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import java.util.List;
import java.util.Optional;

/** What came of one thing that lies in the input folder: a bordereau, or the reason why there is none. */
sealed interface HandedIn {
    /**
     * It could be read.
     *
     * @param beside what lay beside the session in an archive and was left alone
     */
    record Legible(Inbox.Entry entry, Bordereau bordereau, List<Anomaly> beside) implements HandedIn {
        public Legible {
            beside = List.copyOf(beside);
        }
    }

    /** It is left alone, and why. */
    record LeftAlone(Anomaly why) implements HandedIn {}

    /** Reads an entry of the inbox. */
    static HandedIn read(Inbox.Entry entry) {
        if (entry instanceof Inbox.Ignored ignored) {
            return new LeftAlone(anomaly(ignored));
        }
        return switch (BordereauReader.read(entry.path(), entry.name())) {
            case Reading.Read read ->
                new Legible(
                        entry,
                        read.bordereau(),
                        read.beside().stream().map(HandedIn::anomaly).toList());
            case Reading.NoBordereau none ->
                new LeftAlone(anomaly(entry.name(), AnomalyCode.FICHIER_IGNORE, none.why()));
            case Reading.Unreadable unreadable ->
                new LeftAlone(anomaly(entry.name(), AnomalyCode.FICHIER_ILLISIBLE, unreadable.sentence()));
            case Reading.Growing growing ->
                new LeftAlone(anomaly(
                        entry.name(),
                        AnomalyCode.FICHIER_EN_COURS,
                        "Ce fichier changeait pendant sa lecture\u00a0: il est laissé pour la prochaine nuit."));
        };
    }

    /** The bordereau, when it could be read. */
    default Optional<Legible> readable() {
        return this instanceof Legible legible ? Optional.of(legible) : Optional.empty();
    }

    private static Anomaly anomaly(Inbox.Ignored ignored) {
        return anomaly(ignored.name(), AnomalyCode.FICHIER_IGNORE, ignored.why());
    }

    /** An anomaly of a file as a whole. */
    static Anomaly anomaly(String file, AnomalyCode code, String message) {
        return new Anomaly(Address.ofSheet(file, ""), Anomaly.Scope.SESSION, "", code.name(), code.gravity(), message);
    }
}

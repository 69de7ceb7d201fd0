package fr.minutier.night;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.reader.Inbox;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.KnownBlock;
import fr.minutier.check.Person;
import fr.minutier.register.Closing;
import fr.minutier.register.Edition;
import fr.minutier.report.SessionLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a night must know of a session before it takes it up; the session itself is read again then, so that a night
 * holds no more than the sessions in hand.
 *
 * @param entries of the inbox that carry it
 * @param digest of everything that can change the result
 * @param contentDigest of what the bordereaux say, whatever their form
 * @param closing whether its acts are final
 * @param withholds whether an anomaly withholds something of it
 * @param deliberatedOn day of its deliberation, or null
 * @param persons who its candidates are, and, of a final session, what it says of their blocks
 * @param corrects whether it asks for corrective minutes that can be made
 * @param refusals why the corrective minutes that it asks for cannot be made
 */
record Surveyed(
        String id,
        List<Inbox.Entry> entries,
        String digest,
        String contentDigest,
        Closing closing,
        SessionLine line,
        boolean withholds,
        @Nullable LocalDate deliberatedOn,
        Map<Person, List<KnownBlock>> persons,
        boolean corrects,
        List<Anomaly> refusals) {
    Surveyed {
        entries = List.copyOf(entries);
        persons = Map.copyOf(persons);
        refusals = List.copyOf(refusals);
    }

    /** Whether a closed session now says something else than what was issued, its status included. */
    boolean changes(Edition closed) {
        return !refusals.isEmpty() || !contentDigest.equals(closed.contentDigest());
    }

    /**
     * What to say of it then, when it is not corrected.
     *
     * @param corrections how many corrective minutes the session has
     */
    List<Anomaly> closedAndChanged(int corrections) {
        if (!refusals.isEmpty()) {
            return refusals;
        }
        String files = entries.size() == 1
                ? "au bordereau"
                : "aux bordereaux (" + entries.stream().map(Inbox.Entry::name).collect(Collectors.joining(", ")) + ")";
        return List.of(anomaly(
                AnomalyCode.PV_CLOS,
                "La session " + id
                        + " a été délivrée comme définitive\u00a0: son procès-verbal est clos et ses actes ne"
                        + " changent plus. Rendez " + files
                        + " le contenu qui a été délivré, sans qu’il manque un fichier de la session\u00a0; pour rectifier,"
                        + " après une nouvelle délibération du jury, écrivez " + (corrections + 1)
                        + " dans «\u00a0PV rectificatif\u00a0», le motif dans «\u00a0Motif\u00a0», définitif dans"
                        + " «\u00a0Statut\u00a0» et la date de cette délibération."));
    }

    /** What to say when the folder that a correction goes on from is not as it was published. */
    Anomaly folderAltered() {
        return anomaly(
                AnomalyCode.DOSSIER_ALTERE,
                "Le dossier de la session " + id
                        + " n’est plus tel qu’il a été publié\u00a0: un fichier y a été changé, ajouté ou retiré, et la"
                        + " rectification en garderait les actes\u00a0; remettez-le d’après votre sauvegarde, puis relancez.");
    }

    /** What to say when the folder of a closed session is gone, and cannot be made again as it was. */
    Anomaly folderGone() {
        return anomaly(
                AnomalyCode.DOSSIER_ALTERE,
                "Le dossier de la session " + id
                        + ", close, n’est plus dans les résultats, et ses actes ne peuvent pas être refaits tels qu’ils ont été"
                        + " délivrés\u00a0: leurs fichiers et leurs archives ne sont que dans une sauvegarde\u00a0; remettez-le de là, puis"
                        + " lancez «\u00a0./minutier registre verifier\u00a0».");
    }

    private Anomaly anomaly(AnomalyCode code, String message) {
        return new Anomaly(
                Address.ofSheet(entries.getFirst().name(), "Session"),
                Anomaly.Scope.SESSION,
                "",
                code.name(),
                code.gravity(),
                message);
    }
}

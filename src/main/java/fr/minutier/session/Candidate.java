package fr.minutier.session;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Competence;
import fr.minutier.certification.Route;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One candidate of a session.
 *
 * @param number as written; it names the folder of his acts when nothing is withheld
 * @param route null only when the result is withheld
 * @param group of the collective work, or null
 * @param standings one for each block, by code, when nothing is withheld; else empty
 * @param competences chosen for a work, by block code
 * @param waivers granted by the jury, each with its reason
 * @param reserve why the result is withheld, or null
 * @param regime the certification that he comes for, when it is not that of the session but of the same family; else
 *     null
 * @param civilStatus what only the export to the SI-CPF asks for
 */
public record Candidate(
        String number,
        Identity identity,
        @Nullable Route route,
        @Nullable String group,
        Map<String, Standing> standings,
        Map<String, Competence> competences,
        List<Waiver> waivers,
        @Nullable Reserve reserve,
        @Nullable Certification regime,
        CivilStatus civilStatus) {
    /** A candidate who comes for the certification of the session, and of whose civil status nothing else is known. */
    public Candidate(
            String number,
            Identity identity,
            @Nullable Route route,
            @Nullable String group,
            Map<String, Standing> standings,
            Map<String, Competence> competences,
            List<Waiver> waivers,
            @Nullable Reserve reserve) {
        this(number, identity, route, group, standings, competences, waivers, reserve, null, CivilStatus.NONE);
    }

    public Candidate {
        standings = Collections.unmodifiableMap(new LinkedHashMap<>(standings));
        competences = Map.copyOf(competences);
        waivers = List.copyOf(waivers);
        if (reserve == null && (number.isBlank() || !identity.complete() || route == null || standings.isEmpty())) {
            throw new IllegalArgumentException("un candidat incomplet ne peut être que réservé");
        }
        if (reserve != null && !standings.isEmpty()) {
            throw new IllegalArgumentException("un candidat réservé ne porte aucune situation de bloc");
        }
    }

    /** Whether he comes by a route without épreuves nor marks. */
    public boolean byExperience() {
        return route != null && route.withoutMarks();
    }

    /** Whether the result is withheld. */
    public boolean reserved() {
        return reserve != null;
    }
}

package fr.minutier.session;

import fr.minutier.certification.Certification;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One jury session for one certification.
 *
 * @param id names the output folder; see {@link #ID}
 * @param deliberatedOn day of the deliberation; null only while provisional
 * @param authorities that sign, at least one
 * @param circumstances what the bordereau adds to be printed
 * @param candidates in the order of the bordereau
 * @param settledMarks in the order of the bordereau
 */
public record Session(
        String id,
        Certification certification,
        String label,
        Status status,
        @Nullable LocalDate deliberatedOn,
        List<String> authorities,
        Circumstances circumstances,
        List<JuryMember> jury,
        List<Candidate> candidates,
        List<SettledMark> settledMarks) {
    /** What a session may be called. */
    public static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,39}");

    public Session {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("identifiant de session invalide");
        }
        if (status == Status.DEFINITIF && deliberatedOn == null) {
            throw new IllegalArgumentException("une session définitive a une date de délibération");
        }
        authorities = List.copyOf(authorities);
        jury = List.copyOf(jury);
        candidates = List.copyOf(candidates);
        settledMarks = List.copyOf(settledMarks);
    }

    /** The same session as at another sitting of its jury. */
    public Session at(LocalDate day, Circumstances sitting) {
        return new Session(id, certification, label, status, day, authorities, sitting, jury, candidates, settledMarks);
    }

    /** Optional particulars, printed where given. */
    public record Circumstances(
            @Nullable String place,
            @Nullable String school,
            @Nullable String region,
            @Nullable String appointment,
            @Nullable String opening,
            @Nullable String closing,
            @Nullable String observations) {}
}

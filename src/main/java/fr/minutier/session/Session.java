package fr.minutier.session;

import fr.minutier.certification.Certification;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One jury session for one certification; some of its candidates may come under other rules of the same family.
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

    /** The certification that a candidate of the session comes for. */
    public Certification certificationOf(Candidate candidate) {
        Certification regime = candidate.regime();
        return regime == null ? certification : regime;
    }

    /** The certifications that its candidates come for, that of the session first; it alone when there are none. */
    public List<Certification> certifications() {
        // By code: a whole definition takes long to compare.
        SortedMap<String, Certification> all =
                new TreeMap<>(Comparator.comparing((String code) -> !code.equals(certification.code()))
                        .thenComparing(Comparator.naturalOrder()));
        candidates.stream().map(this::certificationOf).forEach(known -> all.put(known.code(), known));
        return all.isEmpty() ? List.of(certification) : List.copyOf(all.values());
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

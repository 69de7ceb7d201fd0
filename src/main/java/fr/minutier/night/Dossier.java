package fr.minutier.night;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Checked;
import fr.minutier.check.Content;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.report.CsvReports;
import fr.minutier.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One session as the night takes it up: what was handed in for it, what the check says, what is decided.
 *
 * @param id names its output folder
 * @param sources the bordereaux that carry it
 * @param deliberation null when the session is withheld
 * @param digest SHA-256 of everything that can change the result
 * @param contentDigest SHA-256 of what the bordereaux say, whatever their form
 */
record Dossier(
        String id,
        List<HandedIn.Legible> sources,
        Checked checked,
        @Nullable Deliberation deliberation,
        String digest,
        String contentDigest) {
    Dossier {
        sources = List.copyOf(sources);
    }

    /** Checks and deliberates a session that one bordereau carries. */
    static Dossier of(String id, HandedIn.Legible source, Checked checked, Studio studio) {
        Session session = checked.session();
        return new Dossier(
                id,
                List.of(source),
                checked,
                session == null ? null : Deliberation.of(session),
                digest(List.of(source), checked, studio),
                Content.digest(source.bordereau(), studio.library()));
    }

    /** A session that several files claim: none of them is taken before the others. */
    static Dossier claimedBySeveral(String id, List<HandedIn.Legible> sources, List<Checked> each, Studio studio) {
        List<Anomaly> anomalies = new ArrayList<>();
        int candidates = 0;
        for (int i = 0; i < sources.size(); i++) {
            Bordereau bordereau = sources.get(i).bordereau();
            anomalies.add(conflict(id, bordereau, sources));
            anomalies.addAll(each.get(i).anomalies());
            candidates += each.get(i).candidates();
        }
        Checked checked = new Checked(id, null, candidates, anomalies);
        String contents = sources.stream()
                .map(source -> Content.digest(source.bordereau(), studio.library()))
                .collect(Collectors.joining());
        return new Dossier(id, sources, checked, null, digest(sources, checked, studio), sha256(contents));
    }

    private static Anomaly conflict(String id, Bordereau bordereau, List<HandedIn.Legible> sources) {
        String others = sources.stream()
                .map(source -> source.bordereau().name())
                .filter(name -> !name.equals(bordereau.name()))
                .collect(Collectors.joining(", "));
        return new Anomaly(
                Address.ofSheet(bordereau.name(), ""),
                Anomaly.Scope.SESSION,
                "",
                AnomalyCode.CONFLIT_FICHIERS.name(),
                AnomalyCode.CONFLIT_FICHIERS.gravity(),
                "La session " + id + " est aussi portée par " + others
                        + "\u00a0: réunissez ses candidats dans un seul bordereau, ou corrigez l’identifiant.");
    }

    /** The day of the check changes what it says, so what it says is part of what is digested. */
    private static String digest(List<HandedIn.Legible> sources, Checked checked, Studio studio) {
        return sha256(studio.digest()
                + sources.stream().map(source -> source.bordereau().digest()).collect(Collectors.joining())
                + new String(CsvReports.anomalies(checked.anomalies()), StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        MessageDigest sha = Studio.sha256();
        return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

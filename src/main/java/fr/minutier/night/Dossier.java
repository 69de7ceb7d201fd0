package fr.minutier.night;

import fr.minutier.act.Acts;
import fr.minutier.act.ChainFields;
import fr.minutier.act.Versions;
import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Checked;
import fr.minutier.check.Content;
import fr.minutier.deliberation.Decision;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.proof.SigningKey;
import fr.minutier.report.CsvReports;
import fr.minutier.session.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One session as the night takes it up: what was handed in for it, what the check says, what is decided.
 *
 * @param id names its output folder
 * @param sources the bordereaux that carry it, in the order of their names
 * @param deliberation null when the session is withheld
 * @param digest SHA-256 of everything that can change the result
 * @param content what the bordereaux say, whatever their form
 * @param correction of a closed session, or null
 */
record Dossier(
        String id,
        List<HandedIn.Legible> sources,
        Checked checked,
        @Nullable Deliberation deliberation,
        String digest,
        Content content,
        @Nullable Correction correction) {
    Dossier {
        sources = List.copyOf(sources);
    }

    /** Checks and deliberates a session. */
    static Dossier of(String id, List<HandedIn.Legible> sources, Studio studio) {
        List<Bordereau> bordereaux =
                sources.stream().map(HandedIn.Legible::bordereau).toList();
        Checked checked = studio.check(bordereaux);
        if (checked.corrective() != null && !studio.press().tellsCorrections()) {
            checked = checked.with(untold(sources));
        }
        Content content = Content.of(bordereaux, studio.library());
        Session session = checked.session();
        Deliberation deliberation = session == null ? null : Deliberation.of(session);
        Checked.Corrective asked = checked.corrective();
        Correction correction = null;
        if (deliberation != null && asked != null) {
            correction = new Correction(asked, studio.inForce(id).orElseThrow(), deliberation, content);
            for (Anomaly late : correction.late(checked)) {
                checked = checked.with(late);
            }
        }
        return new Dossier(id, sources, checked, deliberation, digest(sources, checked, studio), content, correction);
    }

    /** What is decided, candidate by candidate in the session's order; nothing when it is withheld. */
    List<Decision> decisions() {
        return deliberation == null ? List.of() : deliberation.decisions();
    }

    /**
     * The acts that its deliberation gives.
     *
     * @param key signs their codes
     * @param day on which the session was taken up
     * @param chain what the minutes print of the register; those of candidates print nothing of it
     */
    Acts acts(Optional<SigningKey> key, LocalDate day, @Nullable ChainFields chain) {
        return acts(Objects.requireNonNull(deliberation), key, day, chain);
    }

    /** The same of another sitting, whose acts a correction leaves as they are. */
    Acts acts(Deliberation sitting, Optional<SigningKey> key, LocalDate day, @Nullable ChainFields chain) {
        return new Acts(sitting, day, key, correction == null ? Versions.FIRST : correction.versions(), chain);
    }

    /** What to say when the minutes would not tell what they correct. */
    private static Anomaly untold(List<HandedIn.Legible> sources) {
        return new Anomaly(
                Address.ofSheet(sources.getFirst().entry().name(), "Session"),
                Anomaly.Scope.SESSION,
                "",
                AnomalyCode.PV_RECTIFICATIF_INVALIDE.name(),
                AnomalyCode.PV_RECTIFICATIF_INVALIDE.gravity(),
                "Votre modèle acts/proces-verbal.md n’imprime pas ce qu’un procès-verbal rectifie\u00a0: ajoutez-y"
                        + " {{#rectificatif}}…{{/rectificatif}}, comme dans celui du programme, puis relancez.");
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

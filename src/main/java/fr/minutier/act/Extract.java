package fr.minutier.act;

import fr.minutier.deliberation.Verdict;
import fr.minutier.typesetting.Champ;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the minutes say of one candidate, and of nobody else (extrait de procès-verbal). */
public record Extract(
        @Champ(value = "acte", aide = "l’acte lui-même") ActFields act,

        @Champ(value = "proces_verbal", aide = "numéro du procès-verbal dont il est extrait")
        String minutes,

        @Champ(value = "certification", aide = "la certification")
        CertificationFields certification,

        @Champ(value = "session", aide = "la session") SessionFields session,

        @Champ(value = "president", aide = "qui préside le jury, s’il est nommé") @Nullable
        String chair,

        @Champ(value = "candidat", aide = "le candidat") CandidateFields candidate,

        @Champ(value = "blocs", aide = "l’issue de chaque bloc")
        List<OutcomeFields> outcomes,

        @Champ(value = "decision", aide = "la décision", mots = "decisions")
        Verdict decision,

        @Champ(value = "notes_arretees", aide = "ses notes changées par le jury")
        List<Minutes.SettledFields> settled,

        @Champ(value = "derogations", aide = "les dérogations qui lui sont accordées")
        List<WaiverFields> waivers) {}

package fr.minutier.act;

import fr.minutier.deliberation.Verdict;
import fr.minutier.typesetting.Champ;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is decided of one candidate: for the statement of marks and for the letter that notifies the decision. */
public record Statement(
        @Champ(value = "acte", aide = "l’acte lui-même") ActFields act,

        @Champ(value = "certification", aide = "la certification")
        CertificationFields certification,

        @Champ(value = "session", aide = "la session") SessionFields session,
        @Champ(value = "candidat", aide = "le candidat") CandidateFields candidate,

        @Champ(value = "blocs", aide = "l’issue de chaque bloc")
        List<OutcomeFields> outcomes,

        @Champ(value = "decision", aide = "la décision en un mot", mots = "decisions")
        Verdict decision,

        @Champ(value = "admis", aide = "vrai si tous les blocs sont obtenus")
        boolean admitted,

        @Champ(value = "partiel", aide = "vrai si une partie des blocs est obtenue")
        boolean partial,

        @Champ(value = "ajourne", aide = "vrai si aucun bloc n’est obtenu")
        boolean failed,

        @Champ(value = "blocs_a_acquerir", aide = "les blocs qui manquent")
        List<BlockFields> missing,

        @Champ(value = "notifier_avant", aide = "dernier jour pour notifier une décision de VAE, si un texte le fixe")
        @Nullable
        LocalDate notifyBy,

        @Champ(value = "derogations", aide = "dérogations accordées par le jury")
        List<WaiverFields> waivers) {}

package fr.minutier.check;

import static fr.minutier.certification.Gravity.AVERTISSEMENT;
import static fr.minutier.certification.Gravity.A_ARBITRER;
import static fr.minutier.certification.Gravity.BLOQUANTE;
import static fr.minutier.certification.Gravity.INFORMATION;

import fr.minutier.certification.Gravity;

/** The stable codes of anomalies, with their gravity. A definition adds those of its length limits. */
public enum AnomalyCode {
    FICHIER_ILLISIBLE(BLOQUANTE),
    FEUILLE_MANQUANTE(BLOQUANTE),
    /** Two visible sheets bear the same name: which one counts cannot be told. */
    FEUILLE_DOUBLE(BLOQUANTE),
    COLONNE_MANQUANTE(BLOQUANTE),
    /** Two columns bear the same header: which one counts cannot be told. */
    COLONNE_DOUBLE(BLOQUANTE),
    SESSION_INVALIDE(BLOQUANTE),
    CERTIFICATION_INCONNUE(BLOQUANTE),
    CHAMP_MANQUANT(BLOQUANTE),
    DATE_INVALIDE(BLOQUANTE),
    CONFLIT_FICHIERS(BLOQUANTE),
    EFFECTIF_DIFFERENT(BLOQUANTE),
    PV_CLOS(BLOQUANTE),
    PV_RECTIFICATIF_INVALIDE(BLOQUANTE),

    CANDIDAT_DOUBLON(BLOQUANTE),
    NUMERO_INVALIDE(BLOQUANTE),
    IDENTITE_INCOMPLETE(BLOQUANTE),
    VOIE_INCONNUE(BLOQUANTE),
    VOIE_NON_OUVERTE(BLOQUANTE),
    NOTE_MANQUANTE(BLOQUANTE),
    FORMULE_SANS_VALEUR(BLOQUANTE),
    NOTE_ILLISIBLE(BLOQUANTE),
    NOTE_HORS_BORNES(BLOQUANTE),
    NOTE_PAS(BLOQUANTE),
    NOTE_INATTENDUE(BLOQUANTE),
    GROUPE_MANQUANT(BLOQUANTE),
    GROUPE_NOTES_DIFFERENTES(BLOQUANTE),
    GROUPE_PAGES_DIFFERENTES(BLOQUANTE),
    BLOC_INCONNU(BLOQUANTE),
    VAE_DECISION_MANQUANTE(BLOQUANTE),
    VAE_DECISION_INATTENDUE(BLOQUANTE),
    COMPETENCE_INVALIDE(BLOQUANTE),
    DELIBERATION_INVALIDE(BLOQUANTE),
    /** A text to be printed holds a character that no font of the acts has: it would vanish on paper. */
    CARACTERE_NON_IMPRIMABLE(BLOQUANTE),

    /** The gravity of a missing length is that of its limit in the definition. */
    LONGUEUR_MANQUANTE(A_ARBITRER),

    DISPENSE_SANS_EFFET(AVERTISSEMENT),
    JURY_PRESIDENT(AVERTISSEMENT),
    JURY_PROFESSIONNELS(AVERTISSEMENT),
    JURY_PARITE(AVERTISSEMENT),
    JURY_VIDE(AVERTISSEMENT),
    /** A word of a closed list that is none of it, in the sheet of the jury. */
    VALEUR_INCONNUE(AVERTISSEMENT),
    HORS_VALIDITE(AVERTISSEMENT),
    DELIBERATION_SANS_EFFET(AVERTISSEMENT),
    HOMONYME(AVERTISSEMENT),

    /** A dispense on a block that is already acquired. */
    DISPENSE_SUPERFLUE(INFORMATION),
    DEROGATION_SANS_OBJET(INFORMATION),
    COLONNE_INCONNUE(INFORMATION),
    /** A visible sheet that nobody reads; it may be one whose name was misspelt. */
    FEUILLE_INCONNUE(INFORMATION),
    FICHIER_IGNORE(INFORMATION),
    /** The file was still being written: it is left for the next night. */
    FICHIER_EN_COURS(INFORMATION),
    LIGNE_MASQUEE(INFORMATION);

    private final Gravity gravity;

    AnomalyCode(Gravity gravity) {
        this.gravity = gravity;
    }

    /** How much it withholds. */
    public Gravity gravity() {
        return gravity;
    }
}

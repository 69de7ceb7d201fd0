package fr.minutier.check;

import static fr.minutier.certification.Gravity.AVERTISSEMENT;
import static fr.minutier.certification.Gravity.A_ARBITRER;
import static fr.minutier.certification.Gravity.BLOQUANTE;
import static fr.minutier.certification.Gravity.INFORMATION;

import fr.minutier.certification.Gravity;
import java.util.Arrays;

/** The stable codes of anomalies, with their gravity. A definition adds those of its length limits. */
public enum AnomalyCode {
    FICHIER_ILLISIBLE(BLOQUANTE, "fichier illisible"),
    FEUILLE_MANQUANTE(BLOQUANTE, "feuille manquante"),
    /** Two visible sheets bear the same name: which one counts cannot be told. */
    FEUILLE_DOUBLE(BLOQUANTE, "feuille en double"),
    COLONNE_MANQUANTE(BLOQUANTE, "colonne manquante"),
    /** Two columns bear the same header: which one counts cannot be told. */
    COLONNE_DOUBLE(BLOQUANTE, "colonne en double"),
    SESSION_INVALIDE(BLOQUANTE, "session mal désignée"),
    CERTIFICATION_INCONNUE(BLOQUANTE, "certification inconnue"),
    /** A title known by name: its definition lacks facts without which nothing can be decided. */
    CERTIFICATION_INCOMPLETE(BLOQUANTE, "certification incomplète"),
    /** What a candidate is said to come for is no certification of the session's family. */
    REGIME_INCONNU(BLOQUANTE, "certification du candidat inconnue"),
    /** The definition leaves a threshold or a coefficient to be filled. */
    REGLAGE_A_REMPLIR(BLOQUANTE, "réglage de la certification à remplir"),
    CHAMP_MANQUANT(BLOQUANTE, "champ manquant"),
    DATE_INVALIDE(BLOQUANTE, "date invalide"),
    CONFLIT_FICHIERS(BLOQUANTE, "fichiers en conflit"),
    EFFECTIF_DIFFERENT(BLOQUANTE, "effectif différent"),
    PV_CLOS(BLOQUANTE, "procès-verbal clos"),
    PV_RECTIFICATIF_INVALIDE(BLOQUANTE, "procès-verbal rectificatif invalide"),
    /** A candidate of the minutes in force whom a correction leaves out. */
    CANDIDAT_RETIRE(BLOQUANTE, "candidat retiré d’une session close"),
    /** The folder that a correction would go on from is not as it was published. */
    DOSSIER_ALTERE(BLOQUANTE, "dossier de la session altéré"),

    CANDIDAT_DOUBLON(BLOQUANTE, "numéro porté par plusieurs candidats"),
    NUMERO_INVALIDE(BLOQUANTE, "numéro de candidat absent ou invalide"),
    IDENTITE_INCOMPLETE(BLOQUANTE, "identité incomplète"),
    VOIE_INCONNUE(BLOQUANTE, "voie d’accès inconnue"),
    VOIE_NON_OUVERTE(BLOQUANTE, "voie d’accès non ouverte"),
    NOTE_MANQUANTE(BLOQUANTE, "note manquante"),
    FORMULE_SANS_VALEUR(BLOQUANTE, "formule sans résultat"),
    NOTE_ILLISIBLE(BLOQUANTE, "note illisible"),
    NOTE_HORS_BORNES(BLOQUANTE, "note hors bornes"),
    NOTE_PAS(BLOQUANTE, "note plus fine que le pas admis"),
    NOTE_INATTENDUE(BLOQUANTE, "note là où aucune n’est attendue"),
    GROUPE_MANQUANT(BLOQUANTE, "groupe manquant"),
    GROUPE_NOTES_DIFFERENTES(BLOQUANTE, "note collective différente dans le groupe"),
    GROUPE_PAGES_DIFFERENTES(BLOQUANTE, "longueur différente dans le groupe"),
    BLOC_INCONNU(BLOQUANTE, "bloc inconnu"),
    VAE_DECISION_MANQUANTE(BLOQUANTE, "décision de VAE manquante"),
    VAE_DECISION_INATTENDUE(BLOQUANTE, "décision de VAE inattendue"),
    COMPETENCE_INVALIDE(BLOQUANTE, "compétence choisie manquante ou invalide"),
    DELIBERATION_INVALIDE(BLOQUANTE, "note arrêtée invalide"),
    /** A text to be printed holds a character that no font of the acts has: it would vanish on paper. */
    CARACTERE_NON_IMPRIMABLE(BLOQUANTE, "caractère non imprimable"),
    /** A text that no row of an act holds. */
    TEXTE_TROP_LONG(BLOQUANTE, "texte trop long"),

    /** The gravity of a missing length is that of its limit in the definition. */
    LONGUEUR_MANQUANTE(A_ARBITRER, "longueur manquante"),

    /** A block that is said to be acquired, and that an earlier session of the register refused to the same person. */
    ACQUIS_CONTREDIT(A_ARBITRER, "acquis contredit par le registre"),

    DISPENSE_SANS_EFFET(AVERTISSEMENT, "titre qui ne dispense de rien"),
    JURY_PRESIDENT(AVERTISSEMENT, "présidence du jury"),
    JURY_PROFESSIONNELS(AVERTISSEMENT, "part des professionnels du jury"),
    JURY_PARITE(AVERTISSEMENT, "parité des professionnels du jury"),
    JURY_VIDE(AVERTISSEMENT, "jury vide"),
    /** Fewer members than the law asks sat for candidates who come by VAE. */
    JURY_VAE(AVERTISSEMENT, "jury de VAE trop peu nombreux"),
    /** What the sheet of the jury says of a recusal contradicts itself, or leaves a candidate without a chair. */
    JURY_RECUSATION(AVERTISSEMENT, "récusation d’un membre du jury"),
    /** Somebody votes for all candidates in a capacity in which he votes for his own only. */
    JURY_VOIX(AVERTISSEMENT, "voix délibérative à limiter"),
    JURY_EXAMINATEURS(AVERTISSEMENT, "nombre d’examinateurs d’une épreuve"),
    /** A word of a closed list that is none of it, in the sheet of the jury. */
    VALEUR_INCONNUE(AVERTISSEMENT, "valeur inconnue"),
    HORS_VALIDITE(AVERTISSEMENT, "hors des dates de validité"),
    DELIBERATION_SANS_EFFET(AVERTISSEMENT, "note arrêtée sans effet"),
    HOMONYME(AVERTISSEMENT, "homonymes"),
    /** A correction brings a candidate whom the minutes in force do not know. */
    CANDIDAT_AJOUTE(AVERTISSEMENT, "candidat ajouté à une session close"),
    /** A correction takes back what was decided more than four months before (CRPA, art. L. 242-1). */
    RECTIFICATION_TARDIVE(AVERTISSEMENT, "rectification défavorable au-delà de quatre mois"),

    /** A block acquired under a rule of former times, by which it would have lapsed. */
    ACQUIS_ANCIEN(AVERTISSEMENT, "acquis ancien"),

    /** A dispense on a block that is already acquired. */
    DISPENSE_SUPERFLUE(INFORMATION, "dispense superflue"),
    /** A block that an earlier session of the register gave to the same person. */
    ACQUIS_AU_REGISTRE(INFORMATION, "acquis au registre"),
    DEROGATION_SANS_OBJET(INFORMATION, "dérogation sans objet"),
    COLONNE_INCONNUE(INFORMATION, "colonne inconnue"),
    /** A visible sheet that nobody reads; it may be one whose name was misspelt. */
    FEUILLE_INCONNUE(INFORMATION, "feuille inconnue"),
    FICHIER_IGNORE(INFORMATION, "fichier laissé de côté"),
    /** The file was still being written: it is left for the next night. */
    FICHIER_EN_COURS(INFORMATION, "fichier en cours d’écriture"),
    LIGNE_MASQUEE(INFORMATION, "ligne masquée");

    private final Gravity gravity;
    private final String label;

    AnomalyCode(Gravity gravity, String label) {
        this.gravity = gravity;
        this.label = label;
    }

    /** How much it withholds. */
    public Gravity gravity() {
        return gravity;
    }

    /** What it is, in a few French words. */
    public String label() {
        return label;
    }

    /** What the anomaly of that code is; a code that is not here is a length limit's, named by a definition. */
    public static String label(String code) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(AnomalyCode::label)
                .orElse("longueur hors limites");
    }
}

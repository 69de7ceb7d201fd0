package fr.minutier.act;

import fr.minutier.typesetting.Champ;
import java.util.List;

/** Proof of one block (attestation de bloc de compétences). It says nothing of the route. */
public record BlockCertificate(
        @Champ(value = "acte", aide = "l’acte lui-même") ActFields act,

        @Champ(value = "certification", aide = "la certification")
        CertificationFields certification,

        @Champ(value = "session", aide = "la session") SessionFields session,
        @Champ(value = "candidat", aide = "le candidat") HolderFields candidate,
        @Champ(value = "bloc", aide = "le bloc attesté") BlockFields block,

        @Champ(value = "blocs_a_acquerir", aide = "les blocs qui manquent au diplôme")
        List<BlockFields> missing) {}

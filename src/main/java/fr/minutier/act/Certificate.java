package fr.minutier.act;

import fr.minutier.typesetting.Champ;

/** Proof of the whole certification (attestation de réussite). It says nothing of the route, nor could it. */
public record Certificate(
        @Champ(value = "acte", aide = "l’acte lui-même") ActFields act,

        @Champ(value = "certification", aide = "la certification")
        CertificationFields certification,

        @Champ(value = "session", aide = "la session") SessionFields session,
        @Champ(value = "candidat", aide = "le candidat") HolderFields candidate) {}

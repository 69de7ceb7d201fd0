package fr.minutier.certification;

import java.util.List;

/**
 * A part of a certification that is acquired separately (bloc de compétences).
 *
 * @param code as written in the bordereau and in the file names of its attestations
 * @param title its official title, exactly (code du travail, art. R. 6113-16-3)
 * @param vaeColumn header of the column that holds the VAE decision
 */
public record Block(String code, String title, List<Competence> competences, String vaeColumn, Epreuve epreuve) {
    public Block {
        competences = List.copyOf(competences);
    }
}

package fr.minutier.certification;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a certification that is acquired separately (bloc de compétences).
 *
 * @param code as written in the bordereau and in the file names of its attestations
 * @param title its official title, exactly (code du travail, art. R. 6113-16-3)
 * @param vaeColumn header of the column that holds the VAE decision
 */
public record Block(String code, String title, List<Competence> competences, String vaeColumn, Epreuve epreuve) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    public Block {
        competences = List.copyOf(competences);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "«\u00a0code\u00a0» d’un bloc\u00a0: lettres sans accent, chiffres et traits d’union seulement, car il"
                            + " nomme des fichiers");
        }
        if (epreuve.choice().isPresent() && competences.isEmpty()) {
            throw new IllegalArgumentException(
                    "une compétence est à choisir, et le bloc " + code + " n’en nomme aucune");
        }
    }
}

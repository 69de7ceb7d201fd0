package fr.minutier.certification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a certification that is acquired separately (bloc de compétences, domaine).
 *
 * @param code as written in the bordereau and in the file names of its attestations
 * @param title its official title, exactly (code du travail, art. R. 6113-16-3)
 * @param vaeColumn header of the column that holds the VAE decision
 * @param epreuves all of which it rests on; another block may rest on the same
 * @param compensation how its épreuves make up for each other, where they do; else each must be passed
 * @param link what says that the block rests on these épreuves
 */
public record Block(
        String code,
        String title,
        List<Competence> competences,
        String vaeColumn,
        List<Epreuve> epreuves,
        Optional<Compensation> compensation,
        Source link) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    public Block {
        competences = List.copyOf(competences);
        epreuves = List.copyOf(epreuves);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "«\u00a0code\u00a0» d’un bloc\u00a0: lettres sans accent, chiffres et traits d’union seulement, car il"
                            + " nomme des fichiers");
        }
        if (epreuves.isEmpty()) {
            throw new IllegalArgumentException("le bloc " + code + " ne repose sur aucune épreuve");
        }
        if (compensation.isEmpty()
                && epreuves.stream().anyMatch(epreuve -> epreuve.passMark().isEmpty())) {
            throw new IllegalArgumentException(
                    "le bloc " + code
                            + " repose sur une épreuve sans «\u00a0seuil\u00a0»\u00a0: donnez-en un, ou une «\u00a0compensation\u00a0»");
        }
        if (compensation.isPresent()
                && epreuves.stream().anyMatch(epreuve -> epreuve.passMark().isPresent())) {
            throw new IllegalArgumentException("les épreuves du bloc " + code
                    + " se compensent\u00a0: elles n’ont pas de «\u00a0seuil\u00a0» à elles");
        }
        if (epreuves.size() == 1 && epreuves.getFirst().choice().isPresent() && competences.isEmpty()) {
            throw new IllegalArgumentException(
                    "une compétence est à choisir, et le bloc " + code + " n’en nomme aucune");
        }
    }

    /** The components of all its épreuves. */
    public List<Component> components() {
        return epreuves.stream()
                .flatMap(epreuve -> epreuve.components().stream())
                .toList();
    }

    /** Whether its outcome is one sum of points: a single épreuve, or several that make up for each other. */
    public boolean summed() {
        return epreuves.size() == 1 || compensation.isPresent();
    }

    /** Whether all coefficients and thresholds that decide it are known. */
    public boolean filled() {
        return epreuves.stream().allMatch(Epreuve::filled);
    }

    /** The points from which it is acquired, where it is {@link #summed()}; to be filled as long as an épreuve is. */
    public Optional<Setting> passMark() {
        if (compensation.isEmpty()) {
            return summed() ? epreuves.getFirst().passMark() : Optional.empty();
        }
        return Optional.of(new Setting(filled() ? compensation.get().average().multiply(coefficients()) : null));
    }

    /** The sum of the coefficients of all its épreuves. */
    public BigDecimal coefficients() {
        return epreuves.stream().map(Epreuve::coefficients).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The most points that can be had, where it is {@link #summed()}, marks going up to {@code markMaximum}. */
    public Optional<Setting> maximum(BigDecimal markMaximum) {
        return summed()
                ? Optional.of(new Setting(filledWeights() ? coefficients().multiply(markMaximum) : null))
                : Optional.empty();
    }

    private boolean filledWeights() {
        return components().stream().allMatch(component -> component.weight().filled());
    }

    /** The text of the rule by which it is acquired. */
    public Source source() {
        return compensation
                .map(Compensation::source)
                .orElseGet(() -> epreuves.size() == 1 ? epreuves.getFirst().source() : link);
    }
}

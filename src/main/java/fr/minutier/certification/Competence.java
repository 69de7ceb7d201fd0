package fr.minutier.certification;

/**
 * A competence attested by a block.
 *
 * @param code its number in the référentiel
 * @param title its official label, exactly
 */
public record Competence(String code, String title) {}

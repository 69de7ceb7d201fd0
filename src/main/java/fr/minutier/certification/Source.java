package fr.minutier.certification;

/**
 * A legal text, or the word that a rule is a setting without a text.
 *
 * @param key by which rules name it inside the definition
 * @param text its citation as printed, e.g. {@code arrêté du …, art. …}
 * @param subject what it settles, in French
 */
public record Source(String key, String text, String subject) {}

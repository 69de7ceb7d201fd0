package fr.minutier.certification;

/** A number and its noun, which French leaves singular up to one: {@code 0 candidat}, {@code 2 candidats}. */
public final class FrenchCount {
    private FrenchCount() {}

    /** A noun that takes an s. */
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** A noun, or a group of words, with its own plural. */
    public static String of(long number, String one, String many) {
        return number + "\u00a0" + (number < 2 ? one : many);
    }
}

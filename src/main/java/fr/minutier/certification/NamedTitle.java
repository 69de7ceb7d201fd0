package fr.minutier.certification;

import java.util.List;

/**
 * A title that the library knows by name and for which no session can be held, since facts are missing that its
 * definition needs.
 *
 * @param code by which a bordereau would name it; also the name of its file
 * @param title the exact official title
 * @param acronym its usual short name
 * @param level of the national framework
 * @param rncp number of its card in the national register, or empty when the sources do not say
 * @param texts that create and govern it
 * @param deliveredBy who delivers it, in words
 * @param missing the facts that no text that was read gives, each in a few French words; at least one
 */
public record NamedTitle(
        String code,
        String title,
        String acronym,
        int level,
        String rncp,
        List<Source> texts,
        String deliveredBy,
        List<String> missing) {
    public NamedTitle {
        texts = List.copyOf(texts);
        missing = List.copyOf(missing);
        if (missing.isEmpty()) {
            throw new IllegalArgumentException("un titre dont rien ne manque est une certification");
        }
    }

    /** Why no session can be held for it, in one French sentence. */
    public String refusal() {
        return "Aucune session ne peut être tenue pour " + code + "\u00a0: il manque " + String.join(", ", missing)
                + ", que les textes lus ne donnent pas\u00a0; complétez templates/certifications/" + code + ".yaml.";
    }
}

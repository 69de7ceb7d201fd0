package fr.minutier.typesetting;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A text that no font at hand can set: printing it would lose letters in silence. */
public final class UnprintableText extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final TreeSet<Integer> codePoints;

    /** Says which, and not where: the text may be about a person, and this one goes to the journal. */
    UnprintableText(Set<Integer> codePoints) {
        super("Des caractères ne peuvent pas être imprimés\u00a0: "
                + codePoints.stream().map(c -> String.format("U+%04X", c)).collect(Collectors.joining(", ")));
        this.codePoints = new TreeSet<>(codePoints);
    }

    /** The code points at fault, after normalisation (NFC). */
    public Set<Integer> codePoints() {
        return codePoints;
    }
}

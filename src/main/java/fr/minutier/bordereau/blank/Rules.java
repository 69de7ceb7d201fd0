package fr.minutier.bordereau.blank;

import fr.minutier.certification.Block;
import fr.minutier.certification.Certification;
import fr.minutier.certification.Compensation;
import fr.minutier.certification.Epreuve;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules by which an épreuve is passed, in the words of the bordereau. */
final class Rules {
    private Rules() {}

    /** The codes of the blocks that rest on an épreuve: of those that rest on it alone, where there are such. */
    static String codes(Certification certification, Epreuve epreuve) {
        List<Block> resting = certification.restingOn(epreuve);
        List<Block> alone =
                resting.stream().filter(block -> block.epreuves().size() == 1).toList();
        return (alone.isEmpty() ? resting : alone).stream().map(Block::code).collect(Collectors.joining(", "));
    }

    /** {@code 50 points sur 100}, or the average that its block asks. */
    static String passing(Certification certification, Epreuve epreuve) {
        Optional<Compensation> average = average(certification, epreuve);
        return average.isPresent()
                ? "moyenne de " + FrenchDecimal.of(average.get().average()) + " avec compensation"
                : epreuve.passMark().map(Setting::inFrench).orElse("") + " points sur "
                        + maximum(certification, epreuve);
    }

    private static String maximum(Certification certification, Epreuve epreuve) {
        boolean known = epreuve.components().stream()
                .allMatch(component -> component.weight().filled());
        return new Setting(known ? epreuve.maximum(certification.marks().maximum()) : null).inFrench();
    }

    private static Optional<Compensation> average(Certification certification, Epreuve epreuve) {
        return certification.restingOn(epreuve).stream()
                .flatMap(block -> block.compensation().stream())
                .findFirst();
    }

    /** From what the épreuve, or its block, is passed: one sentence. */
    static String passed(Certification certification, Epreuve epreuve) {
        List<Block> resting = certification.restingOn(epreuve);
        boolean ownBlock = resting.size() == 1 && resting.getFirst().summed();
        return (ownBlock ? "Le bloc est validé" : "L’épreuve est validée") + " à partir de "
                + passing(certification, epreuve) + ".";
    }
}

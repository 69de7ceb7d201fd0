package fr.minutier.check;

import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Label;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.MarkScale;
import fr.minutier.session.Mark;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mark cell says: nothing, a mark, or one fault; never two. */
sealed interface MarkReading {
    record Nothing() implements MarkReading {}

    record Read(Mark mark) implements MarkReading {}

    record Faulty(AnomalyCode code, String message) implements MarkReading {
        /** Whether a number stands there, if not one that a mark may be. */
        boolean number() {
            return code == AnomalyCode.NOTE_HORS_BORNES || code == AnomalyCode.NOTE_PAS;
        }
    }

    /** {@code 12,5/20}: a mark written with its scale. */
    Pattern WITH_SCALE = Pattern.compile("(.*?)\\s*/\\s*(\\d+)");

    static MarkReading of(Cell cell, MarkScale scale) {
        if (cell.formulaWithoutValue()) {
            return new Faulty(AnomalyCode.FORMULE_SANS_VALEUR, Sentences.FORMULA);
        }
        if (cell.blank()) {
            return new Nothing();
        }
        if (cell.content() instanceof Content.Text text) {
            String word = Label.fold(text.written());
            if (word.equals("abs")) {
                return new Read(new Mark.Absent());
            }
            if (word.equals("np")) {
                return new Read(new Mark.NotPresented());
            }
        }
        String maximum = FrenchDecimal.of(scale.maximum());
        return number(cell, scale)
                .<MarkReading>map(value -> read(value, scale, cell.text()))
                .orElseGet(() -> new Faulty(
                        AnomalyCode.NOTE_ILLISIBLE,
                        Sentences.quoted(cell.text()) + " n’est pas une note\u00a0; écrivez un nombre de 0 à " + maximum
                                + ", ABS (absent) ou NP (non présenté)."));
    }

    /** The number that stands in a mark cell, with its scale or without, though it may be none that a mark may be. */
    static Optional<BigDecimal> number(Cell cell, MarkScale scale) {
        Matcher scaled = WITH_SCALE.matcher(cell.text());
        if (cell.content() instanceof Content.Text && scaled.matches()) {
            return new BigDecimal(scaled.group(2)).compareTo(scale.maximum()) == 0
                    ? new Cell(cell.address(), new Content.Text(scaled.group(1))).number()
                    : Optional.empty();
        }
        return cell.number();
    }

    private static MarkReading read(BigDecimal value, MarkScale scale, String written) {
        if (!scale.inBounds(value)) {
            return new Faulty(
                    AnomalyCode.NOTE_HORS_BORNES,
                    "«\u00a0" + written.replace('.', ',') + "\u00a0»\u00a0: une note va de 0 à "
                            + FrenchDecimal.of(scale.maximum()) + "\u00a0; corrigez la cellule.");
        }
        if (!scale.onStep(value)) {
            return new Faulty(
                    AnomalyCode.NOTE_PAS,
                    "«\u00a0" + written.replace('.', ',') + "\u00a0»\u00a0: une note est arrêtée au plus fin à "
                            + FrenchDecimal.of(scale.step())
                            + " point près, et rien n’est arrondi\u00a0; corrigez la cellule.");
        }
        return new Read(new Mark.Value(value));
    }
}

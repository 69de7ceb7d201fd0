package fr.minutier.report.annotated;

import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.Label;
import fr.minutier.bordereau.Sheet;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the first sheet of an annotated workbook lists, the same in every format: everything that is to be corrected in
 * that file, gravest first, with a link to its cell.
 *
 * @param theirs the names of the sheets of that file, without the list of an earlier annotation
 * @param anomalies gravest first, else in the order of the file
 */
record ToCorrect(Set<String> theirs, List<Anomaly> anomalies) {
    static final List<String> COLUMNS = Bordereau.TO_CORRECT_HEADINGS;

    /** In characters. */
    static final List<Integer> WIDTHS = List.of(26, 16, 16, 28, 90);

    static final String NOTICE =
            "Suivez un lien, corrigez la cellule, enregistrez, puis remettez ce classeur à la place du"
                    + " premier\u00a0: Minutier ne lit pas cette feuille et reprend de lui-même ses couleurs et ses commentaires.";

    /** No more are listed: an old .xls has 65 536 rows. */
    private static final int MOST = 60_000;

    private static final int LONGEST_NUMBER = 120;

    /** Keeps its own copies. */
    ToCorrect {
        theirs = Set.copyOf(theirs);
        anomalies = List.copyOf(anomalies);
    }

    /** What is to be corrected in the files that the bordereau was read from. */
    static ToCorrect in(Bordereau bordereau, List<Anomaly> anomalies) {
        List<String> files =
                bordereau.sheets().stream().map(Sheet::file).distinct().toList();
        Set<String> theirs = bordereau.sheets().stream().map(Sheet::name).collect(Collectors.toSet());
        return new ToCorrect(
                theirs,
                anomalies.stream()
                        .filter(anomaly -> anomaly.gravity() != Gravity.INFORMATION)
                        .filter(anomaly -> files.contains(anomaly.where().file())
                                || anomaly.where().file().equals(bordereau.name()))
                        .sorted(Comparator.comparing(Anomaly::gravity))
                        .limit(MOST)
                        .toList());
    }

    /** Whether the sheet of that name is the list of an earlier annotation, and not one that a person named alike. */
    boolean isOfBefore(String sheet) {
        return Label.fold(sheet).startsWith(Label.fold(Bordereau.TO_CORRECT)) && !theirs.contains(sheet);
    }

    /** The name of the list, which no sheet of the file has. */
    String name() {
        Set<String> taken = theirs.stream().map(Label::fold).collect(Collectors.toSet());
        String name = Bordereau.TO_CORRECT;
        for (int at = 2; taken.contains(Label.fold(name)); at++) {
            name = Bordereau.TO_CORRECT + " (" + at + ")";
        }
        return name;
    }

    /** How many there are of each gravity. */
    String title() {
        return Bordereau.TO_CORRECT + "\u00a0: "
                + anomalies.stream()
                        .collect(Collectors.groupingBy(Anomaly::gravity, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey().counted(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** The words of the row, the cell being the text of its link. */
    static List<String> cells(Anomaly anomaly) {
        String a1 = anomaly.where().a1();
        return List.of(
                anomaly.where().sheet() + (a1.isEmpty() ? "" : "!" + a1),
                anomaly.gravity().word(),
                beginning(anomaly.candidate()),
                anomaly.code(),
                anomaly.message());
    }

    /** What stands where a number should may be longer than a cell of a workbook can hold. */
    private static String beginning(String number) {
        return number.length() <= LONGEST_NUMBER ? number : number.substring(0, LONGEST_NUMBER) + "…";
    }

    /** How many lines the words of a row take, each in its column. */
    static int lines(List<String> words) {
        int most = 1;
        for (int column = 0; column < words.size(); column++) {
            most = Math.max(most, Math.ceilDiv(words.get(column).length(), WIDTHS.get(column) - 5));
        }
        return Math.min(most, 20);
    }
}

package fr.minutier.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oracle.Anomaly;
import oracle.Expected;
import oracle.Handed;

/** Compares what a night left in its output folder for one session with what was expected of it. */
final class Agreement {
    private static final String INFORMATION = "INFORMATION";
    private static final String ANOMALIES = "fichier;feuille;cellule;candidat;code;gravite;message";
    private static final Pattern LISTED =
            Pattern.compile("\"path\" : \"([^\"]+)\"[^}]*\"bytes\" : (\\d+),\\s*\"sha256\" : \"([0-9a-f]{64})\"");
    private static final Pattern OF_CANDIDATE =
            Pattern.compile("\"path\" : \"candidats/([^/\"]+)/[^}]*\"candidate\" : \"([^\"]+)\"");

    private final Path output;
    private final Expected expected;
    private final Handed handed;
    private final List<String> disagreements = new ArrayList<>();

    /** One row of anomalies.csv. */
    private record Found(String file, String sheet, String cell, String candidate, String code, String gravity) {}

    private Agreement(Path output, Expected expected, Handed handed) {
        this.output = output;
        this.expected = expected;
        this.handed = handed;
    }

    /** What does not agree, in words; empty when all does. */
    static List<String> disagreements(Path output, Expected expected, Handed handed) throws IOException {
        Agreement agreement = new Agreement(output, expected, handed);
        Optional<String> name = expected.folder();
        if (name.isPresent() && !Files.isDirectory(output.resolve(name.get()))) {
            return List.of("no folder " + name.get());
        }
        Path folder = name.map(output::resolve).orElse(output);
        agreement.anomalies(folder.resolve("anomalies.csv"));
        if (name.isPresent()) {
            agreement.files(folder);
            agreement.manifest(folder);
            agreement.decisions(folder);
        }
        return agreement.disagreements;
    }

    private void decisions(Path folder) throws IOException {
        if (expected.blocked() || !Files.exists(folder.resolve("decisions.csv"))) {
            return; // its absence, where it should be there, is told with the files
        }
        List<List<String>> decisions = CsvRows.below("candidat;decision;motif", folder.resolve("decisions.csv"));
        same(
                "decisions.csv",
                expected.decisions(),
                decisions.stream().map(row -> row.subList(0, 2)).toList());
        decisions.stream()
                .filter(row -> row.get(2).isEmpty())
                .forEach(row -> disagreements.add("decisions.csv: no motive for " + row.get(0)));
        same(
                "blocs.csv",
                expected.blocs(),
                CsvRows.below("candidat;bloc;issue;points;maximum;seuil;mode", folder.resolve("blocs.csv")));
    }

    private void same(String file, List<List<String>> wanted, List<List<String>> found) {
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            Object want = i < wanted.size() ? wanted.get(i) : "no row";
            Object is = i < found.size() ? found.get(i) : "no row";
            if (!want.equals(is)) {
                disagreements.add(file + " row " + (i + 1) + ": expected " + want + ", found " + is);
            }
        }
    }

    private void files(Path folder) throws IOException {
        Set<String> found = new TreeSet<>(Tree.files(folder));
        Set<String> missing = new TreeSet<>(expected.files());
        missing.removeAll(found);
        missing.forEach(file -> disagreements.add("not made: " + file));
        found.removeAll(expected.files());
        found.removeAll(expected.optionalFiles());
        // One for each file that has something to mark, whichever these are.
        found.removeIf(file -> handed.files().size() > 1 && file.matches("bordereau-annote-[23]\\..*"));
        found.forEach(file -> disagreements.add("made and not expected: " + file));
    }

    /** The manifest lists every file but itself, with its bytes. */
    private void manifest(Path folder) throws IOException {
        String manifest = Files.readString(folder.resolve("manifeste.json"));
        SortedMap<String, String> there = Tree.digests(folder);
        there.remove("manifeste.json");
        Matcher listed = LISTED.matcher(manifest);
        while (listed.find()) {
            String path = listed.group(1);
            String sha256 = there.remove(path);
            if (!listed.group(3).equals(sha256)
                    || Files.size(folder.resolve(path)) != Long.parseLong(listed.group(2))) {
                disagreements.add("manifeste.json: not the bytes of " + path);
            }
        }
        there.keySet().forEach(path -> disagreements.add("manifeste.json: does not list " + path));
        Matcher candidate = OF_CANDIDATE.matcher(manifest);
        while (candidate.find()) {
            if (!candidate.group(1).equals(candidate.group(2))) {
                disagreements.add("manifeste.json: act of another candidate: " + candidate.group());
            }
        }
    }

    private void anomalies(Path csv) throws IOException {
        List<Found> found = new ArrayList<>();
        for (List<String> row : CsvRows.below(ANOMALIES, csv)) {
            if (row.get(6).isEmpty()) {
                disagreements.add("no sentence: " + row);
            }
            if (handed.files().stream().anyMatch(file -> isOf(file, row.get(0)))) {
                found.add(new Found(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
            } else if (expected.folder().isPresent()) {
                disagreements.add("anomaly of another file: " + row);
            }
        }
        // Those whose cell is known are matched first, so that they are not given away to those without.
        List<Anomaly> wanted = expected.anomalies().stream()
                .sorted(Comparator.comparing((Anomaly anomaly) ->
                        handed.places(anomaly).getFirst().cell().isEmpty()))
                .toList();
        for (Anomaly anomaly : wanted) {
            Optional<Found> match =
                    found.stream().filter(row -> matches(anomaly, row)).findFirst();
            match.ifPresentOrElse(
                    found::remove,
                    () -> disagreements.add("anomaly not found: " + anomaly + " at " + handed.places(anomaly)));
        }
        if (expected.exhaustive()) {
            found.stream()
                    .filter(row -> !openToReading(row))
                    .forEach(row -> disagreements.add("anomaly not expected: " + row));
        }
    }

    private boolean matches(Anomaly wanted, Found row) {
        return wanted.code().equals(row.code())
                && wanted.gravity().equals(row.gravity())
                && wanted.candidate().equals(row.candidate())
                && handed.places(wanted).stream()
                        .anyMatch(place -> isOf(place.file(), row.file())
                                && (place.cell().isEmpty()
                                        || (place.cell().equals(row.cell()) && inSheet(wanted.sheet(), row))));
    }

    /** Whether what an anomaly names is that file, or lies in that folder. */
    private static boolean isOf(String file, String named) {
        return named.equals(file) || named.startsWith(file + "/");
    }

    /** By the name of the sheet, or for CSV files by that of the file, however they are written. */
    private static boolean inSheet(String sheet, Found row) {
        return folded(row.sheet()).equals(folded(sheet)) || folded(row.file()).endsWith(folded(sheet) + "csv");
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    /** An INFORMATION for which the contract has no code, or a code that may stand beside those expected. */
    private boolean openToReading(Found row) {
        boolean ownInformation = row.gravity().equals(INFORMATION)
                && !Expected.INFORMATION_CODES.contains(row.code())
                && !row.code().startsWith("LONGUEUR_");
        return ownInformation || expected.tolerates(row.code());
    }
}

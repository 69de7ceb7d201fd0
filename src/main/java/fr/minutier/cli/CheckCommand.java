package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.night.Inspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code check}: reads and validates only. */
@Command(
        name = "check",
        description =
                "Lit et contrôle des bordereaux, et affiche toutes leurs anomalies\u00a0; ceux d’une même session sont"
                        + " contrôlés ensemble. N’écrit rien.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier check input",
            "  ./minutier check ~/Bureau/jury-de-juin.xlsx",
            "  ./minutier check ~/Bureau/dossier-de-fichiers-csv"
        })
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Folders folders = new Folders();

    @Parameters(
            arity = "1..*",
            paramLabel = "FICHIER",
            description = "Classeurs, archives .zip ou dossiers de fichiers CSV, ou dossier de bordereaux.")
    List<Path> files = List.of();

    @Mixin
    Format format = new Format();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new WrongUse("«\u00a0" + file + "\u00a0» n’existe pas.");
            }
        }
        Inspection.Found found = new Inspection(folders.workplace(told)).of(files);
        List<Anomaly> anomalies = found.anomalies();
        int status = anomalies.stream().anyMatch(Anomaly::withholds) ? ExitStatus.WITHHELD : ExitStatus.DONE;
        if (format.json()) {
            try (Json json = new Json(told.out(), "check")) {
                json.check(found.bordereaux(), anomalies, status);
            }
        } else {
            told.out().print(Lines.of(anomalies, told.columns(), told.ink()));
            told.out().println(count(found.bordereaux(), anomalies));
        }
        return status;
    }

    private static String count(int files, List<Anomaly> anomalies) {
        String read = FrenchCount.of(files, "bordereau lu", "bordereaux lus") + "\u00a0: ";
        if (anomalies.isEmpty()) {
            return read + "aucune anomalie.";
        }
        Map<Gravity, Integer> numbers = new EnumMap<>(Gravity.class);
        anomalies.forEach(anomaly -> numbers.merge(anomaly.gravity(), 1, Integer::sum));
        List<String> counts = new ArrayList<>();
        numbers.forEach((gravity, number) -> counts.add(gravity.counted(number)));
        return read + FrenchCount.of(anomalies.size(), "anomalie") + ", dont " + String.join(", ", counts)
                + (anomalies.stream().anyMatch(Anomaly::withholds) ? "." : "\u00a0; rien ne retient les documents.");
    }
}

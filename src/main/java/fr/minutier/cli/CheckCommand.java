package fr.minutier.cli;

import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.night.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: reads and validates only. */
@Command(
        name = "check",
        description = "Lit et contrôle des bordereaux, et affiche toutes leurs anomalies. N’écrit rien.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {"  ./minutier check input/*.xlsx", "  ./minutier check ~/Bureau/jury-de-juin.xlsx"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    Folders folders = new Folders();

    @Parameters(arity = "1..*", paramLabel = "FICHIER", description = "Classeurs, ou dossiers de fichiers CSV.")
    List<Path> files = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Affiche cette aide.")
    boolean help;

    @Override
    public Integer call() throws Exception {
        List<Anomaly> anomalies = new Inspection(folders.workplace(Path.of(""))).of(files);
        anomalies.forEach(anomaly -> System.out.println(Lines.of(anomaly)));
        long withholding = anomalies.stream().filter(Anomaly::withholds).count();
        long warnings = anomalies.stream()
                .filter(anomaly -> anomaly.gravity() == Gravity.AVERTISSEMENT)
                .count();
        System.out.println(
                withholding == 0
                        ? "Rien ne retient les documents (" + warnings + " avertissement(s))."
                        : withholding + " anomalie(s) à corriger ou à arbitrer, " + warnings + " avertissement(s).");
        return withholding == 0 ? ExitStatus.DONE : ExitStatus.WITHHELD;
    }
}

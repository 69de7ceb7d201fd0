package fr.minutier.cli;

import fr.minutier.night.Night;
import fr.minutier.night.NightResult;
import fr.minutier.night.Progress;
import fr.minutier.night.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the nightly job. */
@Command(
        name = "run",
        description = "Lit les bordereaux, contrôle, délibère et produit les documents de chaque session nouvelle ou"
                + " modifiée. Relancée, la commande fait ce qui reste à faire.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier run",
            "  ./minutier run --dry-run",
            "  ./minutier run --input /srv/jurys/input --output /srv/jurys/output"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    Folders folders = new Folders();

    @Option(
            names = "--input",
            paramLabel = "DOSSIER",
            description = "Dossier des bordereaux (par défaut\u00a0: input). Rien n’y est jamais modifié.")
    @Nullable
    Path input;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Ne traite que cette session\u00a0; peut être répétée.")
    Set<String> sessions = Set.of();

    @Option(names = "--dry-run", description = "Dit ce qui serait fait, et n’écrit rien.")
    boolean rehearsal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Affiche cette aide.")
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workplace place = folders.workplace(input);
        Progress progress = new Progress(System.out, Boolean.getBoolean("minutier.terminal"));
        Night night = new Night(place, sessions, progress);
        if (!rehearsal) {
            Files.createDirectories(place.output());
            createPrivate(place.register());
            Journal.open(place.register());
        }
        NightResult result = rehearsal ? night.rehearse() : night.run();
        System.out.print(new Summary(place).of(result));
        System.out.flush();
        if (result.failed()) {
            return ExitStatus.FAILURE;
        }
        return result.withheld() ? ExitStatus.WITHHELD : ExitStatus.DONE;
    }

    private static void createPrivate(Path folder) throws java.io.IOException {
        if (!Files.exists(folder) && Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}

package fr.minutier.cli;

import fr.minutier.archive.Bundle;
import fr.minutier.certification.FrenchCount;
import fr.minutier.report.Made;
import fr.minutier.report.Manifest;
import fr.minutier.session.Session;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code paquet}: what a session gave, in one file to hand over. */
@Command(
        name = "paquet",
        description =
                "Met dans un seul fichier .zip ce qu’une session a donné\u00a0: le manifeste, les actes, les tableaux et"
                        + " le rapport, chacun contrôlé d’après le manifeste.",
        footerHeading = "%nExemple\u00a0:%n",
        footer = "  ./minutier paquet JURY-2026-JUIN -o juin.zip")
final class BundleCommand implements Callable<Integer> {
    private static final String DOCUMENT = ".pdf";

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Output output = new Output();

    @Parameters(arity = "1", paramLabel = "SESSION", description = "Session à remettre.")
    String session = "";

    @Option(
            names = "-o",
            paramLabel = "FICHIER",
            description = "Fichier à écrire (.zip), lisible par son seul propriétaire.")
    @Nullable
    Path file;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Path target = Target.free(file, "session.zip");
        Minutier told = Objects.requireNonNull(minutier);
        Path folder = folder();
        byte[] manifest = Files.readAllBytes(folder.resolve(Manifest.PATH));
        List<Made> files = files(manifest);
        if (files.stream().noneMatch(made -> made.path().endsWith(DOCUMENT))) {
            told.out()
                    .println("Rien n’a été écrit\u00a0: la session " + session
                            + " n’a encore donné aucun document. Son rapport dit pourquoi\u00a0: «\u00a0"
                            + folder.resolve("index.html") + "\u00a0».");
            return ExitStatus.WITHHELD;
        }
        List<Bundle.Item> items = files.stream()
                .map(made -> new Bundle.Item(made.path(), made.sha256()))
                .toList();
        try {
            Bundle.write(session, folder, Manifest.PATH, manifest, items, target);
        } catch (Bundle.Refused e) {
            told.out()
                    .println(
                            "Rien n’a été écrit\u00a0: dans le dossier de la session " + session + ", " + e.getMessage()
                                    + ". Relancez ./minutier run, ou reprenez ce dossier dans vos sauvegardes.");
            return ExitStatus.UNKNOWN;
        }
        told.out()
                .println("Paquet écrit\u00a0: «\u00a0" + target + "\u00a0» ("
                        + FrenchCount.of(items.size() + 1, "fichier", "fichiers")
                        + "). Il contient des données personnelles\u00a0: ne le remettez qu’à qui doit les avoir.");
        return ExitStatus.DONE;
    }

    private Path folder() throws WrongUse {
        Path folder = Session.ID.matcher(session).matches() ? output.folder().resolve(session) : null;
        if (folder == null || !Files.isRegularFile(folder.resolve(Manifest.PATH), LinkOption.NOFOLLOW_LINKS)) {
            throw new WrongUse("il n’y a pas de dossier de la session «\u00a0" + session + "\u00a0» dans «\u00a0"
                    + output.folder() + "\u00a0»\u00a0; ./minutier status donne les sessions.");
        }
        return folder;
    }

    private List<Made> files(byte[] manifest) throws WrongUse {
        try {
            return Manifest.files(manifest);
        } catch (RuntimeException e) {
            // The JSON library and the values that check themselves say in many unchecked kinds that it was altered.
            throw new WrongUse("le manifeste de la session " + session + " a été modifié\u00a0: il ne se lit plus.");
        }
    }
}

package fr.minutier.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A coordinator's desk: folders of her own, the templates of the house, and what the command line answers. */
public final class Desk {
    public static final Path HOME = Path.of("").toAbsolutePath();

    final Path folder;
    public final Map<String, String> environment = new HashMap<>();
    int columns;

    /** A desk in that folder. */
    public Desk(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(input());
    }

    /** What a command said, and how it ended. */
    public record Answer(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        boolean isFreeOfTraces() {
            return Stream.of(out, err)
                    .noneMatch(said -> said.contains("\tat ") || said.contains("Exception") || said.contains("java."));
        }
    }

    public Path input() {
        return folder.resolve("input");
    }

    public Path output() {
        return folder.resolve("output");
    }

    /** What the command line answers. */
    public Answer says(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setProperty("minutier.home", HOME.toString());
        int status = Minutier.execute(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                columns,
                environment,
                args);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The nightly command on this desk's folders. */
    Answer run(String... more) {
        return says(Stream.concat(
                        Stream.of("run", "--input", input().toString(), "--output", output().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** A session of one candidate who comes by VAE, with nothing to say against it. */
    Path session(String id) throws IOException {
        return session(id, "validé");
    }

    /** The same, with another decision of the jury on the first block. */
    Path session(String id, String decision) throws IOException {
        Path session = Files.createDirectories(input().resolve(id));
        Files.writeString(session.resolve("session.csv"), """
                Champ;Valeur
                Session;%s
                Certification;DEIS-RNCP39644
                Libellé;Session de %s
                """.formatted(id, id));
        Files.writeString(session.resolve("jury.csv"), """
                Nom;Prénom;Qualité;Collège;Rôle
                Aubrac;Irène;Inspectrice;État;président
                Morel;Paul;Directeur;Employeurs;membre
                Petit;Zoé;Cadre;Salariés;membre
                """);
        Files.writeString(session.resolve("candidats.csv"), """
                N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;BC01 VAE;BC02 VAE;BC03 VAE
                C-1;Nerval;Ève;02/03/1990;VAE;%s;validé;validé
                """.formatted(decision));
        return session;
    }

    /** The templates of the house, to be spoiled. */
    Path templates() throws IOException {
        Path copy = folder.resolve("templates");
        try (Stream<Path> all = Files.walk(HOME.resolve("templates"))) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path to =
                        copy.resolve(HOME.resolve("templates").relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
        return copy;
    }
}

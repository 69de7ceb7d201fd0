package fr.minutier.night;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.register.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An input and an output folder, and nights run on them, evening after evening, with the templates of the house. */
final class Office {
    static final String NOVEMBER = "DEIS-2025-NOVEMBRE";
    static final String JUNE = "DEIS-2026-JUIN";
    static final String ANOMALIES = "fichier;feuille;cellule;candidat;code;gravite;message";

    private static final Path SAMPLES = Path.of("input");

    private LocalDate day = LocalDate.of(2026, 6, 20);
    private final Path folder;
    private Optional<Server> server = Optional.empty();

    /** Keeps the register in this database, from now on. */
    Office on(Map<String, String> environment) {
        server = Server.of(environment);
        return this;
    }

    Office(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(input());
        Files.createDirectories(output());
    }

    Path input() {
        return folder.resolve("input");
    }

    Path output() {
        return folder.resolve("output");
    }

    /** The folder of the session of November in output. */
    Path november() {
        return output().resolve(NOVEMBER);
    }

    /** Hands in the final session of November 2025, a folder of CSV files. */
    Office withNovember() throws IOException {
        copy(SAMPLES.resolve(NOVEMBER), input().resolve(NOVEMBER));
        return this;
    }

    /** Hands in the provisional session of June 2026, a workbook. */
    Office withJune() throws IOException {
        Files.copy(SAMPLES.resolve(JUNE + ".xlsx"), input().resolve(JUNE + ".xlsx"));
        return this;
    }

    /** Rewrites one of the CSV files of November. */
    void edit(String file, UnaryOperator<String> change) throws IOException {
        Path csv = input().resolve(NOVEMBER).resolve(file);
        String before = Files.readString(csv);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("the change of " + file + " changes nothing");
        }
        Files.writeString(csv, after);
    }

    /** Hands November in again, in another folder beside it. */
    void copyAs(String name) throws IOException {
        copy(input().resolve(NOVEMBER), input().resolve(name));
    }

    /** Keeps some of the candidates of a folder, by their places below the header. */
    void keep(String session, IntPredicate kept) throws IOException {
        Path csv = input().resolve(session).resolve("candidats.csv");
        List<String> lines = Files.readString(csv).lines().toList();
        int header = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains("Prénoms"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                csv,
                IntStream.range(0, lines.size())
                        .filter(line -> line <= header || kept.test(line - header - 1))
                        .mapToObj(line -> lines.get(line) + "\r\n")
                        .collect(Collectors.joining()));
    }

    /** Packs a folder of input into an archive of input. */
    void zip(String session, String archive) throws IOException {
        Path from = input().resolve(session);
        try (Stream<Path> all = Files.walk(from);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(input().resolve(archive)))) {
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(session + "/" + path.getFileName()));
                Files.copy(path, out);
            }
        }
    }

    Workplace workplace() {
        return new Workplace(input(), output(), TemplateFolder.of(Path.of("templates")), day, server);
    }

    /** Runs a night, a day after the last one. */
    NightResult night() throws Exception {
        NightResult result = new Night(workplace(), Set.of(), silent()).run();
        day = day.plusDays(1);
        return result;
    }

    NightResult rehearsal() throws Exception {
        return new Night(workplace(), Set.of(), silent()).rehearse();
    }

    /** The rows of the anomalies.csv of the night, which are those of files that belong to no open session. */
    List<List<String>> anomalies() throws IOException {
        return CsvRows.below(ANOMALIES, output().resolve("anomalies.csv"));
    }

    /** Their codes. */
    List<String> codes() throws IOException {
        return anomalies().stream().map(row -> row.get(4)).toList();
    }

    static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}

package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.TemplateFolder;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oracle.Shape;
import oracle.ShapedSession;
import oracle.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One night runs sessions of all certifications, some with candidates of two of them, and of a renamed copy of one with other
 * codes and coefficients: each agrees with a second computation that knows nothing of the product. Some candidates come back
 * from a session of the same night; juries have recusals, examiners and directeurs de mémoire.
 *
 * <p>At full length: {@code -Dminutier.candidats.par.titre=2000}; another seed: {@code -Dminutier.graine=7}.
 */
class ShapesAgreementPropertyTest {
    private static final Path HOUSE = Path.of("templates");
    private static final int CANDIDATES = Integer.getInteger("minutier.candidats.par.titre", 60);
    private static final int IN_A_SESSION = Math.min(50, CANDIDATES / 2);
    private static final long SEED = Long.getLong("minutier.graine", 20_260_701L);

    @TempDir
    Path folder;

    private Path certifications;

    /** The library with its settings filled, the example of the guide and a copy under other names. */
    private Path templates() throws Exception {
        Path templates = folder.resolve("modeles");
        certifications = Files.createDirectories(templates.resolve("certifications"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(HOUSE.resolve("certifications/AJOUTER.md")));
        assertThat(example.find()).isTrue();
        write("EXEMPLE-2026", example.group(1));
        write(
                "CASP-CNAM",
                shipped("CASP-CNAM")
                        .replaceAll("(?s)(Évaluation continue de l’activité.*?)seuil: à remplir", "$1seuil: 10")
                        .replaceAll("(code: EXPERIENCE(?s:.*?))seuil: à remplir", "$1seuil: 50")
                        .replaceAll("(code: ENQUETE(?s:.*?))seuil: à remplir", "$1seuil: 20")
                        .replaceAll("(colonne: Rapport d’expérience, coefficient): à remplir", "$1: 3")
                        .replaceAll("(colonne: Soutenance du rapport d’expérience, coefficient): à remplir", "$1: 2")
                        .replaceAll("(colonne: Enquête [a-z]+, coefficient): à remplir", "$1: 1"));
        write(
                "RENOMME-1",
                shipped("CAFERUIS-2004")
                        .replace("code: CAFERUIS-2004", "code: RENOMME-1")
                        .replaceAll("code: DC(\\d)", "code: ZZ$1")
                        .replaceAll("colonne-vae: DC(\\d)", "colonne-vae: ZZ$1")
                        .replace("colonne: ", "colonne: Autre ")
                        .replaceAll("alias: \\[[^]]*\\]", "alias: []")
                        .replace("coefficient: 2", "coefficient: 4")
                        .replace("seuil: 30", "seuil: 50"));
        return templates;
    }

    private static String shipped(String code) throws Exception {
        return Files.readString(HOUSE.resolve("certifications/" + code + ".yaml"));
    }

    private void write(String code, String definition) throws Exception {
        Files.writeString(certifications.resolve(code + ".yaml"), definition);
    }

    @Test
    void one_night_runs_sessions_of_every_certification_as_the_independent_computation_has_them() throws Exception {
        Path templates = templates();
        Random random = new Random(SEED);
        List<ShapedSession> sessions = new ArrayList<>();
        sessions.addAll(sessions("DEIS", List.of(Shapes.deisOfToday(), Shapes.deis2006()), 1, random));
        for (Shape shape : List.of(Shapes.deis2006(), Shapes.caferuis2004(), Shapes.casp(), Shapes.renamed())) {
            sessions.addAll(sessions(shape.code(), List.of(shape), 1, random));
        }
        sessions.addAll(sessions("EXEMPLE", List.of(Shapes.example()), 25, random));
        Path input = folder.resolve("input");
        for (ShapedSession session : sessions) {
            session.write(input);
        }
        Path output = Files.createDirectory(folder.resolve("output"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Workplace place = new Workplace(input, output, new TemplateFolder(templates, HOUSE), LocalDate.of(2026, 7, 1));
        new Night(place, Set.of(), new Progress(nowhere, false)).run();

        List<String> disagreements = new ArrayList<>();
        for (ShapedSession session : sessions) {
            Path made = output.resolve(session.id());
            same(session.id() + " blocs.csv", session.blocs(), below(made.resolve("blocs.csv")), disagreements);
            same(
                    session.id() + " decisions.csv",
                    session.decisions(),
                    below(made.resolve("decisions.csv")).stream()
                            .map(row -> row.replaceFirst("^([^;]*;[^;]*);.*", "$1"))
                            .toList(),
                    disagreements);
            Set<String> acts = new TreeSet<>(Tree.files(made.resolve("candidats")));
            acts.removeIf(path -> path.contains("lettre-") || path.contains("extrait-"));
            same(session.id(), List.copyOf(session.acts()), List.copyOf(acts), disagreements);
            same(session.id() + " anomalies.csv", session.told(), told(made.resolve("anomalies.csv")), disagreements);
        }
        assertThat(disagreements.stream().limit(40))
                .as("seed %d, %d disagreements", SEED, disagreements.size())
                .isEmpty();
    }

    /**
     * Sessions of one family. Every second one is of November: some of its candidates come back from the one before, of June.
     *
     * @param family that of the sessions first
     */
    private static List<ShapedSession> sessions(String name, List<Shape> family, int step, Random random) {
        List<ShapedSession> sessions = new ArrayList<>();
        // Some four of five candidates come for the first of two.
        int candidates = family.size() == 1 ? CANDIDATES : CANDIDATES * 5 / 4;
        for (int made = 0; made < candidates; made += IN_A_SESSION) {
            boolean comingBack = sessions.size() % 2 == 1;
            sessions.add(new ShapedSession(
                    family,
                    "S-" + name + "-" + sessions.size(),
                    comingBack ? "20/11/2025" : "12/06/2025",
                    IN_A_SESSION,
                    step,
                    random,
                    comingBack ? List.of(sessions.getLast()) : List.of()));
        }
        return sessions;
    }

    /** Candidate and code of the anomalies that the independent computation tells whole. */
    private static List<String> told(Path csv) throws Exception {
        return below(csv).stream()
                .map(row -> row.split(";"))
                .filter(row -> ShapedSession.TOLD.contains(row[4]))
                .map(row -> row[3] + ";" + row[4])
                .sorted()
                .toList();
    }

    private static List<String> below(Path csv) throws Exception {
        return Files.readAllLines(csv).stream().skip(1).toList();
    }

    private static void same(String where, List<String> wanted, List<String> found, List<String> disagreements) {
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            String want = i < wanted.size() ? wanted.get(i) : "nothing";
            String is = i < found.size() ? found.get(i) : "nothing";
            if (!want.equals(is)) {
                disagreements.add(where + ": expected " + want + ", found " + is);
            }
        }
    }
}

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
 * One night runs sessions of all certifications, and of a renamed copy of one with other codes and coefficients: each
 * agrees with a second computation that knows nothing of the product.
 *
 * <p>At full length: {@code -Dminutier.candidats.par.titre=2000}; another seed: {@code -Dminutier.graine=7}.
 */
class ShapesAgreementPropertyTest {
    private static final Path HOUSE = Path.of("templates");
    private static final int CANDIDATES = Integer.getInteger("minutier.candidats.par.titre", 200);
    private static final int IN_A_SESSION = 50;
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
        for (Shape shape :
                List.of(Shapes.caferuis2004(), Shapes.renamed(), Shapes.deis2006(), Shapes.casp(), Shapes.example())) {
            for (int made = 0; made < CANDIDATES; made += IN_A_SESSION) {
                int step = shape.code().startsWith("EXEMPLE") ? 25 : 1;
                String id = "S-" + shape.code() + "-" + (made / IN_A_SESSION);
                sessions.add(new ShapedSession(shape, id, Math.min(IN_A_SESSION, CANDIDATES), step, random));
            }
        }
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
        }
        assertThat(disagreements.stream().limit(40))
                .as("seed %d, %d disagreements", SEED, disagreements.size())
                .isEmpty();
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

package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Bordereaux;
import fr.minutier.proof.KeyFolder;
import fr.minutier.typesetting.Document;
import fr.minutier.typesetting.Lexicon;
import fr.minutier.typesetting.Template;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a statement with its logo and its code is set in memory, from its record to the last byte, against {@link
 * NaiveStatement} on the same words, in turn, in one run. Not part of the ordinary tests:
 *
 * <pre>./mvnw -q test -Dtest=StatementBenchmark -Dminutier.fils=2</pre>
 */
class StatementBenchmark {
    private static final int THREADS = Integer.getInteger("minutier.fils", 1);
    private static final int WARM_UP_SECONDS = Integer.getInteger("minutier.chauffe", 20);
    private static final int ROUNDS = Integer.getInteger("minutier.tours", 11);
    private static final double SLICE_SECONDS = 2;
    private static final double LEAST_RATIO = 10;

    @TempDir
    Path folder;

    /** Sets one document and gives back how many bytes it has. */
    private interface Work {
        int run() throws Exception;
    }

    @Test
    void a_tagged_archival_statement_is_set_ten_times_as_fast_as_a_naive_one() throws Exception {
        byte[] logo = logo();
        String template = Files.readString(Path.of("templates/acts/releve-de-notes.md"))
                .replace(
                        "> [!entete]\n",
                        "> [!entete]\n>\n> ![Logo de la région inventée](letterhead/logo.png \"12 mm\")\n>\n");
        Files.createDirectories(folder.resolve("acts"));
        Files.writeString(folder.resolve("acts/releve-de-notes.md"), template);
        TemplateFolder templates = new TemplateFolder(folder, Path.of("templates"));
        Press press = Printed.press(templates);
        KeyFolder keys = new KeyFolder(folder.resolve("registre"));
        keys.create();
        List<Act> acts = Printed.coded(Extremes.crowd(200, 5), keys.signingKey()).all().stream()
                .filter(act -> act.kind() == ActKind.RELEVE_DE_NOTES)
                .toList();
        Lexicon lexicon = Lexicon.load(
                Press.WORDS, Files.readString(templates.file(Press.WORDS)), Press.sections(Printed.anomalies()));
        Template words = Template.load(
                "releve-de-notes.md",
                template,
                ActKind.RELEVE_DE_NOTES.record(),
                new Template.Surroundings(lexicon, templates::file, Set.of("titre", "sujet", "filigrane")));
        List<Document> documents =
                acts.stream().map(act -> words.fill(act.record())).toList();

        AtomicInteger next = new AtomicInteger();
        Work ours = () -> press.print(acts.get(next.incrementAndGet() % acts.size()), Bordereaux.TODAY).length;
        Work naive = () -> {
            int i = next.incrementAndGet() % acts.size();
            String code = Objects.requireNonNull(
                    ((Statement) acts.get(i).record()).act().code());
            return NaiveStatement.print(documents.get(i), code, logo).length;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            rate(pool, ours, WARM_UP_SECONDS);
            rate(pool, naive, WARM_UP_SECONDS);
            double[] fast = new double[ROUNDS];
            double[] slow = new double[ROUNDS];
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                slow[round] = rate(pool, naive, SLICE_SECONDS);
                fast[round] = rate(pool, ours, SLICE_SECONDS);
                ratios[round] = fast[round] / slow[round];
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d thread(s), %d rounds of %.0f s: ours %.0f a second and thread (%d bytes), naive %.0f (%d bytes),"
                            + " ratio %.1f (%.1f to %.1f)%n",
                    THREADS,
                    ROUNDS,
                    SLICE_SECONDS,
                    median(fast),
                    ours.run(),
                    median(slow),
                    naive.run(),
                    median(ratios),
                    Arrays.stream(ratios).min().orElseThrow(),
                    Arrays.stream(ratios).max().orElseThrow());
            assertThat(median(ratios)).isGreaterThanOrEqualTo(LEAST_RATIO);
        }
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Documents a second of a thread's own time on a processor, whatever else the machine does. */
    private static double rate(ExecutorService pool, Work work, double seconds) throws Exception {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Callable<Double> loop = () -> {
            long begin = clock.getCurrentThreadCpuTime();
            long now = begin;
            int done = 0;
            while (now - begin < seconds * 1e9) {
                work.run();
                done++;
                now = clock.getCurrentThreadCpuTime();
            }
            return done / ((now - begin) / 1e9);
        };
        List<Future<Double>> loops = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            loops.add(pool.submit(loop));
        }
        double sum = 0;
        for (Future<Double> one : loops) {
            sum += one.get();
        }
        return sum / THREADS;
    }

    /** A logo of 360 by 120 dots, transparent around its mark. */
    private byte[] logo() throws Exception {
        BufferedImage logo = new BufferedImage(360, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = logo.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.BLUE, 120, 120, Color.RED));
        pen.fillOval(10, 10, 100, 100);
        pen.dispose();
        Path file = folder.resolve("letterhead/logo.png");
        Files.createDirectories(file.getParent());
        ImageIO.write(logo, "png", file.toFile());
        return Files.readAllBytes(file);
    }
}

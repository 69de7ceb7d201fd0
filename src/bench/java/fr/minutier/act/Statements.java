package fr.minutier.act;

import fr.minutier.bench.Content;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Bordereaux;
import fr.minutier.proof.KeyFolder;
import fr.minutier.typesetting.Lexicon;
import fr.minutier.typesetting.Seal;
import fr.minutier.typesetting.SealFile;
import fr.minutier.typesetting.Seals;
import fr.minutier.typesetting.Template;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

/** The statements that every peer prints: admitted candidates of one session, with a logo of 360 by 120 dots and a code. */
public final class Statements {
    private static final int CANDIDATES = 200;
    private static final String OWN = "acts/releve-de-notes.md";
    private static final String[] NAMES = {
        "Aubépine", "Bruyère-Chênaie", "Capucine", "Digitale", "Églantine", "Fougère", "Genêt", "Hellébore"
    };
    private static final String[] FIRST_NAMES = {"Anaïs", "Benoît", "Chloé", "Désiré", "Élodie", "François", "Gaëlle"};
    private static final String[] MARKS = {"12", "13,5", "10,25", "14", "11,75", "16", "12,5"};

    private final Path folder;
    private final TemplateFolder templates;
    private final List<Content> all = new ArrayList<>();

    /**
     * Makes them.
     *
     * @param folder empty, for what the product reads from files
     */
    public Statements(Path folder) throws Exception {
        this.folder = folder;
        byte[] logo = logo();
        String template = Files.readString(Path.of("templates", OWN))
                .replace(
                        "> [!entete]\n",
                        "> [!entete]\n>\n> ![Logo de la région inventée](letterhead/logo.png \"12 mm\")\n>\n");
        Files.createDirectories(folder.resolve("acts"));
        Files.writeString(folder.resolve(OWN), template);
        templates = new TemplateFolder(folder, Path.of("templates"));
        Lexicon lexicon = Lexicon.load(
                Press.WORDS, Files.readString(templates.file(Press.WORDS)), Press.sections(Printed.anomalies()));
        Template words = Template.load(
                OWN,
                template,
                ActKind.RELEVE_DE_NOTES.record(),
                new Template.Surroundings(lexicon, templates::file, Set.of("titre", "sujet", "filigrane")));
        KeyFolder keys = new KeyFolder(folder.resolve("registre"));
        keys.create();
        for (Act act : Printed.coded(session(), keys.signingKey()).all()) {
            if (act.kind() == ActKind.RELEVE_DE_NOTES && act.record() instanceof Statement statement) {
                String code = Objects.requireNonNull(statement.act().code());
                all.add(new Content(all.size(), act, words.fill(statement), code, logo));
            }
        }
    }

    private static Bordereaux session() {
        Bordereaux session = Extremes.furnished();
        for (int i = 0; i < CANDIDATES; i++) {
            session.candidate(String.format("C%04d", i))
                    .with("Civilité", i % 2 == 0 ? "Mme" : "M.")
                    .with("Nom de naissance", NAMES[i % NAMES.length])
                    .with("Prénoms", FIRST_NAMES[i % FIRST_NAMES.length])
                    .with("Lieu de naissance", "Exempleville-sur-Mer")
                    .with("Établissement", "Institut d’intervention sociale d’Exempleville")
                    .with("BC01 Mémoire", MARKS[i % MARKS.length])
                    .with("BC02 Soutenance", MARKS[i / 7 % MARKS.length])
                    .with("BC03 Article", MARKS[i / 49 % MARKS.length]);
        }
        return session;
    }

    /** The statements. */
    public List<Content> all() {
        return all;
    }

    /** A press for them. */
    public Press press() throws IOException {
        return Printed.press(templates);
    }

    /** A press that seals with a key on the curve P-256. */
    public Press sealingPress() throws Exception {
        Path file = Seals.file(folder.resolve("sceau.p12"), "EC");
        Seal seal = SealFile.read(file, Seals.PASSWORD, Instant.parse("2026-06-30T12:00:00Z"));
        return new Press(templates, Printed.anomalies(), Map.of(), Optional.of(seal));
    }

    private byte[] logo() throws IOException {
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

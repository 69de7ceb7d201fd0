package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Bordereaux;
import fr.minutier.typesetting.Conformance;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A logo of the letterhead: a picture of the templates folder, transparent or not. */
class LogoTest {
    @TempDir
    Path folder;

    @Test
    void a_transparent_logo_is_printed_on_white_and_the_act_stays_archival_and_accessible() throws IOException {
        BufferedImage logo = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = logo.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 20, 20);
        pen.dispose();
        Files.createDirectories(folder.resolve("letterhead"));
        ImageIO.write(logo, "png", folder.resolve("letterhead/logo.png").toFile());
        Files.createDirectories(folder.resolve("acts"));
        String template = Files.readString(Path.of("templates/acts/releve-de-notes.md"));
        Files.writeString(
                folder.resolve("acts/releve-de-notes.md"),
                template.replace(
                        "> [!entete]\n",
                        "> [!entete]\n>\n> ![Logo de la région inventée](letterhead/logo.png \"12 mm\")\n>\n"));
        Press press = Printed.press(new TemplateFolder(folder, Path.of("templates")));
        Act act = Printed.of(Extremes.barest()).statement("E1");
        byte[] pdf = press.print(act, Bordereaux.TODAY);
        Conformance.assertArchivalAndAccessible(pdf);
        assertThat(press.print(act, Bordereaux.TODAY)).isEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            PDImageXObject drawn = null;
            for (COSName name : resources.getXObjectNames()) {
                drawn = (PDImageXObject) resources.getXObject(name);
            }
            assertThat(drawn).isNotNull();
            assertThat(new Color(drawn.getImage().getRGB(5, 5))).isEqualTo(Color.RED);
            assertThat(new Color(drawn.getImage().getRGB(35, 5))).isEqualTo(Color.WHITE);
        }
        assertThat(MinutesReadBackTest.alternatives(pdf)).containsExactly("Logo de la région inventée");
    }
}

package fr.minutier.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** A picture decoded once: red, green and blue samples, row after row, compressed. */
record Samples(int width, int height, byte[] deflated) {

    /** Reads a PNG; what is transparent in it is white. */
    static Samples of(byte[] png) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        int width = read.getWidth();
        int height = read.getHeight();
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        canvas.drawImage(read, 0, 0, Color.WHITE, null);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (int pixel : flat.getRGB(0, 0, width, height, null, 0, width)) {
                out.write(pixel >> 16);
                out.write(pixel >> 8);
                out.write(pixel);
            }
        }
        return new Samples(width, height, bytes.toByteArray());
    }
}

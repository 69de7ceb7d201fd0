package fr.minutier.typesetting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/** A picture, such as a logo, read and compressed once for all documents; what is transparent in it is white. Immutable. */
final class Raster {
    private final int width;
    private final int height;
    private final byte[] deflated;
    private final String digest;

    private Raster(int width, int height, byte[] deflated, String digest) {
        this.width = width;
        this.height = height;
        this.deflated = deflated;
        this.digest = digest;
    }

    /**
     * Reads a PNG or JPEG file.
     *
     * @throws IOException when it is neither
     */
    static Raster of(byte[] file) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
        if (read == null) {
            throw new IOException("neither PNG nor JPEG");
        }
        int width = read.getWidth();
        int height = read.getHeight();
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        canvas.drawImage(read, 0, 0, Color.WHITE, null);
        canvas.dispose();
        byte[] samples = new byte[3 * width * height];
        int at = 0;
        for (int pixel : flat.getRGB(0, 0, width, height, null, 0, width)) {
            samples[at++] = (byte) (pixel >> 16);
            samples[at++] = (byte) (pixel >> 8);
            samples[at++] = (byte) pixel;
        }
        return new Raster(width, height, FontSubset.deflated(samples), digest(file));
    }

    /** In pixels. */
    int width() {
        return width;
    }

    /** In pixels. */
    int height() {
        return height;
    }

    /** Red, green and blue samples, row after row. */
    byte[] deflated() {
        return deflated;
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells pictures apart, the same on every run. */
    @Override
    public String toString() {
        return digest;
    }
}

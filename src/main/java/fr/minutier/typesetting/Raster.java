package fr.minutier.typesetting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture, such as a logo, read and compressed once for all documents; what is transparent in it is white. Immutable. */
final class Raster {
    /** As many as a logo needs on a whole page; one of them costs a dozen bytes of memory while it is read. */
    static final int MOST_PIXELS = 10_000_000;

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
     * @throws TooManyPixels when it has more than {@link #MOST_PIXELS}, which is known before any of them is read
     * @throws IOException when it is neither
     */
    static Raster of(byte[] file) throws IOException, TooManyPixels {
        BufferedImage read = read(file);
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

    /** A small file may say that it holds thousands of millions of pixels. */
    static final class TooManyPixels extends Exception {
        private static final long serialVersionUID = 1;

        TooManyPixels(int width, int height) {
            super(width + " × " + height);
        }
    }

    private static BufferedImage read(byte[] file) throws IOException, TooManyPixels {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("neither PNG nor JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    throw new TooManyPixels(width, height);
                }
                return reader.read(0);
            } catch (RuntimeException damaged) { // its readers run past the end of what they were promised
                throw new IOException(damaged);
            } finally {
                reader.dispose();
            }
        }
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

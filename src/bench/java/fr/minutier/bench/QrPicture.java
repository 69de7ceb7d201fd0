package fr.minutier.bench;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;

/** The same QR code for every peer at its best: one dot to a module, the mask fixed since choosing it takes longest. */
final class QrPicture {
    /** On paper, in points. */
    static final int SIDE = 90;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.QR_MASK_PATTERN, 3);
    private static final int QUIET = 4;

    private final ByteMatrix matrix;

    QrPicture(String text) throws WriterException {
        matrix = Encoder.encode(text, ErrorCorrectionLevel.L, HINTS).getMatrix();
    }

    /** The modules of a side, white room included. */
    int dots() {
        return matrix.getWidth() + 2 * QUIET;
    }

    /** One bit to a module, white where it is set; row after row, each of whole bytes. */
    byte[] bits() {
        int row = (dots() + 7) / 8;
        byte[] bits = new byte[row * dots()];
        Arrays.fill(bits, (byte) 0xFF);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    bits[(y + QUIET) * row + (x + QUIET) / 8] &= (byte) ~(0x80 >> (x + QUIET) % 8);
                }
            }
        }
        return bits;
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(dots(), dots(), BufferedImage.TYPE_BYTE_BINARY);
        image.getRaster().setDataElements(0, 0, dots(), dots(), dots(bits()));
        return image;
    }

    private byte[] dots(byte[] bits) {
        byte[] dots = new byte[dots() * dots()];
        int row = (dots() + 7) / 8;
        for (int i = 0; i < dots.length; i++) {
            int x = i % dots();
            dots[i] = (byte) (bits[i / dots() * row + x / 8] >> (7 - x % 8) & 1);
        }
        return dots;
    }

    byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
        ImageIO.write(image(), "png", out);
        return out.toByteArray();
    }
}

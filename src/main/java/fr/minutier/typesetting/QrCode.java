package fr.minutier.typesetting;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A text as a QR code, with the white room around it that readers need. The same text gives the same modules. */
final class QrCode {
    /** Any mask is valid; choosing the best one takes ten times as long as all the rest. */
    private static final int MASK = 3;
    /** Tells readers that what follows is UTF-8. */
    private static final QrSegment UTF_8 = QrSegment.makeEci(26);

    private static final int QUIET = 4;
    /** The side of a module, in points: half a millimetre, and two dots of a page seen at 100 dots to the inch. */
    private static final double MODULE = 1.44;
    /** Dots to a module, half a byte: readers blur what they have to enlarge. */
    private static final int DOTS = 4;

    private final String text;
    private final int modules;
    private final byte[] bits;

    /** Refuses a text that no code can hold: about two thousand letters. */
    QrCode(String text) {
        this.text = text;
        io.nayuki.qrcodegen.QrCode matrix;
        try {
            matrix = io.nayuki.qrcodegen.QrCode.encodeSegments(
                    List.of(UTF_8, QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8))),
                    Ecc.LOW,
                    io.nayuki.qrcodegen.QrCode.MIN_VERSION,
                    io.nayuki.qrcodegen.QrCode.MAX_VERSION,
                    MASK,
                    false);
        } catch (DataTooLongException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
        modules = matrix.size + 2 * QUIET;
        int rowBytes = (modules * DOTS + 7) / 8;
        bits = new byte[rowBytes * modules * DOTS];
        Arrays.fill(bits, (byte) 0xFF);
        for (int y = 0; y < matrix.size; y++) {
            int first = (y + QUIET) * DOTS * rowBytes;
            for (int x = 0; x < matrix.size; x++) {
                if (matrix.getModule(x, y)) {
                    int dot = (x + QUIET) * DOTS;
                    bits[first + dot / 8] &= (byte) ~(0xF0 >> dot % 8);
                }
            }
            for (int dot = 1; dot < DOTS; dot++) {
                System.arraycopy(bits, first, bits, first + dot * rowBytes, rowBytes);
            }
        }
    }

    /** What a reader of such codes gets, character by character. */
    String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    /** The side of the square, white room included, in points. */
    double side() {
        return modules * MODULE;
    }

    /** The white room on each side, in points. */
    double quiet() {
        return QUIET * MODULE;
    }

    /** The dots of a side, white room included. */
    int dots() {
        return modules * DOTS;
    }

    /** One bit to a dot, white where it is set; row after row, each of whole bytes. */
    byte[] bits() {
        return bits;
    }
}

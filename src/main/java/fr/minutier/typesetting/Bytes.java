package fr.minutier.typesetting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.openpdf.text.pdf.ReadyWriter;

/** PDF syntax as it is written, byte after byte: what a string builder is to text. */
final class Bytes {
    private byte[] array;
    private int size;

    /** Room for that many bytes, to begin with. */
    Bytes(int room) {
        array = new byte[room];
    }

    /** These bytes, and no copy of them. */
    Bytes(byte[] bytes) {
        array = bytes;
        size = bytes.length;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, size);
    }

    /** Writes them as the object of that number. */
    void writeTo(ReadyWriter writer, int number) throws IOException {
        writer.write(number, array, size);
    }

    Bytes add(int b) {
        if (size == array.length) {
            grow(1);
        }
        array[size++] = (byte) b;
        return this;
    }

    Bytes add(byte[] bytes) {
        grow(bytes.length);
        System.arraycopy(bytes, 0, array, size, bytes.length);
        size += bytes.length;
        return this;
    }

    Bytes add(Bytes other) {
        grow(other.size);
        System.arraycopy(other.array, 0, array, size, other.size);
        size += other.size;
        return this;
    }

    /** Words of the PDF language, in ASCII. */
    Bytes add(String ascii) {
        int length = ascii.length();
        grow(length);
        for (int i = 0; i < length; i++) {
            array[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** A whole number, then a blank. */
    Bytes number(int number) {
        digits(number);
        return add(' ');
    }

    /** A number of hundredths in as few characters as can be, then a blank. */
    Bytes hundredths(int hundredths) {
        int whole = Math.abs(hundredths);
        if (hundredths < 0) {
            add('-');
        }
        if (whole >= 100 || whole == 0) {
            digits(whole / 100);
        }
        int rest = whole % 100;
        if (rest != 0) {
            add('.').add('0' + rest / 10);
            if (rest % 10 != 0) {
                add('0' + rest % 10);
            }
        }
        return add(' ');
    }

    /** A length in points, to the hundredth, then a blank. */
    Bytes points(double points) {
        return hundredths((int) Math.round(points * 100));
    }

    Bytes digits(int number) {
        if (number < 0) {
            return add('-').digits(-number);
        }
        int length = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        grow(length);
        size += length;
        int rest = number;
        for (int at = size - 1; at >= size - length; at--) {
            array[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    /** A reference to an object. */
    Bytes reference(int object) {
        return digits(object).add(" 0 R ");
    }

    /** Words for a reader, which may be in any script. */
    Bytes words(String words) {
        boolean ascii = words.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!ascii) {
            byte[] utf16 = words.getBytes(StandardCharsets.UTF_16BE);
            return add("<FEFF")
                    .add(HexFormat.of().withUpperCase().formatHex(utf16))
                    .add(">");
        }
        add('(');
        for (int i = 0; i < words.length(); i++) {
            literal(words.charAt(i));
        }
        return add(')');
    }

    /** One byte of a string in parentheses. */
    Bytes literal(int b) {
        switch (b) {
            case '(', ')', '\\' -> add('\\').add(b);
            case '\r' -> add('\\').add('r');
            default -> add(b);
        }
        return this;
    }

    /** Everything, compressed by {@code deflater}, which is ready for other bytes afterwards. */
    byte[] deflated(Deflater deflater) {
        deflater.reset();
        deflater.setInput(array, 0, size);
        deflater.finish();
        byte[] out = new byte[size / 2 + 64];
        int length = deflater.deflate(out);
        while (!deflater.finished()) {
            out = Arrays.copyOf(out, 2 * out.length);
            length += deflater.deflate(out, length, out.length - length);
        }
        return Arrays.copyOf(out, length);
    }

    private void grow(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, size + more));
        }
    }
}

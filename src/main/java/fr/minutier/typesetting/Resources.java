package fr.minutier.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The fonts and pictures of one PDF, each written once, however often pages use it. */
final class Resources {
    private final PdfFile file;
    private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();
    private final Map<ByteBuffer, Integer> unicodes = new HashMap<>();

    Resources(PdfFile file) {
        this.file = file;
    }

    private interface Writing<T> {
        int write(T resource) throws IOException;
    }

    private <T> int once(T resource, Writing<T> writing) {
        Integer number = written.get(resource);
        if (number == null) {
            try {
                number = writing.write(resource);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written.put(resource, number);
        }
        return number;
    }

    /** The object of a font. */
    int font(SharedFont font) {
        return once(font, one -> one.write(file, this));
    }

    /** The object of a way to name glyphs. */
    int coding(Coding coding) {
        return once(coding, one -> one.write(file));
    }

    /** The object of what the glyphs of a font mean, which its faces have in common. */
    int unicode(byte[] deflated) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(deflated);
        Integer number = unicodes.get(content);
        if (number == null) {
            number = file.reserve();
            file.stream(number, "/Filter/FlateDecode", deflated);
            unicodes.put(content, number);
        }
        return number;
    }

    /** The object of a picture. */
    int picture(Raster raster) {
        return once(raster, one -> {
            int number = file.reserve();
            file.stream(number, "/Filter/FlateDecode" + image(one.width(), one.height(), "RGB", 8), one.deflated());
            return number;
        });
    }

    /** The object of a code. */
    int code(QrCode code) {
        return once(code, one -> {
            int number = file.reserve();
            file.stream(number, image(one.dots(), one.dots(), "Gray", 1), new Bytes(one.bits()));
            return number;
        });
    }

    private static String image(int width, int height, String colours, int bits) {
        return "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/ColorSpace/Device" + colours
                + "/BitsPerComponent " + bits;
    }
}

package fr.minutier.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;

/** The fonts and pictures of one PDF, each written once, however often pages use it. */
final class Resources {
    private final PdfFile file;
    private final IdentityHashMap<Object, Integer> written = new IdentityHashMap<>();

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
        return once(font, one -> one.write(file));
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

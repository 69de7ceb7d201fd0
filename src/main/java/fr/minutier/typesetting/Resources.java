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
        return once(raster, one -> image(one.width(), one.height(), "/DeviceRGB/BitsPerComponent 8", one.deflated()));
    }

    /** The object of a code. */
    int code(QrCode code) {
        return once(code, one -> image(one.dots(), one.dots(), "/DeviceGray/BitsPerComponent 1", one.deflated()));
    }

    private int image(int width, int height, String colours, byte[] deflated) throws IOException {
        int number = file.reserve();
        file.stream(
                number,
                "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/ColorSpace" + colours
                        + "/Filter/FlateDecode",
                deflated);
        return number;
    }
}

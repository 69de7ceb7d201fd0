package fr.minutier.typesetting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An ICC profile (version 4, ICC.1:2010) of the sRGB colour space, written from the numbers of IEC 61966-2-1 adapted to
 * D50: a tenth of the size of the usual file, and the same bytes on every Java.
 */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final double[] D50 = {0.9642, 1, 0.8249};

    private SrgbProfile() {}

    static byte[] bytes() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("sRGB"));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", numbers("XYZ ", D50));
        tags.put(
                "chad",
                numbers(
                        "sf32",
                        1.0478112,
                        0.0228866,
                        -0.0501270,
                        0.0295424,
                        0.9904844,
                        -0.0170491,
                        -0.0092345,
                        0.0150436,
                        0.7521316));
        tags.put("rXYZ", numbers("XYZ ", 0.4360747, 0.2225045, 0.0139322));
        tags.put("gXYZ", numbers("XYZ ", 0.3850649, 0.7168786, 0.0971045));
        tags.put("bXYZ", numbers("XYZ ", 0.1430804, 0.0606169, 0.7141733));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);

        int offset = HEADER + 4 + 12 * tags.size();
        IdentityHashMap<byte[], Integer> offsets = new IdentityHashMap<>();
        List<byte[]> bodies = new ArrayList<>();
        for (byte[] body : tags.values()) {
            if (offsets.putIfAbsent(body, offset) == null) {
                bodies.add(body);
                offset += body.length;
            }
        }
        ByteBuffer profile = ByteBuffer.allocate(offset);
        profile.putInt(offset).putInt(0).putInt(0x04200000);
        profile.put(ascii("mntrRGB XYZ "));
        profile.putShort((short) 2010)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0);
        profile.put(ascii("acsp"));
        profile.position(68);
        for (double number : D50) {
            profile.putInt(fixed(number));
        }
        profile.position(HEADER);
        profile.putInt(tags.size());
        tags.forEach((name, body) -> profile.put(ascii(name))
                .putInt(Objects.requireNonNull(offsets.get(body)))
                .putInt(body.length));
        bodies.forEach(profile::put);
        return profile.array();
    }

    private static byte[] text(String words) {
        ByteBuffer tag = ByteBuffer.allocate(padded(28 + 2 * words.length()));
        tag.put(ascii("mluc")).putInt(0).putInt(1).putInt(12).put(ascii("enUS"));
        tag.putInt(2 * words.length()).putInt(28).put(words.getBytes(StandardCharsets.UTF_16BE));
        return tag.array();
    }

    private static byte[] numbers(String type, double... numbers) {
        ByteBuffer tag = ByteBuffer.allocate(8 + 4 * numbers.length);
        tag.put(ascii(type)).putInt(0);
        for (double number : numbers) {
            tag.putInt(fixed(number));
        }
        return tag.array();
    }

    /** The curve of sRGB: a power of 2.4 with a straight foot. */
    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(32);
        tag.put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
        for (double number : new double[] {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
            tag.putInt(fixed(number));
        }
        return tag.array();
    }

    private static int fixed(double number) {
        return (int) Math.round(number * 65536);
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}

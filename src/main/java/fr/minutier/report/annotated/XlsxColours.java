package fr.minutier.report.annotated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;

/** What the colours of a .xlsx stand for: those of its theme, those of a palette, and those told as they are. */
final class XlsxColours {
    private static final QName RGB = new QName("rgb");
    private static final QName THEME = new QName("theme");
    private static final QName INDEXED = new QName("indexed");
    private static final QName TINT = new QName("tint");

    /** In the order in which cells name them, which is not that of the theme: light and dark change places. */
    private static final List<String> OF_THEME = List.of(
            "lt1",
            "dk1",
            "lt2",
            "dk2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink");

    private static final Pattern DIGITS = Pattern.compile("\\p{XDigit}{6}");

    private static final int BASIC = 8;

    /** The palette of the format, from place 8 on; before it stand its first eight colours once more. */
    private static final String PALETTE = "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF"
            + "800000008000000080808000800080008080C0C0C0808080"
            + "9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF"
            + "000080FF00FFFFFF0000FFFF8000808000000080800000FF"
            + "00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99"
            + "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696"
            + "003366339966003300333300993300993366333399333333";

    private final List<String> theme = new ArrayList<>();
    private final List<String> palette = new ArrayList<>();

    /**
     * The colours of a workbook.
     *
     * @param theme the whole part; none when there is none
     * @param own those that stand instead of the palette of the format, each told with its opacity; empty for none
     */
    XlsxColours(Optional<XmlElement> theme, List<String> own) {
        theme.flatMap(XlsxColours::scheme).ifPresent(scheme -> {
            for (String name : OF_THEME) {
                this.theme.add(scheme.elements().stream()
                        .filter(colour -> colour.name().getLocalPart().equals(name))
                        .flatMap(colour -> colour.elements().stream())
                        .map(colour -> colour.get(new QName("lastClr"), colour.get(Sml.VALUE, "")))
                        .findFirst()
                        .orElse(""));
            }
        });
        if (own.isEmpty()) {
            for (int place = 0; place < PALETTE.length() / 6 + BASIC; place++) {
                int at = 6 * (place < BASIC ? place : place - BASIC);
                palette.add(PALETTE.substring(at, at + 6));
            }
        } else {
            palette.addAll(own);
        }
    }

    /** Wherever it stands in the theme: some writers leave out what is around it. */
    private static Optional<XmlElement> scheme(XmlElement element) {
        if (element.name().getLocalPart().equals("clrScheme")) {
            return Optional.of(element);
        }
        return element.elements().stream()
                .filter(child -> child.name().getLocalPart().matches("themeElements|clrScheme"))
                .findFirst()
                .flatMap(XlsxColours::scheme);
    }

    /** The colour that the element tells, as six hexadecimal digits; empty for one that the program chooses. */
    Optional<String> digits(XmlElement colour) {
        String rgb = colour.get(RGB, "").strip();
        String basic = rgb.isEmpty()
                ? at(theme, colour.get(THEME, ""))
                        .or(() -> at(palette, colour.get(INDEXED, "")))
                        .orElse("")
                : rgb;
        String digits = basic.substring(Math.max(0, basic.length() - 6));
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        String tint = colour.get(TINT, "").strip();
        return Optional.of(tint.isEmpty() ? digits : tinted(digits, Double.parseDouble(tint)));
    }

    private static Optional<String> at(List<String> colours, String place) {
        return place.isEmpty() || Integer.parseInt(place.strip()) >= colours.size()
                ? Optional.empty()
                : Optional.of(colours.get(Integer.parseInt(place.strip())));
    }

    /**
     * The colour nearer to white, or to black, of the same hue and saturation.
     *
     * @param tint from -1, which is black, to 1, which is white
     */
    static String tinted(String rgb, double tint) {
        int[] parts = Colours.parts(rgb);
        double most = Math.max(parts[0], Math.max(parts[1], parts[2])) / 255.0;
        double least = Math.min(parts[0], Math.min(parts[1], parts[2])) / 255.0;
        double light = (most + least) / 2;
        double tinted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
        // With hue and saturation kept, each part stays as far from the lightness, in what is left on either side of
        // it.
        double room = 1 - Math.abs(2 * light - 1);
        double scale = room == 0 ? 0 : (1 - Math.abs(2 * tinted - 1)) / room;
        int[] made = new int[3];
        for (int part = 0; part < 3; part++) {
            double value = tinted + (parts[part] / 255.0 - light) * scale;
            made[part] = Math.clamp(Math.round(value * 255), 0, 255);
        }
        return Colours.digits(made[0], made[1], made[2]);
    }
}

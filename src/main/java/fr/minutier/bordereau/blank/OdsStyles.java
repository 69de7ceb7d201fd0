package fr.minutier.bordereau.blank;

import fr.minutier.bordereau.blank.Form.Page;
import java.util.ArrayList;
import java.util.List;

/** The looks, colours and pages of a form in the words of OpenDocument. */
final class OdsStyles {
    private static final String DAY = "jour";
    private static final String TEXT = "texte";

    private OdsStyles() {}

    /** The part that holds the styles with a name: the default one, the colours and the pages. */
    static byte[] document() {
        return OdsXml.part(
                "office:document-styles",
                xml -> {
                    xml.element("office:styles", () -> named(xml));
                    xml.element("office:automatic-styles", () -> {
                        for (Page page : Page.values()) {
                            layout(xml, page);
                        }
                    });
                    xml.element("office:master-styles", () -> {
                        for (Page page : Page.values()) {
                            master(xml, page);
                        }
                    });
                },
                "office:version",
                OdsForm.VERSION);
    }

    private static void named(OdsXml xml) {
        xml.element(
                "style:style",
                () -> xml.element("style:text-properties", "fo:font-family", Look.FONT, "fo:font-size", "10pt"),
                "style:name",
                "Default",
                "style:family",
                "table-cell");
        for (Tint tint : Tint.values()) {
            xml.element(
                    "style:style",
                    () -> {
                        xml.element("style:table-cell-properties", "fo:background-color", "#" + tint.fill);
                        xml.element("style:text-properties", "fo:color", "#" + tint.ink);
                    },
                    "style:name",
                    tint.word,
                    "style:family",
                    "table-cell",
                    "style:parent-style-name",
                    "Default");
        }
    }

    private static void layout(OdsXml xml, Page page) {
        boolean portrait = page == Page.PORTRAIT || page == Page.HIDDEN;
        String small = page.large() ? "29.7cm" : "21cm";
        String large = page.large() ? "42cm" : "29.7cm";
        String margin = Measures.MARGIN_INCHES + "in";
        List<String> properties = new ArrayList<>(List.of(
                "fo:page-width",
                portrait ? small : large,
                "fo:page-height",
                portrait ? large : small,
                "style:print-orientation",
                portrait ? "portrait" : "landscape",
                "fo:margin-top",
                margin,
                "fo:margin-bottom",
                margin,
                "fo:margin-left",
                margin,
                "fo:margin-right",
                margin,
                "style:first-page-number",
                "continue",
                "style:scale-to-X",
                String.valueOf(page.across())));
        if (page == Page.PORTRAIT) {
            properties.addAll(List.of("style:scale-to-Y", "1"));
        }
        xml.element(
                "style:page-layout",
                () -> {
                    xml.element("style:page-layout-properties", properties.toArray(String[]::new));
                    xml.element(
                            "style:footer-style",
                            () -> xml.element(
                                    "style:header-footer-properties",
                                    "fo:min-height",
                                    "0.35in",
                                    "fo:margin-left",
                                    "0in",
                                    "fo:margin-right",
                                    "0in",
                                    "fo:margin-top",
                                    "0.2in"));
                },
                "style:name",
                "page-" + page);
    }

    private static void master(OdsXml xml, Page page) {
        xml.element(
                "style:master-page",
                () -> {
                    xml.element("style:header", "style:display", "false");
                    xml.element("style:footer", () -> {
                        xml.element(
                                "style:region-left",
                                () -> xml.element("text:p", () -> xml.text("text:sheet-name", "Feuille")));
                        xml.element(
                                "style:region-right",
                                () -> xml.element("text:p", () -> {
                                    xml.text("text:span", "Page ");
                                    xml.text("text:page-number", "1");
                                    xml.text("text:span", " / ");
                                    xml.text("text:page-count", "1");
                                }));
                    });
                },
                "style:name",
                "maitre-" + page,
                "style:page-layout-name",
                "page-" + page);
    }

    /** The styles that cells, rows and columns of the content refer to. */
    static void automatic(OdsXml xml, Form form) {
        xml.element(
                "number:date-style",
                () -> {
                    xml.element("number:day", "number:style", "long");
                    xml.text("number:text", "/");
                    xml.element("number:month", "number:style", "long");
                    xml.text("number:text", "/");
                    xml.element("number:year", "number:style", "long");
                },
                "style:name",
                DAY);
        xml.element("number:text-style", () -> xml.element("number:text-content"), "style:name", TEXT);
        for (Page page : Page.values()) {
            xml.element(
                    "style:style",
                    () -> xml.element(
                            "style:table-properties",
                            "table:display",
                            String.valueOf(page != Page.HIDDEN),
                            "style:writing-mode",
                            "lr-tb"),
                    "style:name",
                    table(page),
                    "style:family",
                    "table",
                    "style:master-page-name",
                    "maitre-" + page);
        }
        form.sheets().stream()
                .flatMap(sheet -> sheet.widths().stream())
                .distinct()
                .sorted()
                .forEach(width -> xml.element(
                        "style:style",
                        () -> xml.element(
                                "style:table-column-properties", "style:column-width", Measures.width(width) + "in"),
                        "style:name",
                        column(width),
                        "style:family",
                        "table-column"));
        form.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .map(Form.Row::lines)
                .distinct()
                .sorted()
                .forEach(lines -> xml.element(
                        "style:style",
                        () -> xml.element(
                                "style:table-row-properties",
                                "style:row-height",
                                Measures.height(lines) + "pt",
                                "style:use-optimal-row-height",
                                "false"),
                        "style:name",
                        row(lines),
                        "style:family",
                        "table-row"));
        for (Look look : Look.values()) {
            look(xml, look);
        }
    }

    private static void look(OdsXml xml, Look look) {
        List<String> attributes = new ArrayList<>(
                List.of("style:name", cell(look), "style:family", "table-cell", "style:parent-style-name", "Default"));
        if (look.format != Look.Format.GENERAL) {
            attributes.addAll(List.of("style:data-style-name", look.format == Look.Format.DAY ? DAY : TEXT));
        }
        xml.element(
                "style:style",
                () -> {
                    xml.element(
                            "style:table-cell-properties",
                            "fo:background-color",
                            "#" + look.fill,
                            "style:cell-protect",
                            look.open ? "none" : "protected",
                            "fo:wrap-option",
                            look.wrapped ? "wrap" : "no-wrap",
                            "style:vertical-align",
                            "middle",
                            "fo:border",
                            look.bordered ? "0.5pt solid #" + Look.BORDER : "none");
                    xml.element(
                            "style:text-properties",
                            "fo:font-family",
                            Look.FONT,
                            "fo:font-size",
                            look.size + "pt",
                            "fo:font-weight",
                            look.bold ? "bold" : "normal",
                            "fo:color",
                            "#" + look.ink);
                },
                attributes.toArray(String[]::new));
    }

    static String table(Page page) {
        return "feuille-" + page;
    }

    static String column(int width) {
        return "largeur-" + width;
    }

    static String row(int lines) {
        return "hauteur-" + lines;
    }

    static String cell(Look look) {
        return "cellule-" + look;
    }
}

package fr.minutier.report.annotated;

import fr.minutier.check.Anomaly;
import java.io.IOException;
import java.util.List;
import javax.xml.namespace.QName;

/** Writes the list of what is to be corrected as a sheet of a .ods. */
final class OdsToCorrect {
    private static final String PLAIN = "minutier-liste";
    private static final String BOLD = "minutier-liste-titre";
    private static final String COLUMN = "minutier-liste-colonne-";
    private static final QName LINK = Odf.name("text:a");
    private static final QName LINK_TO = Odf.name("xlink:href");
    private static final QName LINK_TYPE = Odf.name("xlink:type");

    private final XmlWriter out;
    private final OdsStyles styles;

    OdsToCorrect(XmlWriter out, OdsStyles styles) {
        this.out = out;
        this.styles = styles;
    }

    void write(ToCorrect list) throws IOException {
        styles.addOnce(cellStyle(PLAIN, false));
        styles.addOnce(cellStyle(BOLD, true));
        XmlElement sheet = new XmlElement(Odf.TABLE).set(Odf.TABLE_NAME, list.name());
        for (int column = 0; column < ToCorrect.WIDTHS.size(); column++) {
            String name = COLUMN + (column + 1);
            styles.addOnce(new XmlElement(Odf.STYLE)
                    .set(Odf.STYLE_NAME, name)
                    .set(Odf.FAMILY, "table-column")
                    .add(new XmlElement(Odf.COLUMN_PROPERTIES)
                            .set(Odf.COLUMN_WIDTH, ToCorrect.WIDTHS.get(column) * 2 + "mm")));
            sheet.add(new XmlElement(Odf.COLUMN).set(Odf.STYLE_OF, name));
        }
        sheet.add(spanned(list.title(), BOLD));
        sheet.add(spanned(ToCorrect.NOTICE, PLAIN));
        XmlElement header = new XmlElement(Odf.ROW);
        ToCorrect.COLUMNS.forEach(word -> header.add(cell(word, BOLD)));
        sheet.add(header);
        list.anomalies().forEach(anomaly -> sheet.add(row(anomaly)));
        out.write(sheet);
    }

    private XmlElement row(Anomaly anomaly) {
        List<String> words = ToCorrect.cells(anomaly);
        XmlElement row = new XmlElement(Odf.ROW);
        row.add(link(words.getFirst(), anomaly));
        row.add(cell(words.get(1), styles.coloured(PLAIN, anomaly.gravity())));
        words.subList(2, words.size()).forEach(word -> row.add(cell(word, PLAIN)));
        return row;
    }

    private XmlElement link(String words, Anomaly anomaly) {
        String sheet = anomaly.where().sheet();
        if (sheet.isEmpty()) {
            return cell(words, PLAIN);
        }
        String a1 = anomaly.where().a1();
        return filled(
                new XmlElement(LINK)
                        .set(LINK_TYPE, "simple")
                        .set(LINK_TO, "#'" + sheet.replace("'", "''") + "'." + (a1.isEmpty() ? "A1" : a1))
                        .add(new XmlNode.Text(words)),
                PLAIN);
    }

    private XmlElement spanned(String words, String style) {
        int columns = ToCorrect.COLUMNS.size();
        XmlElement covered = new XmlElement(Odf.COVERED_CELL);
        Odf.setCount(covered, Odf.COLUMNS_REPEATED, columns - 1);
        return new XmlElement(Odf.ROW)
                .add(cell(words, style)
                        .set(Odf.COLUMNS_SPANNED, String.valueOf(columns))
                        .set(Odf.ROWS_SPANNED, "1"))
                .add(covered);
    }

    private XmlElement cell(String words, String style) {
        return filled(new XmlNode.Text(words), style);
    }

    private XmlElement filled(XmlNode content, String style) {
        XmlElement cell = new XmlElement(Odf.CELL)
                .set(Odf.STYLE_OF, style)
                .set(Odf.name("office:value-type"), "string")
                .add(new XmlElement(Odf.PARAGRAPH).add(content));
        styles.bear(cell);
        return cell;
    }

    private static XmlElement cellStyle(String name, boolean bold) {
        return new XmlElement(Odf.STYLE)
                .set(Odf.STYLE_NAME, name)
                .set(Odf.FAMILY, "table-cell")
                .add(new XmlElement(Odf.CELL_PROPERTIES)
                        .set(Odf.name("fo:wrap-option"), "wrap")
                        .set(Odf.name("style:vertical-align"), "top"))
                .add(new XmlElement(Odf.TEXT_PROPERTIES).set(Odf.name("fo:font-weight"), bold ? "bold" : "normal"));
    }
}

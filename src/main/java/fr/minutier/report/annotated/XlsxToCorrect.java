package fr.minutier.report.annotated;

import fr.minutier.check.Anomaly;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.poi.ss.util.CellAddress;

/** Writes the list of what is to be corrected as a sheet of a .xlsx. */
final class XlsxToCorrect {
    /** Of the row of headings, from one; it stays in sight and is printed on each page. */
    static final int HEADER = 3;

    private static final double LINE = 13.5;
    private static final QName REF = new QName("ref");

    private final Sml sml;
    private final XlsxStyles styles;
    private final Map<String, String> tabs;
    private final int plain;
    private final int bold;
    private final int link;

    /** @param tabs what the tab of each sheet of the bordereau says, by its name */
    XlsxToCorrect(Sml sml, XlsxStyles styles, Map<String, String> tabs) {
        this.sml = sml;
        this.styles = styles;
        this.tabs = tabs;
        this.plain = styles.plain();
        this.bold = styles.bold();
        this.link = styles.link();
    }

    void write(XmlWriter out, ToCorrect list) throws IOException {
        out.declaration();
        XmlElement root = sml.root("worksheet");
        out.start(root);
        out.write(sml.element("sheetPr").add(sml.element("pageSetUpPr").set(new QName("fitToPage"), "1")));
        out.write(sml.element("dimension")
                .set(REF, "A1:" + at(HEADER + list.anomalies().size(), ToCorrect.COLUMNS.size() - 1)));
        out.write(view());
        out.write(sml.element("sheetFormatPr").set(new QName("defaultRowHeight"), "15"));
        out.write(columns());
        XmlElement data = sml.element("sheetData");
        out.start(data);
        out.write(row(1, 0, List.of(list.title()), bold));
        out.write(row(2, 2, List.of(ToCorrect.NOTICE), plain));
        out.write(row(HEADER, 0, ToCorrect.COLUMNS, bold));
        int next = HEADER + 1;
        for (Anomaly anomaly : list.anomalies()) {
            out.write(row(next++, anomaly));
        }
        out.end(data.name());
        out.write(merged());
        links(out, list);
        out.write(sml.element("pageMargins")
                .set(new QName("left"), "0.7")
                .set(new QName("right"), "0.7")
                .set(new QName("top"), "0.75")
                .set(new QName("bottom"), "0.75")
                .set(new QName("header"), "0.3")
                .set(new QName("footer"), "0.3"));
        out.write(sml.element("pageSetup")
                .set(new QName("orientation"), "landscape")
                .set(new QName("fitToHeight"), "0"));
        out.end(root.name());
    }

    private static String at(int row, int column) {
        return new CellAddress(row - 1, column).formatAsString();
    }

    private XmlElement view() {
        String below = at(HEADER + 1, 0);
        return sml.element("sheetViews")
                .add(sml.element("sheetView")
                        .set(new QName("tabSelected"), "1")
                        .set(new QName("workbookViewId"), "0")
                        .add(sml.element("pane")
                                .set(new QName("ySplit"), String.valueOf(HEADER))
                                .set(new QName("topLeftCell"), below)
                                .set(new QName("activePane"), "bottomLeft")
                                .set(new QName("state"), "frozen"))
                        .add(sml.element("selection")
                                .set(new QName("pane"), "bottomLeft")
                                .set(new QName("activeCell"), below)
                                .set(new QName("sqref"), below)));
    }

    private XmlElement columns() {
        XmlElement columns = sml.element("cols");
        for (int column = 1; column <= ToCorrect.WIDTHS.size(); column++) {
            columns.add(sml.element("col")
                    .set(new QName("min"), String.valueOf(column))
                    .set(new QName("max"), String.valueOf(column))
                    .set(new QName("width"), String.valueOf(ToCorrect.WIDTHS.get(column - 1)))
                    .set(new QName("customWidth"), "1"));
        }
        return columns;
    }

    private XmlElement merged() {
        String last = at(1, ToCorrect.COLUMNS.size() - 1).replaceFirst("[0-9]+", "");
        return sml.element("mergeCells")
                .set(Sml.COUNT, "2")
                .add(sml.element("mergeCell").set(REF, "A1:" + last + "1"))
                .add(sml.element("mergeCell").set(REF, "A2:" + last + "2"));
    }

    /** @param lines that it is made high enough for; 0 for one that is as high as others */
    private XmlElement row(int number, int lines, List<String> words, int style) {
        XmlElement row = sml.element("row").set(Sml.REFERENCE, String.valueOf(number));
        if (lines > 0) {
            // Spreadsheet programs do not make a row high enough for what they did not write themselves.
            row.set(new QName("ht"), String.valueOf(lines * LINE)).set(new QName("customHeight"), "1");
        }
        for (int column = 0; column < words.size(); column++) {
            row.add(sml.cell(at(number, column), style, words.get(column)));
        }
        return row;
    }

    private XmlElement row(int number, Anomaly anomaly) {
        List<String> words = ToCorrect.cells(anomaly);
        XmlElement row = row(number, ToCorrect.lines(words), words, plain);
        List<XmlElement> cells = row.elements();
        if (tabs.containsKey(anomaly.where().sheet())) {
            cells.getFirst().set(Sml.STYLE, String.valueOf(link));
        }
        cells.get(1).set(Sml.STYLE, String.valueOf(styles.coloured(plain, anomaly.gravity())));
        return row;
    }

    private void links(XmlWriter out, ToCorrect list) throws IOException {
        XmlElement links = sml.element("hyperlinks");
        boolean started = false;
        for (int place = 0; place < list.anomalies().size(); place++) {
            Anomaly anomaly = list.anomalies().get(place);
            String tab = tabs.get(anomaly.where().sheet());
            if (tab != null) {
                if (!started) {
                    out.start(links);
                    started = true;
                }
                String a1 = anomaly.where().a1();
                out.write(sml.element("hyperlink")
                        .set(REF, at(HEADER + 1 + place, 0))
                        .set(new QName("location"), "'" + tab.replace("'", "''") + "'!" + (a1.isEmpty() ? "A1" : a1)));
            }
        }
        if (started) {
            out.end(links.name());
        }
    }
}

package fr.minutier.bench;

import fr.minutier.typesetting.Block;
import fr.minutier.typesetting.Text;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JRCompiler;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignImage;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JRJavacCompiler;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** JasperReports: a report compiled once, a band for each kind of line. */
final class Jasper implements Peer {
    private static final int MARGIN = 51;
    private static final int WIDTH = 595 - 2 * MARGIN;
    private static final int MOST_CELLS = 7;
    private static final List<Integer> TABLES = List.of(2, MOST_CELLS);

    private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    private final JasperReport report;
    private final Renderable logo;

    Jasper(Content first) throws JRException {
        SimpleFontFamily family = new SimpleFontFamily(context);
        family.setName(Faces.FAMILY);
        family.setNormal(Faces.REGULAR.resource());
        family.setBold(Faces.BOLD.resource());
        family.setPdfEncoding("Identity-H");
        family.setPdfEmbedded(true);
        context.setExtensions(FontFamily.class, List.of(family));
        context.setProperty(JRCompiler.COMPILER_PREFIX + "java", JRJavacCompiler.class.getName());
        Map<Integer, Block.Table> tables = new HashMap<>();
        first.tell(new Lines() {
            @Override
            public void table(Block.Table table) {
                tables.put(table.columns().size(), table);
            }
        });
        report = JasperCompileManager.getInstance(context).compile(design(tables));
        logo = SimpleDataRenderer.getInstance(first.logo());
    }

    @Override
    public byte[] print(Content content) throws Exception {
        Lines lines = new Lines();
        content.tell(lines);
        Renderable qr = SimpleDataRenderer.getInstance(new QrPicture(content.code()).png());
        JRPdfExporter exporter = new JRPdfExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(JasperFillManager.getInstance(context)
                .fill(
                        report,
                        new HashMap<>(Map.of("logo", logo, "qr", qr)),
                        new JRMapCollectionDataSource(lines.rows))));
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.exportReport();
        return out.toByteArray();
    }

    /** What stands on the page, as rows of a data source. */
    private static class Lines implements Content.Page {
        private final List<Map<String, ?>> rows = new ArrayList<>();

        @Override
        public void heading(int level, String words) {
            rows.add(Map.of("kind", "bold", "c0", words));
        }

        @Override
        public void paragraph(Text text) {
            boolean plain = text.spans().stream().noneMatch(Text.Span::bold);
            rows.add(Map.of("kind", plain ? "plain" : "styled", "c0", plain ? text.plain() : styled(text)));
        }

        @Override
        public void table(Block.Table table) {
            row("head", table.header());
            table.rows().forEach(row -> row("row", row));
        }

        private void row(String kind, Block.Row row) {
            Map<String, String> values = new HashMap<>();
            values.put("kind", kind + row.cells().size());
            for (int c = 0; c < row.cells().size(); c++) {
                Text text = row.cells().get(c).text();
                values.put("c" + c, c == 0 ? styled(text) : text.plain());
            }
            rows.add(values);
        }

        @Override
        public void logo() {
            rows.add(Map.of("kind", "logo"));
        }

        @Override
        public void code() {
            rows.add(Map.of("kind", "qr"));
        }

        private static String styled(Text text) {
            StringBuilder markup = new StringBuilder();
            for (Text.Span span : text.spans()) {
                String words = Html.escaped(span.text());
                markup.append(span.bold() ? "<style isBold=\"true\">" + words + "</style>" : words);
            }
            return markup.toString();
        }
    }

    private static JasperDesign design(Map<Integer, Block.Table> tables) throws JRException {
        JasperDesign design = new JasperDesign();
        design.setName("releve");
        design.setPageWidth(595);
        design.setPageHeight(842);
        design.setLeftMargin(MARGIN);
        design.setRightMargin(MARGIN);
        design.setTopMargin(30);
        design.setBottomMargin(30);
        design.setColumnWidth(WIDTH);
        field(design, "kind");
        for (int c = 0; c < MOST_CELLS; c++) {
            field(design, "c" + c);
        }
        for (String name : List.of("logo", "qr")) {
            JRDesignParameter parameter = new JRDesignParameter();
            parameter.setName(name);
            parameter.setValueClass(Renderable.class);
            design.addParameter(parameter);
        }
        for (String kind : List.of("plain", "styled", "bold")) {
            JRDesignTextField text = cell(0, 0, WIDTH);
            text.setMarkup(kind.equals("styled") ? "styled" : "none");
            text.setBold(kind.equals("bold"));
            band(design, kind, 12).addElement(text);
        }
        for (int columns : TABLES) {
            JRDesignBand head = band(design, "head" + columns, 14);
            JRDesignBand row = band(design, "row" + columns, 12);
            List<Block.Column> widths = tables.get(columns).columns();
            double whole = widths.stream().mapToDouble(Block.Column::share).sum();
            int x = 0;
            for (int c = 0; c < columns; c++) {
                int width = (int) (WIDTH * widths.get(c).share() / whole);
                JRDesignTextField title = cell(c, x, width);
                title.setBold(true);
                title.setMode(ModeEnum.OPAQUE);
                title.setBackcolor(Color.LIGHT_GRAY);
                head.addElement(boxed(title));
                JRDesignTextField value = cell(c, x, width);
                value.setMarkup(c == 0 ? "styled" : "none");
                if (widths.get(c).align() == Block.Align.RIGHT) {
                    value.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
                }
                row.addElement(boxed(value));
                x += width;
            }
        }
        image(design, "logo", 102, 34);
        image(design, "qr", QrPicture.SIDE, QrPicture.SIDE);
        return design;
    }

    private static void field(JasperDesign design, String name) throws JRException {
        JRDesignField field = new JRDesignField();
        field.setName(name);
        field.setValueClass(String.class);
        design.addField(field);
    }

    private static JRDesignBand band(JasperDesign design, String kind, int height) {
        JRDesignBand band = new JRDesignBand();
        band.setHeight(height);
        band.setPrintWhenExpression(new JRDesignExpression("$F{kind}.equals(\"" + kind + "\")"));
        ((JRDesignSection) design.getDetailSection()).addBand(band);
        return band;
    }

    private static JRDesignTextField cell(int number, int x, int width) {
        JRDesignTextField text = new JRDesignTextField();
        text.setX(x);
        text.setY(0);
        text.setWidth(width);
        text.setHeight(12);
        text.setFontName(Faces.FAMILY);
        text.setFontSize(8f);
        text.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        text.setExpression(new JRDesignExpression("$F{c" + number + "}"));
        return text;
    }

    private static JRDesignTextField boxed(JRDesignTextField text) {
        text.getLineBox().getPen().setLineWidth(0.5f);
        return text;
    }

    private static void image(JasperDesign design, String name, int width, int height) {
        JRDesignImage image = new JRDesignImage(design);
        image.setX(0);
        image.setY(0);
        image.setWidth(width);
        image.setHeight(height);
        image.setExpression(new JRDesignExpression("$P{" + name + "}"));
        band(design, name, height).addElement(image);
    }
}

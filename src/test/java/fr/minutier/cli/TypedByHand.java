package fr.minutier.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Puts what is typed into the cells of a workbook as a spreadsheet program would keep it, without one. */
final class TypedByHand {
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private TypedByHand() {}

    static void into(Path workbook, List<Typed> typed) throws Exception {
        if (workbook.toString().endsWith(".xlsx")) {
            intoXlsx(workbook, typed);
        } else {
            intoOds(workbook, typed);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(,[0-9]+)?");
    }

    private static void intoXlsx(Path file, List<Typed> typed) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Typed one : typed) {
                Cell cell = cell(workbook.getSheet(one.sheet()), one);
                if (one.text().isEmpty()) {
                    cell.setBlank();
                } else if (cell.getCellStyle().getDataFormatString().equals("@")) {
                    cell.setCellValue(one.text());
                } else if (isNumber(one.text())) {
                    cell.setCellValue(Double.parseDouble(one.text().replace(',', '.')));
                } else if (day(one.text()).isPresent()) {
                    cell.setCellValue(day(one.text()).get());
                } else {
                    cell.setCellValue(one.text());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            Files.write(file, bytes.toByteArray());
        }
    }

    private static Cell cell(Sheet sheet, Typed typed) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(typed.header())) {
                    Row there = sheet.getRow(row.getRowNum() + typed.entry());
                    return there.getCell(cell.getColumnIndex() + (typed.entry() == 0 ? 1 : 0));
                }
            }
        }
        throw new AssertionError("no header " + typed.header());
    }

    private static void intoOds(Path file, List<Typed> typed) throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document content = factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get("content.xml")));
        for (Typed one : typed) {
            write(cell(content, one), one.text());
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(content), new StreamResult(written));
        parts.put("content.xml", written.toByteArray());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (part.getKey().equals("mimetype")) {
                    CRC32 sum = new CRC32();
                    sum.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
    }

    private static Element cell(Document content, Typed typed) {
        Element sheet = all(content.getElementsByTagNameNS(TABLE, "table")).stream()
                .filter(table -> table.getAttributeNS(TABLE, "name").equals(typed.sheet()))
                .findFirst()
                .orElseThrow();
        int row = 0;
        for (Element there : all(sheet.getElementsByTagNameNS(TABLE, "table-row"))) {
            int column = 0;
            for (Element cell : cells(there)) {
                List<Element> written = all(cell.getElementsByTagNameNS(TEXT, "p"));
                if (!written.isEmpty() && written.getLast().getTextContent().equals(typed.header())) {
                    return typed.entry() == 0 ? at(sheet, row, column + 1) : at(sheet, row + typed.entry(), column);
                }
                column += repeated(cell, "number-columns-repeated");
            }
            row += repeated(there, "number-rows-repeated");
        }
        throw new AssertionError("no header " + typed.header());
    }

    /** The cell there, which stands for itself alone from now on. */
    private static Element at(Element sheet, int row, int column) {
        Element there = alone(all(sheet.getElementsByTagNameNS(TABLE, "table-row")), row, "number-rows-repeated");
        return alone(cells(there), column, "number-columns-repeated");
    }

    private static Element alone(List<Element> elements, int index, String attribute) {
        int next = 0;
        for (Element element : elements) {
            int count = repeated(element, attribute);
            if (index < next + count) {
                Element one = element;
                for (int before = index - next; before > 0; before = 0) {
                    Element copy = (Element) element.cloneNode(true);
                    copy.setAttributeNS(TABLE, "table:" + attribute, String.valueOf(before));
                    element.getParentNode().insertBefore(copy, element);
                }
                int after = next + count - index - 1;
                if (after > 0) {
                    Element copy = (Element) element.cloneNode(true);
                    copy.setAttributeNS(TABLE, "table:" + attribute, String.valueOf(after));
                    element.getParentNode().insertBefore(copy, element.getNextSibling());
                }
                one.setAttributeNS(TABLE, "table:" + attribute, "1");
                return one;
            }
            next += count;
        }
        throw new AssertionError("no place " + index);
    }

    private static int repeated(Element element, String attribute) {
        String count = element.getAttributeNS(TABLE, attribute);
        return count.isEmpty() ? 1 : Integer.parseInt(count);
    }

    private static List<Element> cells(Element row) {
        List<Element> cells = new ArrayList<>();
        for (var child = row.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element cell) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            elements.add((Element) nodes.item(at));
        }
        return elements;
    }

    /** A comment of the cell stays. */
    private static void write(Element cell, String text) {
        for (String attribute : List.of("value-type", "value", "date-value", "string-value")) {
            cell.removeAttributeNS(OFFICE, attribute);
        }
        for (Element child : cells(cell)) {
            if (child.getLocalName().equals("p")) {
                cell.removeChild(child);
            }
        }
        if (text.isEmpty()) {
            return;
        }
        if (isNumber(text) && !text.startsWith("0")) {
            cell.setAttributeNS(OFFICE, "office:value-type", "float");
            cell.setAttributeNS(OFFICE, "office:value", text.replace(',', '.'));
        } else if (day(text).isPresent()) {
            cell.setAttributeNS(OFFICE, "office:value-type", "date");
            cell.setAttributeNS(OFFICE, "office:date-value", day(text).get().toString());
        } else {
            cell.setAttributeNS(OFFICE, "office:value-type", "string");
        }
        Element shown = cell.getOwnerDocument().createElementNS(TEXT, "text:p");
        shown.setTextContent(text);
        cell.appendChild(shown);
    }
}
